import Exchange
import Foundation
import Modeling
import Physiology
import Reporting
import Solving
import Symbolics
import Testing

@Suite("The model for other programs")
struct ModelExportTests {
    /// What another program sees, read back from the text.
    private struct Flat: Decodable {
        struct Constant: Decodable { let id, name, unit: String, value: Double }
        struct State: Decodable { let id, name, rate: String, initial, scale: Double }
        struct Variable: Decodable { let id, definition: String }
        struct Output: Decodable { let id, name, expression: String, factor: Double }
        struct Jump: Decodable { let state: String, amount: Double }
        struct Setting: Decodable { let id: String, value: Double }
        struct Event: Decodable { let time: Double, jumps: [Jump], settings: [Setting] }
        struct Span: Decodable { let start, end: Double }
        struct Course: Decodable { let times: [Double], states, outputs: [[Double]] }
        struct Scenario: Decodable {
            let span: Span, events: [Event], stateAtTimeZero, controlsAtTimeZero: [Double], course: Course?
        }
        let states: [State], parameters, controls: [Constant], variables: [Variable], outputs: [Output]
        let scenario: Scenario?

        init(_ export: ModelExport) throws {
            self = try JSONDecoder().decode(Flat.self, from: Data(export.json().utf8))
        }

        /// Everything that expressions may mention, for the given states and controls.
        func values(time: Double = 0, states: [Double], controls: [Double]) throws -> [String: Double] {
            var values = ["time": time]
            for (state, value) in zip(self.states, states) { values[state.id] = value }
            for (control, value) in zip(self.controls, controls) { values[control.id] = value }
            for parameter in parameters { values[parameter.id] = parameter.value }
            for variable in variables { values[variable.id] = try InfixReader.value(variable.definition, values) }
            return values
        }
    }

    private static let nightly = Scenario(
        title: "nightly",
        woman: Woman(
            age: 60 * Unit.daysPerYear, menopause: Menopause(age: 50 * Unit.daysPerYear, kind: .surgical),
            density: [.lumbarSpine: .tScore(-2)]),
        therapy: [
            Treatment(medicine: "estradiol", form: "oral", dose: Quantity(1, "mg"), every: 1, from: -3, until: 10),
            Treatment(
                medicine: "estradiol", form: "patch", dose: Quantity(50, "ug/day"), from: 2, until: 6),
        ], horizon: 10, reportInterval: 2.5)

    @Test("at rest, no rate read from the text moves a state by 1e-9 of its scale a day")
    func rest() throws {
        let flat = try Flat(ModelExport(WomanModel.complete()))
        let values = try flat.values(states: flat.states.map(\.initial), controls: flat.controls.map(\.value))
        for state in flat.states {
            let rate = try InfixReader.value(state.rate, values)
            #expect(abs(rate) < 1e-9 * state.scale, "\(state.name) \(rate)")
        }
    }

    @Test("away from rest, rates and outputs read from the text are those of the compiled model")
    func equations() throws {
        let model = try WomanModel.complete()
        let compiled = try CompiledModel(model)
        let flat = try Flat(ModelExport(model))
        let states = flat.states.enumerated().map { index, state in
            state.initial * 0.9 + state.scale * (0.1 + 0.01 * Double(index))
        }
        let controls = compiled.controlValues
        let values = try flat.values(time: 4000, states: states, controls: controls)

        func compare(_ program: Program, _ texts: [String], _ names: [String]) throws {
            let machine = compiled.machine(for: program)
            machine.load(controls: controls, parameters: try compiled.parameterValues())
            var expected = Array(repeating: 0.0, count: texts.count)
            machine.evaluate(time: 4000, states: states, into: &expected)
            for (index, text) in texts.enumerated() {
                let value = try InfixReader.value(text, values)
                // Lowering may turn a power into products, which rounds differently.
                #expect(abs(value - expected[index]) <= 1e-12 * abs(expected[index]), "\(names[index])")
            }
        }
        try compare(compiled.rates, flat.states.map(\.rate), flat.states.map(\.name))
        try compare(compiled.outputs, flat.outputs.map(\.expression), flat.outputs.map(\.name))
    }

    @Test("identifiers are unique and made of letters, digits and underscores; names are the model's own")
    func identifiers() throws {
        let model = try WomanModel.complete()
        let flat = try Flat(ModelExport(model))
        let all =
            flat.states.map(\.id) + flat.parameters.map(\.id) + flat.controls.map(\.id) + flat.variables.map(\.id)
            + flat.outputs.map(\.id)
        #expect(Set(all).count == all.count)
        for id in all { #expect(id.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil, "\(id)") }
        #expect(flat.states.map(\.name) == model.states.map(\.name))
        #expect(flat.outputs.map(\.name) == model.outputs.map(\.name))
    }

    @Test("a scenario brings her history, every dose in order, and her state at time zero")
    func scenario() throws {
        let flat = try Flat(ModelExport(Self.nightly, course: ScenarioExport.reference))
        let scenario = try #require(flat.scenario)
        #expect(scenario.span.end == 10)
        #expect(scenario.span.start < -10 * Unit.daysPerYear)
        let times = scenario.events.map(\.time)
        #expect(times == times.sorted())
        #expect(times.first == -10 * Unit.daysPerYear, "her ovaries are removed")
        let doses = scenario.events.filter { !$0.jumps.isEmpty }
        #expect(doses.map(\.time) == (-3..<10).map { Double($0) })
        for dose in doses {
            #expect(dose.jumps.map(\.state) == ["pharmacology__estradiol__oral__gut"])
            // One milligram of estradiol is 3.67 µmol.
            #expect(dose.jumps.allSatisfy { abs($0.amount - 3.67e-6) < 1e-8 })
        }
        let worn = scenario.events.flatMap(\.settings).filter { $0.id == "pharmacology__estradiol__patch__release" }
        #expect(worn.map { ($0.value * 1e6).rounded() } == [50, 0], "micrograms a day")
    }

    @Test("the course is that of a simulation, and starts at the state at time zero")
    func course() throws {
        let flat = try Flat(ModelExport(Self.nightly, course: ScenarioExport.reference))
        let scenario = try #require(flat.scenario)
        let course = try #require(scenario.course)
        #expect(course.times == [0, 2.5, 5, 7.5, 10])
        #expect(course.states[0] == scenario.stateAtTimeZero)
        let values = try flat.values(states: scenario.stateAtTimeZero, controls: scenario.controlsAtTimeZero)
        for (output, value) in zip(flat.outputs, course.outputs[0]) {
            let mine = try InfixReader.value(output.expression, values) * output.factor
            #expect(abs(mine - value) <= 1e-12 * abs(value), "\(output.name)")
        }
        let simulation = try Simulation(Self.nightly, resolution: .full, raw: true)
        // What a simulation shows of a moment has the hours of cortisol and ACTH in it; the model has their means.
        let daily = ["serum.cortisol", "serum.freeCortisol", "serum.ACTH"]
        for (column, output) in flat.outputs.enumerated() where !daily.contains(output.name) {
            for (row, value) in try #require(simulation[output.name]).enumerated() {
                let expected = course.outputs[row][column]
                // What cumulates from zero is compared on the scale of a thousandth of a per cent.
                let least = output.name.hasPrefix("outcome.") || output.name.hasPrefix("fracture.") ? 1e-3 : 1e-6
                #expect(abs(value - expected) <= 1e-3 * abs(expected) + least, "\(output.name)")
            }
        }
        let spine = try #require(flat.outputs.firstIndex { $0.name == "tScore.lumbarSpine" })
        #expect(abs(course.outputs[0][spine] + 2) < 1e-9)
    }
}

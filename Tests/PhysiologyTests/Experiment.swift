import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

/// A woman in the laboratory: she lives from rest to time zero, then takes medicines, and any parameter may change.
struct Experiment: Sendable {
    var woman = Woman.aged(55, menopause: 45)
    var therapy: [Treatment] = []
    /// Parameters that take another value at time zero, each in its own unit.
    var changed: [String: Double] = [:]
    /// When changed parameters and controls return to their own values, in years; nil if they do not.
    var changedBack: Double?
    /// Controls that take a value at time zero, each in its own unit.
    var controlled: [String: Double] = [:]
    var hypotheses: [String] = []
    var ovary = OvaryResolution.averaged
    /// Inputs of the model by name that get a constant at time zero, in base units.
    var imposed: [String: Double] = [:]
    /// How exactly her equations are solved.
    var tolerances = Tolerances()

    /// What is seen at times in years since time zero; at zero, before anything changes.
    func observed(at years: [Double]) throws -> Trajectory {
        try run(years.map { .instant($0 * Unit.daysPerYear) })
    }

    /// Runs to the last sample.
    func run(_ samples: [Sample]) throws -> Trajectory {
        let horizon = samples.map(\.last).max() ?? 0
        let scenario = Scenario(
            title: "experiment", woman: woman, therapy: therapy, horizon: horizon, ovary: ovary, hypotheses: hypotheses)
        var assembly = WomanModel.assembly(for: therapy, ovary: ovary)
        impose(in: &assembly)
        let compiled = try CompiledModel(assembly.model())
        let parameters = try compiled.parameterValues()
        let timeline = Timeline(scenario)
        var schedule = Timeline.schedule(of: therapy)
        for (name, value) in changed.sorted(by: { $0.key < $1.key }) {
            let parameter = try compiled.model.parameter(name)
            schedule.change(parameter: name, to: value * parameter.unit.factor, at: 0)
            if let changedBack {
                schedule.change(
                    parameter: name, to: parameter.value * parameter.unit.factor, at: changedBack * Unit.daysPerYear)
            }
        }
        for (name, value) in controlled.sorted(by: { $0.key < $1.key }) {
            guard let control = compiled.model.controls.first(where: { $0.name == name }) else {
                throw ModelError("no control '\(name)'")
            }
            schedule.set(name, to: value * control.unit.factor, at: 0)
            if let changedBack {
                let own = timeline.traits[name] ?? control.defaultValue * control.unit.factor
                schedule.set(name, to: own, at: changedBack * Unit.daysPerYear)
            }
        }
        for (input, value) in imposed.sorted(by: { $0.key < $1.key }) {
            schedule.set(Imposed.control(for: input), to: value, at: 0)
        }
        let events = try
            (timeline.own.events { _ in 0 }
            + schedule.events(lag: CompiledDoses(compiled, parameters: parameters).lag)).sorted { $0.time < $1.time }
        var controls = compiled.controlValues
        for (index, control) in compiled.model.controls.enumerated() {
            controls[index] =
                timeline.switchedOn.contains(control.name) ? 1 : timeline.traits[control.name] ?? controls[index]
        }
        let solver = CVODES(tolerances: tolerances)
        let history = try solver.solve(
            InitialValueProblem(
                compiled, parameters: parameters, controls: controls,
                initialState: compiled.restingState(parameters: parameters), span: timeline.start...0,
                events: events.filter { $0.time < 0 }),
            samples: [])
        for case .set(let name, let value) in events.filter({ $0.time < 0 }).flatMap(\.actions) {
            if let index = compiled.model.controls.firstIndex(where: { $0.name == name }) { controls[index] = value }
        }
        return try solver.solve(
            InitialValueProblem(
                compiled, parameters: parameters, controls: controls, initialState: history.finalState,
                span: 0...horizon, events: events),
            samples: samples)
    }
}

/// Holds inputs of the model at what an experiment says, as a medicine or a condition would.
struct Imposed: Component {
    let path = "experiment"
    let summary = "What an experiment imposes."
    /// With their units.
    let inputs: [(name: String, unit: Unit)]

    static func control(for input: String) -> String { "experiment.\(input)" }

    func define(in b: ComponentBuilder) {
        for (name, unit) in inputs { _ = b.control(name, 0, unit, "Imposed on \(name)") }
    }
}

extension Experiment {
    private static let units: [String: Unit] = [
        "axes.ovary.estrogenGiven": "mol/L", "receptors.estrogen.given": "mol/L",
    ]

    fileprivate func impose(in assembly: inout Assembly) {
        guard !imposed.isEmpty else { return }
        assembly.add(Imposed(inputs: imposed.keys.sorted().map { ($0, Self.units[$0] ?? .one) }))
        for input in imposed.keys.sorted() {
            assembly.connect(Imposed.control(for: input), to: input)
        }
    }
}

extension Experiment: CustomTestStringConvertible {
    var testDescription: String {
        "a woman of \(woman.age / Unit.daysPerYear) years, \(therapy.map(\.product)), \(changed), \(controlled)"
    }
}

extension Sample {
    /// The latest time it looks at.
    var last: Double {
        switch self {
        case .instant(let time): return time
        case .average(_, let to): return to
        }
    }
}

extension Model {
    func parameter(_ name: String) throws -> Parameter {
        guard let found = parameters.first(where: { $0.name == name }) else {
            throw ModelError("no parameter '\(name)'")
        }
        return found
    }
}

extension Trajectory {
    /// Change of an output between two of the samples, in % of the first.
    func change(_ output: String, from first: Int = 0, to last: Int? = nil) throws -> Double {
        let values = try series(output)
        return 100 * (values[last ?? values.count - 1] / values[first] - 1)
    }

    /// An output at every sample.
    func series(_ output: String) throws -> [Double] {
        guard let values = self[output] else { throw ModelError("no output '\(output)'") }
        return values
    }
}

extension Woman {
    /// A woman of an age in years, with natural menopause unless told otherwise.
    static func aged(_ age: Double, menopause: Double? = nil, _ kind: Menopause.Kind = .natural) -> Woman {
        Woman(
            age: age * Unit.daysPerYear,
            menopause: menopause.map { Menopause(age: $0 * Unit.daysPerYear, kind: kind) })
    }
}

extension Treatment {
    /// Swallowed once a day, from time zero.
    static func daily(
        _ medicine: String, _ dose: Double, days: Double, form: String = "oral", food: Food? = nil,
        on pattern: DayPattern? = nil
    ) -> Treatment {
        Treatment(
            medicine: medicine, form: form, dose: Quantity(dose, "mg"), every: 1, days: pattern, until: days, food: food
        )
    }

    /// Swallowed once, at time zero.
    static func once(_ medicine: String, _ dose: Double, form: String = "oral", food: Food? = nil) -> Treatment {
        daily(medicine, dose, days: 0.5, form: form, food: food)
    }

    /// Given in any form at an interval, from time zero.
    static func given(
        _ medicine: String, _ form: String, _ dose: Quantity, every interval: Double, days: Double
    ) -> Treatment {
        Treatment(medicine: medicine, form: form, dose: dose, every: interval, until: days)
    }

    /// An estradiol patch of a labelled release in micrograms a day.
    static func patch(_ release: Double, years: Double, from start: Double = 0) -> Treatment {
        Treatment(
            medicine: "estradiol", form: "patch", dose: Quantity(release, "ug/day"),
            from: start * Unit.daysPerYear, until: years * Unit.daysPerYear)
    }

    /// Testosterone cypionate under the skin once a week, in milligrams of the ester.
    static func cypionate(_ dose: Double, weeks: Double) -> Treatment {
        Treatment(
            medicine: "testosterone cypionate", form: "subcutaneous", dose: Quantity(dose, "mg"), every: 7,
            until: 7 * weeks)
    }

    /// Capsules of micronized progesterone every night.
    static func progesterone(_ dose: Double, days: Double, food: Food = .fasted) -> Treatment {
        daily("progesterone", dose, days: days, form: "oral micronized", food: food)
    }
}

/// Every site where density is reported.
let sites = SkeletalSite.allCases

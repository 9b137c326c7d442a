import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

@Suite("Derivatives of a whole simulation")
struct GradientTests {
    private static let horizon = 56.0

    /// Two cycles of oral estradiol with progesterone, after eleven years of history with a menopause in it.
    private static func prepared() throws -> PreparedScenario {
        try PreparedScenario(
            Scenario(
                title: "two cycles", woman: .aged(51, menopause: 50),
                therapy: [
                    Treatment(medicine: "estradiol", form: "oral", dose: Quantity(1, "mg"), every: 1, until: horizon),
                    Treatment(
                        medicine: "progesterone", form: "oral micronized", dose: Quantity(200, "mg"), every: 1,
                        days: DayPattern(first: 1, last: 12, of: 28), until: horizon, food: .fed),
                ], horizon: horizon, reportInterval: horizon), closeLooks: false)
    }

    private static let exactly = Tolerances(relative: 1e-8, absoluteShare: 1e-10)

    private static let factors = [
        "receptors.estrogen.halfEffect", "pharmacology.estradiol.oral.asEstradiol",
        "pharmacology.estrogens.estradiolClearance", "skeleton.osteoclasts.dyingShare",
        "skeleton.lumbarSpine.turnover", "axes.ovary.transitionWidth", "skeleton.markers.exponentCTX",
    ]

    @Test(
        "agree with fourth-order differences of the simulation, through doses, averages and history",
        arguments: [Resolution.multiscale, .full])
    func againstDifferences(_ resolution: Resolution) throws {
        let solver = try ScenarioSolver(Self.prepared(), resolution: resolution, tolerances: Self.exactly)
        let gradient = try SimulationGradient(solver, to: Self.factors)
        let watched = ["density.lumbarSpine", "marker.CTX", "serum.estradiol", "receptor.ER"]
        func end(_ factor: String, _ share: Double) throws -> [Double] {
            let problem = try solver.prepared.problem(parameterFactors: [factor: 1 + share])
            let trajectory = try solver.trajectory(of: problem).0
            let row = solver.prepared.rows(of: trajectory, columns: Array(gradient.outputs.indices))
            return Array(row.suffix(gradient.outputs.count))
        }
        for (index, factor) in Self.factors.enumerated() {
            let h = 2e-3
            let (far, near) = try ((end(factor, 2 * h), end(factor, -2 * h)), (end(factor, h), end(factor, -h)))
            let size = try #require(solver.prepared.problem().value(of: factor))
            for name in watched {
                let column = try #require(gradient.outputs.firstIndex(of: name))
                let wide = far.0[column] - far.1[column]
                let narrow = near.0[column] - near.1[column]
                let difference = (8 * narrow - wide) / (12 * h)
                let derivative = try #require(gradient.derivatives(of: name, at: 1))[index] * size
                let value = gradient.values[gradient.values.count - 1][column]
                // Steps differ between the runs of a difference, which is good to about 1e-8 over 2e-3 of the value.
                #expect(
                    abs(derivative - difference) < 3e-5 * abs(value),
                    "\(name) by \(factor): \(derivative) against \(difference)")
            }
        }
    }

    /// States that answer to the fourth to eighth power of a level, so that what averaging leaves of an hour counts
    /// as many times over in their derivatives.
    private static let steep: [String: Double] = [
        // Follows within a week, so that a day's average leaves more than in bone.
        "skeleton.marrow.fat": 5e-3,
        // Three times as quick as the others, so that averaging over a day leaves three times as much.
        "axes.ovary.anovulatoryExposure": 6e-2,
        // The same swing of a day is more of what is left when activation is near full.
        "receptors.estrogen.deficit": 3e-3, "outcomes.signals.high": 2e-2, "outcomes.endometrium.cumulated": 2e-2,
    ]

    @Test("agree with CVODES' sensitivities of the states")
    func againstReference() throws {
        let names = ["receptors.estrogen.halfEffect", "pharmacology.estradiol.oral.asEstradiol"]
        let prepared = try Self.prepared()
        let woman = try prepared.problem()
        let solver = CVODES(tolerances: Tolerances(relative: 1e-8, absoluteShare: 1e-10))
        let compiled = try CompiledModel(prepared.model, sensitivityTo: names)
        let doses = woman.events.filter { $0.time < 60 }
        let resting = InitialValueProblem(
            compiled, parameters: woman.parameters, controls: woman.history.controls,
            initialState: compiled.restingState(parameters: woman.parameters), span: 0...60, events: doses)
        let exact = try solver.solve(resting, samples: [.instant(60)])
        let equations = compiled.equations
        let integrated = Set(equations.states(behind: Array(equations.outputs.indices)))
        for resolution in [Resolution.full, .multiscale] {
            let rest = try WomenBatch(prepared, woman, derivativesTo: names).history
            let problem = LaneProblem(
                compiled, constants: rest.constants, states: rest.states, span: 0...60,
                schedule: LaneSchedule(LaneEvent.shared(doses)))
            let lanes = try ScenarioSolver(prepared, resolution: resolution, tolerances: Self.exactly).solve(problem)
            for (row, state) in prepared.model.states.enumerated() where integrated.contains(row) {
                for (index, name) in names.enumerated() {
                    let reference = exact.sensitivities[0][index][row]
                    let parameter = try #require(prepared.model.parameters.first { $0.name == name })
                    let size = parameter.value * parameter.unit.factor
                    let scale = max(abs(exact.finalState[row]), state.scale * state.unit.factor)
                    let found = lanes.finalStates[row, index + 1]
                    // Averaging over a day is of first order: a day over the twenty days in which bone follows the
                    // receptor, times the few per cent by which its effect varies within the day. Receptors follow
                    // within days, and at the hour of a dose stand apart from their mean by as much more.
                    let averaged =
                        Self.steep[state.name] ?? (state.name.hasPrefix("skeleton.") ? 2e-4 : 2e-3)
                    let allowed = resolution == .full ? 2e-6 : averaged
                    #expect(
                        abs(found - reference) * size < allowed * scale,
                        "\(state.name) by \(name) at \(resolution): \(found) against \(reference)")
                }
            }
        }
    }

    @Test(
        "see when a dose arrives: derivatives to a lag agree with differences",
        arguments: [Resolution.multiscale, .full])
    func lag(_ resolution: Resolution) throws {
        let lag = "pharmacology.progesterone.oralFed.lag"
        let year = Unit.daysPerYear
        let prepared = try PreparedScenario(
            Scenario(
                title: "nightly", woman: .aged(56, menopause: 50),
                therapy: [
                    Treatment(
                        medicine: "progesterone", form: "oral micronized", dose: Quantity(200, "mg"), every: 1,
                        until: year, food: .fed)
                ], horizon: 30.25, reportInterval: 30.25), raw: true, closeLooks: false)
        let solver = try ScenarioSolver(prepared, resolution: resolution, tolerances: Self.exactly)
        let gradient = try SimulationGradient(solver, to: [lag])
        func level(_ share: Double) throws -> Double {
            let problem = try prepared.problem(parameterFactors: [lag: 1 + share])
            return try #require(solver.trajectory(of: problem).0["serum.progesterone"]?.last)
        }
        let hours = try #require(prepared.problem().value(of: lag))
        let h = 1e-3
        let difference = try (8 * (level(h) - level(-h)) - (level(2 * h) - level(-2 * h))) / (12 * h) / hours
        let derivative = try #require(gradient.derivatives(of: "serum.progesterone", at: 30.25 / year))[0]
        #expect(
            abs(derivative - difference) < 1e-4 * abs(difference), "\(derivative) against \(difference) ng/mL per h")
        #expect(abs(difference) > 0.01, "six hours after a dose a later arrival shows")
    }

    @Test("a failed integration gives NaN and the reason, never zero")
    func failure() throws {
        let solver = try ScenarioSolver(Self.prepared(), resolution: .multiscale)
        let ill = try solver.prepared.problem(parameterFactors: ["skeleton.totalHip.turnover": .nan])
        let gradient = try SimulationGradient(solver, of: ill, to: Self.factors)
        #expect(gradient.failure?.contains("not finite numbers") == true)
        #expect(gradient.derivatives.allSatisfy { $0.allSatisfy { $0.allSatisfy(\.isNaN) } })
        #expect(gradient.values.allSatisfy { $0.allSatisfy(\.isNaN) })
    }

    @Test("names that are no factors, switches of hypotheses and the reference solver are refused in a sentence")
    func refusals() throws {
        let prepared = try Self.prepared()
        let solver = try ScenarioSolver(prepared, resolution: .multiscale)
        #expect(throws: ModelError.self) { try SimulationGradient(solver, to: ["skeleton.nothing"]) }
        #expect(throws: ModelError.self) {
            try SimulationGradient(solver, to: ["skeleton.rankl.progesteroneOnOPG"])
        }
        let reference = try ScenarioSolver(prepared, resolution: .reference)
        #expect(throws: ModelError.self) { try SimulationGradient(reference, to: Self.factors) }
    }
}

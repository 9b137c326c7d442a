import Exchange
import Modeling
import Physiology
import Solving
import Symbolics

/// Every quantity of the model in a woman on a usual therapy, by simulation, for what does nothing in the woman at rest.
struct TreatedWoman: Sendable {
    /// Who she is, in words.
    static let words =
        "a woman of 61, ten years after menopause, in her fifth year on estradiol and micronized progesterone by mouth"

    private static let scenario = """
        woman: {age: 56 years, menopause: {age: 51 years}}
        therapy:
          - {medicine: estradiol, form: oral, dose: 1 mg}
          - {medicine: progesterone, form: oral micronized, dose: 100 mg}
        simulate: {years: 5}
        """

    /// In base units, by name.
    private let values: [String: Double]

    /// - Parameter model: holds at least the medicines she takes; what else it holds is at rest.
    /// - Throws: `SolverError` if she cannot be simulated.
    init(_ model: Model) throws {
        let prepared = try PreparedScenario(ScenarioReader.forModel.read(text: Self.scenario, name: "a usual therapy"))
        let problem = try prepared.problem()
        let run = try ScenarioSolver(prepared, resolution: .multiscale).trajectory(of: problem).0
        let horizon = prepared.scenario.horizon
        var given = Dictionary(
            uniqueKeysWithValues: zip(prepared.model.states.map(\.name), run.finalState))
        for (control, value) in zip(prepared.model.controls, problem.history.controls) { given[control.name] = value }
        for event in problem.events where event.time <= horizon {
            for case .set(let name, let value) in event.actions { given[name] = value }
        }
        values = RestingWoman(model, time: horizon, given: given).values
    }

    /// In base units.
    func value(of expression: Expression) -> Double { expression.evaluate { values[$0.name] ?? .nan } }
}

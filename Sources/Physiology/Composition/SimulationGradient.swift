import Exchange
import Modeling
import Solving
import Symbolics

/// Exact derivatives of a simulation's outputs to parameters of the model and to a woman's own factors.
///
/// The derivatives are those of the numbers the solver computes, through doses, averages and the history before time
/// zero, with its step lengths held: every operation carries its derivatives along (forward accumulation), the women's
/// lanes turned into those of derivatives. Eight of them cost about what one simulation costs.
public struct SimulationGradient: Sendable {
    /// Names of parameters or controls, such as `receptors.estrogen.halfEffect` or `woman.weight`.
    public let factors: [String]
    public let outputs: [String]
    /// Years since time zero.
    public let times: [Double]
    /// For each time, the outputs in their units; not a number throughout if integration failed.
    public let values: [[Double]]
    /// For each time and output, the derivative to each factor, in the output's unit per the factor's own unit; not a
    /// number throughout if integration failed.
    public let derivatives: [[[Double]]]
    /// Why there is no result; nil if there is one.
    public let failure: String?

    /// - Parameters:
    ///   - problem: whose simulation; the scenario's own woman's if left out.
    ///   - factors: names of parameters or controls of the model.
    /// - Throws: `ModelError` for a name that is neither, and for a solver that has no derivatives.
    public init(_ solver: ScenarioSolver, of problem: WomanProblem? = nil, to factors: [String]) throws {
        let prepared = solver.prepared
        let plan = prepared.plan
        self.factors = factors
        let outputs = prepared.model.outputs.map(\.name)
        self.outputs = outputs
        times = plan.times.map { $0 / Unit.daysPerYear }
        for name in factors where prepared.switches[name] != nil {
            throw ModelError("'\(name)' switches a hypothesis on or off; there is no derivative to it")
        }
        let units = try factors.map { try Self.factor(of: $0, in: prepared.model) }
        let batch = try WomenBatch(prepared, problem ?? prepared.problem(), derivativesTo: factors)
        do {
            let future = try solver.lanes(of: batch)
            let slow = outputs.map(SamplePlan.isSlow)
            func row(_ time: Int, _ output: Int, _ lane: Int) -> Double {
                future.outputs[plan.sample(at: time, isSlow: slow[output])][output, lane]
            }
            values = plan.times.indices.map { time in outputs.indices.map { row(time, $0, 0) } }
            derivatives = plan.times.indices.map { time in
                outputs.indices.map { output in units.indices.map { row(time, output, $0 + 1) * units[$0] } }
            }
            failure = nil
        } catch let error as SolverError {
            let (count, lanes) = (outputs.count, factors.count)
            values = plan.times.map { _ in Array(repeating: .nan, count: count) }
            derivatives = plan.times.map { _ in
                Array(repeating: Array(repeating: .nan, count: lanes), count: count)
            }
            failure = "\(error)"
        }
    }

    /// Base units per unit of a parameter or control.
    private static func factor(of name: String, in model: Model) throws -> Double {
        if let parameter = model.parameters.first(where: { $0.name == name }) { return parameter.unit.factor }
        if let control = model.controls.first(where: { $0.name == name }) { return control.unit.factor }
        throw ModelError("'\(name)' is neither a parameter nor a control of the model; 'osteon model list' shows them")
    }

    /// One output's derivatives to all factors, at the time nearest to `years`.
    public func derivatives(of output: String, at years: Double) -> [Double]? {
        guard let column = outputs.firstIndex(of: output),
            let time = times.indices.min(by: { abs(times[$0] - years) < abs(times[$1] - years) })
        else { return nil }
        return derivatives[time][column]
    }
}

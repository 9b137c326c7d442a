import Exchange
import Modeling
import Solving
import Symbolics

/// A scenario with its model compiled, ready to be run for the woman it names and for others in her place.
///
/// Compiling takes far longer than finding the values of one woman, so a cohort prepares its scenario once. It is
/// immutable and may be shared between threads.
public struct PreparedScenario: Sendable {
    public let scenario: Scenario
    public let model: Model
    public let compiled: CompiledModel
    let plan: SamplePlan
    private let parameters: [Double]
    private let parameterIndex: [String: Int]

    /// - Parameters:
    ///   - extraTimes: years since time zero to report besides the scenario's own.
    ///   - raw: reports oscillating quantities at the instant instead of over the dosing or cycle period.
    ///   - closeLooks: also samples one day, or cycle, in detail.
    /// - Throws: `NotSimulated`, or `ModelError` if the model does not hang together.
    public init(
        _ scenario: Scenario, extraTimes: [Double] = [], raw: Bool = false, closeLooks: Bool = true
    ) throws {
        try Simulation.check(scenario)
        self.scenario = scenario
        model = try WomanModel.model(for: scenario.therapy)
        compiled = try CompiledModel(model)
        parameters = try compiled.parameterValues()
        parameterIndex = Dictionary(uniqueKeysWithValues: model.parameters.enumerated().map { ($1.name, $0) })
        plan = SamplePlan(scenario, extraTimes: extraTimes, raw: raw, closeLooks: closeLooks)
    }

    /// Years since time zero that are reported, in order.
    public var reportedTimes: [Double] {
        zip(plan.times, plan.isReported).filter(\.1).map { $0.0 / Unit.daysPerYear }
    }

    /// What is looked at while a woman is integrated from time zero on.
    public var samples: [Sample] { plan.samples }

    /// The values of one woman under this scenario's therapy.
    ///
    /// - Parameters:
    ///   - woman: who is in the place of the scenario's woman; nil for her.
    ///   - factors: for parameters by name, what the model's value is multiplied by. Names the model lacks, as of
    ///     medicines that are not taken, are passed over.
    /// - Throws: `ModelError` if a dose has no place to enter.
    public func problem(
        of woman: Woman? = nil, parameterFactors factors: [String: Double] = [:]
    ) throws -> WomanProblem {
        var hers = scenario
        if let woman { hers.woman = woman }
        var values = parameters
        for (name, factor) in factors {
            if let index = parameterIndex[name] { values[index] *= factor }
        }
        return try WomanProblem(
            compiled, timeline: Timeline(hers), woman: hers.woman, parameters: values, horizon: scenario.horizon)
    }

    /// One woman from her rest to the end of the scenario.
    ///
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public func trajectory(of problem: WomanProblem, solver: some Solver) throws -> (Trajectory, SolverStatistics) {
        let history = try solver.solve(problem.history, samples: [.instant(0)])
        let trajectory = try solver.solve(problem.future(after: history), samples: plan.samples)
        return (trajectory, history.statistics + trajectory.statistics)
    }

    /// Outputs at the reported times, time after time, the outputs of each in the order of `columns`.
    ///
    /// - Parameter columns: places of the outputs among the model's.
    public func rows(of trajectory: Trajectory, columns: [Int]) -> [Double] {
        let isSlow = columns.map { SamplePlan.isSlow(model.outputs[$0].name) }
        var rows: [Double] = []
        rows.reserveCapacity(plan.times.count * columns.count)
        for time in plan.times.indices where plan.isReported[time] {
            for (column, isSlow) in zip(columns, isSlow) {
                rows.append(trajectory.outputs[plan.sample(at: time, isSlow: isSlow)][column])
            }
        }
        return rows
    }
}

import Exchange
import Modeling
import Physiology
import Populations
import Solving

/// What simulates the women of one arm.
struct TrialArmSolver: Sendable {
    let prepared: PreparedScenario
    let solver: ScenarioSolver
    /// Places of the wanted outputs among the model's.
    let columns: [Int]
    private let arm: Int

    /// - Throws: `CohortError` for an output the model lacks, `SolverError` for the sample on which `auto` decides.
    init(_ trial: Trial, arm: Int, outputs: [String], resolution: Resolution, tolerances: Tolerances?) throws {
        self.arm = arm
        prepared = try PreparedScenario(
            trial.scenario(ofArm: arm), extraTimes: trial.extraTimes, closeLooks: false)
        let known = prepared.model.outputs.map(\.name)
        columns = try outputs.map { name in
            guard let column = known.firstIndex(of: name) else { throw CohortError.unknownOutput(name) }
            return column
        }
        solver = try ScenarioSolver(prepared, resolution: resolution, tolerances: tolerances, outputs: columns)
    }

    /// The women of one block; a batch is always full, if need be with one of them again.
    func results(_ enrolled: [EnrolledWoman], trial: Trial, women: VirtualWomen) -> [SimulatedWoman] {
        let valueCount = prepared.times.count * columns.count
        let problems = enrolled.map { one in
            Result { () throws -> WomanProblem in
                let drawn = women[one.number]
                return try prepared.problem(
                    of: drawn.woman, parameterFactors: drawn.parameterFactors,
                    ownTherapy: one.stop.map { trial.therapy(ofArm: arm, stoppedAt: $0) })
            }
        }
        let posed = problems.compactMap { try? $0.get() }
        let padding = posed.first.map { Array(repeating: $0, count: ScenarioSolver.batch - posed.count) } ?? []
        let trajectories = posed.isEmpty ? [] : solver.trajectories(of: posed + padding)
        var next = 0
        return zip(enrolled, problems).map { one, problem in
            do {
                _ = try problem.get()
                next += 1
                let trajectory = try trajectories[next - 1].get()
                return SimulatedWoman(
                    number: one.number, values: prepared.rows(of: trajectory, columns: columns, isWhole: true))
            } catch {
                return SimulatedWoman(number: one.number, failure: "\(error)", valueCount: valueCount)
            }
        }
    }
}

import Modeling

/// Hours apart from years: kinetics in closed form, what the skeleton sees of them averaged over each day or, once they
/// repeat, over one day for all, and the skeleton integrated in steps of days to months.
///
/// Averages are exact in the kinetics and of first order in the ratio of a day to the slow states' times; how far the
/// result is from full resolution is measured, not assumed.
public struct MultiscaleSolver: Solver, LaneSolver {
    /// What becomes of the hours between doses.
    public enum Hours: Sendable {
        /// The skeleton sees their average.
        case averaged
        /// The skeleton goes through them, with the kinetics exact at every moment: full resolution.
        case followed
    }

    public let tolerances: Tolerances
    private let hours: Hours
    private let compiled: CompiledModel
    private let separation: Separation
    private let kinetics: Kinetics
    private let step: RosenbrockStep
    private let slowOutputs: LaneProgram
    private let outputs: LaneProgram
    private let doses: DosePrograms
    private let maximumSteps: Int

    /// Splits and compiles a model once; solving is then cheap to start.
    ///
    /// - Parameters:
    ///   - switches: controls that no event changes and that are the same for every woman, with their values in base
    ///     units; equations are simplified by them.
    ///   - outputs: places of the outputs that are wanted; the others are then not a number, and states that none of
    ///     the wanted rests on stay as they begin. All outputs and states if left out.
    /// - Throws: `NotSeparable` saying why this model needs full resolution.
    public init(
        _ compiled: CompiledModel, hours: Hours = .averaged, switches: [String: Double] = [:],
        outputs: [Int]? = nil, tolerances: Tolerances = Tolerances(), maximumSteps: Int = 100_000
    ) throws(NotSeparable) {
        let system = compiled.equations.folding(switches)
        self.compiled = compiled
        self.hours = hours
        self.tolerances = tolerances
        self.maximumSteps = maximumSteps
        separation = try Separation(compiled, system, outputs: outputs)
        kinetics = Kinetics(separation, system)
        step = RosenbrockStep(separation.slowSystem)
        doses = DosePrograms(compiled)
        slowOutputs = LaneProgram(separation.slowSystem.program(for: separation.slowSystem.outputs))
        self.outputs = LaneProgram(system.program(for: separation.wanted.map { system.outputs[$0] }))
    }

    /// - Precondition: the problem's model is the one this solver was made for.
    public func solve(_ problem: InitialValueProblem, samples: [Sample]) throws -> Trajectory {
        try Trajectory(solve(LaneProblem(problem), samples: samples), of: problem)
    }

    package func integrate(_ problem: LaneProblem, samples: [Sample]) throws -> LaneTrajectory {
        var run = try MultiscaleRun(
            problem, separation: separation, kinetics: kinetics, hours: hours, step: step, slowOutputs: slowOutputs,
            outputs: outputs, doses: doses, tolerances: tolerances, maximumSteps: maximumSteps, samples: samples)
        return try run.result()
    }
}

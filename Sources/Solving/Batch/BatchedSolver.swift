import Modeling

/// Full resolution, several women at once: every dose and hour is integrated by a one-step method.
public struct BatchedSolver: Solver, LaneSolver {
    public let tolerances: Tolerances
    private let compiled: CompiledModel
    /// The equations that are integrated, and where their states and outputs stand in the model.
    private let system: EquationSystem
    private let kept: [Int]
    private let wanted: [Int]
    private let step: RosenbrockStep
    private let outputs: LaneProgram
    private let doses: DosePrograms
    private let maximumSteps: Int

    /// Compiles the step of a model once; solving is then cheap to start.
    ///
    /// - Parameters:
    ///   - switches: controls that no event changes and that are the same for every woman, with their values in base
    ///     units; equations are simplified by them.
    ///   - outputs: places of the outputs that are wanted; the others are then not a number, and states that none of
    ///     the wanted rests on stay as they begin. All outputs and states if left out.
    ///   - maximumSteps: attempts between two events after which integration is given up.
    public init(
        _ compiled: CompiledModel, switches: [String: Double] = [:], outputs: [Int]? = nil,
        tolerances: Tolerances = Tolerances(), maximumSteps: Int = 100_000
    ) {
        let whole = compiled.equations.folding(switches)
        kept = whole.states(behind: outputs)
        wanted = outputs ?? Array(whole.outputs.indices)
        system = whole.keeping(states: kept, outputs: wanted)
        self.compiled = compiled
        self.tolerances = tolerances
        self.maximumSteps = maximumSteps
        step = RosenbrockStep(system)
        doses = DosePrograms(compiled)
        self.outputs = LaneProgram(system.program(for: system.outputs))
    }

    /// - Precondition: the problem's model is the one this solver was made for.
    public func solve(_ problem: InitialValueProblem, samples: [Sample]) throws -> Trajectory {
        try Trajectory(solve(LaneProblem(problem), samples: samples), of: problem)
    }

    package func integrate(_ problem: LaneProblem, samples: [Sample]) throws -> LaneTrajectory {
        let shape = problem.shape
        let initial = problem.states.rows(kept)
        let position = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        let integrator = RosenbrockIntegrator(
            step, shape: shape, tolerances: tolerances, maximumSteps: maximumSteps, time: problem.span.lowerBound,
            states: initial, firstStep: Self.firstStep)
        var sampler = LaneSampler(system, outputs, samples: samples, shape: shape)
        let ports = LaneDoses(doses, shape: shape)
        var constants = problem.constants
        func load() {
            integrator.load(constants: constants)
            sampler.load(constants: constants)
            ports.load(constants: constants)
        }
        load()
        sampler.advance(LaneStep(at: integrator.time, integrator.states))

        lazy var rates = LaneMachine(LaneProgram(system.program(for: system.rates)), shape)
        // The first step after a dose is the one that worked after the last such dose.
        var remembered: [LaneEvent.Actions: Double] = [:]
        var latest: LaneEvent.Actions?
        let events = problem.activeEvents
        for event in events {
            try integrator.advance(to: event.time, &sampler)
            if let latest { remembered[latest] = integrator.firstLength }
            for lane in event.change.beginnings { integrator.begin(lane, with: initial) }
            if !event.change.settings.isEmpty {
                try constants.apply(event.change.settings, in: compiled)
                load()
            }
            for dose in event.doses {
                let jumps = try ports.jumps(dose).compactMap { jump -> LaneDoses.Jump? in
                    position[jump.state].map { (state: $0, lanes: jump.lanes) }
                }
                if let shift = ports.shift(of: dose) {
                    integrator.delay(jumps, by: shift, rates, constants: constants)
                } else {
                    integrator.add(jumps)
                }
            }
            sampler.interrupt()
            integrator.nextLength = remembered[event.actions] ?? min(integrator.nextLength, Self.firstStep)
            latest = event.actions
        }
        try integrator.advance(to: problem.span.upperBound, &sampler)
        var statistics = integrator.statistics
        statistics.events = events.count
        var final = problem.states
        final.set(kept, from: integrator.states)
        let count = compiled.equations.outputs.count
        return LaneTrajectory(
            samples: samples, outputs: sampler.outputs.map { $0.spread(over: count, at: wanted) }, finalStates: final,
            statistics: statistics, failures: integrator.failures)
    }

    /// Days; the error control finds the right length within a few steps.
    private static let firstStep = 1e-3
}

extension LaneRows {
    /// Sets controls and parameters that an event names.
    mutating func apply(_ settings: [LaneEvent.Setting], in compiled: CompiledModel) throws {
        for setting in settings {
            let row = try LaneProblem.index(of: setting.name, in: compiled)
            for lane in shape.valueLanes {
                if let value = Double?.of(setting.values, lane: lane) { self[row, lane] = value }
            }
            guard shape.reading == .derivatives, setting.values.first != .some(nil) else { continue }
            for lane in 1..<shape.width { self[row, lane] = 0 }
        }
    }
}

extension LaneProblem {
    /// One woman on every lane.
    init(_ problem: InitialValueProblem) {
        func rows(_ values: [Double]) -> LaneRows {
            var rows = LaneRows(values.count, .women)
            for (index, value) in values.enumerated() { rows.set(row: index, to: value) }
            return rows
        }
        self.init(
            problem.compiled, constants: rows(problem.controls + problem.parameters),
            states: rows(problem.initialState), span: problem.span,
            schedule: LaneSchedule(LaneEvent.shared(problem.events)))
    }
}

extension Trajectory {
    /// What the first lane saw.
    init(_ lanes: LaneTrajectory, of problem: InitialValueProblem) throws {
        if let failure = lanes.failures[0] { throw failure }
        self = lanes.trajectory(of: 0, problem.compiled)
    }
}

extension LaneTrajectory {
    /// The same with the work and the failures of what came before it; the earlier failures come first.
    package func continuing(_ earlier: LaneTrajectory) -> LaneTrajectory {
        LaneTrajectory(
            samples: samples, outputs: outputs, finalStates: finalStates, statistics: earlier.statistics + statistics,
            failures: failures.merging(earlier.failures) { $1 })
    }

    /// What one lane saw, without states between beginning and end.
    package func trajectory(of lane: Int, _ compiled: CompiledModel) -> Trajectory {
        func column(_ rows: LaneRows) -> [Double] { (0..<rows.count).map { rows[$0, lane] } }
        return Trajectory(
            compiled: compiled, samples: samples, outputs: outputs.map(column), states: samples.map { _ in [] },
            sensitivities: samples.map { _ in [] }, finalState: column(finalStates), statistics: statistics)
    }
}

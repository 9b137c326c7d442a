import Modeling

#if canImport(Glibc)
    import Glibc
#endif

/// Integrates all lanes together, with one step length for the batch.
///
/// A class because it owns the machine's memory and moves through time.
final class RosenbrockIntegrator {
    let shape: LaneShape
    private let step: RosenbrockStep
    private let machine: LaneMachine
    private let extensionMachine: LaneMachine
    private let maximumSteps: Int
    private(set) var time: Double
    private(set) var states: LaneRows
    private(set) var statistics = SolverStatistics()
    /// Women whose integration has failed, by lane; their lanes no longer count.
    private(set) var failures: [Int: SolverError] = [:]
    private var length: Double
    private let firstStep: Double
    private var before: LaneRows

    /// Shares of the step the error estimate allows: cautious, not above fivefold growth, not below a fifth.
    private static let caution = 0.9
    private static let growth = 5.0
    private static let shrinkage = 0.2
    /// A step below this share of the time already reached cannot move it.
    private static let shortest = 1e-13
    /// Days. Earlier than this every step moves time, and one has to be too short all the same.
    private static let earliest = 1e-6

    init(
        _ step: RosenbrockStep, shape: LaneShape, tolerances: Tolerances, maximumSteps: Int, time: Double,
        states: LaneRows, firstStep: Double
    ) {
        self.step = step
        self.shape = shape
        self.maximumSteps = maximumSteps
        self.time = time
        self.states = states
        machine = LaneMachine(step.program, shape)
        before = states
        extensionMachine = LaneMachine(step.extensionProgram, shape)
        length = firstStep
        self.firstStep = firstStep
        machine.set(RosenbrockStep.toleranceGroup, 0, to: tolerances.relative)
        machine.set(RosenbrockStep.toleranceGroup, 1, to: tolerances.absoluteShare)
    }

    /// Takes new values of what is constant between events.
    func load(constants: LaneRows) {
        machine.set(EquationSystem.constantGroup, to: constants)
        machine.prepare()
    }

    /// Takes new values of what the solver itself varies.
    func load(varying: LaneRows) { machine.set(EquationSystem.varyingGroup, to: varying) }

    /// Lets a woman begin whose lane has run idle.
    func begin(_ lane: Int, with initial: LaneRows) {
        for row in 0..<states.count { states[row, lane] = initial[row, lane] }
        failures[lane] = nil
    }

    /// Adds to states, as a dose does.
    func add(_ amounts: [(state: Int, lanes: [Double])]) {
        for (state, lanes) in amounts {
            for lane in 0..<shape.width { states.values[state * shape.width + lane] += lanes[lane] }
        }
    }

    /// Adds what a dose brings whose arrival depends on what derivatives are taken to: the longer it is away, the longer
    /// the states go on as without it.
    ///
    /// - Parameters:
    ///   - shift: the derivatives of the arrival.
    ///   - rates: a machine for the rates of the states.
    func delay(
        _ amounts: [(state: Int, lanes: [Double])], by shift: [Double], _ rates: LaneMachine, constants: LaneRows
    ) {
        rates.set(EquationSystem.constantGroup, to: constants)
        rates.set(EquationSystem.timeGroup, to: time)
        rates.prepare()
        func found() -> LaneRows {
            rates.set(EquationSystem.stateGroup, to: states)
            rates.run()
            return rates.results(0..<states.count)
        }
        let without = found()
        add(amounts)
        let with = found()
        for row in 0..<states.count {
            for lane in 1..<shape.width {
                states[row, lane] += (without[row, 0] - with[row, 0]) * shift[lane]
            }
        }
    }

    /// The step length to try next; a caller that knows the problem may set it after an event.
    var nextLength: Double {
        get { length }
        set { length = newValue }
    }

    /// The length that would have suited the first step since the last event.
    private(set) var firstLength: Double?

    /// Integrates to a time exactly, showing every step to the sampler.
    ///
    /// - Throws: `SolverError` if no lane is left, `CancellationError` if the task was cancelled.
    func advance(to end: Double, _ sampler: inout LaneSampler) throws {
        firstLength = nil
        var attempts = 0
        while time < end {
            try Task.checkCancellation()
            attempts += 1
            let remaining = end - time
            var trial = min(length, remaining)
            // Two equal steps rather than a long one and a sliver.
            if trial < remaining, 2 * trial > remaining { trial = remaining / 2 }
            guard attempts <= maximumSteps, trial > Self.shortest * max(abs(time), Self.earliest) || trial == remaining
            else {
                try fail(attempts > maximumSteps ? "too many steps are needed to go on" : nil)
                (attempts, length) = (0, firstStep)
                continue
            }
            let error = attempt(trial)
            statistics.rateEvaluations += RosenbrockMethod.stageTimes.count
            statistics.jacobianEvaluations += 1
            let factor = error.isFinite ? Self.caution * pow(error, -1 / RosenbrockMethod.errorOrder) : 0
            let share = min(Self.growth, max(Self.shrinkage, factor))
            guard error <= 1 else {
                statistics.errorTestFailures += 1
                length = trial * min(share, Self.caution)
                continue
            }
            if firstLength == nil { firstLength = trial * share }
            accept(trial, end: end, &sampler)
            // A step cut short by an event says nothing against a longer one.
            length = trial < length ? max(length, trial * share) : trial * share
        }
    }

    /// The largest error of all lanes that count.
    private func attempt(_ trial: Double) -> Double {
        machine.set(EquationSystem.timeGroup, to: time)
        machine.set(EquationSystem.stateGroup, to: states)
        machine.set(RosenbrockStep.lengthGroup, to: trial)
        machine.run()
        var largest = 0.0
        let squares = machine.result(step.squaredError)
        for lane in shape.valueLanes where failures[lane] == nil {
            guard squares[lane].isFinite else { return .infinity }
            largest = max(largest, squares[lane])
        }
        return largest.squareRoot()
    }

    private func accept(_ trial: Double, end: Double, _ sampler: inout LaneSampler) {
        statistics.steps += 1
        swap(&before, &states)
        states.values.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress { machine.copy(step.newStates, to: start) }
        }
        let start = time
        time = trial >= end - time ? end : time + trial
        if sampler.isInterested(upTo: time) {
            let extensions = step.extensions(of: machine, on: extensionMachine)
            sampler.advance(
                LaneStep(from: start, to: time, before: before, after: states, extensions: extensions))
        }
    }

    /// Gives up the lanes whose error is worst, so that the others can go on.
    private func fail(_ reason: String?) throws {
        let squares = machine.result(step.squaredError)
        let active = shape.valueLanes.filter { failures[$0] == nil }
        var lost = active.filter { !squares[$0].isFinite }
        if lost.isEmpty { lost = active.filter { squares[$0] > 1 } }
        if lost.isEmpty {
            // The last step was accepted: those who made it as short as it was.
            let worst = active.map { squares[$0] }.max()
            lost = active.filter { squares[$0] == worst }
        }
        for lane in lost {
            let said =
                reason
                ?? (squares[lane].isFinite
                    ? "the error stays too large however small the step" : "its rates are not finite numbers")
            failures[lane] = SolverError(time: time, state: nil, reason: said)
        }
        if failures.count == shape.valueLanes.count, let first = failures.values.first { throw first }
    }
}

/// What lies within one step of all lanes.
struct LaneStep {
    let from: Double
    let to: Double
    let before: LaneRows
    let after: LaneRows
    /// Two terms of the continuous extension, one after the other; empty for an instant.
    let extensions: LaneRows

    init(from: Double, to: Double, before: LaneRows, after: LaneRows, extensions: LaneRows) {
        self.from = from
        self.to = to
        self.before = before
        self.after = after
        self.extensions = extensions
    }

    /// A step of no length.
    init(at time: Double, _ states: LaneRows) {
        self.init(from: time, to: time, before: states, after: states, extensions: LaneRows(0, states.shape))
    }

    /// The states at a time within the step.
    func states(at time: Double, into rows: inout LaneRows) {
        guard to > from, time > from else {
            rows.values = before.values
            return
        }
        guard time < to else {
            rows.values = after.values
            return
        }
        let share = (time - from) / (to - from)
        let rest = 1 - share
        let half = before.values.count
        for index in 0..<half {
            rows.values[index] =
                rest * before.values[index]
                + share
                * (after.values[index]
                    + rest * (extensions.values[index] + share * extensions.values[half + index]))
        }
    }
}

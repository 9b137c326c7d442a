import Modeling

/// Outputs at instants, with the kinetics as they are at that hour and not on average.
struct InstantSamples {
    private let times: [Double]
    /// Instant samples not yet taken, the earliest last, by their place among all samples.
    private var pending: [Int]
    private let machine: LaneMachine
    private let factors: [Double]
    private let separation: Separation
    private let stateCount: Int
    private var found: [Int: LaneRows] = [:]

    init(
        _ system: EquationSystem, _ outputs: LaneProgram, _ separation: Separation, samples: [Sample],
        shape: LaneShape
    ) {
        machine = LaneMachine(outputs, shape)
        factors = separation.wanted.map { 1 / system.outputFactors[$0] }
        stateCount = system.states.count
        self.separation = separation
        times = samples.map(\.start)
        pending = samples.indices.filter { if case .instant = samples[$0] { true } else { false } }
            .sorted { samples[$0].start > samples[$1].start }
    }

    /// Takes new values of the system's constants, from now on.
    func load(constants: LaneRows) {
        machine.set(EquationSystem.constantGroup, to: constants)
        machine.prepare()
    }

    func isInterested(upTo time: Double) -> Bool { pending.last.map { times[$0] <= time } == true }

    /// Evaluates what lies up to a time, from the slow states the sampler saw and the kinetics at each instant.
    mutating func take(
        upTo end: Double, _ sampler: LaneSampler, _ kinetics: (Double) throws -> LaneRows
    ) rethrows {
        while let index = pending.last, times[index] <= end {
            pending.removeLast()
            guard let slow = sampler.states[index] else { continue }
            var states = LaneRows(stateCount, slow.shape)
            states.set(separation.slow, from: slow)
            states.set(separation.linear, from: try kinetics(times[index]))
            machine.set(EquationSystem.timeGroup, to: times[index])
            machine.set(EquationSystem.stateGroup, to: states)
            machine.run()
            var rows = machine.results(0..<factors.count)
            rows.scale(by: factors)
            found[index] = rows
        }
    }

    /// All samples' outputs, instants replaced by what was found here.
    func merged(with outputs: [LaneRows]) -> [LaneRows] {
        outputs.enumerated().map { found[$0.offset] ?? $0.element }
    }
}

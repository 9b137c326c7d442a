import Modeling
import Symbolics

/// What the delayed quantities of a model are worth, and where what once jumped is felt again.
final class Past {
    private struct Formula {
        let machine: Machine
        /// Delayed quantities that it wants in turn.
        let wanted: [Int]
    }

    private struct Look {
        let delay: Formula
        let quantity: Formula
        let before: Formula
        let hasConstantDelay: Bool
    }

    private let looks: [Look]
    private let start: Double
    private var history: StateHistory
    /// Controls and parameters, and since when they hold.
    private var epochs: [(since: Double, controls: [Double], parameters: [Double])] = []
    private var breaks: [(time: Double, generation: Int)] = []
    private var depth = 0

    /// Quantities that look back to themselves without end are no numbers.
    private static let deepest = 5_000
    /// Each delay makes a jump smoother by one derivative; beyond the order of the solver none is felt.
    private static let generations = 6

    /// Nil for a model that does not look back.
    init?(_ compiled: CompiledModel, start: Double) {
        let delayed = compiled.model.delayedQuantities
        guard !delayed.isEmpty else { return nil }
        self.start = start
        history = StateHistory(start: start, states: [])
        let places = Dictionary(uniqueKeysWithValues: delayed.enumerated().map { ($1.symbol, $0) })
        let moving = Set(compiled.model.states.map(\.symbol)).union(places.keys).union([Symbol.time])
        var inliner = compiled.model.inliner()
        looks = delayed.map { past in
            func formula(_ expression: Expression) -> Formula {
                Formula(
                    machine: compiled.machine(for: compiled.program(for: [expression])),
                    wanted: inliner.apply(to: expression).symbols.compactMap { places[$0] })
            }
            return Look(
                delay: formula(past.delay), quantity: formula(past.quantity), before: formula(past.before),
                hasConstantDelay: !inliner.apply(to: past.delay).symbols.contains(where: moving.contains))
        }
    }

    /// Takes new controls and parameters; what lies before keeps its own.
    func load(controls: [Double], parameters: [Double], from time: Double) {
        epochs.append((epochs.isEmpty ? -.infinity : time, controls, parameters))
    }

    func begin(at time: Double, _ states: [Double]) { history.begin(at: time, states) }

    func skip(to time: Double) { history.skip(to: time) }

    func record(from start: Double, to end: Double, _ step: some Sampler.Step) {
        history.record(from: start, to: end, step)
    }

    /// The rates at the end of what is recorded.
    var slopes: [Double]? {
        get { history.slopes }
        set { history.slopes = newValue }
    }

    /// All delayed quantities as seen from a moment, in the model's order.
    func values(at time: Double, _ states: [Double]) -> [Double] {
        looks.indices.map { value(of: $0, at: time, states) }
    }

    /// The shortest delay at a moment; one that is always zero looks at the present and does not count.
    func shortestDelay(at time: Double, _ states: [Double]) -> Double {
        looks.indices.reduce(.infinity) { shortest, place in
            let delay = delay(of: place, at: time, states)
            return looks[place].hasConstantDelay && delay == 0 ? shortest : min(shortest, delay)
        }
    }

    private func value(of place: Int, at time: Double, _ states: [Double]) -> Double {
        guard depth < Self.deepest else { return .nan }
        depth += 1
        defer { depth -= 1 }
        let delay = delay(of: place, at: time, states)
        guard delay >= 0 else { return .nan }
        let then = time - delay
        if then < start { return run(looks[place].before, at: then, states) }
        let past = delay == 0 ? states : history.states(at: then, now: (time, states))
        return run(looks[place].quantity, at: then, past)
    }

    private func delay(of place: Int, at time: Double, _ states: [Double]) -> Double {
        run(looks[place].delay, at: time, states)
    }

    private func run(_ formula: Formula, at time: Double, _ states: [Double]) -> Double {
        guard let epoch = epochs.last(where: { $0.since <= time }) else { return .nan }
        var delayed = looks.map { _ in Double.nan }
        for other in formula.wanted { delayed[other] = value(of: other, at: time, states) }
        formula.machine.load(controls: epoch.controls + delayed, parameters: epoch.parameters)
        var result = 0.0
        formula.machine.evaluate(time: time, states: states, into: &result)
        return result
    }
}

extension Past {
    /// When a jump of the past is felt next, as far as delays are constant.
    func nextBreak(after time: Double) -> Double { breaks.map(\.time).filter { $0 > time }.min() ?? .infinity }

    /// Something jumps at a time, and will be felt as long after as each delay is.
    func noteBreak(at time: Double) { noteBreak(at: time, generation: 0) }

    private func noteBreak(at time: Double, generation: Int) {
        guard generation < Self.generations else { return }
        let states = history.states(at: time, now: (time, []))
        for place in looks.indices where looks[place].hasConstantDelay {
            let next = time + delay(of: place, at: time, states)
            if next > time, next.isFinite, !breaks.contains(where: { $0.time == next }) {
                breaks.append((next, generation + 1))
            }
        }
    }

    /// Whether there were any up to a time; they are then felt again later.
    func takeBreaks(until time: Double) -> Bool {
        let passed = breaks.filter { $0.time <= time }
        breaks.removeAll { $0.time <= time }
        for (time, generation) in passed { noteBreak(at: time, generation: generation) }
        return !passed.isEmpty
    }
}

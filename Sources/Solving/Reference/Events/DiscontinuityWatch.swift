import Modeling
import Symbolics

/// Follows comparisons and roundings along a trajectory and finds where they change.
///
/// What is followed is the sign of a difference and not the truth of a condition, so that a condition that holds for an
/// instant only (`x == 5`) or between two steps is not missed. CVODES' own root finding is not used because it is blind
/// to a difference that starts at zero, or comes to rest there, which triggers of events often do.
final class DiscontinuityWatch {
    /// The first change within a step.
    struct Change {
        let time: Double
        /// The time just before, at which nothing had changed.
        let before: Double
        /// What changed, by place.
        let places: [Int]
    }

    private let kinds: [Discontinuity.Kind]
    private let machine: Evaluator
    private let clock: Clock
    private let pointsPerStep: Int
    private var values: [Double]
    private var scratch: [Double]
    private var states: [Double]
    /// Where each stands now.
    private(set) var categories: [Double]
    /// Those whose quantity was changed by what happened at this moment.
    private var touched = Set<Int>()

    /// - Parameter pointsPerStep: at how many points of a step signs are looked at, its end included.
    init(_ compiled: CompiledModel, _ discontinuities: [Discontinuity], _ past: Past?, pointsPerStep: Int) {
        kinds = discontinuities.map(\.kind)
        machine = Evaluator(compiled, compiled.program(for: discontinuities.map(\.quantity)), past)
        clock = Clock(compiled, discontinuities)
        self.pointsPerStep = pointsPerStep
        values = kinds.map { _ in .nan }
        scratch = values
        categories = values
        states = compiled.model.states.map { _ in 0 }
    }

    /// What each comparison is worth now.
    var switches: [Double] { kinds.indices.map { Discontinuity.truth(categories[$0], kinds[$0]) } }

    func load(controls: [Double], parameters: [Double]) {
        machine.load(controls: controls, parameters: parameters)
        clock.load(controls: controls, parameters: parameters)
    }

    /// When the next change comes of those that depend on time alone, or now if one of them is just at its bound.
    func nextByClock(after time: Double, _ states: [Double]) -> Double {
        evaluate(time, states)
        return clock.next(after: time, states, scratch, categories)
    }

    /// Takes in the present values and, with them, where everything stands that they have changed.
    func take(_ time: Double, _ states: [Double]) {
        evaluate(time, states)
        for place in kinds.indices where scratch[place].bitPattern != values[place].bitPattern {
            categories[place] = Discontinuity.category(scratch[place], kinds[place])
            touched.insert(place)
        }
        values = scratch
    }

    /// Goes to a change; a difference that has passed zero since is said to be at zero until `pass` is called.
    func arrive(at change: Change, _ states: [Double]) {
        evaluate(change.time, states)
        values = scratch
        touched = []
        for place in change.places {
            let now = Discontinuity.category(values[place], kinds[place])
            let hasPassedZero = kinds[place] != .floor && categories[place] * now == -1
            categories[place] = hasPassedZero ? 0 : now
        }
    }

    /// Goes past a change; what has been changed since by events stays where they put it.
    func pass(_ change: Change) {
        for place in change.places where !touched.contains(place) {
            categories[place] = Discontinuity.category(values[place], kinds[place])
        }
    }

    /// The first change after `start` and no later than `end`, within the step just made.
    func firstChange(from start: Double, to end: Double, _ step: some Sampler.Step) -> Change? {
        guard !kinds.isEmpty, end > start else { return nil }
        var before = start
        for point in 1...pointsPerStep {
            let share = Double(point) / Double(pointsPerStep)
            let time = point == pointsPerStep ? end : start + share * (end - start)
            guard time > before else { continue }
            if hasChanged(at: time, step) { return narrow(before, time, end - start, step) }
            before = time
        }
        return nil
    }

    /// The first change of which the end of an interval is known to have one, between neighbouring numbers.
    private func narrow(_ start: Double, _ end: Double, _ length: Double, _ step: some Sampler.Step) -> Change {
        var (low, high) = (start, end)
        // Near time zero numbers are denser than any step can tell.
        let least = length * 0x1p-60
        while high - low > least {
            let middle = low + (high - low) / 2
            guard low < middle, middle < high else { break }
            if hasChanged(at: middle, step) { high = middle } else { low = middle }
        }
        _ = hasChanged(at: high, step)
        let places = kinds.indices.filter { Discontinuity.category(scratch[$0], kinds[$0]) != categories[$0] }
        return Change(time: high, before: low, places: places)
    }

    private func hasChanged(at time: Double, _ step: some Sampler.Step) -> Bool {
        step.states(at: time, into: &states)
        evaluate(time, states)
        return kinds.indices.contains { Discontinuity.category(scratch[$0], kinds[$0]) != categories[$0] }
    }

    private func evaluate(_ time: Double, _ states: [Double]) {
        guard !kinds.isEmpty else { return }
        machine.evaluate(time: time, states: states, into: &scratch)
    }
}

import Exchange
import Modeling
import Solving
import Symbolics

/// When to look, and how: at the instant for what changes slowly, over a dosing interval or cycle for what oscillates.
struct SamplePlan {
    /// Days since time zero that are looked at.
    let times: [Double]
    /// Which of them are rows of the report; the others were asked for besides.
    let isReported: [Bool]
    let samples: [Sample]
    /// Whether levels are those of the moment throughout.
    let isRaw: Bool
    /// For each reported time, where its average stands among the samples, if it has one.
    private let averages: [Int?]
    private let zoomPlans: [(kind: Simulation.Zoom.Kind, start: Double, samples: Range<Int>)]

    init(_ scenario: Scenario, extraTimes: [Double], raw: Bool, closeLooks: Bool = true) {
        isRaw = raw
        let horizon = scenario.horizon
        let grid = stride(from: 0.0, to: horizon - 1e-6, by: scenario.reportInterval).map { $0 } + [horizon]
        let wanted = grid + extraTimes.map { $0 * Unit.daysPerYear }.filter { $0 <= horizon + 1e-6 }
        var times: [Double] = []
        for time in wanted.sorted() where time - (times.last ?? -1) > 1e-6 { times.append(min(time, horizon)) }
        self.times = times
        isReported = times.map { time in
            time == horizon || abs(time / scenario.reportInterval - (time / scenario.reportInterval).rounded()) < 1e-6
        }

        var samples: [Sample] = times.map { .instant($0) }
        averages = times.map { time in
            guard !raw else { return nil }
            let cycle = Self.ownCycle(scenario)
            guard let period = [Self.period(of: scenario, at: time), cycle].compactMap(\.self).max() else {
                return nil
            }
            // Whole days, so that no dose counts for half; before a whole cycle is over, the first.
            let end = max(time.rounded(.down), min(time, 1), min(cycle ?? 0, horizon))
            samples.append(.average(from: max(0, end - period), to: end))
            return samples.count - 1
        }
        var plans: [(Simulation.Zoom.Kind, Double, Range<Int>)] = []
        for (kind, start, length, count) in closeLooks ? Self.closeLooks(scenario) : [] {
            let first = samples.count
            samples += (0...count).map { .instant(start + length * Double($0) / Double(count)) }
            plans.append((kind, start, first..<samples.count))
        }
        self.samples = samples
        zoomPlans = plans
    }

    /// The length of her own cycles where they are followed and rows are too far apart to show them.
    private static func ownCycle(_ scenario: Scenario) -> Double? {
        scenario.ovary == .resolved && scenario.reportInterval > 7 ? MenstrualCycle.length : nil
    }

    /// The longest dosing or cycle period of what is being taken just before a time; nil for nothing.
    private static func period(of scenario: Scenario, at time: Double) -> Double? {
        scenario.therapy.filter { $0.from < time && time <= $0.until + 1e-6 }
            .compactMap { treatment in
                let period = max(treatment.days.map { Double($0.cycleLength) } ?? 0, treatment.every ?? 1)
                guard period > longInterval, treatment.until < scenario.horizon - 1 else { return period }
                // Over the last interval of a depot the mean becomes the moment, so that what follows is no jump.
                let left = treatment.until - time
                return left < 1 ? nil : min(period, left)
            }
            .max()
    }

    /// Days from which on an interval is seen as such and not as an oscillation.
    private static let longInterval = 31.0

    /// A close look that is planned: what is seen, from when, for how many days and at how many steps.
    private typealias Look = (kind: Simulation.Zoom.Kind, start: Double, length: Double, count: Int)

    /// Her own last cycle; the last full cycle of what she takes and, within it, the last day on which everything cyclic
    /// is taken.
    private static func closeLooks(_ scenario: Scenario) -> [Look] {
        ownCycle(of: scenario) + dosing(scenario)
    }

    /// Two cycles' time, within which a whole one is found once it is known when she ovulates.
    private static func ownCycle(of scenario: Scenario) -> [Look] {
        let span = 2 * MenstrualCycle.length
        let end = scenario.therapy.map(\.until).max() ?? scenario.horizon
        guard scenario.ovary == .resolved, end >= span else { return [] }
        return [(.ownCycle, end - span, span, 2 * 28 * 24)]
    }

    private static func dosing(_ scenario: Scenario) -> [Look] {
        let hormones = scenario.therapy.filter { Medicines.form(of: $0)?.isHormone == true }
        guard let main = hormones.max(by: { $0.until - $0.from < $1.until - $1.from }) else { return [] }
        let cyclic = hormones.filter { $0.days != nil && $0.until - $0.from >= Double($0.days?.cycleLength ?? 0) }
            .max { $0.until < $1.until }
        guard let cyclic, let pattern = cyclic.days else {
            // A day of what is given for weeks shows nothing.
            guard main.until - main.from >= 1, (main.every ?? 1) <= 1 else { return [] }
            let day = main.from + ((main.until - main.from - 1e-6).rounded(.down) - 1)
            return [(.day, max(main.from, day), 1, 288)]
        }
        let days = Double(pattern.cycleLength)
        let full = ((cyclic.until - cyclic.from) / days + 1e-9).rounded(.down)
        let start = cyclic.from + (full - 1) * days
        return [
            (.day, start + Double(pattern.last - 1), 1, 288), (.cycle, start, days, pattern.cycleLength * 24),
        ]
    }

    /// Whether an output moves so little within a dosing period that it is reported at the instant.
    static func isSlow(_ output: String) -> Bool {
        // What accumulates belongs to its moment; only sleep and sedation follow nights.
        ["density.", "tScore.", "zScore.", "fracture.", "outcome."].contains { output.hasPrefix($0) }
            && !["outcome.sleep", "outcome.sedation"].contains(output)
    }

    /// The sample that is reported for a time.
    func sample(at time: Int, isSlow: Bool) -> Int { isSlow ? time : averages[time] ?? time }

    /// Outputs over the reported times; slow ones at the instant, the rest on average where there is an average.
    func columns(of trajectory: Trajectory, outputs: [String]) -> [String: [Double]] {
        var result: [String: [Double]] = [:]
        for (column, name) in outputs.enumerated() {
            let isSlow = Self.isSlow(name)
            result[name] = times.indices.map { trajectory.outputs[sample(at: $0, isSlow: isSlow)][column] }
        }
        return result
    }

    func zooms(of trajectory: Trajectory, outputs: [String]) -> [Simulation.Zoom] {
        zoomPlans.map { kind, start, range in
            let range = kind == .ownCycle ? Self.cycle(in: range, trajectory, lh: outputs.firstIndex(of: "serum.LH")) : range
            let instants = range.map { index -> Double in
                if case .instant(let time) = samples[index] { return time }
                return .nan
            }
            let first = instants.first ?? start
            var values: [String: [Double]] = [:]
            for (column, name) in outputs.enumerated() where name.hasPrefix("serum.") || name.hasPrefix("receptor.") {
                values[name] = range.map { trajectory.outputs[$0][column] }
            }
            return Simulation.Zoom(kind: kind, start: first, times: instants.map { $0 - first }, values: values)
        }
    }

    /// One cycle of two, beginning a follicular phase before the peak of LH; where LH does not peak, the second half.
    private static func cycle(in range: Range<Int>, _ trajectory: Trajectory, lh column: Int?) -> Range<Int> {
        let half = (range.count - 1) / 2
        guard let column else { return range }
        let levels = range.map { trajectory.outputs[$0][column] }
        // The first day lies in the first half if ovulation, mid-cycle, lies in the middle half.
        let middle = half / 2..<half / 2 + half
        let peak = middle.max { levels[$0] < levels[$1] } ?? half
        let mean = levels.reduce(0, +) / Double(levels.count)
        let first = levels[peak] > surge * mean ? peak - half / 2 : half
        return range.lowerBound + first..<range.lowerBound + first + half + 1
    }

    /// LH over its mean from which on it is a surge and no ripple.
    private static let surge = 2.0
}

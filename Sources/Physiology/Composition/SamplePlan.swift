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
    /// For each reported time, where its average stands among the samples, if it has one.
    private let averages: [Int?]
    private let zoomPlans: [(kind: Simulation.Zoom.Kind, start: Double, samples: Range<Int>)]

    init(_ scenario: Scenario, extraTimes: [Double], raw: Bool, closeLooks: Bool = true) {
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
            guard !raw, let period = Self.period(of: scenario.therapy, at: time) else { return nil }
            // Whole days, so that no dose counts for half.
            let end = max(time.rounded(.down), min(time, 1))
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

    /// The longest dosing or cycle period of what is being taken just before a time; nil for nothing.
    private static func period(of therapy: [Treatment], at time: Double) -> Double? {
        therapy.filter { $0.from < time && time <= $0.until + 1e-6 }
            .map { treatment in max(treatment.days.map { Double($0.cycleLength) } ?? 0, treatment.every ?? 1) }
            .max()
    }

    /// The last full cycle and, within it, the last day on which everything cyclic is taken.
    private static func closeLooks(
        _ scenario: Scenario
    ) -> [(kind: Simulation.Zoom.Kind, start: Double, length: Double, count: Int)] {
        let hormones = scenario.therapy.filter { Medicines.form(of: $0)?.isHormone == true }
        guard let main = hormones.max(by: { $0.until - $0.from < $1.until - $1.from }) else { return [] }
        let cyclic = hormones.filter { $0.days != nil && $0.until - $0.from >= Double($0.days?.cycleLength ?? 0) }
            .max { $0.until < $1.until }
        guard let cyclic, let pattern = cyclic.days else {
            guard main.until - main.from >= 1 else { return [] }
            let day = main.from + ((main.until - main.from - 1e-6).rounded(.down) - 1)
            return [(.day, max(main.from, day), 1, 288)]
        }
        let length = Double(pattern.cycleLength)
        let full = ((cyclic.until - cyclic.from) / length + 1e-9).rounded(.down)
        let start = cyclic.from + (full - 1) * length
        return [
            (.day, start + Double(pattern.last - 1), 1, 288), (.cycle, start, length, pattern.cycleLength * 24),
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
            let times = range.map { index -> Double in
                if case .instant(let time) = samples[index] { return time - start }
                return .nan
            }
            var values: [String: [Double]] = [:]
            for (column, name) in outputs.enumerated() where name.hasPrefix("serum.") || name.hasPrefix("receptor.") {
                values[name] = range.map { trajectory.outputs[$0][column] }
            }
            return Simulation.Zoom(kind: kind, start: start, times: times, values: values)
        }
    }
}

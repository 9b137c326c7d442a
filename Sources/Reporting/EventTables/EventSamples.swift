import Exchange
import Solving

/// When to look at a person of an event table: at the scenario's rows, at what was observed, and finely where doses are seen.
struct EventSamples {
    /// Days.
    let reported: [Double]
    let observed: [Double]
    let curve: [Double]

    var samples: [Sample] { (reported + observed + curve).map { .instant($0) } }

    /// A moment after another that shows what happened then, in days: a millisecond, in which nothing else moves.
    private static let moment = 1e-8
    /// Points of a curve: so many, more where that many doses want them, and never more than the most.
    private static let (fewestPoints, mostPoints, pointsPerDose) = (600, 4_000, 12)

    init(_ schedule: PersonSchedule, horizon: Double, reportInterval: Double) {
        func after(_ time: Double) -> Double { min(time + Self.moment, horizon) }
        reported = stride(from: 0, to: horizon - 1e-6, by: reportInterval).map { $0 } + [horizon]
        observed = schedule.observations.map { $0.isAfterwards ? after($0.time) : $0.time }
        let doses = schedule.doseTimes
        var times = Set<Double>()
        for end in schedule.curveEnds(horizon: horizon) {
            let taken = doses.prefix { $0 < end }
            let count = min(max(Self.fewestPoints, Self.pointsPerDose * taken.count), Self.mostPoints)
            times.formUnion((0...count).map { end * Double($0) / Double(count) })
            // Both sides of a jump, where there is room for it.
            if 2 * taken.count < Self.mostPoints { times.formUnion(taken.flatMap { [$0, after($0)] }) }
        }
        curve = times.sorted()
    }

    /// The values of a column at the scenario's rows, at what was observed and on the curve.
    func parts(of column: [Double]) -> (reported: [Double], observed: [Double], curve: [Double]) {
        let first = reported.count
        let second = first + observed.count
        return (Array(column[..<first]), Array(column[first..<second]), Array(column[second...]))
    }
}

extension PersonSchedule {
    /// A row that is looked at.
    struct Look {
        let line: Int
        /// In days.
        let time: Double
        let observation: EventRecord.Observation
        let isAfterwards: Bool
    }

    /// What is looked at, in order.
    var observations: [Look] {
        entries.compactMap { entry in
            guard case .observation(let observation, let isAfterwards) = entry.act else { return nil }
            return Look(line: entry.line, time: entry.time, observation: observation, isAfterwards: isAfterwards)
        }
    }

    /// Until when an output is drawn, in days: a little beyond its last observation, or, where nothing is observed, its last dose.
    func curveEnd(of output: Int?, horizon: Double) -> Double {
        let last = observations.filter { $0.observation.output == output }.map(\.time).max()
        return min(horizon, last.map { $0 * 1.02 + 0.05 } ?? doseTimes.last.map { $0 * 1.25 + 1 } ?? horizon)
    }

    /// Those of all outputs that are observed, or the one where none is.
    fileprivate func curveEnds(horizon: Double) -> Set<Double> {
        let outputs = Set(observations.map(\.observation.output))
        return outputs.isEmpty
            ? [curveEnd(of: nil, horizon: horizon)] : Set(outputs.map { curveEnd(of: $0, horizon: horizon) })
    }

    /// When doses are taken, in days, each time once.
    var doseTimes: [Double] {
        var times: [Double] = []
        for entry in entries {
            if case .dose = entry.act, times.last != entry.time { times.append(entry.time) }
        }
        return times
    }
}

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
    private static let curvePoints = 600
    /// Doses whose jump is drawn as one.
    private static let drawnDoses = 400

    init(_ schedule: PersonSchedule, horizon: Double, reportInterval: Double) {
        func after(_ time: Double) -> Double { min(time + Self.moment, horizon) }
        reported = stride(from: 0, to: horizon - 1e-6, by: reportInterval).map { $0 } + [horizon]
        observed = schedule.observations.map { $0.isAfterwards ? after($0.time) : $0.time }
        let doses = schedule.doseTimes
        let last = schedule.observations.map(\.time).max() ?? doses.last.map { $0 * 1.25 + 1 } ?? horizon
        let end = min(horizon, last * 1.02)
        let jumps = doses.filter { $0 < end }
        let drawn = jumps.count <= Self.drawnDoses ? jumps.flatMap { [$0, after($0)] } : []
        let even = (0...Self.curvePoints).map { end * Double($0) / Double(Self.curvePoints) }
        curve = Set(even + drawn).sorted()
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

    /// When doses are taken, in days, each time once.
    var doseTimes: [Double] {
        var times: [Double] = []
        for entry in entries {
            if case .dose = entry.act, times.last != entry.time { times.append(entry.time) }
        }
        return times
    }
}

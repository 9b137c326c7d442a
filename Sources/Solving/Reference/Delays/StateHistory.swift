/// All states since the start, as the solver's own polynomials give them.
struct StateHistory {
    /// One step, kept by as many points as give its polynomial back.
    fileprivate struct Segment {
        let start: Double
        var end: Double
        /// Where the points stand, the first at the start and the last at what was the step's end.
        let times: [Double]
        let states: [[Double]]
    }

    private var segments: [Segment] = []
    /// The latest known moment, and the rates there.
    private var latest: (time: Double, states: [Double])
    var slopes: [Double]?

    init(start: Double, states: [Double]) { latest = (start, states) }

    /// CVODES' BDF has polynomials of up to the fifth degree.
    private static let points = 6
    /// The points of Chebyshev's second kind between 0 and 1, on which interpolation magnifies rounding least.
    private static let shares: [Double] = [
        0, 0.095491502812526286, 0.34549150281252627, 0.65450849718747373, 0.90450849718747371, 1,
    ]
    /// Of Berrut and Trefethen, SIAM Rev 2004;46:501, section 5, for those points.
    fileprivate static let barycentric: [Double] = [0.5, -1, 1, -1, 1, -0.5]

    /// Keeps the step just made.
    mutating func record(from start: Double, to end: Double, _ step: some Sampler.Step) {
        let times = Self.shares.map { $0 == 1 ? end : start + $0 * (end - start) }
        let states = times.map { time in
            var states = latest.states
            step.states(at: time, into: &states)
            return states
        }
        segments.append(Segment(start: start, end: end, times: times, states: states))
        latest = (end, states[Self.points - 1])
        slopes = nil
    }

    /// States at a time later than some steps, which are forgotten as far as they reach beyond it.
    mutating func begin(at time: Double, _ states: [Double]) {
        while let last = segments.last, last.start >= time { segments.removeLast() }
        if let last = segments.indices.last, segments[last].end > time { segments[last].end = time }
        latest = (time, states)
        slopes = nil
    }

    /// The same states at a later time.
    mutating func skip(to time: Double) { latest.time = time }

    /// The states at a time since the start.
    ///
    /// - Parameter now: the moment from which one looks back, which lies beyond what is known while a step is tried.
    func states(at time: Double, now: (time: Double, states: [Double])) -> [Double] {
        if time >= latest.time { return between(time, now) }
        guard let segment = segment(at: time) else { return latest.states }
        return segment.value(min(time, segment.end))
    }

    /// Between what is known and the step that is tried, by a parabola with the known slope, or a line without one.
    private func between(_ time: Double, _ now: (time: Double, states: [Double])) -> [Double] {
        let length = now.time - latest.time
        guard length > 0 else { return latest.states }
        let share = (time - latest.time) / length
        return latest.states.indices.map { index in
            let (start, end) = (latest.states[index], now.states[index])
            let rise = (slopes?[index] ?? (end - start) / length) * length
            guard end != start || rise != 0 else { return start }
            return start + share * (rise + share * (end - start - rise))
        }
    }

    private func segment(at time: Double) -> Segment? {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].start <= time { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? segments[low - 1] : segments.first
    }
}

extension StateHistory.Segment {
    fileprivate func value(_ time: Double) -> [Double] {
        if let exact = times.firstIndex(of: time) { return states[exact] }
        var total = 0.0
        var sums = states[0].map { _ in 0.0 }
        for (point, weight) in StateHistory.barycentric.enumerated() {
            let share = weight / (time - times[point])
            total += share
            for index in sums.indices { sums[index] += share * states[point][index] }
        }
        // What does not move, infinity above all, has no need of arithmetic.
        return sums.indices.map { states[0][$0] == states[1][$0] && sums[$0].isNaN ? states[0][$0] : sums[$0] / total }
    }
}

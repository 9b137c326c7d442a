/// Times that follow one another at a constant interval, so that one event of SBML can stand for all of them.
///
/// Ten years of a daily tablet are one train; ten years of a tablet on days 1 to 12 of 28 are twelve trains of 28 days,
/// or, where the cycles are few, one train of days a cycle.
struct DoseTrain: Equatable {
    let first: Double
    let count: Int
    /// Days between two of them; zero for one alone.
    let interval: Double

    var last: Double { first + Double(count - 1) * interval }

    /// The most events that may stand for one cycle.
    private static let longestPattern = 60
    /// Times computed on different ways differ by rounding, in days.
    private static let rounding = 1e-9

    /// The fewest trains that a search from the front finds for times in rising order.
    static func trains(of times: [Double]) -> [DoseTrain] {
        var trains: [DoseTrain] = []
        var rest = times[...]
        while !rest.isEmpty {
            let (pattern, count) = bestPattern(of: rest)
            let part = Array(rest.prefix(count))
            for offset in 0..<min(pattern, count) {
                let mine = stride(from: offset, to: count, by: pattern).map { part[$0] }
                let span = mine[mine.count - 1] - mine[0]
                trains.append(
                    DoseTrain(
                        first: mine[0], count: mine.count, interval: mine.count > 1 ? span / Double(mine.count - 1) : 0)
                )
            }
            rest = rest.dropFirst(count)
        }
        return trains
    }

    /// How many times make a cycle, and how many times from the front on follow it: the most times for each event.
    private static func bestPattern(of times: ArraySlice<Double>) -> (pattern: Int, count: Int) {
        let times = Array(times)
        var best = (pattern: 1, count: 1)
        for pattern in 1...longestPattern where pattern < times.count {
            var count = min(2 * pattern, times.count)
            while count < times.count,
                abs((times[count] - times[count - pattern]) - (times[count - pattern] - times[count - 2 * pattern]))
                    < rounding
            { count += 1 }
            // Two rounds of a pattern may be chance.
            guard pattern == 1 || count >= 3 * pattern else { continue }
            if count * best.pattern > best.count * pattern { best = (pattern, count) }
        }
        return best
    }
}

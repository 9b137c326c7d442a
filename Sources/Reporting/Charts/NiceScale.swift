import Foundation

/// A value axis with round ticks.
struct NiceScale: Equatable {
    /// Ascending, evenly spaced, the ends included.
    let ticks: [Double]
    /// Decimals that tell neighbouring ticks apart.
    let decimals: Int

    var lower: Double { ticks[0] }
    var upper: Double { ticks[ticks.count - 1] }

    /// An axis that holds the range, with steps of 1, 2, 2.5 or 5 times a power of ten and at most about so many ticks.
    ///
    /// - Parameters:
    ///   - minimum: smallest value to hold; NaN or infinite counts as 0.
    ///   - maximum: largest value to hold; NaN or infinite counts as 1.
    init(minimum: Double, maximum: Double, ticks count: Int = 6) {
        // Nothing drawn comes near these limits; within them no step over- or underflows.
        let largest = 1e300
        let smallest = 1e-290
        var low = minimum.isFinite ? min(max(minimum, -largest), largest) : 0
        var high = maximum.isFinite ? min(max(maximum, -largest), largest) : 1
        if low > high { swap(&low, &high) }
        // A flat line gets an axis of 4 % of its size, so that rounding noise does not fill the chart.
        let narrowest = max(abs(low), abs(high)) * 0.04
        if high - low < max(narrowest, smallest) {
            let half = (narrowest > smallest ? narrowest : 1) / 2
            let middle = (low + high) / 2
            // A quantity that is never negative keeps its axis so.
            low = low >= 0 ? max(0, middle - half) : middle - half
            high = middle + half
        }
        let step = Self.step(span: high - low, count: count)
        let first = (low / step + 1e-9).rounded(.down)
        let last = max(first + 1, (high / step - 1e-9).rounded(.up))
        ticks = stride(from: first, through: last, by: 1).map { $0 * step }
        decimals = Self.decimals(of: step)
    }

    /// The tick's number; powers of ten beyond seven digits.
    func text(_ tick: Double) -> String {
        let size = max(abs(lower), abs(upper))
        if size >= 1e7 || decimals > 4 { return UnitText.minus(NumberText.significant(tick, digits: 2)) }
        return UnitText.minus(NumberText.fixed(tick, decimals: decimals))
    }

    private static func step(span: Double, count: Int) -> Double {
        let rough = span / Double(max(1, count - 1))
        let power = pow(10, floor(log10(rough)))
        let fraction = rough / power
        let nice = [1, 2, 2.5, 5, 10].first { $0 >= fraction - 1e-9 } ?? 10
        return nice * power
    }

    private static func decimals(of step: Double) -> Int {
        var scaled = step
        for decimals in 0..<12 {
            if abs(scaled - scaled.rounded()) < 1e-6 * max(1, abs(scaled)), scaled >= 0.999 { return decimals }
            scaled *= 10
        }
        return 12
    }
}

import Symbolics

import func Foundation.cos

/// The course of cortisol over the clock, through which answers to it are averaged.
///
/// Receptors answer to cortisol of the hour; the answer to its mean would be too large by a tenth.
struct CortisolDay {
    /// Cortisol at the lowest and at the highest hour, over its mean.
    let nadir: Expression
    let peak: Expression

    /// When cortisol is lowest, in hours after midnight.
    ///
    /// Source: 00:18, Debono 2009, PMC2684472 (O1602).
    static let nadirHour = 0.3

    /// By how many hours ACTH goes before cortisol.
    ///
    /// Source: assumed; acrophases of ACTH lie between 06:15 and 09:20 (O2067), that of cortisol at 08:32 (O1601).
    static let leadOfACTH = 1.0

    /// The level of an hour of the day over the mean of the day, by the lowest and the highest over the mean.
    static func share(hour: Double, nadir: Double, peak: Double) -> Double {
        let since = (hour - nadirHour).truncatingRemainder(dividingBy: 24)
        return nadir + (peak - nadir) * height(hoursSinceNadir: since < 0 ? since + 24 : since)
    }

    /// Rises from the lowest hour to the highest in 8.23 h by half a cosine and falls in 15.77 h by its power 1.5.
    ///
    /// Source: drawn through the reference profile of Debono 2009, PMC2684472 (00:18 to 08:32).
    private static func height(hoursSinceNadir x: Double) -> Double {
        let rise = 8.23
        if x < rise { return (1 - cos(.pi * x / rise)) / 2 }
        let share = (1 + cos(.pi * (x - rise) / (24 - rise))) / 2
        return share * share.squareRoot()
    }

    /// Cortisol above its lowest as a share of its range, at the middle of each of equal parts of the day.
    ///
    /// Eight parts give the mean of a saturating response to 0.02 %.
    private static let heights = (0..<8).map { height(hoursSinceNadir: 24 * (Double($0) + 0.5) / 8) }

    /// Mean over the day of cortisol above its lowest, as a share of its range.
    static let meanHeight = heights.reduce(0, +) / Double(heights.count)

    /// The mean over the day of what `response` makes of the hour's cortisol over its mean.
    func mean(of response: (Expression) -> Expression) -> Expression {
        sum(Self.heights.map { response(nadir + (peak - nadir) * Expression($0, .one)) })
            / Expression(Double(Self.heights.count), .one)
    }
}

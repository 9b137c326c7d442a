/// How far a cohort is, in one line.
public struct CohortProgress: Sendable {
    private let women: Int
    private var first: Int?

    public init(women: Int) { self.women = women }

    /// `1240 of 100000 women, 62 women/s, 27 min left`, the speed being that of this run alone.
    ///
    /// - Parameters:
    ///   - done: how many women are written, those of an earlier run among them.
    ///   - seconds: since this run began.
    public mutating func line(done: Int, seconds: Double) -> String {
        let start = first ?? done
        first = start
        let begun = "\(done) of \(women) women"
        guard done > start, seconds > 0 else { return begun }
        let rate = Double(done - start) / seconds
        return "\(begun), \(NumberText.significant(rate)) women/s, \(Self.words(Double(women - done) / rate)) left"
    }

    /// A time to wait, in the largest unit of which there are two.
    private static func words(_ seconds: Double) -> String {
        switch seconds {
        case ..<120: "\(Int(seconds.rounded(.up))) s"
        case ..<7200: "\(Int((seconds / 60).rounded(.up))) min"
        default: "\(NumberText.fixed(seconds / 3600, decimals: 1)) h"
        }
    }
}

import Exchange
import Modeling
import Symbolics
import Trials

extension TrialEndpoint {
    /// What is estimated, in words: `Lumbar spine: % change, year 0 to 3`.
    ///
    /// - Parameter meaning: of the output.
    func words(_ meaning: String, in trial: Trial) -> String {
        func year(_ days: Double) -> String { NumberText.short(days / Unit.daysPerYear) }
        let origin = clock == .finalPeriod ? " from the final period" : ""
        let span = "year \(year(from)) to \(year(at))\(origin)"
        let other = against.map { trial.arms[$0].name } ?? ""
        switch measure {
        case .percentChange: return "\(meaning): % change, \(span)"
        case .percentPerYear: return "\(meaning): % a year, \(span)"
        case .change: return "\(meaning): change, \(span)"
        case .level: return "\(meaning): level, year \(year(at))"
        case .losers: return "\(meaning): % of women who lose more than \(NumberText.short(loss ?? 0)) %, \(span)"
        case .difference: return "\(meaning): % change less that of \(other), \(span)"
        case .ratio: return "\(meaning): ratio to \(other), year \(year(at))"
        case .hazardRatio: return "\(meaning): hazard ratio to \(other), to year \(year(at))"
        }
    }

    /// The unit of its estimates, as people write it.
    func unit(of output: Output) -> String {
        switch measure {
        case .percentChange, .losers, .difference: "%"
        case .percentPerYear: "%/year"
        case .change, .level: UnitText.pretty(output.unit.symbol)
        case .ratio, .hazardRatio: ""
        }
    }

    /// A number of this endpoint.
    func text(_ value: Double) -> String {
        switch measure {
        case .percentChange, .difference: NumberText.signed(value, decimals: 1)
        case .percentPerYear: NumberText.signed(value, decimals: 2)
        case .losers: NumberText.fixed(value, decimals: 1)
        case .change, .level, .ratio, .hazardRatio: NumberText.significant(value)
        }
    }

    /// An interval of this endpoint; a dash where there is none.
    func text(_ interval: ClosedRange<Double>?) -> String {
        interval.map { "\(text($0.lowerBound)) to \(text($0.upperBound))" } ?? "–"
    }

    /// No effect: one for ratios, else none.
    var neutral: Double { [.ratio, .hazardRatio].contains(measure) ? 1 : 0 }
}

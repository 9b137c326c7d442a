import Evidence
import Modeling
import Symbolics
import Trials

extension ObservedResult {
    /// What is compared, in words: `Bone mineral density, lumbar spine: change, year 0 to 3`.
    func words(_ meaning: String) -> String {
        func year(_ value: Double) -> String {
            value == value.rounded() ? NumberText.fixed(value, decimals: 0) : NumberText.fixed(value, decimals: 2)
        }
        switch measure {
        case .absolute: return "\(meaning), year \(year(to))"
        case .percentChange: return "\(meaning), % change, year \(year(from)) to \(year(to))"
        case .percentPerYear: return "\(meaning), % a year, year \(year(from)) to \(year(to))"
        case .slope: return "\(meaning), change a year, year \(year(from)) to \(year(to))"
        case .percentDifference: return "\(meaning), % change less comparator, year \(year(from)) to \(year(to))"
        case .ratio: return "\(meaning), ratio to comparator, year \(year(to))"
        case .hazardRatio: return "\(meaning), hazard ratio to comparator, to year \(year(to))"
        }
    }
}

extension ObservedResult.Measure {
    var quantity: Comparison.Quantity {
        switch self {
        case .percentChange: return .percentChange
        case .absolute: return .absolute
        case .percentPerYear, .slope, .percentDifference, .ratio, .hazardRatio: return .other
        }
    }

    /// - Parameter row: the published one.
    func unit(of output: Output?, in row: Observation) -> String {
        switch self {
        case .slope: return row.unit
        case .absolute: return output?.unit.symbol ?? ""
        case .percentPerYear: return "%/year"
        case .percentChange, .percentDifference: return "%"
        case .ratio, .hazardRatio: return ""
        }
    }
}

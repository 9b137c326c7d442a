import Evidence
import Exchange
import Symbolics

/// Where a published row stands beside a simulation, and how the one is read from the other.
public struct RowPlace: Sendable {
    /// How the number is read.
    public enum Manner: Sendable {
        /// As the row's own columns say.
        case columns(ObservedResult)
        /// As a setting says.
        case written(Reading)
    }

    public let observation: Observation
    /// File and, where it has several, arm or setting.
    public let place: String
    /// What was taken for granted beside the publication.
    public let assumptions: [String]
    public let scenario: Scenario
    public let comparator: Scenario?
    /// Short name of the study like whose women those are who stand in the place of both; nil for the scenarios' own.
    public internal(set) var population: String?
    public let manner: Manner

    /// The output of the model that stands for what was measured.
    public var output: String {
        switch manner {
        case .columns(let result): return result.output
        case .written(let reading): return reading.output ?? ""
        }
    }

    /// What is made of the output, in words.
    public var measure: String {
        switch manner {
        case .columns(let result): return result.measure.words
        case .written(let reading): return reading.words
        }
    }

    /// Years of the simulation that the row speaks of.
    public var span: ClosedRange<Double> {
        switch manner {
        case .columns(let result): return min(result.from, result.to)...max(result.from, result.to)
        case .written(let reading):
            return (reading.from / Unit.daysPerYear)...(max(reading.from, reading.until) / Unit.daysPerYear)
        }
    }

    /// Whether blood is drawn often, at the moment, for it.
    var drawsBlood: Bool {
        if case .written(let reading) = manner { return reading.measure.drawsBlood }
        return false
    }

    /// Whether the model's own slow outputs are read, to which parameters were fitted.
    public var isOfBone: Bool { output.hasPrefix("density.") || output.hasPrefix("marker") || output.hasPrefix("fracture.") }
}

extension ObservedResult.Measure {
    fileprivate var words: String {
        switch self {
        case .percentChange: return "change, %"
        case .percentPerYear: return "change a year, %"
        case .slope: return "change a year, in its unit"
        case .percentDifference: return "change less comparator's, %"
        case .absolute: return "level"
        case .ratio: return "ratio to comparator"
        case .hazardRatio: return "hazard ratio to comparator"
        }
    }
}

extension Reading {
    fileprivate var words: String {
        var words = measure.rawValue
        if isAboveOwn { words += " above own" }
        if let over { words += " over \(over)" }
        if let againstOwn { words += ", \(againstOwn.rawValue) to own" }
        if let againstComparator { words += ", \(againstComparator.rawValue) to comparator" }
        return words
    }
}

import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Symbolics
import Trials

/// The content of a cohort's `summary.json`; nothing in it depends on how or when the women were simulated.
public struct CohortSummary: Sendable, Codable, Equatable, FinishedSummary {
    /// One output at one time, over the women it is known of.
    public struct Statistic: Sendable, Codable, Equatable {
        public let output: String
        public let unit: String
        /// Years since time zero.
        public let time: Double
        /// How many women have a finite value.
        public let women: Int
        /// Nil where no woman has one.
        public let mean: Double?
        /// Between women, with n - 1; nil for fewer than two.
        public let standardDeviation: Double?
    }

    /// How women differ in one or more parameters of the model.
    public struct Variation: Sendable, Codable, Equatable {
        public let name: String
        public let meaning: String
        public let parameters: [String]
        /// Of the natural logarithm of the factor.
        public let standardDeviation: Double
        public let keeps: String
        public let status: String
        public let source: String
    }

    public let title: String
    public let model: String
    /// How to make the same run again.
    public let command: String
    public let settings: RunSettings
    public let women: Int
    /// The women who could not be simulated, by number, with the reason.
    public let failures: [CohortTally.Failure]
    public let statistics: [Statistic]
    public let variations: [Variation]
    /// The size of `women.csv`, in bytes.
    public let bytes: Int

    init(
        _ cohort: Cohort, model: String, command: String, settings: RunSettings, tally: CohortTally, bytes: Int
    ) {
        title = cohort.prepared.scenario.title
        self.model = model
        self.command = command
        self.settings = settings
        women = cohort.count
        failures = tally.failures
        self.bytes = bytes
        let outputs = cohort.outputs
        statistics = outputs.indices.flatMap { column in
            cohort.times.enumerated().map { row, time in
                let index = row * outputs.count + column
                return Statistic(
                    output: outputs[column].name, unit: outputs[column].unit.csvSymbol, time: time,
                    women: tally.moments.count(index), mean: tally.moments.mean(index).finite,
                    standardDeviation: tally.moments.standardDeviation(index).finite)
            }
        }
        variations = cohort.women.spreads.variations.map { variation in
            Variation(
                name: variation.name, meaning: variation.meaning, parameters: variation.parameters,
                standardDeviation: variation.spread.value, keeps: variation.kept.rawValue,
                status: variation.spread.provenance.status.rawValue, source: variation.spread.provenance.source)
        }
    }

    /// The statistic of an output at the last reported time.
    public func end(of output: String) -> Statistic? { statistics.last { $0.output == output } }

    /// The statistic of an output at time zero.
    public func start(of output: String) -> Statistic? { statistics.first { $0.output == output } }
}

import Exchange
import Foundation
import Modeling
import Physiology
import Symbolics
import Trials

/// The content of a trial's `summary.json`; nothing in it depends on how or when the women were simulated.
public struct TrialSummary: Sendable, Codable, Equatable, FinishedSummary {
    /// One estimate beside its published results.
    public struct Finding: Sendable, Codable, Equatable {
        public let endpoint: String
        public let output: String
        public let measure: String
        public let arm: String
        public let women: Int
        /// Nil where nothing is known.
        public let estimate: Double?
        public let interval: [Double]?
        public let standardDeviation: Double?
        public let published: [Published]
    }

    /// A published result in the terms of the endpoint.
    public struct Published: Sendable, Codable, Equatable {
        public let row: String
        public let value: Double
        public let interval: [Double]?
        public let use: String
        public let verdict: String
        public let citation: String
    }

    /// How much a single measurement is off.
    public struct Measurement: Sendable, Codable, Equatable {
        public let output: String
        public let coefficientOfVariationPercent: Double
        public let source: String
    }

    public let title: String
    public let source: String?
    public let assumptions: [String]
    public let model: String
    /// How to make the same run again.
    public let command: String
    public let settings: RunSettings
    public let women: Int
    public let screened: Int
    /// The women who could not be simulated, by number, with the reason.
    public let failures: [CohortTally.Failure]
    public let findings: [Finding]
    public let measurement: [Measurement]
    /// The size of `women.csv`, in bytes.
    public let bytes: Int

    init(_ document: TrialDocument, settings: RunSettings, bytes: Int) {
        let (run, trial) = (document.run, document.trial)
        title = trial.title
        source = trial.source
        assumptions = trial.assumptions
        model = WomanModel.version
        command = document.command
        self.settings = settings
        women = run.enrolment.women.count
        screened = run.enrolment.screened
        failures = document.analysis.data.failures
        func list(_ interval: ClosedRange<Double>?) -> [Double]? { interval.map { [$0.lowerBound, $0.upperBound] } }
        findings = document.rows.map { row in
            Finding(
                endpoint: row.endpoint.words(row.output.shortLabel, in: trial), output: row.output.name,
                measure: row.endpoint.measure.rawValue, arm: row.arm.name, women: row.finding.women,
                estimate: row.finding.estimate.value.isFinite ? row.finding.estimate.value : nil,
                interval: list(row.finding.estimate.interval),
                standardDeviation: row.finding.deviation.flatMap { $0.isFinite ? $0 : nil },
                published: row.comparisons.map {
                    Published(
                        row: $0.observation, value: $0.observed, interval: list($0.interval), use: $0.use.rawValue,
                        verdict: $0.verdict.rawValue, citation: $0.citation)
                })
        }
        measurement = run.errors.variations.sorted { $0.key < $1.key }.map {
            Measurement(output: $0.key, coefficientOfVariationPercent: $0.value.percent, source: $0.value.source)
        }
        self.bytes = bytes
    }
}

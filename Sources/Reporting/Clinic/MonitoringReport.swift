import Evidence
import Exchange
import Trials

/// A calendar of visits and what each can tell, as text and for machines.
public struct MonitoringReport: Sendable {
    public let monitoring: Monitoring
    private let published: Claim?

    /// The claim on how an early marker goes with later density.
    private static let claim = "SC184"

    /// - Throws: `EvidenceError` if the claims cannot be read.
    public init(_ monitoring: Monitoring, evidence: EvidenceLibrary = .bundled) throws {
        self.monitoring = monitoring
        published = try evidence.claims().first { $0.id == Self.claim }
    }

    /// The report for the terminal.
    public func text(width: Int) -> String {
        let title = monitoring.scenario.title
        var parts = TextWrap.heading(title, width: width)
        parts += TextWrap.lines(
            "\(monitoring.women) women drawn around the scenario's (seed \(monitoring.seed)), measured with error. A change is "
                + "told from error where it exceeds the least significant change (LSC, 95 %).", width: width)
        if !monitoring.failures.isEmpty { parts.append("\(monitoring.failures.count) could not be simulated.") }
        parts += ["", "Visits", calendar(width), "When a measure tells", tellingTable(width)]
        if monitoring.predictions.isEmpty {
            parts.append("Shorter than two years: how three months of CTX go with density later is not looked at.")
        } else {
            parts += ["CTX at three months and density at two years", predictions(width)]
            parts += TextWrap.lines(predictionSentence, width: width)
        }
        let sources = monitoring.errors.variations.sorted { $0.key < $1.key }.map {
            "\(MeasureName.short($0.key)) \(NumberText.short($0.value.percent)) % (\($0.value.source))"
        }
        parts += [""] + TextWrap.lines("Errors of one measurement: \(sources.joined(separator: "; ")).", width: width)
        return (parts + ["", RunReport.standardDisclaimer, ""]).joined(separator: "\n")
    }

    private func calendar(_ width: Int) -> String {
        let rows = monitoring.visits.flatMap { visit -> [[String]] in
            let kind = [visit.hasBlood ? "blood" : nil, visit.hasScan ? "DXA" : nil].compactMap(\.self)
                .joined(separator: ", ")
            let first = [MeasureName.time(visit.years), kind]
            if visit.findings.isEmpty { return [first + ["baseline", "", "", "", ""]] }
            return visit.findings.enumerated().map { place, finding in
                (place == 0 ? first : ["", ""]) + [
                    MeasureName.short(finding.output),
                    "\(NumberText.signed(finding.change.mean, decimals: 1)) (\(NumberText.fixed(finding.change.deviation, decimals: 1)))",
                    least(finding), finding.isBeyondError ? "yes" : "no", finding.told.words(decimals: 0),
                ]
            }
        }
        return TextTable(
            columns: [
                .init("visit", alignment: .left), .init("what", alignment: .left), .init("measure", alignment: .left),
                .init("mean change (SD)", unit: "%"), .init("LSC", unit: "%"), .init("mean beyond"),
                .init("women told", unit: "% (95 %)"),
            ], rows: rows, keyColumns: 3
        ).rendered(width: width)
    }

    /// The least significant change in the direction the mean takes.
    private func least(_ finding: Monitoring.Finding) -> String {
        let change = finding.leastSignificantChange
        return finding.change.mean < 0
            ? "-\(NumberText.fixed(change.fall, decimals: 1))" : "+\(NumberText.fixed(change.rise, decimals: 1))"
    }

    private func tellingTable(_ width: Int) -> String {
        func words(_ span: Monitoring.Telling.Span?) -> String {
            guard let span else { return "never" }
            guard let until = span.until else { return "from \(MeasureName.time(span.from)) on" }
            return until > span.from
                ? "from \(MeasureName.time(span.from)) to \(MeasureName.time(until))"
                : "at \(MeasureName.time(span.from))"
        }
        return TextTable(
            columns: [
                .init("measure", alignment: .left), .init("in the mean woman", alignment: .left),
                .init("in half of them", alignment: .left),
            ],
            rows: monitoring.telling.map { [MeasureName.short($0.output), words($0.mean), words($0.halfOfWomen)] }
        ).rendered(width: width)
    }

    private func predictions(_ width: Int) -> String {
        TextTable(
            columns: [
                .init("site", alignment: .left), .init("r, true (95 %)"), .init("r, measured (95 %)"),
                .init("CTX fell beyond LSC", unit: "women"), .init("of them kept", unit: "% (95 %)"),
                .init("of others kept", unit: "% (95 %)"),
            ],
            rows: monitoring.predictions.map { prediction in
                [
                    MeasureName.short(prediction.site), prediction.correlation.words(decimals: 2),
                    prediction.measuredCorrelation.words(decimals: 2), "\(prediction.fell)",
                    prediction.keptOfFallen.words(decimals: 0), prediction.keptOfOthers.words(decimals: 0),
                ]
            }
        ).rendered(width: width)
    }

    private var predictionSentence: String {
        "Kept: no true loss of density in two years. r: correlation of the change of CTX with that of density"
            + (published.map { "; published: \($0.bestEvidence) (\($0.citation), \($0.id))" } ?? "")
            + ". Drawn women differ less in what therapy does to them than real ones."
    }

    /// A row each visit and measure.
    public func csv() -> String {
        CSVWriter.text(
            header: [
                "visit [years]", "blood", "DXA", "output", "mean change [%]", "SD [%]", "least significant fall [%]",
                "least significant rise [%]", "mean beyond error", "women told [%]", "low", "high",
            ],
            rows: monitoring.visits.flatMap { visit in
                visit.findings.map { finding in
                    [
                        "\(visit.years)", "\(visit.hasBlood)", "\(visit.hasScan)", finding.output,
                        "\(finding.change.mean)", "\(finding.change.deviation)",
                        "\(finding.leastSignificantChange.fall)", "\(finding.leastSignificantChange.rise)",
                        "\(finding.isBeyondError)", "\(finding.told.value)", "\(finding.told.low)",
                        "\(finding.told.high)",
                    ]
                }
            })
    }

    /// - Throws: what `JSONEncoder` throws, which these values give no reason for.
    public func json() throws -> String {
        try Document(
            title: monitoring.scenario.title, women: monitoring.women, seed: monitoring.seed,
            failures: monitoring.failures.count,
            visits: monitoring.visits.flatMap { visit in
                visit.findings.map {
                    Document.Finding(
                        years: visit.years, output: $0.output, meanChange: $0.change.mean, SD: $0.change.deviation,
                        leastSignificantFall: $0.leastSignificantChange.fall,
                        leastSignificantRise: $0.leastSignificantChange.rise, isMeanBeyondError: $0.isBeyondError,
                        womenTold: $0.told.value)
                }
            },
            telling: monitoring.telling.map {
                .init(output: $0.output, mean: .init($0.mean), halfOfWomen: .init($0.halfOfWomen))
            },
            predictions: monitoring.predictions.map {
                .init(
                    marker: $0.marker, site: $0.site, early: $0.early, late: $0.late, r: $0.correlation.value,
                    interval: $0.correlation.ends, rMeasured: $0.measuredCorrelation.value,
                    intervalMeasured: $0.measuredCorrelation.ends)
            }
        ).prettyJSON()
    }

    private struct Document: Encodable {
        struct Finding: Encodable {
            let years: Double
            let output: String
            let meanChange: Double
            let SD: Double
            let leastSignificantFall: Double
            let leastSignificantRise: Double
            let isMeanBeyondError: Bool
            let womenTold: Double
        }
        /// In years; without an end where it lasts, without a beginning where it never tells.
        struct Span: Encodable {
            let from: Double?
            let until: Double?

            init(_ span: Monitoring.Telling.Span?) { (from, until) = (span?.from, span?.until) }
        }
        struct Telling: Encodable {
            let output: String
            let mean: Span
            let halfOfWomen: Span
        }
        struct Prediction: Encodable {
            let marker: String
            let site: String
            let early: Double
            let late: Double
            let r: Double
            let interval: [Double]?
            let rMeasured: Double
            let intervalMeasured: [Double]?
        }
        let title: String
        let women: Int
        let seed: UInt64
        let failures: Int
        let visits: [Finding]
        let telling: [Telling]
        let predictions: [Prediction]
    }
}

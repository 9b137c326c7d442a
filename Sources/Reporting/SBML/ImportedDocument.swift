import Exchange
import Modeling
import Solving
import Symbolics

/// A run of a model from a file, as a table, two files for machines and a page for people.
public struct ImportedDocument: Sendable {
    private let run: ImportedRun
    private let seconds: Double
    private let isRaw: Bool

    /// - Parameters:
    ///   - seconds: what the run took.
    ///   - isRaw: whether values are those of the moment.
    public init(_ run: ImportedRun, seconds: Double, isRaw: Bool) {
        self.run = run
        self.seconds = seconds
        self.isRaw = isRaw
    }

    private var scenario: Scenario { run.scenario }
    private var years: [Double] { run.times.map { $0 / Unit.daysPerYear } }

    /// `timecourse.csv`, `summary.json` and `report.html`.
    public func files() throws -> [OutputFolder.File] {
        [
            .init(name: "timecourse.csv", contents: TimecourseCSV.text(series)),
            .init(name: "summary.json", contents: try summary.json()),
            .init(name: "report.html", contents: HTMLReport.render(report)),
        ]
    }

    private var series: [OutputSeries] {
        run.outputs.map { output in
            OutputSeries(
                name: output.name, label: output.label, unit: output.unit, times: years, values: run[output.name] ?? [])
        }
    }

    private var summary: RunSummary {
        let wanted = RunSummary.endpointTimes(horizon: scenario.years)
        let endpoints = series.flatMap { series in
            wanted.compactMap { time -> RunSummary.Endpoint? in
                guard let row = years.firstIndex(where: { abs($0 - time) < 1e-6 }) else { return nil }
                return .init(
                    output: series.name, unit: series.unit, time: time, value: series.values[row],
                    baseline: series.values[0])
            }
        }
        return RunSummary(
            title: scenario.title, model: run.description.name, resolution: resolution, seconds: seconds,
            endpoints: endpoints)
    }

    private var resolution: String { run.resolution.rawValue + (isRaw ? ", instantaneous" : "") }

    private var words: [String] {
        ["The model '\(run.description.name)' from \(run.description.file), with the person that is in it."]
            + (scenario.therapy.isEmpty ? ["No therapy."] : scenario.therapy.map { "\($0.words)." })
    }

    private var report: RunReport {
        RunReport(
            title: scenario.title, scenarioInWords: words, modelVersion: run.description.name, resolution: resolution,
            seconds: seconds,
            treatments: scenario.therapy.map { treatment in
                Period(
                    label: "\(treatment.product), \(treatment.dose.readable)", start: treatment.from / Unit.daysPerYear,
                    end: treatment.until / Unit.daysPerYear)
            }, series: series,
            notes: ["Units are as the file declares them; where it declares none, none are shown."])
    }

    /// Values at the beginning, the end and up to six times between.
    public func table(width: Int) -> String {
        let rows = run.times.indices
        let step = max(1, (rows.count + 5) / 6)
        let shown = rows.filter { $0 % step == 0 || $0 == rows.count - 1 }
        let table = TextTable(
            columns: [.init("output", alignment: .left), .init("unit", alignment: .left)]
                + shown.map { .init("\(NumberText.significant(run.times[$0])) d") },
            rows: run.outputs.enumerated().map { column, output in
                [output.name, output.unit] + shown.map { NumberText.significant(run.rows[$0][column], digits: 4) }
            }, keyColumns: 2
        ).rendered(width: width)
        let timing =
            "\(run.description.name), \(resolution) resolution: \(NumberText.fixed(seconds, decimals: 2)) s, "
            + "\(run.statistics.steps) steps, \(run.statistics.events) doses and changes."
        let title = [scenario.title, String(repeating: "─", count: min(width, scenario.title.count))]
        return (title + words.map { "  \($0)" } + ["", table, timing, RunReport.standardDisclaimer, ""])
            .joined(separator: "\n")
    }
}

import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Symbolics
import Trials

/// What a trial found, as table, report and files; nothing in it depends on when, where or on how many threads it ran.
public struct TrialDocument: Sendable {
    /// An estimate and the published results beside it.
    struct Row {
        let finding: TrialAnalysis.Finding
        let endpoint: TrialEndpoint
        let output: Output
        let arm: Trial.Arm
        let comparisons: [Comparison]
    }

    let analysis: TrialAnalysis
    let command: String
    let rows: [Row]

    var run: TrialRun { analysis.data.run }
    var trial: Trial { run.trial }

    /// - Parameter command: how the same run can be made again.
    public init(_ analysis: TrialAnalysis, command: String) {
        self.analysis = analysis
        self.command = command
        let run = analysis.data.run
        rows = analysis.findings.map { finding in
            let endpoint = run.trial.endpoints[finding.endpoint]
            let output = run.outputs.first { $0.name == endpoint.output } ?? run.outputs[0]
            let arm = run.trial.arms[finding.arm]
            return Row(
                finding: finding, endpoint: endpoint, output: output, arm: arm,
                comparisons: finding.published.map { published in
                    Comparison(
                        observation: published.observation.id,
                        label: "\(published.observation.studyName), \(published.observation.arm)",
                        output: output.name, outputLabel: output.shortLabel, time: endpoint.at / Unit.daysPerYear,
                        quantity: endpoint.measure == .percentChange ? .percentChange : .other,
                        unit: endpoint.unit(of: output), observed: published.value, interval: published.interval,
                        simulated: finding.estimate.value, tolerance: published.tolerance,
                        use: .init(rawValue: published.observation.use.rawValue) ?? .plausibility,
                        citation: published.observation.citation)
                })
        }
    }

    /// The rows of each endpoint, with its heading.
    var groups: [(heading: String, endpoint: TrialEndpoint, rows: [Row])] {
        trial.endpoints.enumerated().map { place, endpoint in
            let mine = rows.filter { $0.finding.endpoint == place }
            return (endpoint.words(mine.first?.output.shortLabel ?? endpoint.output, in: trial), endpoint, mine)
        }
    }

    /// The files of the run besides the table of women and the summary.
    func files() -> [OutputFolder.File] {
        var files = [
            OutputFolder.File(name: "report.html", contents: TrialReport(self).html()),
            OutputFolder.File(name: "results.csv", contents: TrialCSV.results(self)),
        ]
        if run.replicates > 1 { files.append(.init(name: "replicates.csv", contents: TrialCSV.replicates(self))) }
        return files
    }

    /// How the numbers are to be read, a sentence each.
    var notes: [String] {
        let wanted = trial.arms.map(\.women)
        let isWhole = run.sizes == wanted && run.replicates == 1
        var notes = [
            "Intervals are 95 % and those of a trial of the published numbers"
                + (isWhole ? "." : ", whatever the number simulated.")
        ]
        if trial.endpoints.contains(where: { $0.measure == .hazardRatio || $0.output.hasPrefix("fracture.") }) {
            notes.append(
                "Women do not fracture one by one: risks are means of their probabilities, and intervals follow from the events "
                    + "that the published numbers of women would have.")
        }
        let errors = run.outputs.compactMap { output in
            run.errors.variations[output.name].map {
                "\(output.shortLabel) \(NumberText.short($0.percent)) % (\($0.source))"
            }
        }
        if !errors.isEmpty {
            notes.append("Measured with an error (coefficient of variation): \(errors.joined(separator: "; ")).")
        }
        notes += adherenceWords
        let fallbacks = trial.arms.indices.compactMap { arm in
            run.resolution(ofArm: arm).fallback.map { "\(trial.arms[arm].name): \($0)" }
        }
        if !fallbacks.isEmpty { notes.append("Solved at full resolution: \(fallbacks.joined(separator: "; ")).") }
        return notes
    }

    private var adherenceWords: [String] {
        trial.arms.indices.compactMap { arm in
            let adherence = trial.adherence(ofArm: arm)
            guard adherence.stopsPerYear > 0 else { return nil }
            let women = analysis.data.women(ofArm: arm)
            let stopped = women.count { run.enrolment.women[$0].stop != nil }
            return
                "\(trial.arms[arm].name): \(NumberText.short(100 * adherence.stopsPerYear)) % a year stop their medicine, "
                + "\(stopped) of \(women.count) here; they are "
                + (adherence.afterStopping == .kept ? "still measured (intention to treat)." : "not measured any more.")
        }
    }

    /// Who was looked at and who failed.
    var counts: [String] {
        let enrolled = run.enrolment.women.count
        let failures = analysis.data.failures
        let named = failures.prefix(5).map { "woman \($0.woman) (\($0.reason))" }.joined(separator: ", ")
        return [
            "\(enrolled) women simulated, \(run.enrolment.screened) screened"
                + (run.replicates > 1 ? ", \(run.replicates) replicates." : "."),
            failures.isEmpty
                ? "None of them failed."
                : "\(failures.count) failed and are in no estimate: \(named)"
                    + (failures.count > 5 ? " and others, all in summary.json." : "."),
        ]
    }
}

import Exchange
import Symbolics
import Trials

/// A page of documentation: what several trials found beside what was published.
public enum TrialMarkdown {
    /// The page's text.
    ///
    /// - Parameter documents: names and findings of the trials, in order.
    public static func page(_ documents: [(name: String, document: TrialDocument)]) -> String {
        let comparisons = documents.flatMap { $0.document.rows.flatMap(\.comparisons) }
        var lines = [
            "# Virtual trials beside the real ones", "",
            "Written by `osteon trial run --all --markdown Documentation/Trials.md`; do not edit. Each trial is a file in",
            "`Trials/`, simulated with the published number of women in each arm, all drawn with seed "
                + "\(documents.first?.document.run.seed ?? 1), measured with error and",
            "estimated as the trial estimated. Rows marked *calibrate* were there when the model was fitted; rows marked",
            "*validate* were never used. *Inside*: in the published 95 % interval; *near*: within "
                + "\(NumberText.short(ObservedResult.densityTolerance)) points of density change or "
                + "\(NumberText.short(ObservedResult.markerTolerance)) of",
            "a marker's. Where the simulation misses, it misses: nothing is tuned to these pages.", "",
            "| use | rows | inside | near | outside | not judged |", "|---|---:|---:|---:|---:|---:|",
        ]
        for use in Comparison.Use.allCases {
            let mine = comparisons.filter { $0.use == use }
            func count(_ verdict: Comparison.Verdict) -> Int { mine.count { $0.verdict == verdict } }
            guard !mine.isEmpty else { continue }
            lines.append(
                "| \(use.rawValue) | \(mine.count) | \(count(.inside)) | \(count(.near)) | \(count(.outside)) "
                    + "| \(count(.notJudged)) |")
        }
        lines.append("")
        for (name, document) in documents { lines += section(name, document) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ name: String, _ document: TrialDocument) -> [String] {
        let trial = document.trial
        var lines = [
            "## \(name)", "",
            "\(trial.title). \(trial.source.map { "\($0). " } ?? "")\(document.counts.joined(separator: " "))", "",
        ]
        if !trial.assumptions.isEmpty { lines += trial.assumptions.map { "- \($0)" } + [""] }
        lines += [
            "| endpoint | arm | women | simulated | 95 % interval | SD | published | 95 % interval | row | use | verdict |",
            "|---|---|---:|---:|---:|---:|---:|---:|---|---|---|",
        ]
        for group in document.groups {
            for row in group.rows {
                let own = [
                    group.heading, row.arm.name, "\(row.finding.women)",
                    group.endpoint.text(row.finding.estimate.value), group.endpoint.text(row.finding.estimate.interval),
                    row.finding.deviation.map { NumberText.significant($0, digits: 2) } ?? "",
                ]
                let published =
                    row.comparisons.isEmpty
                    ? [["", "", "", "", ""]]
                    : row.comparisons.map { comparison in
                        [
                            group.endpoint.text(comparison.observed),
                            comparison.interval.map(group.endpoint.text) ?? "",
                            comparison.observation, comparison.use.rawValue,
                            comparison.verdict == .notJudged ? "not judged" : comparison.verdict.rawValue,
                        ]
                    }
                lines += published.map { "| " + (own + $0).joined(separator: " | ") + " |" }
            }
        }
        return lines + [""]
    }
}

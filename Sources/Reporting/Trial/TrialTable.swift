import Exchange
import Trials

extension TrialDocument {
    /// The table for the terminal: endpoint by endpoint, each arm's estimate beside what was published.
    public func table(width: Int) -> String {
        var parts =
            TextWrap.lines(trial.title, width: width) + [String(repeating: "─", count: min(width, trial.title.count))]
        parts += trial.source.map { TextWrap.lines($0, width: width) } ?? []
        parts += [counts.joined(separator: " "), ""]
        for group in groups {
            parts += [group.heading, Self.text(group.endpoint, group.rows, width: width)]
        }
        parts += notes.flatMap { TextWrap.lines($0, width: width) }
        let close = Set(rows.flatMap { $0.comparisons.map(\.verdict) })
        if close.contains(.near) {
            parts += TextWrap.lines(
                "inside: in the published 95 % interval; near: within "
                    + "\(NumberText.short(ObservedResult.densityTolerance)) points of density change or "
                    + "\(NumberText.short(ObservedResult.markerTolerance)) of a marker's.", width: width)
        }
        return parts.joined(separator: "\n") + "\n"
    }

    private static func text(_ endpoint: TrialEndpoint, _ rows: [Row], width: Int) -> String {
        let isPublished = rows.contains { !$0.comparisons.isEmpty }
        var columns: [TextTable.Column] = [
            .init("arm", alignment: .left, wraps: true), .init("women"), .init("simulated"), .init("95 % interval"),
        ]
        if rows.contains(where: { $0.finding.deviation != nil }) { columns.append(.init("SD")) }
        let isRepeated = rows.contains { !$0.finding.replicates.isEmpty }
        if isRepeated { columns.append(.init("95 % of replicates")) }
        if isPublished {
            columns += [
                .init("published"), .init("95 % interval"), .init("row", alignment: .left),
                .init("use", alignment: .left), .init("verdict", alignment: .left),
            ]
        }
        let lines = rows.flatMap { row -> [[String]] in
            var own = [
                row.arm.name, "\(row.finding.women)", endpoint.text(row.finding.estimate.value),
                endpoint.text(row.finding.estimate.interval),
            ]
            if columns.contains(where: { $0.title == "SD" }) {
                own.append(row.finding.deviation.map { NumberText.significant($0, digits: 2) } ?? "–")
            }
            if isRepeated { own.append(endpoint.text(row.finding.replicateInterval)) }
            let published = row.comparisons.map { comparison in
                [
                    endpoint.text(comparison.observed), endpoint.text(comparison.interval), comparison.observation,
                    comparison.use.rawValue,
                    comparison.verdict == .notJudged ? "not judged" : comparison.verdict.rawValue,
                ]
            }
            let blank = own.map { _ in "" }
            return published.isEmpty ? [own] : published.enumerated().map { ($0 == 0 ? own : blank) + $1 }
        }
        return TextTable(columns: columns, rows: lines).rendered(width: width)
    }
}

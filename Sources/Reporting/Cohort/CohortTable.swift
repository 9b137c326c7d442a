import Trials

/// What is printed when a cohort is done.
public enum CohortTable {
    /// Shown where many outputs were asked for; all are in the summary.
    private static let main = [
        "density.lumbarSpine", "density.femoralNeck", "density.totalHip", "density.totalBody", "tScore.lumbarSpine",
        "tScore.femoralNeck", "marker.CTX", "marker.P1NP", "serum.estradiol", "serum.progesterone",
    ]
    /// Failed women named on the terminal; all are in the summary.
    private static let namedFailures = 5

    /// Means and standard deviations of the main outputs at the end, and who failed.
    public static func text(_ summary: CohortSummary, width: Int) -> String {
        var names: [String] = []
        for statistic in summary.statistics where names.last != statistic.output { names.append(statistic.output) }
        let shown = names.count <= main.count ? names : main.filter(names.contains)
        let rows = shown.compactMap { name -> [String]? in
            guard let start = summary.start(of: name), let end = summary.end(of: name) else { return nil }
            return [
                name, UnitText.pretty(end.unit), number(start.mean), number(start.standardDeviation),
                number(end.mean), number(end.standardDeviation), "\(end.women)",
            ]
        }
        let years = Self.years(summary.statistics.last?.time ?? 0)
        let table = TextTable(
            columns: [
                .init("output", alignment: .left), .init("unit", alignment: .left), .init("mean", unit: "at start"),
                .init("SD", unit: "at start"), .init("mean", unit: "year \(years)"), .init("SD", unit: "year \(years)"),
                .init("women"),
            ], rows: rows
        ).rendered(width: width)
        return "\(summary.title)\n\n\(table)\n\(failures(summary))"
    }

    /// At most two decimals, none that are zero.
    private static func years(_ time: Double) -> String {
        let rounded = (time * 100).rounded() / 100
        return rounded == rounded.rounded() ? NumberText.fixed(rounded, decimals: 0) : "\(rounded)"
    }

    private static func number(_ value: Double?) -> String { NumberText.significant(value ?? .nan) }

    private static func failures(_ summary: CohortSummary) -> String {
        guard !summary.failures.isEmpty else { return "None of \(summary.women) women failed.\n" }
        let named = summary.failures.prefix(namedFailures).map { "  woman \($0.woman): \($0.reason)\n" }.joined()
        let rest = summary.failures.count > namedFailures ? "  and others, all in summary.json\n" : ""
        return "\(summary.failures.count) of \(summary.women) women failed; their rows are nan:\n\(named)\(rest)"
    }
}

import Evidence
import Foundation
import Physiology
import Trials

/// The scoreboard of published rows as text, page and tables.
public struct ScoreboardDocument: Sendable {
    let board: Scoreboard
    /// The command that makes the same again.
    let command: String

    public init(_ board: Scoreboard, command: String) {
        self.board = board
        self.command = command
    }

    /// What `--out` writes.
    ///
    /// - Parameter claims: claims that were tried beside, which get a page of their own.
    public func files(with claims: ClaimDocument? = nil) -> [OutputFolder.File] {
        [
            .init(name: "index.html", contents: ScoreboardPage.text(self, claims)),
            .init(name: "observations.csv", contents: ScoreboardCSV.text(board)),
        ] + (claims?.files(command: command, page: ScoreboardPage.claimsFile) ?? [])
    }

    /// What inside means, in a sentence.
    static let rule =
        "Inside: in the 95 % interval that was published or follows from the published standard error or deviation; where "
        + "there is none, within \(NumberText.short(Yardstick.density)) point of density, "
        + "\(NumberText.short(Yardstick.marker)) points of any other change, or a factor of "
        + "\(NumberText.short(Yardstick.exposure)) of a level, time, rate or ratio; a share of women may also "
        + "differ by one in a hundred. Near: in the interval, or that close to the value."

    /// How many parameters were fitted, against rows.
    var parameters: String {
        let compared = board.total().compared
        return "\(Scoreboard.parametersFitted) parameters were fitted to \(board.rowsOfFit) of the rows marked calibrate; "
            + "\(compared) rows are compared here."
    }

    /// What could be reached of density, markers and fractures: a sentence for each where studies repeat one another often
    /// enough, and one on the others.
    var agreement: [String] {
        let found = StudyAgreement.Quantity.allCases.compactMap { StudyAgreement(board, of: $0) }
        func share(_ number: Double) -> String { NumberText.fixed(100 * number, decimals: 0) + " %" }
        let told = found.compactMap { one -> String? in
            guard let scatter = one.scatter else { return nil }
            let (results, what) = one.quantity.words
            let width =
                one.quantity == .fracture
                ? "a factor of \(NumberText.significant(exp(scatter.deviation)))"
                : "\(NumberText.significant(scatter.deviation)) points"
            return
                "Studies of the same differ as well: \(one.rows) \(results) in \(one.groups) sets of the same \(what), years, "
                + "medicines and time since menopause scatter by \(width) (standard deviation). Were that so everywhere, a "
                + "model that knew the mean of all studies of the same would have \(share(scatter.attainable)) of the "
                + "\(one.results) \(results) inside; \(share(one.reached)) are."
        }
        let untold = found.filter { $0.scatter == nil && $0.results > 1 }.map { one in
            "\(one.results) \(one.quantity.words.results) hold \(one.groups) \(one.groups == 1 ? "set" : "sets") of the same"
        }
        guard !untold.isEmpty else { return told }
        return told + ["Too few studies repeat one another to say how far they differ elsewhere: the " + untold.joined(separator: ", the ") + "."]
    }

    /// Whether an aim is reached, in a sentence.
    func words(_ aim: Scoreboard.Aim) -> String {
        let total = aim.total
        let wanted = "aim \(NumberText.fixed(100 * aim.share, decimals: 0)) %"
        guard let share = total.share, let isMet = aim.isMet else { return "\(aim.use.rawValue): no row on bone is compared; \(wanted)" }
        return "\(aim.use.rawValue): \(total.inside) of \(total.compared) rows on bone inside, "
            + "\(NumberText.fixed(100 * share, decimals: 0)) % (near: \(total.near)); \(wanted): \(isMet ? "yes" : "no"). "
            + "\(total.notExpressible) more cannot be expressed."
    }

    static let totalColumns: [TextTable.Column] = [
        .init("domain", alignment: .left, wraps: true), .init("use", alignment: .left), .init("rows"), .init("compared"),
        .init("inside"), .init("%"), .init("near"), .init("no number"), .init("not expressible"), .init("disclosed"),
    ]

    /// Rows of the table of totals: each domain and use, then all.
    var totals: [[String]] {
        var rows: [[String]] = []
        for domain in Observation.Domain.allCases {
            for use in Observation.Use.allCases {
                let total = board.total(domain, use)
                if total.rows > 0 { rows.append(Self.cells(domain.rawValue, use.rawValue, total)) }
            }
        }
        for use in Observation.Use.allCases {
            let total = board.total(nil, use)
            if total.rows > 0 { rows.append(Self.cells("all", use.rawValue, total)) }
        }
        return rows + [Self.cells("all", "", board.total())]
    }

    private static func cells(_ domain: String, _ use: String, _ total: Scoreboard.Total) -> [String] {
        func count(_ number: Int) -> String { number == 0 ? "" : "\(number)" }
        return [
            domain, use, "\(total.rows)", count(total.compared), total.compared > 0 ? "\(total.inside)" : "",
            total.share.map { NumberText.fixed(100 * $0, decimals: 0) } ?? "", count(total.near), count(total.failed),
            count(total.notExpressible), count(total.disclosed),
        ]
    }

    static let reasonColumns: [TextTable.Column] = [
        .init("rows"), .init("why they cannot be simulated", alignment: .left, wraps: true),
    ]

    var reasons: [[String]] { board.reasons.map { ["\($0.rows.count)", $0.reason] } }
}

extension StudyAgreement.Quantity {
    /// The results, and what of the skeleton is the same in results of the same.
    fileprivate var words: (results: String, what: String) {
        switch self {
        case .density: ("changes of density", "site")
        case .marker: ("changes of markers of turnover", "marker")
        case .fracture: ("relative rates of fracture", "fracture")
        }
    }
}

/// One row of the evidence in words.
struct ScoreboardWords {
    let row: ScoreboardRow

    /// Study, arm and regimen.
    var arm: String {
        let observation = row.observation
        let regimen = observation.regimen == observation.arm || observation.regimen.isEmpty ? "" : " (\(observation.regimen))"
        return "\(observation.studyName.isEmpty ? observation.studyID : observation.studyName), \(observation.arm)\(regimen)"
    }

    /// What was measured, and when.
    var endpoint: String {
        let observation = row.observation
        let site = ["", "NA"].contains(observation.site) ? "" : " \(observation.site)"
        let time = ["", "NA"].contains(observation.time.text)
            ? "" : ", \(observation.time.text) \(observation.time.unit.replacing("_", with: " "))"
        return "\(observation.endpoint.replacing("_", with: " "))\(site)\(time)"
    }

    var observed: String {
        row.observation.value.map { NumberText.significant($0) } ?? "–"
    }

    var interval: String {
        row.comparison?.interval.map {
            "\(NumberText.significant($0.lowerBound)) to \(NumberText.significant($0.upperBound))"
        } ?? ""
    }

    var simulated: String { row.comparison?.simulated.map { NumberText.significant($0) } ?? "–" }

    var band: String {
        row.comparison?.band.map {
            "\(NumberText.significant($0.lowerBound)) to \(NumberText.significant($0.upperBound))"
        } ?? ""
    }

    /// In units of what is allowed.
    var misfit: String { row.comparison?.misfit.map { NumberText.signed($0, decimals: 1) } ?? "–" }

    var verdict: String {
        guard let comparison = row.comparison else { return row.standing.rawValue }
        if comparison.simulated == nil { return "no number" }
        return comparison.isInside ? "inside" : comparison.isNear ? "near" : "outside"
    }

    var place: String {
        var seen: [String] = []
        for place in row.comparison?.places.map(\.place) ?? [] where !seen.contains(place) { seen.append(place) }
        return seen.joined(separator: "; ")
    }

    /// What can be said of the reference: where it can be looked up, or that it cannot.
    var reference: String {
        let citation = row.observation.citation
        if row.observation.sourceKind == .recalled { return "from memory, not looked up" }
        let identifiers = ["PMID", "PMC", "doi", "DOI", "NDA", "http"]
        return identifiers.contains { citation.contains($0) } ? "" : "no identifier"
    }
}

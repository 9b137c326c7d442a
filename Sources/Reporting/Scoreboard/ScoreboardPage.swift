import Evidence
import Physiology
import Trials

/// The scoreboard as a page: what it adds up to, pictures by domain, every row worst first, and what is left out.
enum ScoreboardPage {
    /// The page of the claims, beside this one.
    static let claimsFile = "claims.html"

    static func text(_ document: ScoreboardDocument, _ claims: ClaimDocument?) -> String {
        let board = document.board
        let main =
            [sums(document), claims.map(tried) ?? [], pictures(board), misfits(board), all(board), notCounted(board), notExpressible(board)]
            + [references(board)]
        return HTMLPage.text(
            title: "Published results beside the simulation", model: WomanModel.version, header: header(document),
            main: main.flatMap(\.self))
    }

    private static func header(_ document: ScoreboardDocument) -> [Node] {
        let board = document.board
        let bands = board.members > 0 ? " · bands of \(board.members) members of the ensemble" : ""
        return [
            .element("h1", [:], "Published results beside the simulation"),
            .element(
                "p", ["class": "meta"],
                "Model \(WomanModel.version) · \(board.rows.count) rows of the evidence · \(board.women) women simulated\(bands)"),
            .element("p", ["class": "disclaimer"], RunReport.standardDisclaimer),
        ]
    }

    private static func sums(_ document: ScoreboardDocument) -> [Node] {
        let columns = ScoreboardDocument.totalColumns.map {
            HTMLTable.Column(title: $0.title, style: $0.alignment == .right ? "number" : "")
        }
        return HTMLPage.section(
            "What it adds up to",
            [
                HTMLPage.list(document.board.aims.map { document.words($0) } + [document.parameters] + document.agreement),
                HTMLTable(columns: columns, rows: document.totals.map { $0.map(HTMLTable.Cell.text) }).node(),
                HTMLPage.caption(ScoreboardDocument.rule),
            ])
    }

    private static func tried(_ claims: ClaimDocument) -> [Node] {
        HTMLPage.section(
            "Claims",
            [
                .element("p", [:], claims.summary),
                .element("p", [:], [.element("a", ["href": claimsFile], "Each claim, worst first")]),
            ])
    }

    private static func pictures(_ board: Scoreboard) -> [Node] {
        let figures = Observation.Domain.allCases.flatMap { domain in
            Panel.allCases.compactMap { picture(board, domain, $0) }
        }
        guard !figures.isEmpty else { return [] }
        return HTMLPage.section(
            "Simulated against observed",
            [
                HTMLPage.caption("Circles may be fitted, squares are held out; filled marks are inside. On the line both are the same."),
                .element("div", ["class": "panels"], figures),
            ])
    }

    private static func picture(_ board: Scoreboard, _ domain: Observation.Domain, _ panel: Panel) -> Node? {
        let rows = board.rows.filter { row in
            row.standing == .compared && row.observation.domain == domain && row.panel == panel
        }
        let points = rows.compactMap { row -> ScatterPlot.Point? in
            guard let comparison = row.comparison, let simulated = comparison.simulated else { return nil }
            let words = ScoreboardWords(row: row)
            return ScatterPlot.Point(
                label: "\(row.observation.id) \(words.arm), \(words.endpoint): \(words.observed), simulated \(words.simulated)",
                observed: comparison.observed, simulated: simulated, style: row.observation.use == .validate ? 1 : 0,
                isFull: comparison.isInside)
        }
        let title = "\(domain.rawValue.prefix(1).uppercased())\(domain.rawValue.dropFirst()): \(panel.rawValue)"
        let plot = ScatterPlot(
            identifier: "scatter-\(domain.rawValue.replacing(" ", with: "-"))-\(panel)", title: title,
            unit: panel == .levels ? ", unit of the row" : ", % (few in the unit of the row)", points: points, isLogarithmic: panel == .levels)
        return plot.svg().map { svg in
            .element(
                "figure", [:],
                [
                    .element(
                        "figcaption", [:],
                        [.text(title), .element("span", ["class": "caption"], "\(points.count) rows, \(points.count(where: \.isFull)) inside")]),
                    svg,
                ])
        }
    }

    private static func misfits(_ board: Scoreboard) -> [Node] {
        let misfits = board.misfits
        return HTMLPage.section(
            "Not inside, worst first",
            misfits.isEmpty
                ? []
                : [HTMLPage.caption("\(misfits.count) rows. Misfits are in units of what is allowed."), table(misfits)])
    }

    private static func all(_ board: Scoreboard) -> [Node] {
        let inside = board.worstFirst.filter { $0.standing == .compared && $0.comparison?.isInside == true }
        guard !inside.isEmpty else { return [] }
        return HTMLPage.section(
            "Inside", [folded("\(inside.count) rows, those furthest from the value first", table(inside))])
    }

    private static func notCounted(_ board: Scoreboard) -> [Node] {
        let shown = board.worstFirst.filter { [.plausibility, .disclosed].contains($0.standing) }
        guard !shown.isEmpty else { return [] }
        return HTMLPage.section(
            "Shown and never counted",
            [
                HTMLPage.list(
                    board.rows.filter { $0.standing == .disclosed }.map { "\($0.observation.id): \($0.reason)." }),
                folded("\(shown.count) rows of little weight, or looked at before", table(shown)),
            ])
    }

    private static func notExpressible(_ board: Scoreboard) -> [Node] {
        HTMLPage.section(
            "Not expressible",
            board.reasons.map { group in
                let rows = group.rows.map { row -> [HTMLTable.Cell] in
                    let words = ScoreboardWords(row: row)
                    return [
                        .lines(row.observation.id, row.observation.use.rawValue), .text(words.arm), .text(words.endpoint),
                        .text("\(words.observed) \(UnitText.pretty(row.observation.unit))"), .text(row.observation.citation),
                    ]
                }
                let columns: [HTMLTable.Column] = [
                    .init(title: "Row", unit: "use"), .init(title: "Study and arm", style: "long"), .init(title: "What"),
                    .init(title: "Observed", style: "number"), .init(title: "Source", style: "source"),
                ]
                return folded("\(group.rows.count): \(group.reason)", HTMLTable(columns: columns, rows: rows).node())
            })
    }

    private static func references(_ board: Scoreboard) -> [Node] {
        let groups = Dictionary(grouping: board.rows) { ScoreboardWords(row: $0).reference }
        let found = ["from memory, not looked up", "no identifier"].compactMap { words -> Node? in
            guard let rows = groups[words] else { return nil }
            let citations = Set(rows.map(\.observation.citation)).sorted()
            return folded("\(rows.count) rows, \(words)", HTMLPage.list(citations))
        }
        return HTMLPage.section("References that cannot be looked up", found)
    }

    private static func table(_ rows: [ScoreboardRow]) -> Node {
        let columns: [HTMLTable.Column] = [
            .init(title: "Row", unit: "use"), .init(title: "Study and arm", unit: "stands in", style: "long"),
            .init(title: "What", unit: "read as", style: "medium"),
            .init(title: "Observed", unit: "95 % interval", style: "number"),
            .init(title: "Simulated", unit: "band", style: "number"), .init(title: "Misfit", style: "number"),
            .init(title: "Verdict"), .init(title: "Source", style: "source"),
        ]
        let cells = rows.map { row -> [HTMLTable.Cell] in
            let words = ScoreboardWords(row: row)
            let unit = UnitText.pretty(row.observation.unit)
            let place = row.comparison?.places.first
            return [
                .lines(row.observation.id, row.observation.use.rawValue), .lines(words.arm, words.place),
                .lines(words.endpoint, place.map { "\($0.output), \($0.measure)" } ?? ""),
                .lines(UnitText.minus("\(words.observed) \(unit)"), UnitText.minus(words.interval)),
                .lines(UnitText.minus(words.simulated), UnitText.minus(words.band)), .text(UnitText.minus(words.misfit)),
                .node(.element("span", ["class": "verdict \(words.verdict)"], words.verdict)),
                .lines(row.observation.citation, words.reference),
            ]
        }
        return HTMLTable(columns: columns, rows: cells).node()
    }

    private static func folded(_ summary: String, _ content: Node) -> Node {
        .element("details", [:], [.element("summary", [:], summary), content])
    }
}

/// What a picture shows of a domain: numbers of one size.
private enum Panel: String, CaseIterable {
    case density = "changes of density"
    case changes = "other changes"
    case levels = "levels, times, rates and ratios"
}

extension ScoreboardRow {
    /// Where the row is drawn: a change in %, of density or another, or a level, time, rate or ratio.
    fileprivate var panel: Panel {
        guard let comparison, [.points, .change].contains(comparison.yardstick.scale) else { return .levels }
        return comparison.places.first?.output.hasPrefix("density.") == true ? .density : .changes
    }
}

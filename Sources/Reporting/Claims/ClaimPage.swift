import Evidence
import Exchange
import Trials

extension ClaimDocument {
    /// One self-contained page: what is shown as true against the evidence first.
    func page(command: String) -> String {
        let header: [Node] = [
            .element("h1", [:], "Claims, tried by the simulator"),
            .element("p", ["class": "meta"], "Model \(model) · \(command)"),
            .element("p", ["class": "disclaimer"], RunReport.standardDisclaimer),
            .element("p", [:], summary),
        ]
        let main =
            section(
                .contradictedHolds, "Contradicted by the literature, shown as true here",
                "Errors of the simulator: what the evidence speaks against must not come out.")
            + section(
                .unverifiableHolds, "Without evidence, shown as true here",
                "Nobody has shown these; the simulator should not show them unasked.")
            + section(.failed, "Could not be tried", "")
            + section(.disagrees, "The simulator says otherwise than the literature", "")
            + section(.misses, "Verdicts agree, a number or sign is missed", "")
            + totalsSection + citations + omissions
            + section(.agrees, "Simulator and literature agree", "")
        return HTMLPage.text(title: "Claims, tried by the simulator", model: model, header: header, main: main)
    }

    private func section(_ standing: ClaimVerdict.Standing, _ title: String, _ caption: String) -> [Node] {
        let rows = tried.filter { $0.verdict.standing == standing }
        if rows.isEmpty { return [] }
        // What agrees is there to be looked up.
        let isFolded = standing == .agrees
        let items = rows.flatMap { claim, verdict -> [Node] in
            let title = "\(claim.id) · \(claim.claim)"
            let content = content(claim, verdict)
            return isFolded
                ? [.element("details", [:], [.element("summary", [:], title)] + content)]
                : [.element("h3", [:], title)] + content
        }
        return HTMLPage.section(
            "\(title) (\(rows.count))", (caption.isEmpty ? [] : [HTMLPage.caption(caption)]) + items)
    }

    private func content(_ claim: Claim, _ verdict: ClaimVerdict) -> [Node] {
        let style =
            switch verdict.standing {
            case .contradictedHolds, .unverifiableHolds, .failed, .disagrees: "outside"
            case .misses: "near"
            case .agrees: "inside"
            }
        let settings = settings(of: verdict).map { setting in
            Node.element("li", [:], "\(setting.name): \(words(of: setting).joined(separator: " "))")
        }
        let evidence = claim.bestEvidence == "—" ? "" : ": \(claim.bestEvidence)"
        var content: [Node] = [
            .element(
                "p", [:],
                [
                    .text("In the simulator it "),
                    .element("span", ["class": "verdict \(style)"], verdict.simulator.rawValue),
                    .text("; literature: \(claim.literatureCheck.rawValue), grade \(claim.grade.rawValue)."),
                ]),
            .element("ul", [:], (verdict.parts + verdict.shows).map(item)),
        ]
        if let known = verdict.attempt.known { content.append(.element("p", [:], "Known: \(known)")) }
        if let note = verdict.attempt.note { content.append(HTMLPage.caption(note)) }
        content.append(HTMLPage.caption("\(claim.kind.rawValue), \(claim.system). \(claim.citation)\(evidence)"))
        content.append(
            .element("details", [:], [.element("summary", [:], "Settings"), .element("ul", [:], settings)]))
        return content
    }

    private func item(_ finding: ClaimFinding) -> Node {
        let criterion = finding.criterion
        let what = criterion.says.map { "\($0): " } ?? ""
        let found = ClaimWords.found(finding.found, criterion)
        let assumed = finding.assumed.map { " (with the hypothesis on: \(ClaimWords.found($0, criterion)))" } ?? ""
        let text =
            "\(what)\(ClaimWords.compared(criterion)); expected "
            + "\(ClaimWords.expected(criterion)), found \(found)\(assumed): "
        return .element(
            "li", [:],
            [
                .text(UnitText.minus(text)),
                .element("span", ["class": finding.agrees ? "inside" : "outside"], ClaimWords.outcome(finding)),
            ])
    }

    private var totalsSection: [Node] {
        let tables = (totalsByGroup + [("domain", totalsByDomain)]).flatMap { title, rows -> [Node] in
            let columns =
                [HTMLTable.Column(title: "By \(title)", style: "medium")]
                + Self.totalsHead.map { HTMLTable.Column(title: $0, style: "number") }
            let table = HTMLTable(columns: columns, rows: rows.map { $0.map(HTMLTable.Cell.text) }).node()
            guard title == "domain" else { return [table, .element("p", [:], "")] }
            return [.element("details", [:], [.element("summary", [:], "By what they are about"), table])]
        }
        return HTMLPage.section("Totals", tables)
    }

    private var citations: [Node] {
        if references.isEmpty { return [] }
        let table = HTMLTable(
            columns: [
                .init(title: "Claim"), .init(title: "Citation, as it is spread", style: "long"),
                .init(title: "Status", style: "medium"),
                .init(title: "What was found", style: "long"), .init(title: "What to do", style: "medium"),
            ],
            rows: references.map { claim, status in
                let style = status == .correct ? "inside" : status == .misquoted ? "near" : "outside"
                return [
                    .text(claim.id), .text(claim.claim),
                    .node(.element("span", ["class": "\(style)"], status.rawValue)),
                    .lines(claim.bestEvidence, claim.note), .text(claim.simulatorMustShow),
                ]
            })
        return HTMLPage.section("Citations (\(references.count))", [table.node()])
    }

    private var omissions: [Node] {
        if untried.isEmpty { return [] }
        let table = HTMLTable(
            columns: [
                .init(title: "Claim"), .init(title: "What is claimed", style: "long"),
                .init(title: "Literature", unit: "grade"),
                .init(title: "Because", style: "medium"), .init(title: "Reason", style: "long"),
            ],
            rows: untried.map { claim, omission in
                [
                    .text(claim.id), .text(claim.claim),
                    .lines(claim.literatureCheck.rawValue, "grade \(claim.grade.rawValue)"),
                    .text(omission.reason.rawValue), .text(omission.words),
                ]
            })
        return HTMLPage.section("Not expressible (\(untried.count))", [table.node()])
    }
}

import Evidence
import Exchange
import Trials

extension ClaimDocument {
    /// The table for the terminal: worst first, then totals.
    public func table(width: Int) -> String {
        var text = ""
        if !tried.isEmpty {
            let columns: [TextTable.Column] = [
                .init("claim", alignment: .left), .init("what is claimed", alignment: .left, wraps: true),
                .init("simulator", alignment: .left), .init("literature", alignment: .left),
                .init("grade", alignment: .left), .init("", alignment: .left, wraps: true),
            ]
            let rows = tried.map { claim, verdict in
                [
                    claim.id, claim.claim, verdict.simulator.rawValue, claim.literatureCheck.rawValue,
                    claim.grade.rawValue,
                    verdict.standing.rawValue + (verdict.attempt.known == nil ? "" : " (known)"),
                ]
            }
            text += TextTable(columns: columns, rows: rows).rendered(width: width) + "\n"
        }
        let flagged = references.filter { $0.status != .correct }
        if !flagged.isEmpty {
            let rows = flagged.map { [$0.claim.id, $0.claim.claim, $0.status.rawValue, $0.claim.bestEvidence] }
            text += "Citations that are not what they say\n\n"
            text +=
                TextTable(
                    columns: [
                        .init("claim", alignment: .left), .init("citation", alignment: .left, wraps: true),
                        .init("status", alignment: .left, wraps: true),
                        .init("what was found", alignment: .left, wraps: true),
                    ], rows: rows
                ).rendered(width: width) + "\n"
        }
        if !untried.isEmpty {
            let rows = untried.map { [$0.claim.id, $0.claim.claim, $0.omission.reason.rawValue, $0.omission.words] }
            text += "Not expressible\n\n"
            text +=
                TextTable(
                    columns: [
                        .init("claim", alignment: .left), .init("what is claimed", alignment: .left, wraps: true),
                        .init("because", alignment: .left), .init("reason", alignment: .left, wraps: true),
                    ], rows: rows
                ).rendered(width: width) + "\n"
        }
        for (title, rows) in totalsByGroup {
            let columns = [TextTable.Column(title, alignment: .left)] + Self.totalsHead.map { TextTable.Column($0) }
            text += TextTable(columns: columns, rows: rows).rendered(width: width) + "\n"
        }
        return text
    }

    /// Everything about one claim: how it was tried, what was found, where it comes from.
    public func detail(_ result: ClaimResult, width: Int) -> String {
        let claim = result.claim
        var lines = ["\(claim.id)  \(claim.claim)", ""]
        func add(_ label: String, _ text: String) {
            if !text.isEmpty, text != "—" { lines.append("  \(label): \(text)") }
        }
        add("kind", "\(claim.kind.rawValue), \(claim.system)")
        add("literature", "\(claim.literatureCheck.rawValue), grade \(claim.grade.rawValue)")
        add("found in it", claim.bestEvidence)
        add("source", claim.citation)
        add("note", claim.note)
        add("must be shown", claim.simulatorMustShow)
        switch result.place {
        case .reference(let status): add("citation", status.rawValue)
        case .untried(let omission): add("not tried", "\(omission.reason.rawValue): \(omission.words)")
        case .tried(let verdict):
            add("simulator", "\(verdict.simulator.rawValue): \(verdict.standing.rawValue)")
            add("remark", verdict.attempt.note ?? "")
            add("known", verdict.attempt.known ?? "")
            add("hypotheses", verdict.attempt.hypotheses.joined(separator: ", "))
            for (title, findings) in [("The claim", verdict.parts), ("The evidence besides", verdict.shows)]
            where !findings.isEmpty {
                lines += ["", title]
                for finding in findings { lines += self.lines(finding) }
            }
            lines += ["", "Settings"]
            for setting in settings(of: verdict) {
                lines.append("  \(setting.name)")
                lines += words(of: setting).map { "    \($0)" }
            }
        }
        return lines.flatMap { line in
            let indent = String(line.prefix { $0 == " " })
            let parts = TextWrap.lines(String(line.dropFirst(indent.count)), width: max(20, width - indent.count - 4))
            return parts.isEmpty ? [""] : parts.enumerated().map { indent + ($0 == 0 ? "" : "    ") + $1 }
        }.joined(separator: "\n") + "\n"
    }

    private func lines(_ finding: ClaimFinding) -> [String] {
        let criterion = finding.criterion
        var lines = ["  \(finding.agrees ? "✓" : "✗") \(ClaimWords.title(criterion))"]
        if criterion.says != nil { lines.append("      \(ClaimWords.compared(criterion))") }
        lines.append(
            "      expected \(ClaimWords.expected(criterion)); found "
                + ClaimWords.found(finding.found, criterion))
        if let assumed = finding.assumed {
            lines.append("      with the hypothesis on: \(ClaimWords.found(assumed, criterion))")
        }
        lines.append("      \(ClaimWords.outcome(finding))")
        return lines
    }

    /// The settings in which a claim was tried, by name.
    func settings(of verdict: ClaimVerdict) -> [ClaimPlan.Setting] {
        let quantities = (verdict.parts + verdict.shows).flatMap { $0.criterion.series.joined() }
        let names = Set(quantities.flatMap { $0.measurements.map(\.setting) })
        return names.sorted().compactMap { plan.settings[$0] }
    }

    /// Who she is, what she takes and what an experiment does to her.
    func words(of setting: ClaimPlan.Setting) -> [String] {
        let experiment = setting.laboratory.sorted { $0.key < $1.key }.map { "Experiment: \($0.key) is \($0.value)." }
        if let population = setting.population {
            return ["\(setting.women) women like those of \(population)."] + setting.scenario.words.suffix(1)
                + experiment
        }
        let drawn = setting.women > 1 ? ["\(setting.women) women drawn around her."] : []
        return setting.scenario.words + experiment + drawn
    }
}

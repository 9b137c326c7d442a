import Evidence
import Exchange
import Trials

extension ClaimDocument {
    /// The page of the documentation.
    ///
    /// - Parameter command: the command that writes it again.
    public func markdown(command: String) -> String {
        var lines = [
            "# Claims, tried by the simulator", "",
            "Written by `\(command)`; do not edit. How each claim is tried stands in",
            "`Sources/Evidence/Resources/\(EvidenceLibrary.claimPlanName)`, the claims and what the literature says of them in `claims.csv`",
            "beside it. A claim holds where every criterion that says what it states is met in simulations; the literature's verdict",
            "stands beside it. Criteria come from the sentence of the claim and from what a simulation must show to be consistent",
            "with the evidence, not from what the model yields.", "", summary, "",
        ]
        for (title, rows) in totalsByGroup { lines.append(MarkdownTable.text([title] + Self.totalsHead, rows)) }
        let groups: [(ClaimVerdict.Standing, String)] = [
            (.contradictedHolds, "Contradicted by the literature, shown as true here"),
            (.unverifiableHolds, "Without evidence, shown as true here"), (.failed, "Could not be tried"),
            (.disagrees, "The simulator says otherwise than the literature"),
            (.misses, "Verdicts agree, a number or sign is missed"), (.agrees, "Simulator and literature agree"),
        ]
        for (standing, title) in groups {
            let rows = tried.filter { $0.verdict.standing == standing }
            if rows.isEmpty { continue }
            lines += ["## \(title) (\(rows.count))", ""]
            lines.append(
                MarkdownTable.text(
                    ["claim", "what is claimed", "simulator", "literature", "grade", "expected and found", "source"],
                    rows.map { claim, verdict in
                        let findings = verdict.parts + verdict.shows
                        // What agrees is told in short, unless all of it does.
                        let told = standing == .agrees ? findings : findings.filter { !$0.agrees }
                        let known = verdict.attempt.known.map { " Known: \($0)" } ?? ""
                        return [
                            claim.id, claim.claim, verdict.simulator.rawValue, claim.literatureCheck.rawValue,
                            claim.grade.rawValue,
                            told.map(Self.words).joined(separator: "<br>") + known, claim.citation,
                        ]
                    }))
        }
        lines += ["## Citations (\(references.count))", ""]
        lines.append(
            MarkdownTable.text(
                ["claim", "citation, as it is spread", "status", "what was found"],
                references.map { [$0.claim.id, $0.claim.claim, $0.status.rawValue, $0.claim.bestEvidence] }))
        lines += ["## Not expressible (\(untried.count))", ""]
        lines.append(
            MarkdownTable.text(
                ["claim", "what is claimed", "because", "reason"],
                untried.map { [$0.claim.id, $0.claim.claim, $0.omission.reason.rawValue, $0.omission.words] }))
        return lines.joined(separator: "\n")
    }

    private static func words(_ finding: ClaimFinding) -> String {
        let criterion = finding.criterion
        let expected = ClaimWords.expected(criterion)
        let what = criterion.says ?? ClaimWords.compared(criterion)
        let not = finding.isExpected ? "" : "not "
        return UnitText.minus(
            "\(what): \(not)\(expected); \(finding.failure ?? ClaimWords.found(finding.found, criterion))")
    }
}

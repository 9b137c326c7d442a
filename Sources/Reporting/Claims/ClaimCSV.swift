import Evidence
import Exchange
import Symbolics
import Trials

extension ClaimDocument {
    /// A row a claim and criterion, claims that have none once.
    var csv: String {
        let header = [
            "claim", "kind", "system", "what is claimed", "literature", "grade", "citation", "place", "simulator",
            "standing",
            "role", "criterion", "expected", "unit", "found", "found with hypotheses", "holds", "evidence says",
            "agrees", "reason",
        ]
        let rows = results.flatMap { result -> [[String]] in
            let claim = result.claim
            let own = [
                claim.id, claim.kind.rawValue, claim.system, claim.claim, claim.literatureCheck.rawValue,
                claim.grade.rawValue,
                claim.citation,
            ]
            func blank(_ count: Int) -> [String] { Array(repeating: "", count: count) }
            switch result.place {
            case .reference(let status):
                return [own + ["citation", "", status.rawValue] + blank(9) + [claim.bestEvidence]]
            case .untried(let omission):
                return [own + ["not expressible", "", omission.reason.rawValue] + blank(9) + [omission.words]]
            case .tried(let verdict):
                let tagged = verdict.parts.map { ("claim", $0) } + verdict.shows.map { ("evidence", $0) }
                return tagged.map { role, finding in
                    let criterion = finding.criterion
                    func numbers(_ series: [[Double]]) -> String {
                        series.joined().map { "\($0)" }.joined(separator: " ")
                    }
                    return own + ["tried", verdict.simulator.rawValue, verdict.standing.rawValue, role]
                        + [
                            ClaimWords.title(criterion), ClaimWords.expected(criterion),
                            criterion.unit.symbol, numbers(finding.found), finding.assumed.map(numbers) ?? "",
                            "\(finding.holds)", finding.isExpected ? "for" : "against", "\(finding.agrees)",
                            finding.failure ?? verdict.attempt.known ?? "",
                        ]
                }
            }
        }
        return CSVWriter.text(header: header, rows: rows)
    }

    /// The files of a folder of results.
    ///
    /// - Parameter command: the command that writes them again.
    ///
    /// - Parameter page: the name of the page.
    public func files(command: String, page name: String = "index.html") -> [OutputFolder.File] {
        [.init(name: name, contents: page(command: command)), .init(name: "claims.csv", contents: csv)]
    }
}

import Evidence
import Exchange
import Trials

/// All claims with what came of them, for terminal, page and files.
public struct ClaimDocument: Sendable {
    /// Worst first: what was tried by its standing, then citations, then what is not tried.
    public let results: [ClaimResult]
    let plan: ClaimPlan
    let model: String

    public init(_ results: [ClaimResult], plan: ClaimPlan, model: String) {
        self.results = results.sorted { a, b in
            let (first, second) = (Self.rank(a), Self.rank(b))
            return first == second ? a.id < b.id : first.lexicographicallyPrecedes(second)
        }
        self.plan = plan
        self.model = model
    }

    /// What comes before what: standing, then strength of the evidence, then how many criteria are missed.
    private static func rank(_ result: ClaimResult) -> [Int] {
        let standings = ClaimVerdict.Standing.allCases
        let statuses: [ReferenceStatus] = [.wrong, .notFound, .misquoted, .correct]
        switch result.place {
        case .tried(let verdict):
            let grade = Claim.Grade.allCases.firstIndex(of: result.claim.grade) ?? 0
            return [standings.firstIndex(of: verdict.standing) ?? 0, grade, -verdict.misfits]
        case .reference(let status): return [standings.count, statuses.firstIndex(of: status) ?? 0, 0]
        case .untried: return [standings.count + 1, 0, 0]
        }
    }

    /// The claims that were tried, worst first.
    var tried: [(claim: Claim, verdict: ClaimVerdict)] {
        results.compactMap { result in result.verdict.map { (result.claim, $0) } }
    }

    var references: [(claim: Claim, status: ReferenceStatus)] {
        results.compactMap { if case .reference(let status) = $0.place { ($0.claim, status) } else { nil } }
    }

    var untried: [(claim: Claim, omission: ClaimPlan.Omission)] {
        results.compactMap { if case .untried(let omission) = $0.place { ($0.claim, omission) } else { nil } }
    }

    /// How many of the claims that were tried stand as is asked.
    func count(_ standing: ClaimVerdict.Standing) -> Int { tried.count { $0.verdict.standing == standing } }

    /// One sentence on all of them.
    public var summary: String {
        let agree = count(.agrees) + count(.misses)
        var parts = ["\(results.count) claims: \(tried.count) tried"]
        if !tried.isEmpty {
            parts.append("\(agree) agree with the literature (\(count(.misses)) of them miss a number)")
            parts.append("\(count(.disagrees)) disagree")
            parts.append(
                "\(count(.contradictedHolds)) contradicted and \(count(.unverifiableHolds)) unverifiable shown as true")
            if count(.failed) > 0 { parts.append("\(count(.failed)) could not be tried") }
        }
        if !references.isEmpty {
            parts.append("\(references.count) citations, \(references.count { $0.status != .correct }) of them flagged")
        }
        if !untried.isEmpty { parts.append("\(untried.count) not expressible") }
        return parts.joined(separator: "; ") + "."
    }

    /// Agreement by group: a row each, in the order given.
    func totals(_ groups: [String], of group: (Claim) -> String) -> [[String]] {
        groups.compactMap { name in
            let all = results.filter { group($0.claim) == name }
            if all.isEmpty { return nil }
            let verdicts = all.compactMap(\.verdict?.standing)
            let citations = all.count { if case .reference = $0.place { true } else { false } }
            let untried = all.count { if case .untried = $0.place { true } else { false } }
            return [
                name, "\(all.count)", "\(verdicts.count)", "\(verdicts.count { $0 == .agrees })",
                "\(verdicts.count { $0 == .misses })", "\(verdicts.count { $0 == .disagrees || $0 == .failed })",
                "\(verdicts.count { $0 == .contradictedHolds || $0 == .unverifiableHolds })", "\(citations)",
                "\(untried)",
            ]
        }
    }

    /// Those that miss a number agree but for it; wrongly true is what the evidence speaks against, or nobody has shown.
    static let totalsHead = [
        "claims", "tried", "agree", "miss a number", "disagree", "wrongly true", "citations", "not tried",
    ]

    /// Totals by kind, by verdict of the literature, by grade.
    var totalsByGroup: [(title: String, rows: [[String]])] {
        [
            ("kind", totals(Claim.Kind.allCases.map(\.rawValue)) { $0.kind.rawValue }),
            ("literature", totals(Claim.LiteratureCheck.allCases.map(\.rawValue)) { $0.literatureCheck.rawValue }),
            ("grade", totals(Claim.Grade.allCases.map(\.rawValue)) { $0.grade.rawValue }),
        ]
    }

    /// Totals by what the claims are about, as the evidence names it, most claims first.
    var totalsByDomain: [[String]] {
        let names = Dictionary(grouping: results, by: \.claim.system).mapValues(\.count)
        let ordered = names.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
        return totals(ordered) { $0.system }
    }
}

import Evidence
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Modeling
import Physiology
import Reporting
import Trials

/// The claims ledger, the scoreboard, the references and what is not known, with filters.
struct EvidenceRoutes {
    let catalogue: Catalogue
    let store: Store
    let desk: SimulationDesk

    private static let mostRows = 500

    func add(to router: Router<some RequestContext>) {
        let plan = Once { try await desk.work { try ScoreboardPlan(ScoreboardFiles()) } }
        let references = Once { try await desk.work { try Answer.encoded(ReferenceAnswer(catalogue)) } }
        let gaps = Once { try await desk.work { try Answer.encoded(GapAnswer(catalogue)) } }
        router.get("/api/claims") { request, _ in
            try await claims(Filters(request, ["verdict", "grade", "kind", "standing", "text"]))
        }
        router.get("/api/scoreboard") { request, _ in
            let filters = try Filters(
                request, ["domain", "use", "inside", "standing", "text", "limit", "offset"])
            return try await scoreboard(try await plan.value, filters)
        }
        router.get("/api/references") { _, _ in Answer.json(bytes: try await references.value) }
        router.get("/api/gaps") { _, _ in Answer.json(bytes: try await gaps.value) }
    }

    // MARK: Claims

    private struct ClaimsAnswer: Encodable {
        struct Entry: Encodable {
            let id: String
            let kind: String
            let system: String
            let claim: String
            let value: String
            let mustShow: String
            /// Of the literature.
            let verdict: String
            let bestEvidence: String
            let grade: String
            let citation: String
            let addresses: [String]
            let note: String
            /// Of the simulator; nil until all claims were tried.
            let simulator: String?
            let standing: String?
            /// Of a citation.
            let reference: String?
        }

        /// When all claims were tried; nil if they were not with this model.
        let simulated: String?
        let total: Int
        let claims: [Entry]
    }

    private func claims(_ filters: Filters) async throws -> Response {
        let verdict = try filters.word("verdict", of: Claim.LiteratureCheck.self)
        let grade = try filters.word("grade", of: Claim.Grade.self)
        let kind = try filters.word("kind", of: Claim.Kind.self)
        let (date, found) = try await findings(.claims, ClaimFindings.self)
        let known = found?.model == WomanModel.version ? found?.findings ?? [:] : [:]
        let entries = catalogue.claims.filter { claim in
            (verdict ?? claim.literatureCheck) == claim.literatureCheck && (grade ?? claim.grade) == claim.grade
                && (kind ?? claim.kind) == claim.kind
                && filters.matches([claim.id, claim.claim, claim.system, claim.citation])
                && (filters["standing"] ?? known[claim.id]?.standing) == known[claim.id]?.standing
        }.map { claim in
            ClaimsAnswer.Entry(
                id: claim.id, kind: claim.kind.rawValue, system: claim.system, claim: claim.claim,
                value: claim.quantitativeValue, mustShow: claim.simulatorMustShow,
                verdict: claim.literatureCheck.rawValue,
                bestEvidence: claim.bestEvidence, grade: claim.grade.rawValue, citation: claim.citation,
                addresses: Citation.addresses(in: claim.citation), note: claim.note,
                simulator: known[claim.id]?.simulator, standing: known[claim.id]?.standing,
                reference: claim.kind == .reference ? ReferenceStatus(claim.literatureCheck).rawValue : nil)
        }
        return try Answer.json(
            ClaimsAnswer(simulated: known.isEmpty ? nil : date, total: catalogue.claims.count, claims: entries))
    }

    // MARK: Scoreboard

    fileprivate struct ScoreboardAnswer: Encodable {
        struct Entry: Encodable {
            let observation: String
            let domain: String
            let use: String
            let study: String
            let arm: String
            let regimen: String
            let endpoint: String
            let site: String
            let time: String
            let observed: Double?
            let low: Double?
            let high: Double?
            let unit: String
            /// Whether it is compared, and why not.
            let standing: String
            let reason: String
            /// Of the design: A randomised, B followed up, C anything else, D from memory.
            let grade: String
            let citation: String
            let addresses: [String]
            /// Nil until the scoreboard was simulated.
            let simulated: Double?
            /// In units of what is allowed.
            let misfit: Double?
            let inside: Bool?
            let near: Bool?
        }

        struct Total: Encodable {
            let rows: Int
            let compared: Int
            /// Nil until the scoreboard was simulated.
            let inside: Int?
            let near: Int?
        }

        /// When it was simulated; nil if it was not with this model.
        let simulated: String?
        /// Of all rows that fit the filters.
        let total: Total
        let offset: Int
        let rows: [Entry]
    }

    private func scoreboard(_ plan: ScoreboardPlan, _ filters: Filters) async throws -> Response {
        let domain = try filters.word("domain", of: Observation.Domain.self)
        let use = try filters.word("use", of: Observation.Use.self)
        let standing = try filters.word("standing", of: ScoreboardRow.Standing.self)
        let inside = try filters.flag("inside")
        let limit = try filters.whole("limit", or: 100, in: 1...Self.mostRows)
        let offset = try filters.whole("offset", or: 0, in: 0...1_000_000)
        let (date, found) = try await findings(.scoreboard, ScoreboardFindings.self)
        let known = found?.model == WomanModel.version ? found?.findings ?? [:] : [:]
        let rows = plan.rows.filter { row in
            let observation = row.observation
            return (domain ?? observation.domain) == observation.domain && (use ?? observation.use) == observation.use
                && (standing ?? row.standing) == row.standing
                && (inside == nil || row.standing == .compared && known[observation.id]?.isInside == inside)
                && filters.matches([
                    observation.id, observation.studyName, observation.arm, observation.regimen, observation.endpoint,
                    observation.citation,
                ])
        }
        let compared = rows.filter { $0.standing == .compared }
        let judged = compared.compactMap { known[$0.observation.id] }
        return try Answer.json(
            ScoreboardAnswer(
                simulated: known.isEmpty ? nil : date,
                total: .init(
                    rows: rows.count, compared: compared.count,
                    inside: known.isEmpty ? nil : judged.count(where: \.isInside),
                    near: known.isEmpty ? nil : judged.count(where: \.isNear)),
                offset: offset,
                rows: rows.dropFirst(offset).prefix(limit).map { ScoreboardAnswer.Entry($0, known[$0.observation.id]) })
        )
    }

    /// What the last finished run of a kind found, and when; nil if there is none.
    private func findings<Findings: Decodable>(
        _ kind: KeptRun.Kind, _ type: Findings.Type
    ) async throws -> (date: String?, findings: Findings?) {
        guard let run = try await store.lastFinished(kind), let result = run.result else { return (nil, nil) }
        return (run.changed, try? JSONDecoder().decode(Findings.self, from: Data(result.utf8)))
    }
}

extension EvidenceRoutes.ScoreboardAnswer.Entry {
    fileprivate init(_ row: ScoreboardPlan.Row, _ found: ScoreboardFindings.Finding?) {
        let observation = row.observation
        self.observation = observation.id
        domain = observation.domain.rawValue
        use = observation.use.rawValue
        study = observation.studyName.isEmpty ? observation.studyID : observation.studyName
        arm = observation.arm
        regimen = observation.regimen
        endpoint = observation.endpoint
        site = observation.site == "NA" ? "" : observation.site
        time = "\(observation.time.text) \(observation.time.unit)".replacing("_", with: " ")
        observed = observation.value
        low = observation.interval95?.lowerBound
        high = observation.interval95?.upperBound
        unit = observation.unit
        standing = row.standing.rawValue
        reason = row.reason
        grade = Self.grade(observation).rawValue
        citation = observation.citation
        addresses = Citation.addresses(in: observation.citation)
        simulated = found?.simulated
        misfit = found?.misfit
        let isJudged = found?.simulated != nil
        inside = isJudged ? found?.isInside : nil
        near = isJudged ? found?.isNear : nil
    }

    private static func grade(_ observation: Observation) -> Claim.Grade {
        if observation.sourceKind == .recalled { return .weak }
        let design = observation.design.lowercased()
        if design.contains("rct") || design.contains("randomi") { return .strong }
        let followed = ["cohort", "case-control", "longitudinal", "prospective", "registry"]
        return followed.contains { design.contains($0) } ? .moderate : .limited
    }
}

import Symbolics
import Yams

/// Reads files that say how claims are tried: YAML, or JSON with the same keys.
///
/// Everything is checked before anything runs, and all that is wrong is told at once.
public struct ClaimPlanReader: Sendable {
    /// Reads the settings, which are scenarios.
    public var scenarios: ScenarioReader
    /// The model's outputs with their units.
    public var outputs: [String: Unit]
    /// Parameters and controls that an experiment may set, with their units.
    public var laboratory: [String: Unit]
    /// Studies whose women may be drawn.
    public var populations: [String]
    /// Identifiers of the claims that have a place in a plan.
    public var claims: [String]
    /// Those of which each part must say on which side the evidence is.
    public var divided: Set<String>

    public init(
        scenarios: ScenarioReader, outputs: [String: Unit], laboratory: [String: Unit], populations: [String] = [],
        claims: [String], divided: Set<String> = []
    ) {
        self.scenarios = scenarios
        self.outputs = outputs
        self.laboratory = laboratory
        self.populations = populations
        self.claims = claims
        self.divided = divided
    }

    static let keys = ["settings", "claims", "untried"]

    /// Reads a plan from text, called `name` in messages.
    ///
    /// - Throws: `FileError`.
    public func read(text: String, name: String) throws(FileError) -> ClaimPlan {
        let problems = Problems(file: name)
        let root = problems.root(of: text, .claims)
        return try problems.check(root.flatMap { plan(from: $0, name: name) })
    }

    private func plan(from root: Field, name: String) -> ClaimPlan? {
        guard let top = Section(root, keys: Self.keys) else { return nil }
        let settings = top.required(
            "settings", example: "settings: {at rest: {woman: {age: 30 years}, simulate: {years: 1}}}")?
            .settings(reader: self, file: name)
        let attempts = top.required("claims", example: "claims: {SC001: {claim: [{measure: level, …}]}}")?
            .members(among: claims)?
            .compactMap { id, field in attempt(at: id, field, settings ?? [:]) }
        let omissions = top["untried"]?.members(among: claims)?.compactMap { id, field in omission(at: id, field) }
        guard let settings, let attempts else { return nil }
        let plan = ClaimPlan(settings: settings, attempts: attempts, omissions: omissions ?? [])
        let tried = Set(attempts.map(\.claim))
        for omission in plan.omissions where tried.contains(omission.claim) {
            top["untried"]?.report("\(omission.claim) is also under 'claims'; expected it in one place")
        }
        return plan
    }

    private func attempt(at id: String, _ field: Field, _ settings: [String: ClaimPlan.Setting]) -> ClaimPlan.Attempt? {
        guard let section = Section(field, keys: ["claim", "shows", "hypotheses", "note", "known"]) else { return nil }
        func criteria(_ field: Field?) -> [ClaimCriterion] {
            field?.items(expecting: "- {measure: level, output: serum.FSH, in: at rest, expect: above 40 IU/L}")?
                .compactMap { $0.criterion(reader: self, settings: settings) } ?? []
        }
        let parts = section.required("claim", example: "claim: [{measure: level, …}]")
        let read = criteria(parts)
        if let parts, case .sequence(let items) = parts.node, items.isEmpty {
            parts.report("the list is empty; expected what the claim states")
        }
        if divided.contains(id), read.contains(where: { $0.evidence == nil }) {
            parts?.report(
                "the literature supports this claim in part; expected 'evidence: for' or 'evidence: against' with each part"
            )
        }
        return ClaimPlan.Attempt(
            claim: id, parts: read, shows: criteria(section["shows"]),
            hypotheses: section["hypotheses"]?.items(expecting: "[progesteroneOnOPG]")?
                .compactMap {
                    $0.name("a hypothesis this program knows", among: scenarios.hypotheses, listAlways: true)
                } ?? [],
            note: section["note"].flatMap { $0.text(expecting: "a sentence") },
            known: section["known"].flatMap { $0.text(expecting: "a sentence") })
    }

    private func omission(at id: String, _ field: Field) -> ClaimPlan.Omission? {
        guard let section = Section(field, keys: ["because", "words"]) else { return nil }
        let reason = section.required("because", example: "because: opinion")?
            .choice("a reason", of: ClaimPlan.Omission.Reason.self)
        let words = section.required("words", example: "words: A matter of choice.")?.text(expecting: "a sentence")
        guard let reason, let words else { return nil }
        return ClaimPlan.Omission(claim: id, reason: reason, words: words)
    }
}

extension Field {
    /// The members of a group whose keys are among known names, in the order of the file.
    func members(among names: [String]) -> [(name: String, field: Field)]? {
        guard let section = Section(self, keys: names) else { return nil }
        return (node.mapping?.keys.compactMap(\.scalar?.string) ?? [])
            .compactMap { name in section[name].map { (name, $0) } }
    }

    /// The members of a group whose keys are free, in the order of the file.
    func members() -> [(name: String, field: Field)]? {
        members(among: node.mapping?.keys.compactMap(\.scalar?.string) ?? [])
    }
}

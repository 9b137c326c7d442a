/// One thing people say about hormones and bone, and what the literature says of it.
public struct Claim: Sendable, Equatable, Identifiable {
    /// What sort of statement it is.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case mechanism, outcome, quantity
        case protocolAdvice = "protocol"
        case assessment, education
        /// Checks that a citation exists and says what it is cited for.
        case reference
    }

    /// Verdict of the literature.
    public enum LiteratureCheck: String, CaseIterable, Sendable, Codable {
        case supported, partly, contradicted, unverifiable
    }

    /// Strength of the best evidence, A (strong) to D (weak or none).
    public enum Grade: String, CaseIterable, Sendable, Codable {
        case strong = "A"
        case moderate = "B"
        case limited = "C"
        case weak = "D"
    }

    /// Stable identifier, for example `SC001`.
    public let id: String
    public let kind: Kind
    public let system: String
    public let claim: String
    /// The number in the claim, in words.
    public let quantitativeValue: String
    /// What a simulation must do to be consistent with the evidence.
    public let simulatorMustShow: String
    public let literatureCheck: LiteratureCheck
    public let bestEvidence: String
    public let grade: Grade
    public let citation: String
    public let note: String
    public let sourceKind: SourceKind

    static let columns = [
        "claim_id", "kind", "system", "claim", "quantitative_value", "what_the_simulator_must_show", "literature_check",
        "best_evidence_value", "evidence_grade", "citation", "note", "source_kind",
    ]

    init(row: EvidenceRow) throws {
        id = row.identifier
        kind = try row.word("kind")
        system = row.text("system")
        claim = row.text("claim")
        quantitativeValue = row.text("quantitative_value")
        simulatorMustShow = row.text("what_the_simulator_must_show")
        literatureCheck = try row.word("literature_check")
        bestEvidence = row.text("best_evidence_value")
        grade = try row.word("evidence_grade")
        citation = row.text("citation")
        note = row.text("note")
        sourceKind = try row.word("source_kind")
    }
}

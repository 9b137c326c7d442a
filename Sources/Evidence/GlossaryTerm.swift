/// One word of the field, explained at three depths.
public struct GlossaryTerm: Sendable, Equatable, Identifiable {
    /// The term itself, unique in the glossary.
    public let term: String
    /// For anyone.
    public let plain: String
    /// For someone who reads about health.
    public let intermediate: String
    /// For someone in the field.
    public let technical: String
    /// Empty when the term is no quantity.
    public let unit: String
    /// Ontology identifier such as `UBERON:0002481`; empty when none is sure.
    public let ontologyID: String
    public let relatedTerms: [String]

    public var id: String { term }

    static let columns = [
        "term", "plain_definition", "intermediate_definition", "technical_definition", "unit", "ontology_id",
        "related_terms",
    ]

    init(row: EvidenceRow) throws {
        term = row.identifier
        plain = row.text("plain_definition")
        intermediate = row.text("intermediate_definition")
        technical = row.text("technical_definition")
        unit = row.text("unit")
        ontologyID = row.text("ontology_id")
        relatedTerms = row.text("related_terms").split(separator: ";")
            .map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
        guard !plain.isEmpty else { throw row.error("plain_definition", expected: "a definition") }
    }
}

import Evidence
import Exchange
import Modeling
import Physiology

/// Explains any word of the glossary and any part of the model at three reading levels.
///
/// ```swift
/// let explainer = try Explainer(.complete(), evidence: .bundled)
/// print(try explainer.explanation(of: "RANKL", level: .fundamentals, width: 100).text)
/// ```
public struct Explainer: Sendable {
    private let writer: ModelWriter
    private let index: TermIndex
    private let rest: RestingWoman
    private let influences: Influences
    private let claims: [Claim]
    private let catalogue: MedicineCatalogue

    /// - Throws: `EvidenceError` naming the fault of a row.
    public init(
        _ model: Model, evidence: EvidenceLibrary = .bundled, catalogue: MedicineCatalogue = Medicines.catalogue,
        hypotheses: [Hypothesis] = WomanModel.hypotheses
    ) throws {
        self.catalogue = catalogue
        claims = try evidence.claims()
        writer = ModelWriter(model, width: 0)
        rest = RestingWoman(model)
        influences = Influences(writer, rest)
        index = TermIndex(
            writer, glossary: try evidence.glossary(), medicines: catalogue.medicines.map(\.name),
            hypotheses: hypotheses)
    }

    /// Every word that can be explained.
    public var words: [String] { index.words }

    /// - Throws: `UnknownTerm` with the nearest right words.
    public func explanation(of term: String, level: ReadingLevel, width: Int) throws -> Explanation {
        var writer = writer
        // Sections are indented by two.
        writer.width = width - 2
        let facts = SubjectFacts(
            try index.subject(term), writer, rest: rest, influences: influences, claims: claims, catalogue: catalogue)
        return ExplanationWriter(facts: facts, level: level).explanation
    }
}

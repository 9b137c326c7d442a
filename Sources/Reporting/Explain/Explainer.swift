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
    private let model: Model
    private let glossary: [GlossaryTerm]
    private let claims: [Claim]
    private let hypotheses: [Hypothesis]
    private let catalogue: MedicineCatalogue

    /// - Throws: `EvidenceError` naming the fault of a row.
    public init(
        _ model: Model, evidence: EvidenceLibrary = .bundled, catalogue: MedicineCatalogue = Medicines.catalogue,
        hypotheses: [Hypothesis] = WomanModel.hypotheses
    ) throws {
        self.model = model
        self.catalogue = catalogue
        self.hypotheses = hypotheses
        glossary = try evidence.glossary()
        claims = try evidence.claims()
    }

    /// - Throws: `UnknownTerm` with the nearest right words.
    public func explanation(of term: String, level: ReadingLevel, width: Int) throws -> Explanation {
        let writer = ModelWriter(model, width: width - 2)
        let subject = try index(writer).subject(term)
        let facts = SubjectFacts(subject, writer, claims: claims, catalogue: catalogue)
        return ExplanationWriter(facts: facts, level: level).explanation
    }

    /// Every word that can be explained.
    public var words: [String] { index(ModelWriter(model, width: 100)).words }

    private func index(_ writer: ModelWriter) -> TermIndex {
        TermIndex(writer, glossary: glossary, medicines: catalogue.medicines.map(\.name), hypotheses: hypotheses)
    }
}

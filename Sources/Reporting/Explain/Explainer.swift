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

    /// - Throws: `EvidenceError` naming the fault of a row; `SolverError` if the woman on therapy cannot be simulated.
    public init(
        _ model: Model, evidence: EvidenceLibrary = .bundled, catalogue: MedicineCatalogue = Medicines.catalogue,
        hypotheses: [Hypothesis] = WomanModel.hypotheses
    ) throws {
        self.catalogue = catalogue
        claims = try evidence.claims()
        writer = ModelWriter(model, width: 0)
        rest = RestingWoman(model)
        influences = try Influences(writer, rest, TreatedWoman(model), hypotheses: hypotheses)
        index = TermIndex(
            writer, glossary: try evidence.glossary(), medicines: catalogue.medicines.map(\.name),
            hypotheses: hypotheses)
    }

    /// Every word that can be explained.
    public var words: [String] { index.words }

    /// The words to begin with: terms of the glossary, medicines and hypotheses, in columns.
    public func overview(width: Int) -> String { TermOverview(index: index).text(width: width) }

    /// - Throws: `UnknownTerm` with the nearest right words.
    public func explanation(of term: String, level: ReadingLevel, width: Int) throws -> Explanation {
        var writer = writer
        // Sections are indented by two.
        writer.width = width - 2
        var subject = try index.subject(term)
        if subject.names.isEmpty, subject.medicines.count == 1,
            let medicine = catalogue.medicines.first(where: { $0.name == subject.medicines[0] })
        {
            subject.names = try MedicineParts.of(medicine)
        }
        let facts = SubjectFacts(
            subject, writer, rest: rest, influences: influences, claims: claims, catalogue: catalogue)
        return ExplanationWriter(facts: facts, level: level).explanation
    }
}

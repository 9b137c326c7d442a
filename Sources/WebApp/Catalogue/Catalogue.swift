import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Trials

/// What a server knows before anything is simulated, read once.
struct Catalogue: Sendable {
    /// With every medicine in it.
    let model: Model
    let outputs: [OutputEntry]
    let grades: OutcomeGrades
    let ensembles: BandEnsembles
    let glossary: [GlossaryTerm]
    let claims: [Claim]
    let examples: ExampleFiles

    /// - Throws: `ModelError` if the model does not hang together, `SpreadError` or `EvidenceError`.
    init(evidence: EvidenceLibrary = .bundled) throws {
        model = try WomanModel.complete()
        outputs = model.outputs.map { OutputEntry($0, hasBand: OutputBands.spread(of: $0.name) != nil) }
        grades = try OutcomeGrades(outputs: model.outputs.map(\.name), evidence: evidence)
        ensembles = try BandEnsembles(model, evidence: evidence)
        glossary = try evidence.glossary()
        claims = try evidence.claims()
        examples = ExampleFiles()
    }

    var outputNames: [String] { outputs.map(\.output) }
}

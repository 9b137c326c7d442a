import CSBML
import Modeling
import Symbolics

/// Writes models as SBML Level 3 Version 2.
///
/// Every state is a parameter with a rate rule. States here are amounts, concentrations, counts of cells over their
/// resting number and densities side by side; species would need a compartment for each, which most do not have, and
/// tools would divide by its volume. Derived quantities and outputs are parameters with assignment rules; what one part
/// takes from another as it is, is written as what it is. The document begins where the model rests, at its time zero;
/// where the model's own time begins before zero, `scenarioTime` is that time.
public struct SBMLWriter {
    /// The identifier of the model's own time where the document's is another.
    static let scenarioTime = "scenarioTime"
    /// The identifier of the moment at which the model's own time is zero.
    static let timeZero = "timeZero"

    private let contents: SBMLContents

    public init(_ contents: SBMLContents) { self.contents = contents }

    /// The document; the same contents give the same bytes.
    ///
    /// - Throws: `SBMLWritingError` or `UnitMismatch` naming what cannot be written.
    public func document() throws -> String {
        guard let document = SBMLDocument_createWithLevelAndVersion(3, 2), let root = SBMLDocument_createModel(document)
        else { throw SBMLWritingError("libSBML writes no Level 3 Version 2") }
        defer { SBMLDocument_free(document) }
        let numbers = ExactNumbers()
        let builder = DocumentBuilder(root, contents, numbers)
        try builder.build()
        guard let text = writeSBMLToString(document) else { throw SBMLWritingError("libSBML wrote nothing") }
        defer { free(text) }
        return numbers.apply(to: String(cString: text))
    }
}

import CSBML
import Modeling
import Symbolics

/// Writes models as SBML Level 3 Version 2.
///
/// Every state is a parameter with a rate rule. States here are amounts, concentrations, counts of cells over their
/// resting number and densities side by side; species would need a compartment for each, which most do not have, and
/// tools would divide by its volume. Derived quantities and outputs are parameters with assignment rules; what one part
/// takes from another as it is, is written as what it is. States at rest follow from parameters by initial assignments.
public struct SBMLWriter {
    private let contents: SBMLContents

    /// What a quantity of the model is called in a document.
    public static func identifier(of symbol: Symbol) -> String { Identifiers.identifier(symbol.name) }

    /// Units of a document in one base unit of what a unit measures: 1e9 nanomoles in a mole.
    public static func units(ofBaseUnitsOf unit: Unit) -> Double { UnitDefinitionWriter.perBaseUnit(unit.dimension) }

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

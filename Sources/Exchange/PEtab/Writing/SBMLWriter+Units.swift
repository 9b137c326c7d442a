import Symbolics

extension SBMLWriter {
    /// How many of a document's units are one base unit here, for whatever is of a unit's dimension.
    package static func documentUnits(perBaseUnitOf unit: Unit) -> Double {
        UnitDefinitionWriter.perBaseUnit(unit.dimension)
    }
}

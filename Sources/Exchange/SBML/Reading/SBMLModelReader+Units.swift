import CSBML
import Foundation

extension SBMLModelReader {
    /// Time's unit; a second in Level 2 unless the file says otherwise.
    func timeUnit() -> SBMLUnit? {
        guard let name = text(Model_getTimeUnits(model)) ?? (document.level == 2 ? "time" : nil) else { return nil }
        if let definition = Model_getUnitDefinitionById(model, name) {
            return SBMLUnit(text: unit(definition) ?? name, days: days(definition))
        }
        let isSecond = name == "second" || (document.level == 2 && name == "time")
        return SBMLUnit(text: isSecond ? "second" : name, days: isSecond ? Self.second : nil)
    }

    private static let second = 1.0 / 86_400

    /// The length of a unit that is made of seconds alone.
    private func days(_ definition: OpaquePointer) -> Double? {
        let units = each(UnitDefinition_getNumUnits(definition)) { UnitDefinition_getUnit(definition, $0) }
            .filter { Unit_isDimensionless($0) == 0 }
        guard units.count == 1, Unit_isSecond(units[0]) != 0, Unit_getExponentAsDouble(units[0]) == 1 else {
            return nil
        }
        return Self.second * Unit_getMultiplier(units[0]) * pow(10, Double(Unit_getScale(units[0])))
    }

    /// A unit by the name that a file gives it, as what it is made of.
    func named(unit name: String) -> String {
        Model_getUnitDefinitionById(model, name).flatMap(unit) ?? name
    }

    /// A definition in words, such as `1e-06 gram/(0.001 litre)`; none for one without parts.
    func unit(_ definition: OpaquePointer?) -> String? {
        guard let definition else { return nil }
        let parts = each(UnitDefinition_getNumUnits(definition)) { UnitDefinition_getUnit(definition, $0) }
        guard !parts.isEmpty else { return nil }
        func joined(_ parts: [OpaquePointer]) -> String? {
            parts.isEmpty ? nil : parts.map(part).joined(separator: "·")
        }
        let above = joined(parts.filter { Unit_getExponentAsDouble($0) > 0 && Unit_isDimensionless($0) == 0 })
        let below = joined(parts.filter { Unit_getExponentAsDouble($0) < 0 && Unit_isDimensionless($0) == 0 })
        guard let below else { return above ?? "dimensionless" }
        return "\(above ?? "1")/\(below)"
    }

    /// One factor of a unit, without the sign of its exponent.
    private func part(_ unit: OpaquePointer) -> String {
        let kind = text(UnitKind_toString(Unit_getKind(unit))) ?? "unit"
        let factor = Unit_getMultiplier(unit) * pow(10, Double(Unit_getScale(unit)))
        let exponent = abs(Unit_getExponentAsDouble(unit))
        let base = factor == 1 ? kind : "(\(Self.short(factor)) \(kind))"
        return exponent == 1 ? base : "\(base)^\(Self.short(exponent))"
    }

    private static func short(_ value: Double) -> String { String(format: "%g", value) }
}

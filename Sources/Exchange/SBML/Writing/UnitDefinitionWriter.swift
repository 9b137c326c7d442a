import CSBML
import Symbolics

/// The unit definitions of a document, each made once, when something is first measured in it.
///
/// A document measures everything inside the model in one coherent set of units, so that no conversion factor stands in
/// its equations: days, nanomoles, micrograms, litres. Numbers of hormones in them lie near one, and simulators with one
/// absolute tolerance for all, which most have, can follow them; in moles that tolerance would have to be so small
/// that rounding of relative quantities would not meet it. SBML knows no biologically standardised units; an IU is an
/// `item`, which keeps it apart from moles and pure numbers.
final class UnitDefinitionWriter {
    /// What measures pure numbers.
    static let pure = "dimensionless"

    /// The decimal powers of the units of amount and mass.
    private static let powers: (amount: Int32, mass: Int32) = (-9, -6)

    /// Units of the document in one base unit of a dimension.
    static func perBaseUnit(_ dimension: Dimension) -> Double {
        // One power of ten, rather than a product of several, is rounded once.
        let exponent = -Int(powers.amount) * dimension.amount - Int(powers.mass) * dimension.mass
        return Double("1e\(exponent)")!
    }

    private let model: OpaquePointer
    private var meanings: [String: Unit] = [:]

    /// - Parameter model: the model that takes the definitions.
    init(_ model: OpaquePointer) { self.model = model }

    /// The identifier of the coherent unit of a dimension, such as `mol_per_L`.
    func identifier(of dimension: Dimension) -> String {
        dimension == .one ? Self.pure : identifier(of: Unit(coherent: dimension))
    }

    /// The identifier of a unit as people write it, such as `pg_per_mL`.
    func identifier(of unit: Unit) -> String {
        if unit == .one { return Self.pure }
        let stem = Self.words(unit.symbol)
        var name = stem
        var number = 1
        while let taken = meanings[name], taken != unit {
            number += 1
            name = "\(stem)_\(number)"
        }
        if meanings.updateValue(unit, forKey: name) == nil { define(name, unit) }
        return name
    }

    /// The pure number by which a value in the document's units is multiplied to be in a unit that people read, and
    /// the identifier of what it is measured in so that units balance; nil where they are the same.
    func conversion(to unit: Unit) -> (factor: Double, unit: String)? {
        let scale = unit.factor * Self.perBaseUnit(unit.dimension)
        guard unit != Unit(coherent: unit.dimension) else { return nil }
        let name = identifier(of: Unit(symbol: "scale of \(unit.symbol)", factor: scale, dimension: .one))
        return (1 / scale, name)
    }

    private func define(_ name: String, _ unit: Unit) {
        let definition = Model_createUnitDefinition(model)!
        UnitDefinition_setId(definition, name)
        UnitDefinition_setName(definition, unit.symbol)
        func add(_ kind: UnitKind_t, exponent: Int, scale: Int32 = 0, multiplier: Double = 1) {
            guard exponent != 0 else { return }
            let part = UnitDefinition_createUnit(definition)!
            CSBML.Unit_setKind(part, kind)
            Unit_setExponent(part, Int32(exponent))
            Unit_setScale(part, scale)
            Unit_setMultiplier(part, multiplier)
        }
        let dimension = unit.dimension
        if unit != Unit(coherent: dimension) {
            add(UNIT_KIND_DIMENSIONLESS, exponent: 1, multiplier: unit.factor * Self.perBaseUnit(dimension))
        }
        add(UNIT_KIND_MOLE, exponent: dimension.amount, scale: Self.powers.amount)
        add(UNIT_KIND_GRAM, exponent: dimension.mass, scale: Self.powers.mass)
        add(UNIT_KIND_ITEM, exponent: dimension.activity)
        add(UNIT_KIND_METRE, exponent: dimension.length, scale: -1)
        add(UNIT_KIND_SECOND, exponent: dimension.time, multiplier: 86_400)
    }

    /// A unit's symbol as an identifier: `1/d` becomes `per_d`, `g/cm2` becomes `g_per_cm2`.
    private static func words(_ symbol: String) -> String {
        let spelled = symbol.replacing("%", with: "percent").replacing("µ", with: "u").replacing("/", with: " per ")
        let parts = spelled.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let words = (parts.first == "1" ? Array(parts.dropFirst()) : parts).joined(separator: "_")
        return words.first?.isLetter == true ? words : "unit_\(words)"
    }
}

extension Unit {
    /// The document's unit of a dimension, written with litres where a volume is meant.
    init(coherent dimension: Dimension) {
        let volumes = dimension.length % 3 == 0
        let length = volumes ? ("L", dimension.length / 3) : ("dm", dimension.length)
        let parts = [
            ("nmol", dimension.amount), ("ug", dimension.mass), ("IU", dimension.activity), length,
            ("d", dimension.time),
        ]
        func text(_ sign: Int, _ separator: String) -> String {
            parts.filter { $0.1 * sign > 0 }.map { abs($0.1) == 1 ? $0.0 : "\($0.0)\(abs($0.1))" }
                .joined(separator: separator)
        }
        let (above, below) = (text(1, "*"), text(-1, "/"))
        let numerator = above.isEmpty ? "1" : above
        self.init(
            symbol: below.isEmpty ? numerator : "\(numerator)/\(below)",
            factor: 1 / UnitDefinitionWriter.perBaseUnit(dimension), dimension: dimension)
    }
}

/// A unit of measurement: its written symbol, its dimension and the factor to the base units.
///
/// Base units are day, mole, gram, decimetre (so that a litre is one) and IU. Every number in a compiled model is in
/// base units; the written unit is kept for people.
public struct Unit: Sendable {
    /// The unit as written, for example `pg/mL`.
    public let symbol: String
    /// Base units per one of this unit.
    public let factor: Double
    public let dimension: Dimension

    public static let one = Unit(symbol: "1", factor: 1, dimension: .one)
    public static let days = Unit(symbol: "d", factor: 1, dimension: Dimension(time: 1))
    public static let years = Unit(symbol: "years", factor: daysPerYear, dimension: Dimension(time: 1))

    /// The Julian year, which makes a month of 30.4375 days a twelfth of it.
    public static let daysPerYear = 365.25

    package init(symbol: String, factor: Double, dimension: Dimension) {
        self.symbol = symbol
        self.factor = factor
        self.dimension = dimension
    }

    /// Reads a unit such as `mg`, `pg/mL`, `g/cm2`, `L/h/kg` or `1/d`.
    ///
    /// - Throws: `UnitError` naming the part that is no unit.
    public init(_ symbol: String) throws {
        var factor = 1.0
        var dimension = Dimension.one
        for (position, part) in symbol.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
            for name in part.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "*" || $0 == "·" }) {
                let (atom, power) = try Self.atom(String(name), in: symbol)
                let exponent = position == 0 ? power : -power
                factor *= pow(atom.factor, exponent)
                dimension = dimension * atom.dimension.raised(to: exponent)
            }
        }
        self.init(symbol: symbol, factor: factor, dimension: dimension)
    }

    /// A unit of time that is so many days long.
    public init(days: Double) {
        self.init(symbol: "(\(days) d)", factor: days, dimension: Unit.days.dimension)
    }

    /// The unit of a rate of change: `unit` per day.
    public init(rateOf unit: Unit) {
        self.init(
            symbol: "\(unit.symbol)/d", factor: unit.factor,
            dimension: unit.dimension * Unit.days.dimension.raised(to: -1))
    }

    /// More than any physical unit has, and few enough to multiply out.
    private static let largestExponent = 6

    private static func atom(_ text: String, in whole: String) throws -> (Unit, Int) {
        if let unit = known[text] { return (unit, 1) }
        guard !text.isEmpty else { throw UnitError(text: whole, part: "") }
        let digits = text.reversed().prefix { $0.isNumber || $0 == "-" || $0 == "^" }
        let name = String(text.dropLast(digits.count))
        let exponent = Int(String(digits.reversed()).filter { $0 != "^" })
        guard let unit = known[name], let exponent, (-largestExponent...largestExponent).contains(exponent) else {
            throw UnitError(text: whole, part: text)
        }
        return (unit, exponent)
    }
}

private func pow(_ base: Double, _ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { value, _ in exponent > 0 ? value * base : value / base }
}

extension Unit: Hashable {
    /// Two units are the same when they measure the same thing on the same scale, however written.
    public static func == (a: Unit, b: Unit) -> Bool {
        // Factors reached by different products (ng/mL, ug/L) differ in the last digits.
        a.dimension == b.dimension && abs(a.factor - b.factor) <= 1e-12 * abs(a.factor)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(dimension) }
}

extension Unit: CustomStringConvertible {
    public var description: String { symbol }
}

extension Unit: ExpressibleByStringLiteral {
    /// A unit in source code; a misspelt one stops the program at once, as a wrong literal should.
    public init(stringLiteral value: String) {
        do { self = try Unit(value) } catch { preconditionFailure("\(error)") }
    }
}

/// A piece of text that should have been a unit and is not.
public struct UnitError: Error, CustomStringConvertible {
    public let text: String
    public let part: String
    public var description: String {
        part.isEmpty
            ? "'\(text)' is not a unit: something is missing"
            : "'\(part)' is not a unit this program knows" + (part == text ? "" : " (in '\(text)')")
    }
}

import Foundation

/// Numbers for people. Machines get Swift's own description, which reads back exactly.
public enum NumberText {
    /// A number with so many significant digits, in plain notation where that is short, for example `0.0123`, `48.6`,
    /// `12300`, `4.1e-07`; `–` when it is not finite.
    public static func significant(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite else { return "–" }
        if value == 0 { return "0" }
        // The exponent after rounding: 9.999 becomes 10.0, not 10.00.
        let scientific = String(format: "%.\(max(0, digits - 1))e", value)
        let exponent = scientific.split(separator: "e").last.flatMap { Int($0) } ?? 0
        if exponent < -4 || exponent > 6 { return scientific }
        let decimals = max(0, digits - 1 - exponent)
        return String(format: "%.\(decimals)f", value)
    }

    /// At most two decimals and none that are zero: `3`, `1.5`, `0.25`.
    public static func short(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        return fixed(value, decimals: [0, 1].first { abs(value * pow(10, Double($0)) - (value * pow(10, Double($0))).rounded()) < 1e-6 } ?? 2)
    }

    /// A number with so many decimals; `–` when it is not finite. Never `-0.0`.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        let text = String(format: "%.\(max(0, decimals))f", value)
        return text.hasPrefix("-") && !text.contains(where: isNonZeroDigit) ? String(text.dropFirst()) : text
    }

    /// As ``fixed(_:decimals:)`` with a sign in front of every number but zero.
    public static func signed(_ value: Double, decimals: Int) -> String {
        let text = fixed(value, decimals: decimals)
        return text.hasPrefix("-") || !text.contains(where: isNonZeroDigit) ? text : "+" + text
    }

    private static func isNonZeroDigit(_ character: Character) -> Bool { "123456789".contains(character) }
}

/// Units for people.
public enum UnitText {
    /// The unit with superscripts and the micro sign: `g/cm2` becomes `g/cm²`, `ug` becomes `µg`; empty for `1`.
    public static func pretty(_ unit: String) -> String {
        if unit == "1" || unit == "-" { return "" }
        if unit == "1/week" { return "per week" }
        return unit.replacing("m2", with: "m²").replacing("m3", with: "m³").replacing("ug", with: "µg")
            .replacing("umol", with: "µmol")
    }

    /// The text with true minus signs before its numbers.
    static func minus(_ text: String) -> String {
        text.replacing(/(^|[ (])-(\d)/) { "\($0.1)−\($0.2)" }
    }
}

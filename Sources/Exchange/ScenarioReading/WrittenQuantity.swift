import Symbolics

/// A number and what stands after it, as found in a scalar of the file: `0.625 mg`, `50ug/day`, `-1.1 T`.
struct WrittenQuantity {
    let number: Double
    /// Without the blanks around a `/`; empty if nothing stands after the number.
    let unitText: String

    /// Nil if the text does not begin with a finite decimal number.
    init?(_ text: String) {
        // Papers print a true minus sign and raised digits.
        let plain = String(text.map { Self.plainForm[$0] ?? $0 }).drop(while: \.isWhitespace)
        guard let end = Self.endOfNumber(in: plain), let number = Double(plain[..<end]), number.isFinite,
            plain[end...].first.map({ $0 != "." && $0 != "," }) ?? true
        else { return nil }
        self.number = number
        unitText = plain[end...].split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: "/")
    }

    /// Where a decimal number at the beginning of the text ends: sign, digits, point, digits, exponent.
    ///
    /// By hand, because `Double` also takes `nan` and `0x10`, and compiling a `Regex` costs more than the whole file.
    private static func endOfNumber(in text: Substring) -> String.Index? {
        func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
        func isSign(_ character: Character) -> Bool { character == "-" || character == "+" }
        let unsigned = text.first.map(isSign) == true ? text.dropFirst() : text
        let fraction = unsigned.drop(while: isDigit)
        let rest = fraction.first == "." ? fraction.dropFirst().drop(while: isDigit) : fraction
        guard unsigned[..<rest.startIndex].contains(where: isDigit) else { return nil }
        guard rest.first == "e" || rest.first == "E" else { return rest.startIndex }
        let exponent = rest.dropFirst()
        let digits = exponent.first.map(isSign) == true ? exponent.dropFirst() : exponent
        guard digits.first.map(isDigit) == true else { return rest.startIndex }
        return digits.drop(while: isDigit).startIndex
    }

    private static let plainForm: [Character: Character] = ["\u{2212}": "-", "²": "2", "³": "3"]

    /// The unit, or nil if this program knows none of that name.
    var unit: Unit? {
        if unitText.isEmpty { return .one }
        // No unit of measurement has an exponent of two digits, and a huge one would take for ever to raise.
        let neighbours = zip(unitText, unitText.dropFirst())
        guard unitText.count <= 20, !neighbours.contains(where: { $0.isNumber && $1.isNumber }) else { return nil }
        return try? Unit(unitText)
    }

    /// Whether a comma stands in the number, where only a point belongs.
    static func hasComma(_ text: String) -> Bool {
        text.prefix { !$0.isLetter }.contains(",") && text.contains(where: \.isNumber)
    }
}

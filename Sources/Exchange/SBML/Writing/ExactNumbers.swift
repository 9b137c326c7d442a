import Foundation

/// Puts numbers that read back exactly in the place of those that libSBML writes, which have fifteen digits.
///
/// Parameters are known by their identifiers, literals in equations by marks that are taken away again. libSBML writes
/// one element a line, on which this rests; a number that is not found stops the program rather than stay inexact.
final class ExactNumbers {
    private var values: [String: Double] = [:]
    private var literals: [Double] = []

    /// Remembers the value of a parameter.
    func set(_ value: Double, of parameter: String) { values[parameter] = value }

    /// The mark of a literal.
    func mark(_ literal: Double) -> String {
        literals.append(literal)
        return Self.stem + String(literals.count - 1)
    }

    private static let stem = "exactly"
    private static let marking = " id=\"\(stem)"

    /// The document with exact numbers and without marks.
    func apply(to document: String) -> String {
        var done = 0
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.contains("<cn"), let mark = line.range(of: Self.marking) {
                done += 1
                return literal(line, mark)
            }
            guard line.contains("<parameter "), let id = Self.attribute("id", of: line),
                let value = values[String(line[id])],
                let place = Self.attribute("value", of: line)
            else { return String(line) }
            done += 1
            return line.replacingCharacters(in: place, with: Self.text(value))
        }
        precondition(done >= values.count, "libSBML writes parameters otherwise than one a line")
        return lines.joined(separator: "\n")
    }

    private func literal(_ line: Substring, _ mark: Range<Substring.Index>) -> String {
        let end = line[mark.upperBound...].firstIndex(of: "\"")!
        let value = literals[Int(line[mark.upperBound..<end])!]
        var attributes = line[..<mark.lowerBound] + line[line.index(after: end)..<line.firstIndex(of: ">")!]
        if let type = attributes.range(of: " type=\"e-notation\"") { attributes.removeSubrange(type) }
        let parts = Self.text(value).split(separator: "e")
        guard parts.count == 2 else { return "\(attributes)> \(parts[0]) </cn>" }
        return "\(attributes) type=\"e-notation\"> \(parts[0]) <sep/> \(parts[1]) </cn>"
    }

    private static func attribute(_ name: String, of line: Substring) -> Range<Substring.Index>? {
        guard let opening = line.range(of: " \(name)=\"") else { return nil }
        guard let closing = line[opening.upperBound...].firstIndex(of: "\"") else { return nil }
        return opening.upperBound..<closing
    }

    /// The shortest text that reads back exactly.
    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }
}

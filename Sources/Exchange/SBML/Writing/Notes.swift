import Modeling
import Symbolics

/// What a document says of its quantities in words, as XHTML.
enum Notes {
    private static let space = "http://www.w3.org/1999/xhtml"

    /// Paragraphs; empty ones are left out.
    static func paragraphs(_ texts: [String]) -> String {
        let body = texts.filter { !$0.isEmpty }.map { "<p>\(escaped($0))</p>" }.joined()
        return "<body xmlns=\"\(space)\">\(body)</body>"
    }

    /// What a constant means, its value as people write it, and where that comes from.
    static func of(_ parameter: Parameter) -> [String] {
        let provenance = parameter.provenance
        let range = provenance.range.map { "; range \($0.lowerBound) to \($0.upperBound)" } ?? ""
        return [
            parameter.meaning,
            "\(measured(parameter.value, parameter.unit)); \(provenance.status.rawValue): \(provenance.source)\(range)",
        ]
    }

    /// A number with its unit, which a pure number does not have.
    static func measured(_ value: Double, _ unit: Unit) -> String { unit == .one ? "\(value)" : "\(value) \(unit)" }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

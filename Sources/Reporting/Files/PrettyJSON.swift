import Foundation

extension Encodable {
    /// JSON as people read it: keys sorted, indented, ended by a line break, what is not a number as text.
    ///
    /// - Throws: what `JSONEncoder` throws, which documents of plain values give no reason for.
    public func prettyJSON() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "not a number")
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

import Foundation

/// JSON as the commands of the clinic print it: keys sorted, indented, what is not a number as text.
enum ClinicJSON {
    static func text(_ document: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "not a number")
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
}

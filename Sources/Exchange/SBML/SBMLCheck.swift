import CSBML

/// What libSBML finds when it checks a document, units and practice among it.
public struct SBMLCheck: Sendable {
    /// One thing that libSBML remarks.
    public struct Remark: Sendable, CustomStringConvertible {
        public let isError: Bool
        public let line: Int
        /// Whether it is about units.
        public let concernsUnits: Bool
        public let message: String

        public var description: String { "line \(line): \(isError ? "error" : "warning"): \(message)" }
    }

    /// Errors and warnings, in the order of the document.
    public let remarks: [Remark]

    public var errors: [Remark] { remarks.filter(\.isError) }
    public var warnings: [Remark] { remarks.filter { !$0.isError } }

    /// Checks a document as any reader would: from its text.
    public init(document text: String) {
        guard let document = readSBMLFromString(text) else {
            remarks = [Remark(isError: true, line: 0, concernsUnits: false, message: "libSBML cannot read it")]
            return
        }
        defer { SBMLDocument_free(document) }
        SBMLDocument_checkConsistency(document)
        remarks = Self.remarks(on: document)
    }

    /// What libSBML has remarked on a document so far.
    static func remarks(on document: OpaquePointer) -> [Remark] {
        (0..<SBMLDocument_getNumErrors(document)).compactMap { index in
            guard let found = SBMLDocument_getError(document, index) else { return nil }
            let isError = XMLError_isError(found) != 0 || XMLError_isFatal(found) != 0
            let message = (text(XMLError_getMessage(found)) ?? "libSBML gives no reason").split(
                whereSeparator: \.isWhitespace
            ).joined(separator: " ")
            return Remark(
                isError: isError, line: Int(XMLError_getLine(found)),
                concernsUnits: XMLError_getCategory(found) == LIBSBML_CAT_UNITS_CONSISTENCY.rawValue, message: message)
        }
    }
}

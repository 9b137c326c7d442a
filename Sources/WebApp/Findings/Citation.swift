import Reporting

/// Where what a citation names can be read.
enum Citation {
    /// Addresses of the papers that carry an identifier, each once.
    static func addresses(in citation: String) -> [String] {
        var seen = Set<String>()
        return CitationText.references(inCitation: citation).compactMap(\.address).filter { seen.insert($0).inserted }
    }
}

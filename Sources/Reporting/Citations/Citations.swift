import Evidence

/// What a source names: papers in its own words, and rows of the evidence with theirs.
struct Citations: Sendable {
    private let observations: [String: String]
    private let parameters: [String: String]
    private let claims: [String: String]

    /// - Throws: `EvidenceError` naming the file that cannot be read.
    init(_ evidence: EvidenceLibrary) throws {
        observations = Dictionary(uniqueKeysWithValues: try evidence.observations().map { ($0.id, $0.citation) })
        parameters = Dictionary(uniqueKeysWithValues: try evidence.parameters().map { ($0.id, $0.citation) })
        claims = Dictionary(uniqueKeysWithValues: try evidence.claims().map { ($0.id, $0.citation) })
    }

    /// Each paper as often as it is named.
    func references(in source: String) -> [Reference] {
        let rows = Self.rows(in: source).compactMap { observations[$0] }
        let records = source.matches(of: /[A-Za-z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+)+/)
            .compactMap { parameters[String($0.0)] }
        let statements = source.matches(of: /\bSC\d{3}\b/).compactMap { claims[String($0.0)] }
        return CitationText.references(inSource: source)
            + (rows + records + statements).flatMap(CitationText.references(inCitation:))
    }

    /// `O0631, O0632` and all of `O1517 to O1521`.
    private static func rows(in source: String) -> [String] {
        source.matches(of: /\bO(\d{4})(?: to O(\d{4}))?\b/).flatMap { match -> [String] in
            let first = Int(match.1) ?? 0
            let last = match.2.flatMap { Int($0) } ?? first
            return (first...max(first, last)).map { number in
                let digits = String(number)
                return "O" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            }
        }
    }
}

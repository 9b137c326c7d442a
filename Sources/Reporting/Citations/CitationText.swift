/// Finds references in the words of a source: `Marshall 1996, PMID 8634613: 2.3 per SD (gr_spine_bmd_vert_fx)`.
package enum CitationText {
    // Safe because these patterns are constants that nothing changes; `Regex` merely is not marked as sendable.

    /// Names of people or trials with a year, and the journal where it follows.
    nonisolated(unsafe) private static let named =
        /(\p{Lu}[\p{L}'’\-]+)(?: (?:and|&) \p{Lu}[\p{L}'’\-]+)?(?: et al\.?)?,? ((?:19|20)\d\d)\b(?:,? (?:\p{Lu}[\p{L}]*\.? ?){1,6}\d+(?:\(\d+\))?:\w+(?:-\d+)?)?/

    /// A medicine's label: `Provera US label`.
    nonisolated(unsafe) private static let label = /\p{Lu}[\p{L}\-]+ (?:[\w\-]+ )?(?:US |EU )?label\b/

    nonisolated(unsafe) private static let PMID = /PMID:?\s*(\d{4,8})/
    nonisolated(unsafe) private static let PMCID = /PMC\d{4,9}/
    nonisolated(unsafe) private static let DOI = /\b10\.\d{4,9}\/[^\s,;"]+/

    /// Author and year as one word: of a short mention, or of a citation that begins with its authors.
    static func authorYear(in text: String) -> String? {
        if let match = text.firstMatch(of: named) { return "\(match.1)\(match.2)" }
        guard let author = text.prefixMatch(of: /(\p{Lu}[\p{L}'’\-]+)(?: \p{Lu}{1,3}\b| et al|,| and | & )/),
            let year = text.firstMatch(of: /\b(?:19|20)\d\d\b/)
        else { return nil }
        return "\(author.1)\(year.0)"
    }

    /// The references that the source of a parameter names; none where it is a reason without a paper.
    static func references(inSource source: String) -> [Reference] {
        source.split(separator: ";").flatMap { clause -> [Reference] in
            let clause = String(clause)
            let marks = clause.matches(of: named)
            if marks.isEmpty, let label = clause.firstMatch(of: label) { return [Reference(text: String(label.0))] }
            let starts = marks.map(\.range.lowerBound) + [clause.endIndex]
            // What stands before the first name may carry an identifier alone.
            let head = String(clause[..<starts[0]])
            let alone = identified(head, text: nil)
            return alone
                + zip(marks, zip(starts, starts.dropFirst())).flatMap { mark, span -> [Reference] in
                    let found = identified(String(clause[span.0..<span.1]), text: String(mark.0))
                    return found.isEmpty ? [Reference(text: String(mark.0))] : found
                }
        }
    }

    /// The references of an evidence row's citation, which is one however many marks stand in it, unless it names
    /// several papers by number; none where the number is our own or from memory.
    package static func references(inCitation citation: String) -> [Reference] {
        let isOwn = ["own ", "derived ", "recalled"].contains { citation.lowercased().hasPrefix($0) }
        if isOwn { return [] }
        let found = identified(citation, text: citation)
        return found.isEmpty ? [Reference(text: citation)] : found
    }

    /// One reference for each paper that is identified; identifiers of different kinds are those of one paper where
    /// there is one of each.
    private static func identified(_ words: String, text: String?) -> [Reference] {
        let numbers = words.matches(of: PMID).map { String($0.1) } + further(words)
        let objects = words.matches(of: DOI).map { trimmed(String($0.0)) }
        let archive = words.matches(of: PMCID).map { String($0.0) }
        let most = max(numbers.count, objects.count, archive.count)
        guard most > 1 else {
            guard most == 1 else { return [] }
            return [
                Reference(
                    text: text ?? "", PMID: numbers.first, DOI: objects.first, PMCID: archive.first)
            ]
        }
        // Which belongs to which cannot be told, so the numbers that are most stand for the papers.
        if numbers.count == most { return numbers.map { Reference(text: text ?? "", PMID: $0) } }
        if objects.count == most { return objects.map { Reference(text: text ?? "", DOI: $0) } }
        return archive.map { Reference(text: text ?? "", PMCID: $0) }
    }

    /// The second of `PMID 16406399 and 16724185`.
    private static func further(_ words: String) -> [String] {
        words.matches(of: /PMID:?\s*\d{4,8}(?:,| and) (\d{7,8})\b/).map { String($0.1) }
    }

    /// Without the marks of the sentence around it.
    private static func trimmed(_ text: String) -> String {
        var text = text
        while let last = text.last {
            let isOpen = last == ")" && text.filter { $0 == "(" }.count >= text.filter { $0 == ")" }.count
            guard ".:)".contains(last), !isOpen else { break }
            text.removeLast()
        }
        return text
    }
}

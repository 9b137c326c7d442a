import Modeling

/// References as a list for people, as BibTeX and as a table.
extension ScenarioReferences {
    /// In which form the references are written.
    public enum Format: String, CaseIterable, Sendable {
        case text, bibtex, csv
    }

    /// - Parameter width: of the list for people.
    public func written(as format: Format, width: Int) -> String {
        switch format {
        case .text: text(width: width)
        case .bibtex: bibliography
        case .csv: table
        }
    }

    /// Names shown of those that rest on a reference; the rest is counted.
    private static let shown = 3

    private func text(width: Int) -> String {
        let papers = references.filter { $0.method.isEmpty }
        let compared = papers.filter { !$0.observations.isEmpty }
        let behind = papers.filter { !$0.parameters.isEmpty }
        let groups: [(String, [Reference], (Reference) -> String)] = [
            ("Observations shown beside it", compared, { Self.list($0.observations) }),
            ("Behind the \(parameterCount) parameters of its model", behind, { Self.list($0.parameters) }),
            ("Methods", references.filter { !$0.method.isEmpty }, \.method),
        ]
        var number = 0
        let lines = groups.filter { !$0.1.isEmpty }.flatMap { heading, list, use -> [String] in
            ["", heading]
                + list.flatMap { reference -> [String] in
                    number += 1
                    let mark = "[\(number)] "
                    let body = Self.indented(Self.words(reference), width: width, first: mark)
                    return body + Self.indented("for \(use(reference))", width: width, first: "      ")
                }
        }
        return (TextWrap.heading(title, width: width) + lines + closing(width))
            .joined(separator: "\n") + "\n"
    }

    /// Parameters without a paper are told too, since nothing else says that they are there.
    private func closing(_ width: Int) -> [String] {
        let counts = withoutPaper.map { "\($0.names.count) \($0.status.rawValue)" }
        guard !counts.isEmpty else { return [] }
        return [""]
            + TextWrap.lines(
                "No paper is named for \(ModelWriter.list(counts)) parameters: fitted ones rest on the rows that "
                    + "Documentation/Calibration.md lists, assumed ones on the reasons that 'osteon model describe' shows.",
                width: width)
    }

    private static func words(_ reference: Reference) -> String {
        let marks = [
            reference.PMID.map { "PMID \($0)" }, reference.DOI.map { "doi \($0)" }, reference.PMCID,
        ].compactMap(\.self).filter { !reference.text.contains($0.split(separator: " ").last ?? "") }
        return ([reference.text].filter { !$0.isEmpty } + marks).joined(separator: ", ")
    }

    private static func list(_ names: [String]) -> String {
        let more = names.count - shown
        return ModelWriter.list(Array(names.prefix(shown)) + (more > 0 ? ["\(more) more"] : []))
    }

    private static func indented(_ text: String, width: Int, first: String) -> [String] {
        let margin = String(repeating: " ", count: 6)
        let mark =
            first.count >= margin.count ? first : first + String(repeating: " ", count: margin.count - first.count)
        return TextWrap.lines(text, width: width - margin.count).enumerated().map { ($0 == 0 ? mark : margin) + $1 }
    }

    // MARK: For programs

    private var bibliography: String {
        var used: [String: Int] = [:]
        let entries = references.map { reference -> String in
            let stem = reference.authorYear ?? reference.PMID.map { "pmid\($0)" } ?? "source"
            let ascii = stem.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            used[ascii, default: 0] += 1
            let key = used[ascii] == 1 ? ascii : "\(ascii)-\(used[ascii] ?? 0)"
            let uses =
                reference.method.isEmpty ? Self.list(reference.parameters + reference.observations) : reference.method
            let fields: [(String, String?)] = [
                ("howpublished", reference.text.isEmpty ? nil : reference.text), ("year", reference.year),
                ("doi", reference.DOI), ("pmid", reference.PMID), ("pmcid", reference.PMCID),
                ("url", reference.address),
                ("note", "For \(uses)"),
            ]
            let lines = fields.compactMap { name, value in value.map { "  \(name) = {\(Self.escaped($0, name))}" } }
            return "@misc{\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
        }
        return entries.joined(separator: "\n")
    }

    /// Text as TeX reads it; addresses and identifiers stay as they are.
    private static func escaped(_ text: String, _ field: String) -> String {
        guard ["howpublished", "note"].contains(field) else { return text }
        return text.map { "&%$#_{}".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }

    private var table: String {
        let rows = references.map { reference in
            [
                reference.text, reference.year ?? "", reference.PMID ?? "", reference.DOI ?? "", reference.PMCID ?? "",
                reference.parameters.joined(separator: " "), reference.observations.joined(separator: " "),
                reference.method,
            ]
        }
        let header = ["reference", "year", "PMID", "DOI", "PMCID", "parameters", "observations", "method"]
        return ([header] + rows).map(CSVWriter.line).joined()
    }
}

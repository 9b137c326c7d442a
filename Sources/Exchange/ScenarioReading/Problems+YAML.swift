import Yams

extension Problems {
    /// The whole document; what is not YAML, or empty, is reported.
    ///
    /// - Parameters:
    ///   - kind: what the file should be, with its article: `a scenario`.
    ///   - keys: all it may have.
    ///   - needed: those that an empty file is told of, as words.
    func root(of text: String, kind: String, keys: [String], needed: String) -> Field? {
        let expected = "expected the keys \(needed)"
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        do {
            // The basic resolver leaves every scalar as the text it is, which is also the quickest.
            guard let node = try Yams.compose(yaml: text, .basic), node.scalar?.string != "" else {
                report(line: 1, key: nil, "the file is empty; \(expected)")
                return nil
            }
            let line = node.mark?.line ?? 1
            guard case .mapping(let mapping) = node else {
                report(line: line, key: nil, "this is no group of keys; \(expected)")
                return nil
            }
            // A file that was never meant to be one is not repeated to the user key by key.
            let names = mapping.keys.compactMap(\.scalar?.string)
            guard names.contains(where: { nearest(to: $0, among: keys) != nil }) else {
                report(line: line, key: nil, "none of the keys of \(kind) is here; \(expected)")
                return nil
            }
            return Field(path: "", line: line, node: node, problems: self)
        } catch let error as YamlError {
            report(error, in: text)
        } catch {
            report(line: 1, key: nil, "not YAML: \(error)")
        }
        return nil
    }

    private func report(_ error: YamlError, in text: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            var message = "not YAML: "
            if let context { message += "\(context.text) (line \(context.mark.line)), " }
            message += problem
            let lines = text.split(separator: "\n", maxSplits: mark.line, omittingEmptySubsequences: false)
            if mark.line <= lines.count, lines[mark.line - 1].prefix(while: \.isWhitespace).contains("\t") {
                message += "; indent with blanks, not tabs"
            }
            report(line: mark.line, key: nil, message)
        case .reader(let problem, let offset, _, _):
            let line = 1 + text.prefix(offset ?? 0).count(where: \.isNewline)
            report(line: line, key: nil, "not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            report(
                line: context.mark.line, key: keys.first,
                "this key, first given here, is given again in the same group; keep one")
        default:
            report(line: 1, key: nil, "not YAML: \(error)")
        }
    }
}

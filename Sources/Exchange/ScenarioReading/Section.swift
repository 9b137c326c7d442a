import Yams

/// A group of keys in the file, each of them known.
struct Section {
    let path: String
    let line: Int
    private let fields: [String: Field]
    /// Keys that need no further complaint: given, or meant by one that was complained of.
    private let settled: Set<String>
    private let problems: Problems

    /// Nil, and a report, if the field is no group of keys.
    ///
    /// - Parameter remark: What to say of a key that is not among `keys`, and which one was meant, where there is
    ///   something better to say than which one is spelt alike.
    init?(
        _ field: Field, keys: [String], remark: (String) -> (message: String, meant: String)? = { _ in nil }
    ) {
        guard case .mapping(let mapping) = field.node else {
            field.report("expected a group of keys: \(keys.joined(separator: ", "))")
            return nil
        }
        var fields: [String: Field] = [:]
        var settled: Set<String> = []
        for (keyNode, node) in mapping {
            let line = keyNode.mark?.line ?? field.line
            guard case .scalar(let scalar) = keyNode else {
                field.problems.report(
                    line: line, key: field.path.isEmpty ? nil : field.path, "a key has to be a single word")
                continue
            }
            let key = scalar.string
            let path = Self.path(field.path, key)
            // A group begins at its key; a scalar may stand on a line below.
            let valueLine = node.scalar.flatMap { $0.mark?.line } ?? line
            let value = Field(path: path, line: valueLine, node: node, problems: field.problems)
            if !keys.contains(key) {
                let (message, meant) = remark(key) ?? Self.remark(onUnknown: key, among: keys)
                field.problems.report(line: line, key: path, message)
                if let meant { settled.insert(meant) }
                continue
            }
            switch node.gap {
            case .leftOut: continue
            case .forgotten: value.report("nothing stands after the key; give a value or leave the key out")
            case nil: fields[key] = value
            }
            settled.insert(key)
        }
        path = field.path
        line = field.line
        problems = field.problems
        self.fields = fields
        self.settled = settled
    }

    /// The value of an optional key, or nil if it is left out.
    subscript(key: String) -> Field? { fields[key] }

    /// The value of a required key; its absence is reported with an example.
    func required(_ key: String, example: String) -> Field? {
        if fields[key] == nil, !settled.contains(key) {
            problems.report(
                line: line, key: Self.path(path, key),
                "this key is required and missing; expected for example '\(example)'")
        }
        return fields[key]
    }

    private static func remark(onUnknown key: String, among keys: [String]) -> (message: String, meant: String?) {
        // In {dose: 0,625 mg} the comma ends the value, and `625 mg` becomes a key.
        if WrittenQuantity(key) != nil {
            return ("this stands where a key belongs; a comma ends a value here, so write numbers without one", nil)
        }
        return ("there is no such key here; \(correction(of: key, among: keys))", nearest(to: key, among: keys))
    }

    /// The path of a key in a group, where the key, as far as anyone knows, may be a whole page.
    private static func path(_ group: String, _ key: String) -> String {
        let name = key.count > 60 || key.contains(where: \.isNewline) ? quoted(key) : key
        return group.isEmpty ? name : "\(group).\(name)"
    }
}

private enum Gap { case leftOut, forgotten }

extension Node {
    /// Whether no value is here: `null` as programs write it for what is left out, or nothing at all.
    fileprivate var gap: Gap? {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return nil }
        return ["null", "~"].contains(scalar.string) ? .leftOut : scalar.string.isEmpty ? .forgotten : nil
    }
}

import Symbolics
import Yams

extension Field {
    /// Settings by name; each is a scenario, or what makes it differ from one above.
    func settings(reader: ClaimPlanReader, file: String) -> [String: ClaimPlan.Setting]? {
        guard let members = members() else { return nil }
        var nodes: [String: Node.Mapping] = [:]
        var settings: [String: ClaimPlan.Setting] = [:]
        for (name, field) in members {
            guard case .mapping(let own) = field.node else {
                field.report(
                    "expected a group of keys: like, woman, therapy, simulate, hypotheses, laboratory, raw, women, population"
                )
                continue
            }
            var mapping = own
            if let like = field.glimpse("like") {
                guard let base = nodes[like] else {
                    field.report(
                        "\(quoted(like)) is no setting above this one; \(correction(of: like, among: nodes.keys.sorted()))"
                    )
                    continue
                }
                mapping = own.laid(over: base)
            }
            nodes[name] = mapping
            settings[name] = field.setting(mapping, name: name, reader: reader, file: file)
        }
        return settings
    }

    private static let ownKeys = ["like", "laboratory", "raw", "women", "population"]

    private func setting(
        _ mapping: Node.Mapping, name: String, reader: ClaimPlanReader, file: String
    ) -> ClaimPlan.Setting? {
        func field(_ pairs: [(Node, Node)]) -> Field {
            Field(path: path, line: line, node: .mapping(Node.Mapping(pairs)), problems: problems)
        }
        let pairs = mapping.map { ($0.key, $0.value) }
        let own = pairs.filter { Self.ownKeys.contains($0.0.scalar?.string ?? "") }
        let rest = pairs.filter { !Self.ownKeys.contains($0.0.scalar?.string ?? "") }
        guard let section = Section(field(own), keys: Self.ownKeys),
            var scenario = reader.scenarios.scenario(from: field(rest), name: file, isFile: false)
        else { return nil }
        scenario.title = name
        scenario.source = nil
        let laboratory = section["laboratory"]?.laboratory(reader.laboratory)
        let women = section["women"]?.count(.women)
        return ClaimPlan.Setting(
            name: name, scenario: scenario, laboratory: laboratory ?? [:],
            isRaw: section["raw"]?.flag() ?? false, women: women ?? 1,
            population: section["population"]?.name("a population", among: reader.populations))
    }

    /// Values of quantities by name, each in its own unit.
    private func laboratory(_ units: [String: Unit]) -> [String: Double]? {
        let names = units.keys.sorted()
        let section = Section(self, keys: names) { name in
            let near = nearest(to: name, among: names)
            let hint = near.map { "did you mean '\($0)'?" } ?? "'osteon model list' shows the components"
            return ("the model has no such parameter or control; \(hint)", near ?? name)
        }
        guard let section else { return nil }
        var values: [String: Double] = [:]
        for name in names {
            guard let field = section[name], let unit = units[name] else { continue }
            let example = unit.symbol == "1" ? "a number such as '0.5'" : "a value such as '0.5 \(unit.symbol)'"
            guard let (text, written) = field.written(expecting: example) else { continue }
            guard let given = written.unit, given.dimension == unit.dimension else {
                field.report("\(quoted(text)) is in a unit that does not fit; expected \(example)")
                continue
            }
            values[name] = written.number * (given.factor / unit.factor)
        }
        return values
    }
}

extension Node.Mapping {
    /// This group with what it leaves out taken from another; `woman` and `simulate` are laid over key by key.
    fileprivate func laid(over base: Node.Mapping) -> Node.Mapping {
        func text(_ node: Node) -> String { node.scalar?.string ?? "" }
        let mine = Set(map { text($0.key) })
        let kept = base.filter { !mine.contains(text($0.key)) && text($0.key) != "like" }
        let laid = map { key, value -> (Node, Node) in
            guard ["woman", "simulate"].contains(text(key)), let over = value.mapping,
                let under = base.first(where: { text($0.key) == text(key) })?.value.mapping
            else { return (key, value) }
            return (key, .mapping(over.laid(over: under)))
        }
        return Node.Mapping(kept.map { ($0.key, $0.value) } + laid)
    }
}

import Modeling

/// What a subject does in the model, in everyday words: which parts it answers to, and which answer to it.
struct PlainRole {
    let facts: SubjectFacts

    static let notInTheModel = "A word of the field; no equation of the model stands for it."

    func lines(_ writer: ModelWriter) -> [String] { sentences.flatMap { writer.paragraph($0) } }

    private var sentences: [String] {
        let subject = facts.subject
        let model = facts.writer.model
        let folders = facts.components.filter { !subject.names.contains($0.path) }
        if !folders.isEmpty {
            return ["Here it stands for a group of parts: \(ModelWriter.list(folders.map { ComponentTitle.of($0.path) }))."]
        }
        if let port = facts.ports.first {
            let component = facts.writer.names.component(of: port.name) ?? ""
            return ["This is where doses enter the part that is called \(ComponentTitle.of(component))."]
        }
        let links = moved
        if !links.isEmpty { return links }
        if let name = facts.rows.first?.name, let component = facts.writer.names.component(of: name) {
            let place = "the part that is called \(ComponentTitle.of(component))"
            if model.parameters.contains(where: { $0.name == name }) { return ["It is one of the fixed numbers of \(place)."] }
            if model.controls.contains(where: { $0.name == name }) { return ["It is set from outside and used in \(place)."] }
            return ["It is a step inside \(place)."]
        }
        if !facts.rows.isEmpty || !facts.components.isEmpty { return ["Nothing else in the model depends on it."] }
        return [subject.medicines.isEmpty ? Self.notInTheModel : "Taken, it changes what the woman takes in."]
    }

    private var moved: [String] {
        let answers = byPart(facts.rows.flatMap(facts.causes), \.source)
        let acts = byPart(facts.rows.flatMap(facts.effects), \.target)
        func list(_ parts: [String]) -> String { ModelWriter.list(ComponentTitle.shortened(parts)) }
        var clauses: [String] = []
        if !answers.up.isEmpty { clauses.append("rises with \(list(answers.up))") }
        if !answers.down.isEmpty { clauses.append("falls with \(list(answers.down))") }
        if !answers.both.isEmpty { clauses.append("changes with \(list(answers.both))") }
        var effects: [String] = []
        if !acts.up.isEmpty { effects.append("raises \(list(acts.up))") }
        if !acts.down.isEmpty { effects.append("lowers \(list(acts.down))") }
        if !acts.both.isEmpty { effects.append("changes \(list(acts.both))") }
        return (clauses.isEmpty ? [] : ["Here it \(ModelWriter.list(clauses))."])
            + (effects.isEmpty ? [] : ["More of it \(ModelWriter.list(effects))."])
    }

    /// Parts of the model at the far end of links, by whether all of a part's links point the same way.
    private func byPart(
        _ links: [Influences.Link], _ end: (Influences.Link) -> String
    ) -> (up: [String], down: [String], both: [String]) {
        var parts: [String] = []
        var directions: [String: Set<Influences.Direction>] = [:]
        for link in links where link.direction != .changesNothingAtRest {
            guard let component = component(of: end(link)), !facts.home.contains(component) else { continue }
            // Of the woman it matters which trait it is.
            let isTrait = component == "woman"
            let title = isTrait ? "her \(ComponentTitle.words(facts.writer.names.local(end(link))))" : ComponentTitle.inSentence(component)
            if directions[title] == nil { parts.append(title) }
            directions[title, default: []].insert(link.direction)
        }
        return (
            parts.filter { directions[$0] == [.raises] }, parts.filter { directions[$0] == [.lowers] },
            parts.filter { (directions[$0]?.count ?? 0) > 1 }
        )
    }

    private func component(of name: String) -> String? {
        facts.writer.names.component(of: name)
            ?? facts.writer.equations.first { $0.kind == .output && $0.name == name }?.component
    }
}

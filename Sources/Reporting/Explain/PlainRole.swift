import Evidence
import Modeling
import Physiology

/// What a subject does in the model, in everyday words: which parts it answers to, and which answer to it.
struct PlainRole {
    let facts: SubjectFacts

    static let notInTheModel = "A word of the field; no equation of the model stands for it."

    func lines(_ writer: ModelWriter) -> [String] { sentences.flatMap { writer.paragraph($0) } }

    private var sense: TermSense { facts.subject.terms.first.map { TermSense.of($0.term) } ?? .amount }

    private var sentences: [String] {
        switch sense {
        case .idea(let sentence): return [sentence]
        case .state(let sentence, let low): return [sentence] + state(low)
        case .amount, .opposite: break
        }
        let subject = facts.subject
        let folders = facts.components.filter { !subject.names.contains($0.path) }
        if !folders.isEmpty {
            return ["Here it stands for a group of parts: \(ModelWriter.list(folders.map { ComponentTitle.of($0.path) }))."]
        }
        // Switched off, it does nothing, which the section on hypotheses says.
        if !subject.hypotheses.isEmpty { return [] }
        if let port = facts.ports.first {
            let component = facts.writer.names.component(of: port.name) ?? ""
            return ["This is where doses enter the part that is called \(ComponentTitle.of(component))."]
        }
        let links = moved
        return links.isEmpty ? [still] : links
    }

    /// What is said of something that neither moves nor is moved.
    private var still: String {
        let subject = facts.subject
        let model = facts.writer.model
        guard let name = facts.rows.first?.name, let component = component(of: name) else {
            return subject.medicines.isEmpty ? Self.notInTheModel : "Taken, it changes what the woman takes in."
        }
        let place = "the part that is called \(ComponentTitle.of(component))"
        if model.parameters.contains(where: { $0.name == name }) { return "It is one of the fixed numbers of \(place)." }
        if model.controls.contains(where: { $0.name == name }) { return "It is set from outside and used in \(place)." }
        if !facts.hypotheses.isEmpty { return "Nothing answers to it unless a hypothesis is switched on." }
        return "It is a step inside \(place)."
    }

    /// The quantities that the subject names; those of its components where it names none.
    private var rows: [SubjectFacts.Row] {
        let named = facts.rows.filter { facts.subject.names.contains($0.name) }
        return named.isEmpty ? facts.rows : named
    }

    /// Parts of the model by how they go with something.
    private struct Parts {
        var up: [String] = []
        var down: [String] = []
        var both: [String] = []

        var isEmpty: Bool { up.isEmpty && down.isEmpty && both.isEmpty }
        var swapped: Parts { Parts(up: down, down: up, both: both) }

        func clauses(_ rising: String, _ falling: String, _ changing: String) -> [String] {
            [(rising, up), (falling, down), (changing, both)].filter { !$0.1.isEmpty }
                .map { "\($0.0) \(ModelWriter.list(ComponentTitle.shortened($0.1)))" }
        }
    }

    private var moved: [String] {
        var answers = byPart(rows.flatMap(facts.causes), \.source)
        // A level that is only read acts through the part that makes it.
        var acts = byPart(rows.flatMap(facts.effects), \.target)
        if acts.isEmpty { acts = byPart(facts.rows.flatMap(facts.effects), \.target) }
        if case .opposite = sense { (answers, acts) = (answers.swapped, acts.swapped) }
        let causes = answers.clauses("rises with", "falls with", "changes with")
        let effects = acts.clauses("raises", "lowers", "changes")
        return (causes.isEmpty ? [] : ["Here it \(ModelWriter.list(causes))."])
            + (effects.isEmpty ? [] : ["More of it \(ModelWriter.list(effects))."])
    }

    /// What favours a state that is there as some quantities are low, and what comes with it.
    private func state(_ low: [String]) -> [String] {
        let rows = facts.rows.filter { low.contains($0.name) }
        let answers = byPart(rows.flatMap(facts.causes), \.source)
        let acts = byPart(rows.flatMap(facts.effects), \.target)
        let causes = answers.clauses("kept away by", "favoured by", "changed by")
        let effects = acts.clauses("less", "more", "changed")
        return (causes.isEmpty ? [] : ["It is \(ModelWriter.list(causes))."])
            + (effects.isEmpty ? [] : ["With it come \(ModelWriter.list(effects))."])
    }

    /// Parts of the model at the far end of links, by whether all of a part's links point the same way.
    private func byPart(_ links: [Influences.Link], _ end: (Influences.Link) -> String) -> Parts {
        var parts: [String] = []
        var directions: [String: Set<Influences.Direction>] = [:]
        let signed = links.filter { $0.direction == .raises || $0.direction == .lowers }
        // What acts at once says more than what comes of it by way of cells.
        func title(_ link: Influences.Link) -> PlainQuantity.Name? {
            self.title(end(link), isMoved: end(link) == link.target)
        }
        let direct = Set(signed.filter { !$0.isThroughState }.compactMap { title($0)?.words })
        for link in signed {
            guard let title = title(link), !link.isThroughState || !direct.contains(title.words) else { continue }
            if directions[title.words] == nil { parts.append(title.words) }
            let near = end(link) == link.source ? link.target : link.source
            let isTurned = title.isOpposite != isTurned(near)
            let found: Set<Influences.Direction> =
                title.isUnsettled ? [.raises, .lowers] : [isTurned ? link.direction.opposite : link.direction]
            directions[title.words, default: []].formUnion(found)
        }
        return Parts(
            up: parts.filter { directions[$0] == [.raises] }, down: parts.filter { directions[$0] == [.lowers] },
            both: parts.filter { (directions[$0]?.count ?? 0) > 1 })
    }

    /// Whether a quantity of the subject's own falls as the subject rises, as the changes that a receptor brings may.
    private func isTurned(_ own: String) -> Bool {
        facts.subject.title != own && PlainQuantity.name(of: own)?.isOpposite == true
    }

    /// What a quantity at the end of a link is called; nil where it is the subject itself or only a measure.
    private func title(_ name: String, isMoved: Bool) -> PlainQuantity.Name? {
        guard !PlainQuantity.references.contains(name), !(isMoved && PlainQuantity.passing.contains(name)),
            let component = component(of: name)
        else { return nil }
        if let known = PlainQuantity.name(of: name, isMoved: isMoved) {
            let own = facts.subject.terms.flatMap(TermName.all).map(TermName.key)
            return own.contains(TermName.key(known.words)) || facts.rows.contains { $0.name == name } ? nil : known
        }
        if facts.home.contains(component) { return nil }
        // Of the woman it matters which trait it is.
        guard component == "woman" else { return .init(words: ComponentTitle.inSentence(component)) }
        return .init(words: "her \(ComponentTitle.words(facts.writer.names.local(name)))")
    }

    /// The part that a quantity or output belongs to; an output's name may begin like another part's path.
    private func component(of name: String) -> String? {
        facts.writer.equations.first { $0.kind == .output && $0.name == name }?.component
            ?? facts.writer.names.component(of: name)
    }
}

import Evidence
import Exchange
import Modeling
import Physiology

/// Finds what a word stands for among the glossary, the model, its medicines and its hypotheses.
struct TermIndex {
    private let model: Model
    private let names: ModelNames
    private let glossary: [GlossaryTerm]
    let medicines: [String]
    let hypotheses: [Hypothesis]
    private let modelNames: [String]
    private let termsByKey: [String: [GlossaryTerm]]
    private let namesByKey: [String: [String]]
    /// What the model has for each term: as linked in the table, else what goes by the same word.
    private let linked: [String: [String]]

    init(_ writer: ModelWriter, glossary: [GlossaryTerm], medicines: [String], hypotheses: [Hypothesis]) {
        model = writer.model
        names = writer.names
        self.glossary = glossary
        self.medicines = medicines
        self.hypotheses = hypotheses
        modelNames = ModelGuide.everyName(writer)
        termsByKey = glossary.reduce(into: [:]) { index, term in
            for key in Set(TermName.all(of: term).map(TermName.key)) { index[key, default: []].append(term) }
        }
        // What a part is called without its path is a word for it where the part is seen from outside.
        let namesByKey: [String: [String]] = (writer.model.outputs.map(\.name) + writer.model.components.map(\.path))
            .reduce(into: [:]) { index, name in
                let last = name.split(separator: ".").last.map(String.init) ?? name
                index[TermName.key(last), default: []].append(name)
            }
        self.namesByKey = namesByKey
        linked = glossary.reduce(into: [:]) { linked, term in
            linked[term.term] =
                TermLinks.names[term.term]
                ?? Self.unique(TermName.all(of: term).flatMap { namesByKey[TermName.key($0)] ?? [] })
        }
    }

    /// Terms of the glossary in its order.
    var terms: [String] { glossary.map(\.term) }

    /// Every word that can be looked up and is one on its own.
    var words: [String] {
        glossary.map(\.term) + medicines + hypotheses.map(\.name) + modelNames
    }

    /// - Throws: `UnknownTerm` with the nearest right words.
    func subject(_ text: String) throws -> Subject {
        let text = text.trimmed
        if let exact = modelNames.first(where: { $0 == text })
            ?? modelNames.first(where: { $0.lowercased() == text.lowercased() }), exact.contains(".")
        {
            return part(exact)
        }
        let key = TermName.key(text)
        let terms = termsByKey[key] ?? []
        let medicines = medicines.filter { TermName.key($0) == key }
        let hypotheses = hypotheses.filter { TermName.key($0.name) == key }
        let direct = terms.isEmpty ? namesByKey[key, default: folders(text)] : []
        if !terms.isEmpty || !medicines.isEmpty || !hypotheses.isEmpty || !direct.isEmpty {
            let parts = terms.flatMap { linked[$0.term] ?? [] } + direct + hypotheses.map(\.control)
            let title = terms.first?.term ?? medicines.first ?? hypotheses.first?.name ?? text
            return Subject(
                title: title, terms: terms, names: Self.unique(parts),
                medicines: Self.unique(medicines + terms.flatMap { TermLinks.medicines[$0.term] ?? [] }),
                hypotheses: hypotheses, keywords: Self.unique(terms.flatMap(TermName.all) + medicines))
        }
        let meant = modelNames.filter { $0.lowercased().hasSuffix(".\(text.lowercased())") }
        guard meant.count == 1 else { throw UnknownTerm(text, meant: meant, near: near(text)) }
        return part(meant[0])
    }

    /// What someone may have meant: words of the text that are terms themselves, then words that are spelt alike.
    private func near(_ text: String) -> [String] {
        let within = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" })
            .flatMap { termsByKey[TermName.key(String($0))]?.map(\.term) ?? [] }
        let synonyms = glossary.flatMap(TermName.all)
        return Self.unique(within + nearestNames(to: text, among: Self.unique(synonyms + words), atMost: UnknownTerm.offered))
    }

    /// A part of the model by its full name, with the terms that are linked to it or to its component.
    private func part(_ name: String) -> Subject {
        let component = names.component(of: name)
        let own = glossary.filter { linked[$0.term]?.contains(name) == true }
        let around = glossary.filter { term in component.map { linked[term.term]?.contains($0) == true } == true }
        let last = TermName.key(name.split(separator: ".").last.map(String.init) ?? name)
        let namesakes = own.filter { TermName.all(of: $0).map(TermName.key).contains(last) }
        // A term of many parts is about none of them in particular.
        let defining = namesakes.isEmpty ? own.filter { linked[$0.term]?.count ?? 0 <= 2 } : namesakes
        return Subject(
            title: name, terms: defining, names: [name],
            hypotheses: hypotheses.filter { $0.control == name },
            keywords: Self.unique((defining.isEmpty ? own + around : defining).flatMap(TermName.all)))
    }

    private func folders(_ text: String) -> [String] {
        let folder = text.lowercased()
        return model.components.contains { $0.path.lowercased().hasPrefix("\(folder).") } ? [folder] : []
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen = Set<String>()
        return words.filter { seen.insert($0).inserted }
    }
}

/// A word that nothing goes by, or that several names end in.
public struct UnknownTerm: Error, CustomStringConvertible {
    public let description: String

    /// How many names to offer.
    static let offered = 4

    init(_ text: String, meant: [String], near: [String]) {
        let list = ModelWriter.list((meant.isEmpty ? near : meant).prefix(Self.offered).map { "'\($0)'" }, last: "or")
        guard meant.isEmpty else {
            description = "'\(text)' is the end of several names; do you mean \(list)?"
            return
        }
        description =
            "nothing is called '\(text)'; "
            + (near.isEmpty ? "'osteon explain' alone lists the words it knows" : "did you mean \(list)?")
    }
}

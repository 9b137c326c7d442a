import Evidence
import Exchange
import Modeling
import Physiology

/// Puts what is known of a subject into the words of a level.
struct ExplanationWriter {
    let facts: SubjectFacts
    let level: ReadingLevel

    private var subject: Subject { facts.subject }
    private var writer: ModelWriter { facts.writer }

    var explanation: Explanation {
        switch level {
        case .fundamentals:
            Explanation(
                subject.title,
                [
                    ("What it is", definition), ("What it does here", PlainRole(facts: facts).lines(writer)),
                    (Self.hypothesesHeading, hypotheses), ("Usual values in \(RestingWoman.words)", plainValues),
                    ("How it is taken", plainForms),
                    ("How well it is known", strength),
                ])
        case .intermediate:
            Explanation(
                subject.title,
                [
                    ("What it is", definition), ("In the model", partsAndValues), ("What raises and lowers it", causes),
                    ("What it acts on", effects), (Self.hypothesesHeading, hypotheses), ("How it is taken", forms),
                    ("How well it is known", strength), ("Related", related),
                ])
        case .academic:
            Explanation(
                subject.title,
                [("Definition", definition), ("In the model", partsAndValues), ("How it is taken", forms)]
                    + AcademicDetail(facts: facts).sections
                    + [(Self.hypothesesHeading, hypotheses), ("Evidence", strength), ("Claims", claims), ("Related", related)])
        }
    }

    // MARK: Definition

    private var definition: [String] {
        let terms = subject.terms.flatMap { term -> [String] in
            let text =
                switch level {
                case .fundamentals: term.plain
                case .intermediate: term.intermediate.isEmpty ? term.plain : term.intermediate
                case .academic: term.technical.isEmpty ? term.intermediate : term.technical
                }
            let unit = term.unit.isEmpty || level == .fundamentals ? "" : " Unit: \(UnitText.pretty(term.unit))."
            let name = subject.terms.count > 1 || term.term != subject.title ? "\(term.term): " : ""
            let ontology = level == .academic && !term.ontologyID.isEmpty ? " [\(term.ontologyID)]" : ""
            return writer.paragraph("\(name)\(text).\(unit)\(ontology)")
        }
        let warnings = subject.hypotheses.flatMap { writer.paragraph($0.warning) }
        return terms + warnings + (terms.isEmpty && warnings.isEmpty ? ownWords : [])
    }

    // MARK: Hypotheses

    private static let hypothesesHeading = "Hypotheses, which are off"

    /// What would connect it with more than is told, if someone switched it on.
    private var hypotheses: [String] {
        let found = facts.hypotheses
        guard !found.isEmpty else { return [] }
        let told = found.filter { !subject.hypotheses.contains($0) }.flatMap { writer.paragraph($0.warning) }
        let names = ModelWriter.list(found.map(\.name))
        let isOne = found.count == 1
        return told
            + writer.paragraph(
                level == .fundamentals
                    ? "\(isOne ? "It does" : "They do") nothing unless someone switches \(isOne ? "it" : "them") on."
                    : "Off unless a scenario names \(isOne ? "it" : "them") under hypotheses: \(names).")
    }

    /// What the model itself says of its parts.
    private var ownWords: [String] {
        let summaries = facts.components.filter { subject.names.contains($0.path) }.map(\.summary)
        let meanings = facts.rows.filter { subject.names.contains($0.name) }.map { "\($0.meaning)." }
        let ports = facts.ports.map { "\($0.meaning)." }
        let medicines = subject.medicines.map { "\($0.prefix(1).uppercased() + $0.dropFirst()), a medicine." }
        let folder = summaries.isEmpty && meanings.isEmpty && !facts.components.isEmpty
        return (summaries + meanings + ports + medicines).flatMap { writer.paragraph($0) }
            + (folder ? writer.paragraph("A group of \(facts.components.count) parts of the model.") : [])
    }

    // MARK: Values

    private func measured(_ row: SubjectFacts.Row) -> String {
        row.unit.isEmpty ? row.number : "\(row.number) \(row.unit)"
    }

    private var plainValues: [String] {
        // What is shown to the outside says it in the units people know; the steps within say the same again.
        let outputs = facts.rows.filter { row in writer.model.outputs.contains { $0.name == row.name } }
        return (outputs.isEmpty ? facts.rows : outputs)
            .flatMap { writer.paragraph("\($0.meaning): \(measured($0))") }
    }

    private var partsAndValues: [String] {
        let parts = facts.components.map { [$0.path, $0.summary] }
        let components =
            parts.isEmpty
            ? []
            : writer.table(
                [.init("part", alignment: .left), .init("what it is", alignment: .left, wraps: true)], parts)
        let rows = facts.rows.map { [$0.name, $0.number, $0.unit, $0.meaning] }
        let quantities =
            rows.isEmpty
            ? []
            : writer.table(
                [
                    .init("quantity", alignment: .left), .init("at rest"), .init("unit", alignment: .left),
                    .init("meaning", alignment: .left, wraps: true),
                ], rows) + writer.paragraph("At rest: in \(RestingWoman.words).")
        let ports = facts.ports.flatMap { writer.paragraph("\($0.name): where doses enter. \($0.meaning).") }
        let lines = [components, quantities, ports].filter { !$0.isEmpty }.joined(separator: [""]).map(\.self)
        return (lines.isEmpty ? writer.paragraph(PlainRole.notInTheModel) : lines).map(Self.withoutIndent)
    }

    private static func withoutIndent(_ line: String) -> String { line.hasPrefix("  ") ? String(line.dropFirst(2)) : line }

    // MARK: Influences

    private var causes: [String] {
        influences(facts.causes, [(.raises, "raised", "by"), (.lowers, "lowered", "by")], \.source)
    }

    private var effects: [String] {
        influences(facts.effects, [(.raises, "raises", ""), (.lowers, "lowers", "")], \.target)
    }

    /// Quantity by quantity, since what raises one of them may lower another.
    private func influences(
        _ links: (SubjectFacts.Row) -> [Influences.Link],
        _ verbs: [(direction: Influences.Direction, verb: String, by: String)], _ end: (Influences.Link) -> String
    ) -> [String] {
        var isOnTherapy = false
        let lines = facts.rows.flatMap { row -> [String] in
            let mine = links(row)
            func block(_ heading: [String], _ isWanted: (Influences.Link) -> Bool) -> [String] {
                let ends = mine.filter(isWanted).map(end)
                guard !ends.isEmpty else { return [] }
                return [([row.name] + heading.filter { !$0.isEmpty }).joined(separator: " ")]
                    + ends.flatMap { bullet("\(writer.model.meaning(of: $0)) (\($0))") }
            }
            let signed = verbs.flatMap { verb in
                block([verb.verb, verb.by]) { $0.direction == verb.direction && !$0.isOnTherapy }
                    + block([verb.verb, "on therapy", verb.by]) { $0.direction == verb.direction && $0.isOnTherapy }
            }
            if mine.contains(where: \.isOnTherapy) { isOnTherapy = true }
            return signed + block(["connected by a hypothesis that is off:"]) { $0.direction == .hypothesis }
                + block(["connected, without effect at rest or on therapy:"]) { $0.direction == .nothing }
        }
        return lines + (isOnTherapy ? writer.paragraph("On therapy: without effect at rest, but in \(TreatedWoman.words).") : [])
    }

    private func bullet(_ text: String) -> [String] {
        TextWrap.lines(text, width: writer.width - 4).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
    }

    // MARK: Medicines

    private var medicines: MedicineCatalogue {
        MedicineCatalogue(facts.catalogue.medicines.filter { subject.medicines.contains($0.name) })
    }

    private var plainForms: [String] {
        medicines.medicines.flatMap { medicine in
            writer.paragraph("\(medicine.name): \(ModelWriter.list(medicine.forms.map(\.name), last: "or"))")
        }
    }

    private var forms: [String] {
        guard !medicines.medicines.isEmpty else { return [] }
        return MedicineListing.text(medicines, width: writer.width)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    // MARK: Evidence

    private var strength: [String] {
        let parameters = facts.parameters
        let status = Provenance.Status.allCases.map { status in
            (status.rawValue, parameters.filter { $0.provenance.status == status }.count)
        }
        let counts = ModelWriter.list(status.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" })
        let numbers =
            parameters.isEmpty
            ? [] : writer.paragraph("Of the numbers it rests on in the model, \(counts).")
        return writer.paragraph(facts.evidence.strength(level)) + numbers
    }

    /// Claims written out; the rest is counted.
    private static let claimsShown = 12

    private var claims: [String] {
        let all = facts.evidence.claims
        let shown = all.prefix(Self.claimsShown).flatMap { bullet($0.verdict) }
        let more = all.count - Self.claimsShown
        return shown + (more > 0 ? writer.paragraph("and \(more) more.") : [])
    }

    private var related: [String] {
        let words = subject.terms.flatMap(\.relatedTerms)
        return words.isEmpty ? [] : writer.paragraph(words.joined(separator: "; "))
    }
}

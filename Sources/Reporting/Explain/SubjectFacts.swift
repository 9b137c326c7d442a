import Evidence
import Exchange
import Modeling
import Physiology
import Symbolics

/// Everything the three levels tell of a subject, found once, so that no number can differ between them.
struct SubjectFacts {
    /// A quantity of the subject with its usual value, written once for all levels.
    struct Row {
        let name: String
        let meaning: String
        let unit: String
        let number: String
    }

    let subject: Subject
    let writer: ModelWriter
    let evidence: ClaimSearch
    let catalogue: MedicineCatalogue
    let components: [Model.ComponentSummary]
    /// States, outputs, derived quantities and constants to show.
    let rows: [Row]
    /// Quantities through which it acts and is acted on.
    private let core: [String]
    private let influences: Influences

    init(
        _ subject: Subject, _ writer: ModelWriter, rest: RestingWoman, influences: Influences, claims: [Claim],
        catalogue: MedicineCatalogue
    ) {
        let model = writer.model
        self.subject = subject
        self.writer = writer
        self.catalogue = catalogue
        self.influences = influences
        evidence = ClaimSearch(
            subject.keywords, topics: subject.names.flatMap(ClaimTopics.of), among: claims,
            named: subject.hypotheses.flatMap(\.claims))
        // A component may have others beneath it; named itself, it stands for itself.
        let folders = subject.names.filter { name in
            !model.components.contains { $0.path == name } && model.components.contains { $0.path.hasPrefix("\(name).") }
        }
        components = model.components.filter { component in
            subject.names.contains(component.path) || folders.contains { component.path.hasPrefix("\($0).") }
        }
        // A folder is told by its components alone.
        let told = Set(components.map(\.path)).intersection(subject.names)
        let isUsed = Set(model.variables.filter(\.isInput).flatMap { $0.definition.symbols.map(\.name) })
        var rows: [Row] = []
        var core: [String] = []
        func isWanted(_ name: String, _ component: String?) -> Bool {
            subject.names.contains(name) || component.map(told.contains) == true
        }
        func add(_ name: String, _ meaning: String, _ unit: Unit, _ value: Expression) {
            let number = rest.text(of: value, in: unit)
            let row = Row(name: name, meaning: meaning, unit: UnitText.pretty(unit.symbol), number: number)
            if !rows.contains(where: { $0.name == name }) { rows.append(row) }
        }
        let owners = Dictionary(
            writer.equations.filter { $0.kind == .output }.map { ($0.name, $0.component) }, uniquingKeysWith: { $1 })
        for output in model.outputs where isWanted(output.name, owners[output.name]) {
            add(output.name, output.meaning, output.unit, output.expression)
            core += [output.name] + influences.shown(by: output)
        }
        for state in model.states where isWanted(state.name, writer.names.component(of: state.name)) {
            add(state.name, state.meaning, state.unit, Expression(state.symbol))
            core.append(state.name)
        }
        for variable in model.variables {
            let isOffered = !variable.isInput && isUsed.contains(variable.name)
            let component = isOffered ? writer.names.component(of: variable.name) : nil
            guard isWanted(variable.name, component) else { continue }
            add(variable.name, variable.meaning, variable.unit, Expression(variable.symbol))
            core.append(variable.name)
        }
        for control in model.controls where isWanted(control.name, nil) {
            add(control.name, control.meaning, control.unit, Expression(control.symbol))
            core.append(control.name)
        }
        for parameter in model.parameters where isWanted(parameter.name, nil) {
            add(parameter.name, parameter.meaning, parameter.unit, Expression(parameter.symbol))
            core.append(parameter.name)
        }
        self.rows = rows
        var seen = Set<String>()
        self.core = core.filter { seen.insert($0).inserted }
    }

    var ports: [DosePort] { writer.model.dosePorts.filter { subject.names.contains($0.name) } }

    /// Parameters of its components and of its quantities' own equations.
    var parameters: [Parameter] {
        let inside = Set(components.map(\.path))
        let wanted = Set(behind(core + ports.map(\.name)))
        let isFolder = components.contains { !subject.names.contains($0.path) }
        return writer.model.parameters.filter { parameter in
            wanted.contains(parameter.name)
                || !isFolder && writer.names.component(of: parameter.name).map(inside.contains) == true
        }
    }

    /// Quantities and whatever stands behind them in their own components, since derived quantities are steps of the
    /// same equation; nearest first.
    func behind(_ names: [String]) -> [String] {
        var found: [String] = []
        var seen = Set<String>()
        var open = names
        while !open.isEmpty {
            let name = open.removeFirst()
            guard seen.insert(name).inserted else { continue }
            found.append(name)
            for equation in writer.equations where equation.name == name && equation.kind != .input {
                open += equation.expression.symbols.map(\.name).filter { symbol in
                    writer.names.component(of: symbol) == equation.component
                }
            }
        }
        return found
    }

    /// Hypotheses that are off and would connect it with something, or that it is itself.
    var hypotheses: [Hypothesis] {
        let links = rows.flatMap { causes(of: $0) + effects(of: $0) }
        var seen = Set(subject.hypotheses.map(\.id))
        return subject.hypotheses + links.flatMap(\.hypotheses).filter { seen.insert($0.id).inserted }
    }

    /// What moves each of its quantities; an output is moved by what moves the states it is made of.
    func causes(of row: Row) -> [Influences.Link] {
        let direct = influences.causes(of: row.name)
        guard writer.model.outputs.contains(where: { $0.name == row.name }) else { return distinct(direct, \.source) }
        let states = Set(writer.model.states.map(\.name))
        let seen = direct.flatMap { link -> [Influences.Link] in
            guard states.contains(link.source) else { return [link] }
            return influences.causes(of: link.source).filter { $0.source != link.source }
                .map { $0.reaching(row.name, through: link) }
        }
        return distinct(seen.isEmpty ? direct : seen, \.source)
    }

    /// What each of its quantities moves.
    func effects(of row: Row) -> [Influences.Link] {
        let outputs = writer.model.outputs.filter { $0.name == row.name }
        let links = outputs.isEmpty ? influences.effects(of: row.name) : outputs.flatMap(influences.effects(of:))
        // What an output shows is no effect of it, nor are other readings of the same.
        let readings = outputs.isEmpty ? [] : writer.model.outputs.map(\.name)
        let same = Set(outputs.flatMap(influences.shown(by:)) + [row.name] + readings)
        return distinct(links.filter { !same.contains($0.target) }, \.target)
    }

    private func distinct(
        _ links: [Influences.Link], _ end: (Influences.Link) -> String
    ) -> [Influences.Link] {
        var seen = Set<String>()
        return links.filter { seen.insert("\(end($0)) \($0.direction)").inserted }
    }

    /// Components in which the subject itself stands.
    var home: Set<String> {
        Set(components.map(\.path) + core.compactMap(writer.names.component(of:)))
    }
}

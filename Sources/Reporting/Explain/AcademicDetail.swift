import Modeling
import Symbolics

/// The equations in which a subject stands, and the numbers in them.
struct AcademicDetail {
    let facts: SubjectFacts

    private var writer: ModelWriter { facts.writer }

    var sections: [(heading: String, lines: [String])] {
        [("Equations", own), ("Where it enters others", others), ("Parameters", parameters)]
    }

    /// Those of its components, and those that define its quantities, down to states and what other components give.
    private var own: [String] {
        let told = facts.components.filter { facts.subject.names.contains($0.path) }.map(\.path)
        let names = Set(facts.behind(facts.rows.map(\.name) + facts.ports.map(\.name)))
        let found = writer.equations.filter { equation in
            equation.kind != .rest && (told.contains(equation.component) || names.contains(equation.name))
        }
        var places: [String] = []
        for equation in found where !places.contains(equation.component) { places.append(equation.component) }
        let blocks = places.map { place in
            [place] + found.filter { $0.component == place }.flatMap { writer.equation($0) }
        }
        return blocks.joined(separator: [""]).map(\.self)
    }

    private var others: [String] {
        let told = Set(facts.components.map(\.path))
        let blocks = facts.rows.map { row in
            QuantityDescription(writer: writer, name: row.name).occurrences { component in
                !told.contains(component)
            }
        }
        return zip(facts.rows, blocks).filter { !$0.1.isEmpty }.flatMap { row, lines in [row.name] + lines }
    }

    private var parameters: [String] {
        let byComponent = Dictionary(grouping: facts.parameters) { writer.names.component(of: $0.name) ?? "" }
        return writer.model.components.compactMap { component in byComponent[component.path].map { (component.path, $0) } }
            .map { path, mine in [path] + ParameterTable(writer: writer, parameters: mine).lines }
            .joined(separator: [""]).map(\.self)
    }
}

import Modeling
import Symbolics

/// The equations in which a subject stands, and the numbers in them.
struct AcademicDetail {
    let facts: SubjectFacts

    private var writer: ModelWriter { facts.writer }

    var sections: [(heading: String, lines: [String])] {
        [("Equations", own), ("Where it enters others", others), ("Parameters", parameters)]
    }

    /// Those of its components, and those that define its quantities.
    private var own: [String] {
        let told = facts.components.filter { facts.subject.names.contains($0.path) }.map(\.path)
        var blocks = told.map { path in equations(told: { $0.component == path }, path) }
        let rest = (facts.rows.map(\.name) + facts.ports.map(\.name)).filter { name in
            !writer.equations.contains { $0.name == name && told.contains($0.component) }
        }
        for name in rest {
            blocks.append(equations(told: { $0.name == name }, writer.names.component(of: name) ?? ""))
        }
        return blocks.filter { !$0.isEmpty }.joined(separator: [""]).map(\.self)
    }

    private func equations(told isTold: (ModelEquation) -> Bool, _ component: String) -> [String] {
        let found = writer.equations.filter { isTold($0) && $0.kind != .rest }
        guard let first = found.first else { return [] }
        return [first.component] + found.flatMap { writer.equation($0) }
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

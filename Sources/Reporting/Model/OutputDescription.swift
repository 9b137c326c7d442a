import Modeling
import Symbolics

/// A reported quantity as text: its definition down to the states, parameters and inputs of its component.
struct OutputDescription {
    let writer: ModelWriter
    let output: Output

    var lines: [String] {
        let equation = writer.equations.first { $0.kind == .output && $0.name == output.name }
        let component = equation?.component ?? ""
        return TextWrap.heading(output.name)
            + writer.paragraph("Output of \(component). \(writer.sentence(output.meaning, output.unit))") + [""]
            + (equation.map { writer.equation($0) } ?? [])
            + writer.section("Where", definitions(component))
    }

    /// The definitions it rests on within the component, each before what it needs.
    private func definitions(_ component: String) -> [String] {
        let local = writer.equations.filter { $0.component == component && ($0.kind == .variable || $0.kind == .input) }
        var lines: [String] = []
        var open = output.expression.symbols.map(\.name)
        var done = Set<String>()
        while let name = open.first {
            open.removeFirst()
            guard done.insert(name).inserted, let equation = local.first(where: { $0.name == name }) else { continue }
            lines += writer.equation(equation)
            if equation.kind == .variable { open += equation.expression.symbols.map(\.name) }
        }
        return lines
    }
}

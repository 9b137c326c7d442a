import Modeling
import Symbolics

/// One quantity as text: what it is, how it is defined, and every equation in which it occurs.
struct QuantityDescription {
    let writer: ModelWriter
    /// The full name of a state, parameter, control, variable or dose port.
    let name: String

    private var model: Model { writer.model }

    var lines: [String] {
        TextWrap.heading(name) + kind + definition
            + writer.section("Occurs in", occurrences { _ in true })
    }

    private var component: String { writer.names.component(of: name) ?? "" }

    private var kind: [String] {
        if let state = model.states.first(where: { $0.name == name }) {
            let meaning = writer.sentence(state.meaning, state.unit)
            return writer.paragraph("State of \(component). \(meaning) \(writer.rest(state))")
        }
        if let parameter = model.parameters.first(where: { $0.name == name }) { return facts(parameter) }
        if let control = model.controls.first(where: { $0.name == name }) {
            let value = writer.measured(control.defaultValue.exactText, control.unit)
            return writer.paragraph(
                "Control of \(component), set from outside. \(control.meaning). By default \(value).")
        }
        if let variable = model.variables.first(where: { $0.name == name }) {
            let role = variable.isInput ? "Input" : "Derived quantity"
            return writer.paragraph("\(role) of \(component). \(writer.sentence(variable.meaning, variable.unit))")
        }
        return model.dosePorts.filter { $0.name == name }.flatMap { port in
            writer.paragraph("Takes doses for \(component). \(writer.sentence(port.meaning, port.dose.unit))")
        }
    }

    private func facts(_ parameter: Parameter) -> [String] {
        let provenance = parameter.provenance
        let range = ParameterTable.range(provenance).map { " (range \($0))" } ?? ""
        let value = writer.measured(parameter.value.exactText, parameter.unit)
        return writer.paragraph("Parameter of \(component). \(parameter.meaning).")
            + writer.paragraph("Value: \(value)\(range).")
            + writer.paragraph("Status: \(provenance.status.rawValue).")
            + writer.paragraph("Source: \(provenance.source).")
    }

    private var definition: [String] {
        let equations = writer.equations.filter { $0.name == name && $0.kind != .output && $0.kind != .rest }
        return equations.isEmpty ? [] : [""] + equations.flatMap { writer.equation($0) }
    }

    /// The equations it stands in, by component, since each has its own name for the quantity.
    func occurrences(in isWanted: (_ component: String) -> Bool) -> [String] {
        let inputs = model.variables.filter { $0.isInput && $0.definition.symbols.contains { $0.name == name } }
        return model.components.filter { isWanted($0.path) }.flatMap { part -> [String] in
            let aliases = inputs.filter { writer.names.component(of: $0.name) == part.path }
            let wanted = Set([name] + aliases.map(\.name))
            let found = writer.equations.filter { equation in
                equation.component == part.path && equation.kind != .input
                    && equation.expression.symbols.contains { wanted.contains($0.name) }
            }
            guard !found.isEmpty else { return [] }
            return ["  \(part.path)\(alias(aliases))"] + found.flatMap { writer.equation($0, indent: 4) }
        }
    }

    private func alias(_ inputs: [Variable]) -> String {
        guard !inputs.isEmpty else { return "" }
        let whole = inputs.allSatisfy { $0.definition.symbol != nil }
        let names = ModelWriter.list(inputs.map { writer.names.local($0.name) })
        return whole ? ", as \(names)" : ", as part of \(names)"
    }
}

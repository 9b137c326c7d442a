import Modeling
import Symbolics

/// A component as text: what it is, its equations, what it needs and its parameters.
struct ComponentDescription {
    let writer: ModelWriter
    let component: Model.ComponentSummary

    private var model: Model { writer.model }

    var lines: [String] {
        TextWrap.heading(component.path)
            + writer.paragraph(component.summary)
            + writer.section("States", states) + writer.section("Derived", variables)
            + writer.section("Inputs", inputs) + writer.section("Controls, set from outside", controls)
            + writer.section("Doses", doses) + writer.section("Outputs", outputs)
            + writer.section("Parameters", parameters)
    }

    private var parameters: [String] {
        ParameterTable(writer: writer, parameters: mine(model.parameters, \.name)).lines
    }

    private func mine<Item>(_ items: [Item], _ name: (Item) -> String) -> [Item] {
        items.filter { writer.names.component(of: name($0)) == component.path }
    }

    private func equations(_ kind: ModelEquation.Kind) -> [ModelEquation] {
        writer.equations.filter { $0.component == component.path && $0.kind == kind }
    }

    private var states: [String] {
        let declared = Dictionary(uniqueKeysWithValues: model.states.map { ($0.name, $0) })
        return equations(.rate).flatMap { equation -> [String] in
            guard let state = declared[equation.name] else { return [] }
            let meaning = "\(writer.names.local(state.name)): \(writer.sentence(state.meaning, state.unit))"
            return writer.equation(equation) + writer.paragraph("\(meaning) \(writer.rest(state))", indent: 6)
        }
    }

    private var variables: [String] {
        let declared = Dictionary(uniqueKeysWithValues: model.variables.map { ($0.name, $0) })
        return equations(.variable).flatMap { equation -> [String] in
            guard let variable = declared[equation.name] else { return [] }
            return writer.equation(equation)
                + writer.paragraph(writer.sentence(variable.meaning, variable.unit), indent: 6)
        }
    }

    private var inputs: [String] {
        let rows = mine(model.variables.filter(\.isInput), \.name).flatMap { input -> [[String]] in
            let sources = input.definition.symbols.map(\.name)
            return [
                [
                    writer.names.local(input.name), UnitText.pretty(input.unit.symbol),
                    sources.first ?? "nothing, so zero", input.meaning,
                ]
            ] + sources.dropFirst().map { ["", "", "+ \($0)"] }
        }
        guard !rows.isEmpty else { return [] }
        return writer.table(
            [
                .init("name", alignment: .left), .init("unit", alignment: .left),
                .init("connected to", alignment: .left), .init("meaning", alignment: .left, wraps: true),
            ], rows)
    }

    private var controls: [String] {
        let rows = mine(model.controls, \.name).map { control in
            [
                writer.names.local(control.name), control.defaultValue.exactText,
                UnitText.pretty(control.unit.symbol), control.meaning,
            ]
        }
        guard !rows.isEmpty else { return [] }
        return writer.table(
            [
                .init("name", alignment: .left), .init("default"), .init("unit", alignment: .left),
                .init("meaning", alignment: .left, wraps: true),
            ], rows)
    }

    private var doses: [String] {
        mine(model.dosePorts, \.name).flatMap { port in
            writer.paragraph(
                "\(writer.names.local(port.name)): \(writer.sentence(port.meaning, port.dose.unit))", indent: 2)
                + equations(.dose).filter { $0.name == port.name }.flatMap { writer.equation($0, indent: 4) }
                + arrival(port)
        }
    }

    private func arrival(_ port: DosePort) -> [String] {
        guard port.lag.constantValue != 0 else { return ["    arrives at once"] }
        let lag = port.lag.text { writer.names.short($0.name, in: component.path) }
        let value = writer.value(port.lag, in: "h")
        return ["    arrives after \(lag == value ? value : "\(lag) = \(value)")"]
    }

    private var outputs: [String] {
        let declared = Dictionary(uniqueKeysWithValues: model.outputs.map { ($0.name, $0) })
        return equations(.output).flatMap { equation -> [String] in
            guard let output = declared[equation.name] else { return [] }
            return writer.equation(equation) + writer.paragraph(writer.sentence(output.meaning, output.unit), indent: 6)
        }
    }
}

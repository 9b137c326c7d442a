import Modeling
import Symbolics

/// The parts of a model and what it reports, as two tables.
struct ModelListing {
    let writer: ModelWriter

    private var model: Model { writer.model }

    var lines: [String] {
        writer.paragraph(
            "\(model.name): \(model.components.count) components, \(model.states.count) states, "
                + "\(model.parameters.count) parameters, \(model.outputs.count) outputs. "
                + "'osteon model describe NAME' shows any of them with its equations and sources.")
            + writer.section("Components", components) + writer.section("Outputs", outputs)
    }

    private var components: [String] {
        let states = counts(model.states.map(\.name))
        let parameters = counts(model.parameters.map(\.name))
        let outputs = writer.equations.filter { $0.kind == .output }
            .reduce(into: [String: Int]()) { $0[$1.component, default: 0] += 1 }
        let rows = grouped(model.components, name: \.path) { component in
            let numbers = [states, parameters, outputs].map { $0[component.path].map(String.init) ?? "" }
            return [component.path] + numbers + [component.summary]
        }
        return writer.table(
            [
                .init("component", alignment: .left), .init("states"), .init("parameters"), .init("outputs"),
                .init("what it is", alignment: .left, wraps: true),
            ], rows)
    }

    private var outputs: [String] {
        let rows = grouped(model.outputs, name: \.name) { [$0.name, UnitText.pretty($0.unit.symbol), $0.meaning] }
        return writer.table(
            [
                .init("output", alignment: .left), .init("unit", alignment: .left),
                .init("meaning", alignment: .left, wraps: true),
            ], rows)
    }

    private func counts(_ names: [String]) -> [String: Int] {
        names.reduce(into: [:]) { $0[writer.names.component(of: $1) ?? "", default: 0] += 1 }
    }

    /// Rows with an empty one between folders, the first part of a name.
    private func grouped<Item>(_ items: [Item], name: (Item) -> String, row: (Item) -> [String]) -> [[String]] {
        var folders: [String] = []
        var groups: [String: [[String]]] = [:]
        for item in items {
            let folder = name(item).split(separator: ".").first.map(String.init) ?? ""
            if groups[folder] == nil { folders.append(folder) }
            groups[folder, default: []].append(row(item))
        }
        return Array(folders.compactMap { groups[$0] }.joined(separator: [[]]))
    }
}

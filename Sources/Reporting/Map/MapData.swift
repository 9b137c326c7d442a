import Modeling
import Symbolics

/// The network of a model's components as data: where each box stands, what each takes from the others, and what is in it.
package struct MapData: Encodable, Sendable {
    package struct Node: Encodable, Sendable {
        package let id: String
        package let title: String
        /// The folder of the model.
        package let group: String
        package let groupTitle: String
        /// Centre and size, in points from the upper left corner.
        package let x: Double
        package let y: Double
        package let width: Double
        package let height: Double
    }

    package struct Edge: Encodable, Sendable {
        package let from: String
        package let to: String
        /// Names of what is taken.
        package let quantities: [String]
        /// The way of the arrow round the boxes: a start, then three points for each cubic piece, then the tip.
        package let curve: [[Double]]
    }

    package let width: Double
    package let height: Double
    package let nodes: [Node]
    package let edges: [Edge]

    /// - Throws: `OutputError` in a sentence when Graphviz, which leads the arrows, is missing.
    package init(_ model: Model) throws {
        let network = Network(model)
        let layout = try NetworkLayout(network, label: ModelMap.lines)
        width = layout.size.x
        height = layout.size.y
        nodes = network.components.compactMap { component in
            layout.boxes[component.path].map { box in
                let group = ComponentGroup(path: component.path)
                let title = ComponentTitle.of(component.path)
                return Node(
                    id: component.path, title: title.prefix(1).uppercased() + title.dropFirst(), group: group.rawValue,
                    groupTitle: group.title, x: box.center.x, y: box.center.y, width: box.width, height: box.height)
            }
        }
        edges = zip(network.arrows, layout.curves).map { arrow, curve in
            Edge(
                from: arrow.source, to: arrow.target, quantities: arrow.quantities, curve: curve.map { [$0.x, $0.y] })
        }
    }
}

/// One component of a model as data: what goes in and out, its equations, and its parameters with their sources.
package struct ComponentData: Encodable, Sendable {
    package struct Quantity: Encodable, Sendable {
        package let name: String
        package let unit: String
        package let meaning: String
        /// Of an input, the components it comes from; of what others take, those that take it.
        package var components: [String]?
        /// Of an output, its name among the outputs of a run.
        package var output: String?
    }

    package struct Parameter: Encodable, Sendable {
        package let name: String
        package let meaning: String
        package let value: Double
        package let unit: String
        package let status: String
        package let source: String
        package let low: Double?
        package let high: Double?
    }

    package let id: String
    package let title: String
    package let summary: String
    package let inputs: [Quantity]
    package let outputs: [Quantity]
    package let states: [Quantity]
    package let equations: [String]
    package let parameters: [Parameter]

    /// Nil if the model has no such component.
    package init?(_ path: String, of model: Model) {
        guard let component = model.components.first(where: { $0.path == path }) else { return nil }
        let writer = ModelWriter(model, width: 100_000)
        let names = writer.names
        func isMine(_ name: String) -> Bool { names.component(of: name) == path }
        id = path
        let title = ComponentTitle.of(path)
        self.title = title.prefix(1).uppercased() + title.dropFirst()
        summary = component.summary
        inputs = model.variables.filter { $0.isInput && isMine($0.name) }.map { input in
            let sources = input.definition.symbols.compactMap { names.component(of: $0.name) }
            return Quantity(
                name: names.local(input.name), unit: input.unit.symbol, meaning: input.meaning,
                components: Array(Set(sources)).sorted())
        }
        let arrows = Network(model).arrows.filter { $0.source == path }
        let taken = model.variables.filter { !$0.isInput }.map { ($0.name, $0.unit, $0.meaning) }
            + model.states.map { ($0.name, $0.unit, $0.meaning) }
        let given = taken.filter { isMine($0.0) }.compactMap { name, unit, meaning -> Quantity? in
            let takers = arrows.filter { $0.quantities.contains(name) }.map(\.target)
            return takers.isEmpty
                ? nil : Quantity(name: names.local(name), unit: unit.symbol, meaning: meaning, components: takers)
        }
        let owned = Set(writer.equations.filter { $0.component == path && $0.kind == .output }.map(\.name))
        outputs = given + model.outputs.filter { owned.contains($0.name) }.map {
            Quantity(name: $0.name, unit: $0.unit.symbol, meaning: $0.meaning, output: $0.name)
        }
        states = model.states.filter { isMine($0.name) }.map {
            Quantity(name: names.local($0.name), unit: $0.unit.symbol, meaning: $0.meaning)
        }
        equations = writer.equations.filter { $0.component == path && $0.kind != .input }
            .map { writer.equation($0, indent: 0).joined(separator: " ") }
        parameters = model.parameters.filter { isMine($0.name) }.map { parameter in
            let range = parameter.provenance.range
            return Parameter(
                name: names.local(parameter.name), meaning: parameter.meaning, value: parameter.value,
                unit: parameter.unit.symbol, status: parameter.provenance.status.rawValue,
                source: parameter.provenance.source, low: range.flatMap { $0.lowerBound.isFinite ? $0.lowerBound : nil },
                high: range.flatMap { $0.upperBound.isFinite ? $0.upperBound : nil })
        }
    }
}

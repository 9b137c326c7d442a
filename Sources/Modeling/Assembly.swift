import Symbolics

/// Components and the connections between them; `model()` flattens both into equations.
public struct Assembly: Sendable {
    private struct Part: Sendable {
        let path: String
        let summary: String
        let component: any Component
    }

    private let name: String
    private var parts: [Part] = []
    private var connections: [String: [String]] = [:]

    public init(_ name: String) { self.name = name }

    /// Adds a component under its path.
    public mutating func add(_ component: some Component) {
        parts.append(Part(path: component.path, summary: component.summary, component: component))
    }

    /// Feeds the quantity named `source` to the input named `input`; a summing input takes several.
    public mutating func connect(_ source: String, to input: String) {
        connections[input, default: []].append(source)
    }

    /// Feeds several inputs of one component, written as `input: source`.
    public mutating func connect(to component: String, _ sources: KeyValuePairs<String, String>) {
        for (input, source) in sources { connect(source, to: "\(component).\(input)") }
    }

    /// Flattens components and connections into one model.
    ///
    /// - Throws: `ModelError` naming the input, quantity or equation that is missing, doubled or does not balance.
    public func model() throws -> Model {
        var builders: [(Part, ComponentBuilder)] = []
        for part in parts {
            let builder = ComponentBuilder(path: part.path)
            part.component.define(in: builder)
            builders.append((part, builder))
        }
        let all = builders.map(\.1)
        var units: [String: Unit] = [:]
        func declare(_ symbol: Symbol) throws {
            guard units.updateValue(symbol.unit, forKey: symbol.name) == nil else {
                throw ModelError("'\(symbol.name)' is declared twice")
            }
        }
        for builder in all {
            for symbol in builder.states.map(\.symbol) + builder.parameters.map(\.symbol)
                + builder.controls.map(\.symbol) + builder.variables.map(\.symbol)
            { try declare(symbol) }
        }
        let inputs = all.flatMap(\.inputs)
        let bindings = try inputs.map { try bind($0, units: units) }
        for name in connections.keys where !inputs.contains(where: { $0.symbol.name == name }) {
            throw ModelError("'\(name)' is connected but no component has such an input")
        }
        let states = try all.flatMap { builder in
            try builder.states.map { state in
                guard let rate = builder.rates[state.symbol] else {
                    throw ModelError("state '\(state.name)' has no equation")
                }
                var complete = state
                complete.rate = rate
                return complete
            }
        }
        return try Model(
            name: name,
            components: builders.map { part, builder in
                Model.ComponentSummary(path: part.path, summary: part.summary)
            },
            states: states, parameters: all.flatMap(\.parameters), controls: all.flatMap(\.controls),
            variables: all.flatMap(\.variables) + bindings, outputs: all.flatMap(\.outputs),
            dosePorts: all.flatMap(\.dosePorts))
    }

    private func bind(_ input: Input, units: [String: Unit]) throws -> Variable {
        let sources = connections[input.symbol.name] ?? []
        if input.kind == .value, sources.count != 1 {
            throw ModelError(
                "input '\(input.symbol.name)' needs one connection and has \(sources.count)")
        }
        let terms = try sources.map { source in
            guard let unit = units[source] else {
                throw ModelError("'\(input.symbol.name)' is connected to '\(source)', which no component declares")
            }
            return Expression(Symbol(source, unit: unit))
        }
        return Variable(symbol: input.symbol, definition: sum(terms), meaning: input.meaning, isInput: true)
    }
}

/// A model that does not hang together.
public struct ModelError: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

import Symbolics

/// What each dose adds to the states, for one set of parameter values; repeated doses are computed once.
public struct CompiledDoses: Sendable {
    private struct Key: Hashable {
        let port: String
        let amount: Double
    }

    /// What a dose does to one state, and the derivatives of that to the sensitivity parameters.
    public struct Jump: Sendable {
        public let state: Int
        public let amount: Double
        public let derivatives: [Double]
    }

    private let ports: [String: DosePort]
    private let stateIndex: [String: Int]
    private let sensitivityParameters: [Symbol]
    private let values: [String: Double]
    private var known: [Key: [Jump]] = [:]

    /// - Parameter parameters: values in base units, in the model's order.
    public init(_ compiled: CompiledModel, parameters: [Double]) {
        let model = compiled.model
        ports = Dictionary(uniqueKeysWithValues: model.dosePorts.map { ($0.name, $0) })
        stateIndex = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1.name, $0) })
        values = Dictionary(uniqueKeysWithValues: zip(model.parameters.map(\.name), parameters))
        let symbols = Dictionary(uniqueKeysWithValues: model.parameters.map { ($0.name, $0.symbol) })
        sensitivityParameters = compiled.sensitivityParameters.compactMap { symbols[$0] }
    }

    /// Days from taking a dose to its arrival.
    ///
    /// - Throws: `ModelError` for a name that is no port.
    public func lag(_ port: String) throws -> Double { try value(of: lookUp(port).lag, dose: nil) }

    /// What a dose, in base units, adds.
    ///
    /// - Throws: `ModelError` for a name that is no port.
    public mutating func jumps(port name: String, amount: Double) throws -> [Jump] {
        let key = Key(port: name, amount: amount)
        if let found = known[key] { return found }
        let port = try lookUp(name)
        let dose = (port.dose, amount)
        let jumps = port.shares.compactMap { share -> Jump? in
            guard let index = stateIndex[share.state.name] else { return nil }
            return Jump(
                state: index, amount: value(of: share.amount, dose: dose),
                derivatives: sensitivityParameters.map { symbol in
                    var differentiator = Differentiator(to: symbol)
                    return value(of: differentiator.derivative(of: share.amount), dose: dose)
                })
        }
        known[key] = jumps
        return jumps
    }

    private func lookUp(_ name: String) throws -> DosePort {
        guard let port = ports[name] else { throw ModelError("no place called '\(name)' takes doses") }
        return port
    }

    private func value(of expression: Expression, dose: (symbol: Symbol, amount: Double)?) -> Double {
        expression.evaluate { symbol in
            if let dose, symbol == dose.symbol { return dose.amount }
            return values[symbol.name] ?? .nan
        }
    }
}

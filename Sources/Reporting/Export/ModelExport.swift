import Exchange
import Foundation
import Modeling
import Symbolics

/// A model's flat equations for other programs, as JSON.
///
/// Every number is in base units (day, mole, gram, decimetre, IU) and every expression is infix text as SBML Level 3
/// reads it, over the identifiers of states, parameters, controls, variables and `time`. The original name and the
/// unit people use stand beside each identifier.
public struct ModelExport: Sendable, Encodable {
    /// A number with its name: a parameter, or a control until something sets it.
    public struct Constant: Sendable, Encodable {
        public let id: String
        public let name: String
        public let unit: String
        public let value: Double
    }

    /// A quantity that evolves.
    public struct State: Sendable, Encodable {
        public let id: String
        public let name: String
        public let unit: String
        /// The resting value.
        public let initial: Double
        /// A typical magnitude, for absolute tolerances.
        public let scale: Double
        /// The derivative to time.
        public let rate: String
    }

    /// A quantity defined by others.
    public struct Variable: Sendable, Encodable {
        public let id: String
        public let name: String
        public let unit: String
        public let definition: String
    }

    /// A reported quantity: its expression times its factor is its value in its unit.
    public struct Output: Sendable, Encodable {
        public let id: String
        public let name: String
        public let unit: String
        public let expression: String
        public let factor: Double
    }

    /// The model's version.
    public let model: String
    public let timeUnit: String
    public let states: [State]
    public let parameters: [Constant]
    public let controls: [Constant]
    /// In an order in which each depends only on those before it.
    public let variables: [Variable]
    public let outputs: [Output]
    /// What happens to one woman, where a scenario was given.
    public let scenario: ScenarioExport?

    /// The equations of a model whose controls have their default values.
    public init(_ model: Model) throws {
        let compiled = try CompiledModel(model)
        self.init(
            compiled, parameters: try compiled.parameterValues(), controls: compiled.controlValues, scenario: nil)
    }

    init(_ compiled: CompiledModel, parameters: [Double], controls: [Double], scenario: ScenarioExport?) {
        let model = compiled.model
        self.model = model.name
        self.scenario = scenario
        timeUnit = Symbol.time.unit.symbol
        states = zip(model.states, compiled.restingState(parameters: parameters)).map { state, resting in
            State(
                id: Identifiers.identifier(state.name), name: state.name, unit: state.unit.symbol, initial: resting,
                scale: state.scale * state.unit.factor, rate: state.rate.infix)
        }
        self.parameters = zip(model.parameters, parameters).map { Self.constant($0.symbol, $1) }
        self.controls = zip(model.controls, controls).map { Self.constant($0.symbol, $1) }
        variables = model.variables.map { variable in
            Variable(
                id: Identifiers.identifier(variable.name), name: variable.name, unit: variable.unit.symbol,
                definition: variable.definition.infix)
        }
        outputs = model.outputs.map { output in
            Output(
                id: Identifiers.output(output.name), name: output.name, unit: output.unit.symbol,
                expression: output.expression.infix, factor: 1 / output.unit.factor)
        }
    }

    private static func constant(_ symbol: Symbol, _ value: Double) -> Constant {
        Constant(
            id: Identifiers.identifier(symbol.name), name: symbol.name, unit: symbol.unit.symbol, value: value)
    }

    /// The JSON text, with keys in a fixed order.
    public func json() throws -> String {
        try prettyJSON()
    }
}

import Symbolics

/// A part of the woman or a medicine: it declares what it has and how it behaves, and nothing about its neighbours.
public protocol Component: Sendable {
    /// Where the component sits in the model, for example `skeleton.osteoclasts`; prefixes every name it declares.
    var path: String { get }
    /// What it is, in one sentence.
    var summary: String { get }
    /// Declares states, parameters, inputs and equations.
    func define(in builder: ComponentBuilder)
}

/// Collects one component's declarations; each call returns the expression to write further equations with.
public final class ComponentBuilder {
    /// The component's path, which prefixes every name it declares.
    public let path: String
    private(set) var parameters: [Parameter] = []
    private(set) var states: [State] = []
    private(set) var controls: [Control] = []
    private(set) var variables: [Variable] = []
    private(set) var outputs: [Output] = []
    private(set) var inputs: [Input] = []
    private(set) var dosePorts: [DosePort] = []
    private(set) var rates: [Symbol: Expression] = [:]

    init(path: String) { self.path = path }

    private func symbol(_ name: String, _ unit: Unit) -> Symbol { Symbol("\(path).\(name)", unit: unit) }

    /// A constant with its source.
    public func parameter(
        _ name: String, _ value: Double, _ unit: Unit, _ provenance: Provenance, _ meaning: String
    ) -> Expression {
        let parameter = Parameter(
            symbol: symbol(name, unit), value: value, provenance: provenance, meaning: meaning)
        parameters.append(parameter)
        return Expression(parameter.symbol)
    }

    /// A state with its resting value; give its equation with `rate(of:_:)`.
    public func state(
        _ name: String, _ unit: Unit, initial: Expression, scale: Double = 1, _ meaning: String
    ) -> Expression {
        let symbol = symbol(name, unit)
        states.append(State(symbol: symbol, initial: initial, rate: 0, scale: scale, meaning: meaning))
        return Expression(symbol)
    }

    /// The differential equation of a state of this component.
    public func rate(of state: Expression, _ rate: Expression) {
        guard let symbol = state.symbol else { preconditionFailure("'\(state)' is not a state") }
        precondition(rates.updateValue(rate, forKey: symbol) == nil, "'\(symbol.name)' has two rates")
    }

    /// A quantity set from outside and constant between events.
    public func control(_ name: String, _ value: Double, _ unit: Unit, _ meaning: String) -> Expression {
        let control = Control(symbol: symbol(name, unit), defaultValue: value, meaning: meaning)
        controls.append(control)
        return Expression(control.symbol)
    }

    /// A quantity that another component provides.
    public func input(_ name: String, _ unit: Unit, _ meaning: String) -> Expression {
        add(Input(symbol: symbol(name, unit), kind: .value, meaning: meaning))
    }

    /// The sum of what any number of components contribute; zero if none does.
    public func sumOfInputs(_ name: String, _ unit: Unit, _ meaning: String) -> Expression {
        add(Input(symbol: symbol(name, unit), kind: .sum, meaning: meaning))
    }

    private func add(_ input: Input) -> Expression {
        inputs.append(input)
        return Expression(input.symbol)
    }

    /// A named quantity that follows from others.
    public func variable(_ name: String, _ unit: Unit, _ definition: Expression, _ meaning: String) -> Expression {
        let variable = Variable(symbol: symbol(name, unit), definition: definition, meaning: meaning)
        variables.append(variable)
        return Expression(variable.symbol)
    }

    /// A reported quantity under its public name, which is not prefixed by the path.
    public func output(_ name: String, _ unit: Unit, _ expression: Expression, _ meaning: String) {
        outputs.append(Output(name: name, unit: unit, expression: expression, meaning: meaning))
    }

    /// A place where doses enter.
    ///
    /// - Parameters:
    ///   - unit: what a dose is measured in.
    ///   - shares: for the dose, what arrives in which state.
    public func dosePort(
        _ name: String, _ unit: Unit, lag: Expression = Expression(0, .days), _ meaning: String,
        shares: (Expression) -> [(Expression, Expression)]
    ) {
        let dose = symbol("\(name).dose", unit)
        let list = shares(Expression(dose)).map { state, amount in
            guard let symbol = state.symbol else { preconditionFailure("'\(state)' is not a state") }
            return DosePort.Share(state: symbol, amount: amount)
        }
        dosePorts.append(
            DosePort(name: "\(path).\(name)", dose: dose, shares: list, lag: lag, meaning: meaning))
    }
}

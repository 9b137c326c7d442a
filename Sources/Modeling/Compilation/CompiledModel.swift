import Symbolics

/// A model ready to run: programs for rates, Jacobian, outputs and derivatives to chosen parameters.
public struct CompiledModel: Sendable {
    public let model: Model
    /// The equations behind the programs, for solvers that compile programs of their own.
    package let equations: EquationSystem
    /// The resting values of the states, from constants alone.
    package let restingProgram: Program
    /// Derivatives of the states to time.
    public let rates: Program
    /// Derivatives of the rates to the states, in the order of `sparsity`.
    public let jacobian: Program
    public let sparsity: SymbolicJacobian.Sparsity
    public let outputs: Program
    /// Names of the parameters that `parameterDerivatives` differentiates to.
    public let sensitivityParameters: [String]
    /// For each such parameter, the derivatives of all rates, one parameter after another.
    public let parameterDerivatives: Program
    /// For each such parameter, the derivatives of the resting values, one parameter after another.
    let initialDerivatives: [[Expression]]

    /// Compiles a model.
    ///
    /// - Parameter parameters: names of the parameters to differentiate to.
    /// - Throws: `ModelError` for a name that is no parameter.
    public init(_ model: Model, sensitivityTo parameters: [String] = []) throws {
        self.model = model
        let layout = Layout(model)
        var inliner = model.inliner()
        let rateExpressions = model.states.map { inliner.apply(to: $0.rate) }
        rates = layout.program(for: rateExpressions)
        let outputExpressions = model.outputs.map { inliner.apply(to: $0.expression) }
        outputs = layout.program(for: outputExpressions)
        equations = EquationSystem(model, rates: rateExpressions, outputs: outputExpressions)
        restingProgram = equations.program(for: model.states.map(\.initial))

        let matrix = SymbolicJacobian(rates: rateExpressions, states: model.states.map(\.symbol))
        sparsity = matrix.sparsity
        jacobian = layout.program(for: matrix.entries)

        sensitivityParameters = parameters
        let symbols = try parameters.map { name in
            guard let parameter = model.parameters.first(where: { $0.name == name }) else {
                throw ModelError("'\(name)' is no parameter of the model '\(model.name)'")
            }
            return parameter.symbol
        }
        parameterDerivatives = layout.program(
            for: symbols.flatMap { symbol in
                var differentiator = Differentiator(to: symbol)
                return rateExpressions.map { differentiator.derivative(of: $0) }
            })
        initialDerivatives = symbols.map { symbol in
            var differentiator = Differentiator(to: symbol)
            return model.states.map { differentiator.derivative(of: $0.initial) }
        }
    }

    /// A program of this model's symbols, derived variables among them, and of others besides.
    ///
    /// - Parameter others: names of what is loaded with the controls, behind them and the delayed quantities.
    package func program(for expressions: [Expression], and others: [String] = []) -> Program {
        var inliner = model.inliner()
        return Layout(model, and: others).program(for: expressions.map { inliner.apply(to: $0) })
    }

    /// A machine for one of this model's programs.
    public func machine(for program: Program) -> Machine { Machine(program) }

    /// The parameters' values in base units, in the model's order, with some replaced.
    ///
    /// - Throws: `ModelError` for a name that is no parameter.
    public func parameterValues(replacing changes: [String: Double] = [:]) throws -> [Double] {
        for name in changes.keys where !model.parameters.contains(where: { $0.name == name }) {
            throw ModelError("'\(name)' is no parameter of the model '\(model.name)'")
        }
        return model.parameters.map { changes[$0.name] ?? $0.value * $0.unit.factor }
    }

    /// The controls' default values in base units, in the model's order.
    public var controlValues: [Double] { model.controls.map { $0.defaultValue * $0.unit.factor } }

    /// The resting state in base units for parameter values in base units.
    public func restingState(parameters: [Double]) -> [Double] {
        let values = byName(parameters)
        return model.states.map { state in state.initial.evaluate { values[$0.name] ?? .nan } }
    }

    /// For each sensitivity parameter, the derivative of the resting state.
    public func restingSensitivities(parameters: [Double]) -> [[Double]] {
        let values = byName(parameters)
        return initialDerivatives.map { $0.map { $0.evaluate { values[$0.name] ?? .nan } } }
    }

    private func byName(_ parameters: [Double]) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: zip(model.parameters.map(\.name), parameters))
    }
}

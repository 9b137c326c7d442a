import Symbolics

/// The bare equations of a model, free of derived variables: what solvers compile into programs of their own.
package struct EquationSystem: Sendable {
    package let states: [Symbol]
    /// A typical magnitude of each state, in base units.
    package let scales: [Double]
    /// Names of what changes only at events: controls, then parameters; between them delayed quantities, for which only
    /// the reference solver has values.
    package let constants: [String]
    /// Names of what a solver adds and sets as often as it likes.
    package let varying: [String]
    package let rates: [Expression]
    package let outputs: [Expression]
    /// Base units per unit of each output.
    package let outputFactors: [Double]

    package init(
        states: [Symbol], scales: [Double], constants: [String], varying: [String] = [], rates: [Expression],
        outputs: [Expression], outputFactors: [Double]
    ) {
        self.states = states
        self.scales = scales
        self.constants = constants
        self.varying = varying
        self.rates = rates
        self.outputs = outputs
        self.outputFactors = outputFactors
    }

    init(_ model: Model, rates: [Expression], outputs: [Expression]) {
        self.init(
            states: model.states.map(\.symbol), scales: model.states.map { $0.scale * $0.unit.factor },
            constants: model.controls.map(\.name) + model.delayedQuantities.map(\.symbol.name)
                + model.parameters.map(\.name), rates: rates, outputs: outputs,
            outputFactors: model.outputs.map(\.unit.factor))
    }

    /// The same equations with some constants replaced by numbers, in base units, and simplified by them.
    ///
    /// The constants keep their places, and are read by nothing.
    package func folding(_ values: [String: Double]) -> EquationSystem {
        guard !values.isEmpty else { return self }
        var numbers = Substitution(
            Dictionary(
                uniqueKeysWithValues: values.map { (Symbol($0.key, unit: .one), Expression($0.value, .one)) }))
        return EquationSystem(
            states: states, scales: scales, constants: constants, varying: varying,
            rates: rates.map { numbers.apply(to: $0) }, outputs: outputs.map { numbers.apply(to: $0) },
            outputFactors: outputFactors)
    }

    /// Places of the states that some outputs rest on, directly or through the rates of others; all for nil.
    package func states(behind outputs: [Int]?) -> [Int] {
        guard let outputs else { return Array(states.indices) }
        let index = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
        var isReached = states.map { _ in false }
        var pending: [Int] = []
        func reach(_ expression: Expression) {
            for state in expression.symbols.compactMap({ index[$0] }) where !isReached[state] {
                isReached[state] = true
                pending.append(state)
            }
        }
        for output in outputs { reach(self.outputs[output]) }
        while let state = pending.popLast() { reach(rates[state]) }
        return states.indices.filter { isReached[$0] }
    }

    /// The equations of some states and outputs alone.
    ///
    /// - Precondition: none of them sees a state that is left out.
    package func keeping(states kept: [Int], outputs wanted: [Int]) -> EquationSystem {
        EquationSystem(
            states: kept.map { states[$0] }, scales: kept.map { scales[$0] }, constants: constants, varying: varying,
            rates: kept.map { rates[$0] }, outputs: wanted.map { outputs[$0] },
            outputFactors: wanted.map { outputFactors[$0] })
    }

    /// The inputs of a program over these equations, group by group, and what each symbol reads.
    package struct Inputs {
        package let constants: [ProgramBuilder.Value]
        package let time: ProgramBuilder.Value
        package let states: [ProgramBuilder.Value]
        package let varying: [ProgramBuilder.Value]
    }

    /// Group numbers of `Inputs` in a program's `inputs`.
    package static let constantGroup = 0
    package static let timeGroup = 1
    package static let stateGroup = 2
    package static let varyingGroup = 3
    /// The number of the first group that a program declares besides.
    package static let nextGroup = 4

    /// Declares the inputs; further groups follow from `nextGroup` on.
    package func inputs(of builder: inout ProgramBuilder) -> Inputs {
        Inputs(
            constants: builder.inputs(constants.count, changing: .rarely),
            time: builder.inputs(1, changing: .always)[0], states: builder.inputs(states.count, changing: .always),
            varying: builder.inputs(varying.count, changing: .always))
    }

    /// A reading of the symbols at a time and state, and of others besides.
    package func lowering(
        _ inputs: Inputs, time: ProgramBuilder.Value, states values: [ProgramBuilder.Value],
        also others: [Symbol: ProgramBuilder.Value] = [:]
    ) -> Lowering {
        var symbols = [Symbol.time.name: time]
        for (symbol, value) in others { symbols[symbol.name] = value }
        for (name, value) in zip(constants, inputs.constants) { symbols[name] = value }
        for (name, value) in zip(varying, inputs.varying) { symbols[name] = value }
        for (state, value) in zip(states, values) { symbols[state.name] = value }
        return Lowering(symbols)
    }

    /// A program of constants, time and states that computes expressions.
    package func program(for expressions: [Expression]) -> Program {
        var builder = ProgramBuilder()
        let inputs = inputs(of: &builder)
        var lowering = lowering(inputs, time: inputs.time, states: inputs.states)
        let results = expressions.map { lowering.lower($0, into: &builder) }
        return builder.program(results: results)
    }
}

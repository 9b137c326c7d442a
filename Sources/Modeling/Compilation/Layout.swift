import Symbolics

/// The inputs of a model's programs: time, states, controls and parameters, in this order. Behind the controls stands
/// what is loaded like them: delayed quantities, then whatever else a solver adds.
struct Layout: Sendable {
    let stateNames: [String]
    let controlNames: [String]
    let parameterNames: [String]

    static let time = 0
    static let states = 1
    static let controls = 2
    static let parameters = 3

    /// - Parameter others: names of further controls.
    init(_ model: Model, and others: [String] = []) {
        stateNames = model.states.map(\.name)
        controlNames = model.controls.map(\.name) + model.delayedQuantities.map(\.symbol.name) + others
        parameterNames = model.parameters.map(\.name)
    }

    /// Lowers all expressions into one program whose results follow their order.
    func program(for expressions: [Expression]) -> Program {
        var builder = ProgramBuilder()
        var symbols = [Symbol.time.name: builder.inputs(1, changing: .always)[0]]
        for (names, pace) in [
            (stateNames, ProgramBuilder.Pace.always), (controlNames, .rarely), (parameterNames, .rarely),
        ] {
            for (name, value) in zip(names, builder.inputs(names.count, changing: pace)) { symbols[name] = value }
        }
        var lowering = Lowering(symbols)
        let results = expressions.map { lowering.lower($0, into: &builder) }
        return builder.program(results: results)
    }
}

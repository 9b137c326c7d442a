import Symbolics

/// Where time, states, controls and parameters stand at the start of a workspace.
struct Layout: Sendable {
    let states: Range<Int>
    let controls: Range<Int>
    let parameters: Range<Int>
    private let slots: [String: Int32]

    static let time = 0
    var count: Int { parameters.upperBound }

    init(_ model: Model) {
        states = 1..<(1 + model.states.count)
        controls = states.upperBound..<(states.upperBound + model.controls.count)
        parameters = controls.upperBound..<(controls.upperBound + model.parameters.count)
        let names =
            [Symbol.time.name] + model.states.map(\.name) + model.controls.map(\.name)
            + model.parameters.map(\.name)
        slots = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    }

    /// - Precondition: the model declares the symbol, which `Model` has checked.
    func slot(of symbol: Symbol) -> Int32 {
        guard let slot = slots[symbol.name] else {
            preconditionFailure("'\(symbol.name)' has no place in the workspace")
        }
        return slot
    }
}

import Modeling
import Symbolics

/// Equations without units, written by a test: states y1, y2 … with rates per day, each an output too.
struct Equations: Component {
    let path = "test"
    let summary = "Equations of a test."
    let starts: [Double]
    /// From the states and the days since time zero.
    let rates: @Sendable (_ states: [Expression], _ time: Expression) -> [Expression]

    func define(in b: ComponentBuilder) {
        let states = starts.enumerated().map { index, start in
            b.state("y\(index + 1)", .one, initial: Expression(start, .one), "State \(index + 1)")
        }
        let time = Expression(.time) / Expression(1, .days)
        for (index, rate) in rates(states, time).enumerated() {
            b.rate(of: states[index], Expression(1, "1/d") * rate)
            b.output("y\(index + 1)", .one, states[index], "State \(index + 1)")
        }
    }

    static func compiled(
        _ starts: [Double], _ rates: @escaping @Sendable (_ states: [Expression], _ time: Expression) -> [Expression]
    ) throws -> CompiledModel {
        var assembly = Assembly("equations")
        assembly.add(Equations(starts: starts, rates: rates))
        return try CompiledModel(assembly.model())
    }
}

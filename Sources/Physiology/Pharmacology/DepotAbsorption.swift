import Modeling
import Symbolics

/// Release from where a dose was put, in the skin, the muscle or the vagina: a fast part that passes two equal stages,
/// and beside it, where there is one, a slow part that leaves by itself, at once or layer by layer.
///
/// Two stages in a row are the least that give a rise before the fall; layers give a plateau and then the fall. What is
/// not absorbed takes no part.
struct DepotAbsorption {
    /// Reaching the blood, in moles per day.
    let flow: Expression

    /// Declares the states of the release, and the port through which doses enter.
    ///
    /// - Parameters:
    ///   - unit: what a dose is measured in.
    ///   - amount: moles that will reach the blood, of a dose.
    ///   - slow: the rate at which the slow part, or each of its layers, leaves, and the share of the slow part.
    ///   - layers: into how many the slow part is laid; each moves to the place of the one before it.
    init(
        _ b: ComponentBuilder, _ unit: Unit, fast: Expression, slow: (rate: Expression, share: Expression)? = nil,
        layers: Int = 1,
        scale: Double, _ meaning: String, amount: (Expression) -> Expression
    ) {
        func state(_ name: String, _ what: String) -> Expression {
            b.state(name, "mol", initial: Expression(0, "mol"), scale: scale, what)
        }
        let first = state("first", "Fast part, before its first stage")
        let second = state("second", "Fast part, between its stages")
        b.rate(of: first, -fast * first)
        b.rate(of: second, fast * (first - second))
        guard let slow else {
            flow = fast * second
            b.dosePort("dose", unit, meaning) { [(first, amount($0))] }
            return
        }
        let depot = (1...layers).map { layer in
            layers == 1 ? state("slow", "Slow part") : state("slow\(layer)", "Slow part, layer \(layer) to leave")
        }
        for (layer, inner) in zip(depot, depot.dropFirst() + [0]) {
            b.rate(of: layer, slow.rate * (inner - layer))
        }
        flow = fast * second + slow.rate * depot[0]
        b.dosePort("dose", unit, meaning) { dose in
            let perLayer = slow.share * amount(dose) / Expression(Double(layers), .one)
            return [(first, (1 - slow.share) * amount(dose))] + depot.map { ($0, perLayer) }
        }
    }
}

import Modeling
import Symbolics

extension ComponentBuilder {
    /// A value of the resolved cycle. There are more of them than the data tell apart, so each is one point of a wide
    /// valley; moved alone by 5 % none of them stops the cycle.
    func cycle(_ name: String, _ value: Double, _ unit: Unit, factor: Double = 1.5, _ meaning: String) -> Expression {
        fitted(name, value, unit, factor: factor, to: Pituitary.source, meaning)
    }
}

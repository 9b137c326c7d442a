import Modeling
import Symbolics

/// Disposition of a substance in two compartments, the smallest that has both a distribution and an elimination phase.
struct TwoCompartments {
    /// Concentration in the central compartment, in moles per litre.
    let concentration: Expression
    /// Elimination, in moles per day.
    let elimination: Expression

    /// Declares both compartments and their equations under `name`.
    ///
    /// - Parameters:
    ///   - input: moles per day that enter the central compartment.
    ///   - scale: a typical central amount in moles, for tolerances.
    init(
        _ b: ComponentBuilder, _ name: String, of substance: String, input: Expression, clearance: Expression,
        central: Expression, exchange: Expression, peripheral: Expression, scale: Double
    ) {
        let inner = b.state(
            name, "mol", initial: Expression(0, "mol"), scale: scale, "\(substance) in the central compartment")
        let outer = b.state(
            "\(name)Peripheral", "mol", initial: Expression(0, "mol"), scale: scale,
            "\(substance) in the peripheral compartment")
        concentration = inner / central
        elimination = clearance * concentration
        let passage = exchange * (concentration - outer / peripheral)
        b.rate(of: inner, input - elimination - passage)
        b.rate(of: outer, passage)
    }
}

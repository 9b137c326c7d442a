import Symbolics

/// Something besides age, menopause and medicines that bears on bone, for all or part of the simulation.
public struct Condition: Hashable, Sendable {
    /// The condition and the measure of its severity.
    public enum Kind: Hashable, Sendable {
        case thyrotoxicosis(TSH: Quantity)
        case hypothyroidism(TSH: Quantity)
        /// Chronic stress, as a multiple of her usual cortisol.
        case cortisolExcess(factor: Double)
        /// As a multiple of the usual interleukin-6 and TNF-alpha.
        case inflammation(factor: Double)
        case insulinResistance(homaIR: Double)
        /// Little energy left after exercise, per day and mass of the body without fat.
        case energyDeficit(availability: Quantity)
    }

    public var kind: Kind
    /// When it begins, in days.
    public var from: Double
    /// When it ends, in days.
    public var until: Double

    public init(_ kind: Kind, from: Double = 0, until: Double) {
        self.kind = kind
        self.from = from
        self.until = until
    }
}

import Exchange
import Modeling
import Symbolics

extension Condition {
    /// The control through which the condition acts, with the value that means it is absent and the one it has, in base
    /// units.
    private var control: (name: String, usual: Double, value: Double) {
        switch kind {
        case .thyrotoxicosis(let TSH), .hypothyroidism(let TSH):
            ("axes.thyroid.settledTSH", Quantity(ThyroidAxis.usualTSH, "mIU/L").inBaseUnits, TSH.inBaseUnits)
        case .cortisolExcess(let factor): ("axes.adrenal.settledCortisol", 1, factor)
        case .inflammation(let factor): ("axes.inflammation.factor", 1, factor)
        case .insulinResistance(let homaIR): ("axes.metabolism.homaIR", Metabolism.usualHOMA, homaIR)
        case .energyDeficit(let availability):
            (
                "axes.energy.availability", Quantity(EnergyAvailability.usual, "kcal/kg/d").inBaseUnits,
                availability.inBaseUnits
            )
        }
    }

    /// Adds the beginning and the end of the condition, in days since time zero.
    func schedule(in schedule: inout Schedule, horizon: Double) {
        let (name, usual, value) = control
        schedule.set(name, to: value, at: from)
        if until < horizon { schedule.set(name, to: usual, at: until) }
    }
}

import Exchange
import Modeling
import Symbolics

/// Teriparatide under the skin: gone within hours, and heard by bone in two ways.
///
/// Its mean over a day adds to her own PTH, and so raises RANKL, calcium and calcitriol as any PTH does. Its peak,
/// above the level that cells have grown used to, turns lining cells into osteoblasts and lets osteoblasts form more, so
/// that cavities are overfilled; a level that does not change does neither.
struct Teriparatide: Component {
    let path = "pharmacology.teriparatide"
    let summary = "Teriparatide injections, their mean level and their pulses."

    func define(in b: ComponentBuilder) {
        func constant(_ name: String, _ value: Double, _ unit: Unit, _ symbol: String, _ meaning: String) -> Expression
        {
            b.parameter(name, value, unit, Parathyroid.published(symbol), meaning)
        }
        let absorption = constant(
            "absorption", 0.6589, "1/h", "TERICL over TERIVC", "Absorption rate from under the skin")
        let elimination = constant("elimination", 7.142857, "1/h", "kout", "Elimination rate from plasma")
        let volume = constant("volume", 14, "L", "V1", "Volume of distribution")
        let mass = b.molarMass(of: .teriparatide)
        let adaptation = b.parameter(
            "adaptation", 12, "h",
            .assumed(
                "receptors of bone cells recover within a day; daily pulses build bone, infusions do not", range: 4...24
            ),
            "Time in which bone cells grow used to a level")
        let half = b.parameter(
            "halfPulse", 20, "pmol/L", .assumed("a dose of 40 ug does more than 20 ug but not twice", range: 8...50),
            "Rise above the usual level of half effect, with a square, so that small swings do nothing")
        let gain = b.fitted(
            "onModellingGain", .one, "Rise of the surface on which bone is modelled while a pulse is at its highest")
        let activityGain = b.fitted(
            "onActivityGain", .one, "Rise of the bone an osteoblast forms while a pulse is at its highest")
        let lag = b.parameter(
            "lag", 1, "d", .assumed("transcription and translation take hours, proteins days", range: 0.3...3),
            "Time by which gene products follow the receptor")

        let none = Expression(0, "pmol")
        let depot = b.state("depot", "pmol", initial: none, scale: 1000, "Teriparatide under the skin")
        let plasma = b.state("plasma", "pmol", initial: none, scale: 100, "Teriparatide in plasma")
        b.dosePort("dose", "ug", "Injections under the skin") { dose in [(depot, dose / mass)] }
        b.rate(of: depot, -absorption * depot)
        b.rate(of: plasma, absorption * depot - elimination * plasma)
        let level = plasma / volume
        let usual = b.state(
            "usual", "pmol/L", initial: Expression(0, "pmol/L"), scale: 10, "Level that bone cells have grown used to")
        b.rate(of: usual, (level - usual) / adaptation)
        let pulse = max(0, level - usual)
        let heard = b.geneProduct(
            "heard", of: DoseResponse.hill(pulse, half: half, exponent: 2), lag: lag, "Pulses as genes have heard them")
        _ = b.variable("onModelling", .one, gain * heard, "Relative change of the surface on which bone is modelled")
        _ = b.variable("onActivity", .one, activityGain * heard, "Relative change of the bone an osteoblast forms a day")
        let mean = b.state(
            "mean", "pmol/L", initial: Expression(0, "pmol/L"), scale: 1, "Teriparatide as tissues hear it over a day")
        // Never negative, said aloud, makes the mean a response of tissues, which may enter any other, not kinetics.
        b.rate(of: mean, (max(0, level) - mean) / lag)
    }
}

/// Injections of teriparatide.
struct TeriparatideForm: MedicineForm {
    let medicine = "teriparatide"
    let isHormone = false
    let form = MedicineCatalogue.Form(
        "subcutaneous", route: "under the skin", doses: [.init(20, "ug", atMost: 100)], interval: .usually(days: 1))

    func install(for treatments: [Treatment], in assembly: inout Assembly) {
        let component = Teriparatide()
        assembly.add(component)
        assembly.connect("\(component.path).mean", to: "axes.calcium.given")
        assembly.connect("\(component.path).onModelling", to: "skeleton.modelling.stimulus")
        assembly.connect("\(component.path).onActivity", to: "skeleton.osteoblasts.activityChange")
    }

    func schedule(_ treatment: Treatment, in schedule: inout Schedule) {
        doses(treatment, port: "\(Teriparatide().path).dose", in: &schedule)
    }
}

import Modeling
import Symbolics

/// A synthetic progestin in the blood, from all its forms, on the scales of what it acts on.
struct ProgestinAction: Component {
    /// Name of the medicine in paths: `medroxyprogesterone`.
    let name: String
    let title: String
    /// In nmol/L, with where it comes from.
    let receptorHalf: (value: Double, provenance: Provenance)
    /// In nmol/L, with where it comes from.
    let suppressingLevel: (value: Double, provenance: Provenance)
    /// Level of half the effect on the lining of the womb, in nmol/L, with where it comes from; that of the receptors
    /// where nothing else is known.
    var liningHalf: (value: Double, provenance: Provenance)?
    /// Level that activates half of the androgen receptors, in nmol/L; nil where it is not known to.
    var androgenicHalf: (value: Double, provenance: Provenance)?
    /// Level of half its androgenic effect on the liver, in nmol/L; nil where none is known.
    var hepaticAndrogenHalf: (value: Double, provenance: Provenance)?

    var path: String { "pharmacology.\(name)" }
    var summary: String { "\(title) in the blood, beside the levels at which it acts." }

    func define(in b: ComponentBuilder) {
        let level = b.variable(
            "concentration", "mol/L", b.sumOfInputs("level", "mol/L", "\(title), from each of its forms"),
            "\(title), from all its forms")
        let half = b.parameter(
            "receptorHalf", receptorHalf.value, "nmol/L", receptorHalf.provenance,
            "Level that occupies half of the progesterone receptors")
        let suppressing = b.parameter(
            "suppressingLevel", suppressingLevel.value, "nmol/L", suppressingLevel.provenance,
            "Level that halves what the ovary makes")
        _ = b.variable("atReceptor", .one, level / half, "Level over that of half occupancy of progesterone receptors")
        if let liningHalf {
            let half = b.parameter(
                "liningHalf", liningHalf.value, "nmol/L", liningHalf.provenance,
                "Level that does half of the most to the lining of the womb")
            _ = b.variable("atLining", .one, level / half, "Level over that of half the effect on the lining of the womb")
        }
        if let androgenicHalf {
            let half = b.parameter(
                "androgenicHalf", androgenicHalf.value, "nmol/L", androgenicHalf.provenance,
                "Level that activates half of the androgen receptors")
            _ = b.variable("atAndrogenReceptor", .one, level / half, "Level over that of half activation of the androgen receptor")
        }
        if let hepaticAndrogenHalf {
            let half = b.parameter(
                "hepaticAndrogenHalf", hepaticAndrogenHalf.value, "nmol/L", hepaticAndrogenHalf.provenance,
                "Level of half the androgenic effect on the liver")
            _ = b.variable("inLiver", .one, level / half, "Level over that of half the androgenic effect on the liver")
        }
        _ = b.variable("ovarianSuppression", .one, level / suppressing, "Level over that which halves ovarian function")
    }
}

extension Assembly {
    /// Adds tablets of a progestin and feeds its level to the action of that progestin.
    mutating func addTablets(_ tablets: some Component, of action: ProgestinAction) {
        add(tablets)
        connectSize(to: tablets.path)
        connectProgestogenFirstPass(to: tablets.path)
        connect("\(tablets.path).concentration", to: "\(action.path).level")
    }

    /// Adds a progestin's action and connects it to all that hears progestins.
    mutating func addProgestin(_ action: ProgestinAction) {
        add(action)
        connect("\(action.path).atReceptor", to: "receptors.progesterone.progestin")
        connect("\(action.path).ovarianSuppression", to: "axes.ovary.progestinSuppression")
        if action.name == ProgestinAction.medroxyprogesterone.name {
            // The one progestin whose harms and effect on the lining were measured; it also binds other receptors.
            for hearer in [
                "receptors.glucocorticoid", "receptors.androgen", "outcomes.endometrium", "outcomes.signals",
                "outcomes.symptoms",
            ] { connect("\(action.path).concentration", to: "\(hearer).medroxyprogesterone") }
        } else {
            let lining = action.liningHalf == nil ? "atReceptor" : "atLining"
            connect("\(action.path).\(lining)", to: "outcomes.endometrium.progestin")
            for hearer in ["outcomes.signals", "outcomes.symptoms"] {
                connect("\(action.path).atReceptor", to: "\(hearer).otherProgestins")
            }
            if action.androgenicHalf != nil {
                connect("\(action.path).atAndrogenReceptor", to: "receptors.androgen.progestins")
            }
            if action.hepaticAndrogenHalf != nil {
                connect("\(action.path).inLiver", to: "axes.binding.progestins")
                connect("\(action.path).inLiver", to: "axes.growth.progestins")
            }
        }
    }
}

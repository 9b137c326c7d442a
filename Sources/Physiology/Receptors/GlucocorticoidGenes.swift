import Modeling
import Symbolics

/// What genes that the glucocorticoid receptor controls do to bone, gut, pituitary and thyroid hormone; zero at rest.
///
/// Osteoblasts make less within days; fewer mature and more die over months. RANKL rises and OPG falls at first only,
/// so that resorption is up early and near usual later.
struct GlucocorticoidGenes: Component {
    let path = "receptors.glucocorticoid.genes"
    let summary = "Effects of glucocorticoid action above usual on bone cells, calcium absorption and other axes."

    func define(in b: ComponentBuilder) {
        let excess = b.input("excess", .one, "Glucocorticoid action above usual, relative")
        let lag = b.parameter(
            "lag", 1, "d", .assumed("transcription and translation take hours, proteins days", range: 0.3...3),
            "Time by which gene products follow the receptor")
        let tested = b.parameter(
            "testedExcess", 4.5, .one,
            .assumed("what 20 mg of prednisolone brings, the most whose bone effects were measured", range: 3...6),
            "Excess up to which bone answers in proportion")
        let beyond = b.parameter(
            "beyondTested", 4, .one,
            .assumed("more than that cannot stop formation: high doses leave a quarter to a half", range: 1...8),
            "Most that higher doses add to it")
        // In proportion as far as was measured, then less and less.
        let over = max(0, excess - tested)
        let product = b.geneProduct(
            "product", of: min(excess, tested) + over / (1 + over / beyond), lag: lag,
            "What glucocorticoids make genes do, above usual")
        let time = b.parameter(
            "adaptation", 90, "d", .assumed("resorption rises for some months (SC164)", range: 30...180),
            "Time in which RANKL and OPG come back to usual")
        let adapted = b.state("adapted", .one, initial: 0, scale: 0.1, "Excess to which RANKL and OPG have adapted")
        b.rate(of: adapted, (product - adapted) / time)
        let early = product - adapted

        let maturing = b.fitted("differentiationGain", .one, "Fall of osteoblast differentiation per excess")
        let dying = b.fitted("osteoblastDeathGain", .one, "Rise of osteoblast death per excess")
        let making = b.parameter(
            "activityGain", 0.047, .one,
            .assumed(
                "osteocalcin after days of prednisone 10, 15 and 20 mg, Godschalk 1988 J Bone Miner Res 3:113, by way of the "
                    + "exponent of osteocalcin", range: 0.025...0.07),
            "Fall of the bone an osteoblast forms a day per excess")
        let osteocyteDying = b.parameter(
            "osteocyteDeathGain", 0.15, .one,
            .assumed("osteocyte death rises (SC163); no rate in women", range: 0...0.5),
            "Rise of osteocyte death per excess")
        let rankl = b.parameter(
            "RANKLGain", 0.015, .one, .assumed("RANKL up, OPG down in cells (OPG_RANKL_DEX)", range: 0...0.05),
            "Early rise of RANKL per excess")
        let opg = b.parameter(
            "OPGGain", 0.015, .one, .assumed("RANKL up, OPG down in cells (OPG_RANKL_DEX)", range: 0...0.05),
            "Early fall of OPG per excess")
        _ = b.variable("onDifferentiation", .one, -maturing * product, "Relative change of osteoblast differentiation")
        _ = b.variable("onOsteoblastDeath", .one, dying * product, "Relative change of osteoblast death")
        _ = b.variable("onActivity", .one, -making * product, "Relative change of bone formed by an osteoblast")
        _ = b.variable("onOsteocyteDeath", .one, osteocyteDying * product, "Relative change of osteocyte death")
        _ = b.variable("onRANKL", .one, rankl * early, "Relative change of RANKL production")
        _ = b.variable("onOPG", .one, -opg * early, "Relative change of OPG production")
        actElsewhere(product, b)
    }

    private func actElsewhere(_ product: Expression, _ b: ComponentBuilder) {
        func fall(_ name: String, _ gain: Expression, _ meaning: String) {
            _ = b.variable(name, .one, 1 / (1 + gain * product) - 1, meaning)
        }
        let gut = b.parameter(
            "absorptionGain", 0.06, .one,
            .assumed("a fall by about a quarter on 15 to 20 mg of prednisone", range: 0...0.12),
            "Fall of calcium absorption per excess")
        let pituitary = b.parameter(
            "gonadotropinGain", 0.08, .one,
            .assumed("direction known (SC174); cortisol and LH over the day correlate at -0.36", range: 0...0.2),
            "Fall of the GnRH drive per excess")
        let deiodinase = b.parameter(
            "deiodinationGain", 0.06, .one,
            .assumed("direction known (SC174); high doses lower T3 by a quarter or so", range: 0...0.12),
            "Fall of deiodination of T4 to T3 per excess")
        fall("onCalciumAbsorption", gut, "Relative change of calcium absorption in the gut")
        fall("onGnRHDrive", pituitary, "Relative change of the GnRH drive")
        fall("onDeiodination", deiodinase, "Relative change of deiodination of T4 to T3")
    }
}

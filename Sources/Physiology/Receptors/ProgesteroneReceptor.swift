import Modeling
import Symbolics

/// Occupancy of the progesterone receptors by progesterone and synthetic progestins.
///
/// Both isoforms bind alike; what differs is which of them a tissue has, which estrogen induces.
struct ProgesteroneReceptor: Component {
    let path = "receptors.progesterone"
    let summary = "Occupancy of progesterone receptors A and B by progesterone and by synthetic progestins."

    func define(in b: ComponentBuilder) {
        let progesterone = ProgesteroneOverCycle(b)
        let antagonist = b.control(
            "antagonist", 0, .one, "Antagonist such as mifepristone, over its own level of half occupancy")
        // Who competes for the same site raises what the others need by one factor.
        let competition = 1 + antagonist
        let m =
            b.sumOfInputs(
                "progestin", .one, "Levels of synthetic progestins over their own levels of half occupancy")
            / competition
        let progesteroneHalf = b.parameter(
            "progesteroneHalf", 20, "nmol/L", .measured("Rizner 2011 Steroids 76:607, Ki 20 nmol/L"),
            "Progesterone that occupies half of the receptors")
        let inducible = b.parameter(
            "inducibleShareA", 0.5, .one,
            .assumed("estrogen induces B more than A in most tissues", range: 0.2...0.8),
            "Share of isoform A that estrogen induces")
        let estrogenHeard = b.input(
            "estrogenHeard", .one, "Estrogen action as cells have heard it, which makes receptors in bone")
        let lag = b.parameter(
            "lag", 1, "d", .assumed("transcription and translation take hours, proteins days", range: 0.3...3),
            "Time by which gene products follow the receptor")
        let occupancy = b.variable(
            "occupancy", .one,
            progesterone.mean { level in
                let p = level / (progesteroneHalf * competition)
                return (p + m) / (1 + p + m)
            }, "Receptors occupied by what activates them, mean over her weeks")
        let byProgesterone = progesterone.mean { level in
            let p = level / (progesteroneHalf * competition)
            return p / (1 + p + m)
        }
        let progesteroneProduct = b.geneProduct(
            "progesteroneProduct",
            of: byProgesterone - progesterone.atRest { DoseResponse.saturating($0, half: progesteroneHalf) }, lag: lag,
            "What progesterone makes genes do, above ovulatory cycles")
        let progestinProduct = b.geneProduct(
            "progestinProduct", of: progesterone.mean { m / (1 + $0 / (progesteroneHalf * competition) + m) },
            lag: lag,
            "What a progestin makes genes do")

        let progestinGain = b.parameter(
            "progestinGain", 0.05, .one,
            .assumed(
                "combined therapy against estrogen alone (PEPI, HOPE) gives 0.15 ± 0.16, with bone loss on depot doses "
                    + "-0.04 ± 0.03; no sign is certain", range: -0.1...0.2),
            "Rise of osteoblast differentiation at full occupancy by a progestin with full estrogen action")
        let progesteroneGain = b.parameter(
            "progesteroneGain", 0.1, .one,
            .assumed("claimed from cell culture; trials of progesterone alone show no gain", range: 0...0.3),
            "Rise of osteoblast differentiation at full occupancy by progesterone, where the hypothesis is on")
        let opgGain = b.parameter(
            "progesteroneOnOPGGain", 0.3, .one,
            .assumed("claimed from cell culture; no clinical measurement", range: 0...0.6),
            "Rise of OPG at full occupancy by progesterone, where the hypothesis is on")
        let onOsteoblasts = b.control(
            "onOsteoblasts", 0, .one, "Hypothesis, off by default: one lets progesterone act on osteoblasts")
        let onOPG = b.control(
            "onOPG", 0, .one, "Hypothesis, off by default: one lets progesterone raise OPG through its receptor")
        _ = b.variable(
            "onDifferentiation", .one,
            (progestinGain * progestinProduct + onOsteoblasts * progesteroneGain * progesteroneProduct) * estrogenHeard,
            "Relative change of osteoblast differentiation")
        let phosphataseGain = b.parameter(
            "phosphataseGain", 1.7, .one,
            .measured("Schmidmayr 2008 Geburtshilfe Frauenheilkd, human osteoblasts for 21 days (OB_ALP_P4_21d)"),
            "Rise of alkaline phosphatase by little progesterone in cell culture")
        let phosphataseHalf = b.parameter(
            "phosphataseHalf", 0.3, "nmol/L", .assumed("peak near 1e-9 mol/L in cell culture", range: 0.1...1),
            "Progesterone of half that rise")
        let phosphataseLoss = b.parameter(
            "phosphataseLoss", 0.85, .one,
            .assumed("80 % lower at 6.4e-6 mol/L, Schmidmayr 2008 (OB_ALP_P4_21d_supra)", range: 0.5...0.95),
            "Fall of alkaline phosphatase by very much progesterone in cell culture")
        let phosphataseHalfLoss = b.parameter(
            "phosphataseHalfLoss", 150, "nmol/L",
            .assumed("between the peak and 6.4e-6 mol/L", range: 50...1000), "Progesterone of half that fall")
        func phosphatase(_ level: Expression) -> Expression {
            DoseResponse.biphasic(
                level, gain: phosphataseGain, half: phosphataseHalf, loss: phosphataseLoss,
                halfLoss: phosphataseHalfLoss)
        }
        let unbound = b.parameter(
            "unboundProgesterone", 0.025, .one,
            .assumed("2 to 3 % of serum progesterone is free, which is what cultured cells see", range: 0.02...0.03),
            "Share of serum progesterone that is not bound")
        let inCulture = b.variable(
            "phosphataseInCulture", .one, progesterone.mean { phosphatase($0 * unbound / competition) },
            "Relative change of alkaline phosphatase that such progesterone brings to cultured osteoblasts")
        let cultureAtRest = progesterone.atRest { phosphatase($0 * unbound) }
        let phosphataseProduct = b.geneProduct(
            "phosphataseProduct", of: inCulture - cultureAtRest, lag: lag,
            "Alkaline phosphatase by progesterone as in cell culture, above ovulatory cycles")
        _ = b.variable(
            "onAlkalinePhosphatase", .one, onOsteoblasts * phosphataseProduct / (1 + cultureAtRest),
            "Relative change of alkaline phosphatase")
        _ = b.variable("onOPGProduction", .one, onOPG * opgGain * progesteroneProduct, "Relative change of OPG")
        b.output("receptor.PRA", .one, occupancy * (1 - inducible + inducible * estrogenHeard), "Activation of PR-A")
        b.output("receptor.PRB", .one, occupancy * estrogenHeard, "Activation of PR-B")
    }
}

import Modeling
import Symbolics

/// Her cortisol, by the masses of the two glands that make ACTH and cortisol.
///
/// Glands grow while they are driven more than usual and shrink while less, over weeks; that is why cortisol settles
/// slowly under lasting stress, and why it undershoots and ACTH stays low for weeks after it. A glucocorticoid that is
/// given brakes as cortisol does: where it alone holds CRH below usual, both glands shrink to what lives without a
/// stimulus, ACTH stays low as long as it is taken, and after it the pituitary comes back before the adrenal. CRH and
/// ACTH turn over in minutes and are algebra here. Form and times: Karin 2020, PMC7364861. Everything is relative to
/// rest.
struct AdrenalAxis: Component {
    let path = "axes.adrenal"
    let summary = "CRH, ACTH and cortisol, with pituitary and adrenal masses that adapt over weeks."

    func define(in b: ComponentBuilder) {
        let settled = b.control(
            "settledCortisol", 1, .one, "Cortisol that her stress settles at without medicines, over her usual")
        let given = b.sumOfInputs(
            "givenGlucocorticoid", .one, "Glucocorticoid action of medicines over that of her usual cortisol")
        let allopregnanolone = b.sumOfInputs("allopregnanoloneGiven", "mol/L", "Allopregnanolone from medicines")

        func karin(_ name: String, _ value: Double, _ unit: Unit, _ id: String, _ meaning: String) -> Expression {
            b.parameter(name, value, unit, .measured("Karin 2020, PMC7364861, \(id)"), meaning)
        }
        let half = karin("brakeHalf", 4, .one, "HPA_KARIN_K_GR", "Cortisol that halves CRH and ACTH, over usual")
        let exponent = karin("brakeExponent", 3, .one, "HPA_KARIN_n_GR", "Hill exponent of that brake")
        let pituitaryTime = karin(
            "pituitaryHalfTime", 20, "d", "HPA_KARIN_t12_P", "Half-time of pituitary mass without CRH")
        let adrenalTime = karin(
            "adrenalHalfTime", 30, "d", "HPA_KARIN_t12_A", "Half-time of adrenal mass without ACTH")
        let cortisolTime = karin("cortisolHalfLife", 80, "min", "HPA_KARIN_t12_CORT", "Half-life of cortisol")
        let ceiling = b.parameter(
            "driveHalf", 0.7, .one,
            .assumed(
                "after years of glucocorticoid ACTH is low for a month or two, then about twofold, and cortisol is back "
                    + "after months (Graber 1965, O2065); Karin's 1/cortisol has no bound", range: 0.3...2),
            "Glucocorticoid, over usual, at which the fast brake on CRH leaves half of its largest drive")
        let unstimulated = b.parameter(
            "unstimulatedRenewal", 0.05, .one,
            .assumed("what keeps a gland alive without its stimulus; sets how small it gets", range: 0.02...0.1),
            "Renewal of either gland that needs no stimulus, over that with the usual one")
        let reach = b.parameter(
            "medicineReach", 0.45, .one,
            .assumed(
                "one dose in the morning leaves the axis free before waking: prednisone 5 mg leaves morning cortisol "
                    + "and halves the response to stress (PMID 6996485), 20 mg suppresses", range: 0.3...0.8),
            "Share of a medicine's action over the day that the axis hears")
        let lag = b.parameter(
            "brakeLag", 1, "d", .assumed("the axis is driven once a day, before waking", range: 0.3...3),
            "Time over which the axis averages the brake of medicines")

        let pituitary = b.state("pituitaryMass", .one, initial: 1, "Mass of the cells that make ACTH, over usual")
        let adrenal = b.state("adrenalMass", .one, initial: 1, "Mass of the adrenal cortex, over usual")
        let cortisol = b.state("cortisolRelative", .one, initial: 1, "Her own cortisol of the day, over usual")
        // The mean over the day of a brake of hours: a short-lived medicine leaves the axis free at night.
        let suppression = b.geneProduct(
            "suppression", of: given / (1 + given), lag: lag, "Share of the drive that medicines take away")
        let damping = damping(by: allopregnanolone, lag: lag, b)
        let heardFromMedicines = b.variable(
            "givenHeard", .one, reach * suppression / (1 - suppression),
            "Glucocorticoid of medicines as the axis hears it, over her usual cortisol")

        func drive(_ level: Expression) -> Expression { (1 + ceiling) / (level + ceiling) }
        func brake(_ level: Expression) -> Expression {
            (1 + pow(1 / half, exponent)) / (1 + pow(level / half, exponent))
        }
        let stress = b.variable(
            "stress", .one, 1 / (drive(settled) * brake(settled)), "Drive that settles at the cortisol of her stress")
        let all = cortisol + heardFromMedicines
        let crh = b.variable(
            "CRH", .one, stress * (1 - damping) * drive(all) * brake(all), "CRH, over usual")
        let acth = b.variable("ACTH", .one, crh * pituitary * brake(all), "ACTH, over usual")
        func growth(_ mass: Expression, _ stimulus: Expression) -> Expression {
            mass * (stimulus - 1) + unstimulated * (1 - mass)
        }
        let ln2 = log(2)
        b.rate(of: pituitary, ln2 / pituitaryTime * growth(pituitary, crh))
        b.rate(of: adrenal, ln2 / adrenalTime * growth(adrenal, acth))
        b.rate(of: cortisol, ln2 / cortisolTime * (acth * adrenal - cortisol))
        androgens(cortisol: cortisol, b)
        reportLevels(cortisol: cortisol, acth: acth, b)
    }

    private func damping(by level: Expression, lag: Expression, _ b: ComponentBuilder) -> Expression {
        let damps = b.control(
            "allopregnanoloneDamps", 0, .one,
            "Hypothesis, off by default: one lets allopregnanolone from medicines damp CRH")
        let largest = b.parameter(
            "allopregnanoloneLargest", 0.2, .one,
            .assumed("no dose-response in people; sustained cortisol did not change on progesterone", range: 0...0.3),
            "Share of the drive that allopregnanolone takes away at most, where the hypothesis is on")
        let half = b.parameter(
            "allopregnanoloneHalf", 3, "nmol/L", .assumed("near the luteal level", range: 1...10),
            "Allopregnanolone of half that effect")
        return b.geneProduct(
            "damping", of: damps * largest * level / (level + half), lag: lag,
            "Share of the drive that allopregnanolone takes away")
    }

    /// Her adrenal androgens, which the same ACTH drives in the same gland. Lasting stress does not raise them.
    private func androgens(cortisol: Expression, _ b: ComponentBuilder) {
        let exponent = b.parameter(
            "androgenExponent", 1, .one,
            .assumed(
                "prednisone 0.1 mg/kg at night lowers DHEA-S more than cortisol, in numbers not in the abstract (O2066)",
                range: 0.8...2),
            "Exponent of her own cortisol in the androgens of her adrenals, below usual")
        _ = b.variable(
            "androgenOutput", .one, pow(max(0, min(1, cortisol)), exponent),
            "Androgens of the adrenals relative to what is usual at her age")
    }

    private func reportLevels(cortisol: Expression, acth: Expression, _ b: ComponentBuilder) {
        let nadir = b.parameter(
            "nadirCortisol", 2, "ug/dL", .measured("Debono 2009, PMC2684472 (O1602)", range: 1.5...2.5),
            "Serum cortisol at its lowest, after midnight")
        let peak = b.parameter(
            "peakCortisol", 15.5, "ug/dL", .measured("Debono 2009, PMC2684472 (O1601)", range: 11.7...20.6),
            "Serum cortisol at its highest, in the morning")
        let usual = b.variable(
            "usualCortisol", "ug/dL", nadir + (peak - nadir) * Expression(CortisolDay.meanHeight, .one),
            "Serum cortisol at rest, mean over the day")
        _ = b.variable("nadirRelative", .one, nadir / usual, "Lowest cortisol of the day over its mean")
        _ = b.variable("peakRelative", .one, peak / usual, "Highest cortisol of the day over its mean")
        let free = b.parameter(
            "freeCortisol", 0.04, .one, .assumed("4 % of cortisol is unbound at usual levels", range: 0.03...0.06),
            "Free share of cortisol")
        let usualFree = b.variable(
            "usualFreeCortisol", "mol/L", free * usual / b.molarMass(of: .cortisol), "Free cortisol at rest")
        b.output("serum.freeCortisol", "nmol/L", usualFree * cortisol, "Free cortisol, mean over the day")
        let boundToCBG = b.parameter(
            "boundToCBG", 0.8, .one, .measured("67 to 87 % is bound to CBG (CBG_BMAX_KD)", range: 0.67...0.87),
            "Share of cortisol bound to CBG")
        let cbgRise = b.sumOfInputs("cbgRise", .one, "Relative rise of CBG, as by swallowed estrogens")
        // The axis holds free cortisol, so more CBG raises the total and leaves free cortisol alone.
        b.output(
            "serum.cortisol", "ug/dL", usual * cortisol * (1 + boundToCBG * cbgRise),
            "Cortisol, free and bound, mean over the day")
        let usualACTH = b.parameter(
            "usualACTH", 8.6, "pg/mL",
            .measured("five women over 24 h, Horrocks 1990 Clin Endocrinol 32:127 (O2067)", range: 7...19),
            "Plasma ACTH at rest")
        b.output("serum.ACTH", "pg/mL", usualACTH * acth, "ACTH, mean over the day")
    }
}

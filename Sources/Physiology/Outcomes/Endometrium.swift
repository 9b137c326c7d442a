import Modeling
import Symbolics

/// The lining of the womb: estrogen makes it grow, a progestogen, and the bleeds of her own cycles, undo the growth.
///
/// Hyperplasia follows from growth that stands for long. So twelve days of progestogen in each month protect because
/// the lining starts afresh, and nothing counts the days.
struct Endometrium: Component {
    let path = "outcomes.endometrium"
    let summary = "Growth of the endometrium under estrogen, its undoing by progestogens, and hyperplasia."

    func define(in b: ComponentBuilder) {
        let counted = b.input("counted", .one, "Probability that she lives, once counting has begun")
        let uterus = b.input("uterus", .one, "One while she has her uterus")
        let ovarianActivity = b.input("ovarianActivity", .one, "Share of time with a working ovary")
        let given = b.input("estrogenGiven", "mol/L", "Estradiol and estradiol equivalents from medicines")
        let cycling = b.input("cyclingLevel", "mol/L", "Her estradiol in a cycling week")
        let remnant = b.input("remnantLevel", "mol/L", "Her estradiol in a week without a working ovary")
        let own = ovarianActivity * cycling + (1 - ovarianActivity) * remnant
        let mass = b.molarMass(of: .estradiol)
        let signal = progestogen(b)

        let source =
            "unopposed conjugated estrogens 20 % in 1 year and 27 % in 2, 0.3 mg 3.2 % in 2 years (O1772, O1777, O1778); "
            + "estradiol 1 mg between 9 % in 3 years (O1783) and 15 % in 1 (Kurman 2000, O2040)"
        let half = b.parameter(
            "halfEstradiol", 15.5, "pg/mL", .fitted(source, range: 13...19), "Estradiol of half the largest growth")
        let steepness = b.parameter(
            "estradiolSteepness", 6, .one, .fitted(source, range: 4...8), "Steepness of growth in estradiol")
        let regression = b.parameter(
            "regression", 0.027, "1/d",
            .assumed("an unstimulated lining thins over one to two months", range: 0.01...0.05),
            "Rate at which growth follows the estrogen it sees")
        let undoing = b.parameter(
            "undoing", 0.6, "1/d",
            .assumed("secretory change within two to three days, and a bleed after", range: 0.3...1),
            "Rate at which a full progestogen signal undoes growth")
        let bleeds = b.parameter(
            "ownBleeds", 0.3, "1/d", .assumed("the lining is shed with each of her own cycles", range: 0.1...0.5),
            "Rate at which her own cycles undo growth")

        // Saturating, so that where a progestogen opposes enough of the growth it does so at any dose of estrogen.
        func stimulus(_ estrogen: Expression) -> Expression {
            DoseResponse.hill(max(0, estrogen), half: half / mass, exponent: steepness)
        }
        func settled(_ estrogen: Expression, _ progestogen: Expression, _ activity: Expression) -> Expression {
            regression * stimulus(estrogen) / (regression + undoing * progestogen + bleeds * activity)
        }
        let growth = b.state(
            "growth", .one, initial: settled(cycling, signal.atRest, 1), "Growth of the lining, over the largest")
        b.rate(
            of: growth,
            regression * (stimulus(own + given) - growth)
                - (undoing * signal.now + bleeds * ovarianActivity) * growth)

        let background = b.parameter(
            "background", 0.001, "1/years",
            .assumed("at most 0.36 % a year on full protection (O1788)", range: 0...0.006),
            "Hyperplasia a year without growth")
        let most = b.parameter(
            "mostHyperplasia", 0.27, "1/years", .fitted(source, range: 0.18...0.36), "Hyperplasia a year at the largest growth")
        let power = b.parameter(
            "growthPower", 4, .one,
            .fitted("estradiol 1 mg with 100 mg of progesterone leaves at most 0.36 % a year (O1788)", range: 3.5...5),
            "Power of growth in hyperplasia")
        let hazard = b.variable(
            "hyperplasia", "1/years", background + most * pow(max(0, growth), power), "Hyperplasia a year, with a uterus")
        let cumulated = b.state(
            "cumulated", .one, initial: 0, scale: 0.01, "Cumulated hazard of hyperplasia since time zero")
        b.rate(of: cumulated, uterus * counted * hazard)
        b.output(
            "outcome.endometrialHyperplasia", "%", 1 - exp(-cumulated),
            "Probability since time zero of endometrial hyperplasia")
    }

    /// What progestogens do to the lining now, and at rest: a share of the most they can.
    private func progestogen(_ b: ComponentBuilder) -> (now: Expression, atRest: Expression) {
        let progesterone = b.sumOfInputs("progesterone", "mol/L", "Progesterone from medicines")
        let ownProgesterone = b.input("progesteroneOwn", "mol/L", "Her own progesterone, mean over the cycle")
        let resting = b.input("restingProgesterone", "mol/L", "Her mean progesterone in ovulatory cycles")
        let remnant = b.input("remnantProgesterone", "ng/mL", "Her progesterone after menopause")
        // What is left after menopause was there in trials of estrogen alone, and so is none that opposes it.
        let mass = b.molarMass(of: .progesterone)
        func opposing(_ level: Expression) -> Expression { max(0, level - remnant / mass) }
        let medroxyprogesterone = b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate")
        let others = b.sumOfInputs(
            "progestin", .one,
            "Other progestogens in blood or the womb itself, over the level of half their effect there")
        let half = b.parameter(
            "halfProgesterone", 0.75, "nmol/L",
            .fitted(
                "50 and 100 mg a day by mouth with 0.25 to 1 mg of estradiol leave at most 0.36 % a year (O1788 to "
                    + "O1791); beyond 0.95 the model would leave more", range: 0.4...0.95),
            "Progesterone that does half of the most to the lining")
        let halfMedroxyprogesterone = b.parameter(
            "halfMedroxyprogesterone", 0.1, "nmol/L",
            .assumed("1.5 mg a day protects (O1781) at a mean near 0.15 nmol/L", range: 0.03...0.2),
            "Medroxyprogesterone acetate that does half of the most to the lining")
        let lag = b.parameter(
            "lag", 2, "d", .assumed("secretory change takes days", range: 1...4),
            "Time by which the lining follows progestogens")
        // Squared, because a trace of progestogen, as from a cream, does not protect.
        func share(_ level: Expression) -> Expression { level * level / (1 + level * level) }
        let level = progesterone / half + medroxyprogesterone / halfMedroxyprogesterone + others
        let fromMedicines = b.geneProduct(
            "progestogenProduct", of: share(level), lag: lag, "What progestogens from medicines do to the lining")
        // Hers and given ones are taken as independent, which keeps what is fast apart from what is slow.
        let hers = share(opposing(ownProgesterone) / half)
        return (1 - (1 - hers) * (1 - fromMedicines), share(opposing(resting) / half))
    }
}

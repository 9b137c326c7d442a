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
        let own = b.input("estradiolOwn", "mol/L", "Her own estradiol")
        let given = b.input("estrogenGiven", "mol/L", "Estradiol and estradiol equivalents from medicines")
        let cycling = b.input("cyclingLevel", "mol/L", "Her estradiol in a cycling week")
        let mass = b.molarMass(of: .estradiol)
        let signal = progestogen(b)

        let source =
            "unopposed conjugated estrogens 20 % in 1 year and 27 % in 2, 0.3 mg 3.2 % in 2 years, estradiol 1 mg 9.4 % "
            + "in 3 (O1772, O1777, O1778, O1783); on progestogens at most 1 % a year (O1773 to O1776, O1788 to O1791)"
        let reference = b.parameter(
            "referenceEstradiol", 15, "pg/mL", .assumed("a definition: the level under which growth is one"),
            "Estradiol under which the unopposed lining settles at a growth of one")
        let regression = b.parameter(
            "regression", 0.02, "1/d", .assumed("an unstimulated lining thins over one to two months", range: 0.01...0.05),
            "Rate at which growth follows the estrogen it sees")
        let undoing = b.parameter(
            "undoing", 0.35, "1/d", .assumed("secretory change within three days, and a bleed after", range: 0.2...0.7),
            "Rate at which a full progestogen signal undoes growth")
        let bleeds = b.parameter(
            "ownBleeds", 0.3, "1/d", .assumed("the lining is shed with each of her own cycles", range: 0.1...0.5),
            "Rate at which her own cycles undo growth")

        func settled(_ estrogen: Expression, _ progestogen: Expression, _ activity: Expression) -> Expression {
            regression * estrogen * mass / reference / (regression + undoing * progestogen + bleeds * activity)
        }
        let growth = b.state(
            "growth", .one, initial: settled(cycling, signal.atRest, 1), "Growth of the lining, one at the reference level")
        b.rate(
            of: growth,
            regression * ((own + given) * mass / reference - growth)
                - (undoing * signal.now + bleeds * ovarianActivity) * growth)

        let background = b.parameter(
            "background", 0.001, "1/years", .assumed("at most 0.36 % a year on full protection (O1788)", range: 0...0.006),
            "Hyperplasia a year without growth")
        let most = b.parameter(
            "mostHyperplasia", 0.3, "1/years", .fitted(source, range: 0.2...0.6), "Hyperplasia a year at any growth")
        let half = b.parameter(
            "halfGrowth", 1.5, .one, .fitted(source, range: 0.8...2.5), "Growth at which hyperplasia is half the most")
        let steepness = b.parameter(
            "steepness", 2, .one, .fitted(source, range: 1...4), "Steepness of hyperplasia in growth")
        let stimulus = pow(max(0, growth) / half, steepness)
        let hazard = b.variable(
            "hyperplasia", "1/years", background + most * stimulus / (1 + stimulus), "Hyperplasia a year, with a uterus")
        let cumulated = b.state(
            "cumulated", .one, initial: 0, scale: 0.01, "Cumulated hazard of hyperplasia since time zero")
        b.rate(of: cumulated, uterus * counted * hazard)
        b.output(
            "outcome.endometrialHyperplasia", "%", 1 - exp(-cumulated), "Probability since time zero of endometrial hyperplasia")
    }

    /// What progestogens do to the lining now, and at rest: a share of the most they can.
    private func progestogen(_ b: ComponentBuilder) -> (now: Expression, atRest: Expression) {
        let progesterone = b.sumOfInputs("progesterone", "mol/L", "Progesterone from medicines")
        let ownProgesterone = b.input("progesteroneOwn", "mol/L", "Her own progesterone, mean over the cycle")
        let resting = b.input("restingProgesterone", "mol/L", "Her mean progesterone in ovulatory cycles")
        let medroxyprogesterone = b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate")
        let others = b.sumOfInputs(
            "progestin", .one, "Other progestogens in blood or the womb itself, over the level of half their effect there")
        let half = b.parameter(
            "halfProgesterone", 1, "nmol/L",
            .assumed(
                "100 mg a day by mouth protects (O1788) at a mean near 2 nmol/L by mass spectrometry", range: 0.3...3),
            "Progesterone that does half of the most to the lining")
        let halfMedroxyprogesterone = b.parameter(
            "halfMedroxyprogesterone", 0.1, "nmol/L",
            .assumed("1.5 mg a day protects (O1781) at a mean near 0.15 nmol/L", range: 0.03...0.2),
            "Medroxyprogesterone acetate that does half of the most to the lining")
        let lag = b.parameter(
            "lag", 2, "d", .assumed("secretory change takes days", range: 1...4),
            "Time by which the lining follows progestogens")
        func share(_ level: Expression) -> Expression { level / (1 + level) }
        let level = progesterone / half + medroxyprogesterone / halfMedroxyprogesterone + others
        let fromMedicines = b.geneProduct(
            "progestogenProduct", of: share(level), lag: lag, "What progestogens from medicines do to the lining")
        // Hers and given ones are taken as independent, which keeps what is fast apart from what is slow.
        let hers = share(ownProgesterone / half)
        return (1 - (1 - hers) * (1 - fromMedicines), share(resting / half))
    }
}

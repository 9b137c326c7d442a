import Modeling
import Symbolics

/// What keeps her ovaries from cycling: progestins and estrogens for longer than a luteal phase lasts, or too little
/// drive.
struct OvarianSuppression {
    /// Share of the weeks with an ovary that have no cycles.
    private let arrested: Expression
    /// Of those, the share in which follicles do not even begin to grow.
    private let suppressed: Expression
    /// Of those, the share without gonadotropins that act.
    private let silent: Expression

    init(_ b: ComponentBuilder, drive: Expression, estradiolMass: Expression) {
        let progestin = b.sumOfInputs(
            "progestinSuppression", .one, "Progestin over the level that halves ovarian estradiol")
        let estrogen = b.sumOfInputs("estrogenGiven", "mol/L", "Estradiol and equivalents that the pituitary sees")
        _ = b.variable("progestinSeen", .one, progestin, "Progestin as the pituitary sees it")
        _ = b.variable("estrogenSeen", "mol/L", estrogen, "Given estrogen as the pituitary sees it")
        let estrogenUnit = b.parameter(
            "suppressingEstradiol", 200, "pg/mL",
            .assumed(
                "two patches of 100 ug/day, about 160 pg/mL, stop most ovulation; no row of evidence", range: 100...400),
            "Estradiol that stops ovulation as a progestin does at its unit")
        let lag = b.parameter(
            "exposureLag", 7, "d",
            .fitted(
                "no woman given depot medroxyprogesterone by day 9 ovulated, later ones only within 3 days (Petta 1998, "
                    + "O2014); the resolved cycle, seven starts over its length, is at 21 pg/mL after two weeks",
                range: 4...14),
            "Time over which exposure to progestins counts")
        func exposure(_ name: String, half: Double, exponent: Double, to level: Expression, _ meaning: String)
            -> Expression
        {
            let middle = b.parameter(
                "\(name)Half", half, .one, .fitted("resolved cycle under constant progestin, \(Pituitary.source)"),
                "Suppression at which half of the time counts as exposed: \(meaning)")
            let steepness = b.parameter(
                "\(name)Exponent", exponent, .one,
                .assumed("steepness of the resolved cycle under progestin", range: 2...8),
                "Its exponent")
            return b.geneProduct(
                name, of: DoseResponse.hill(level, half: middle, exponent: steepness), lag: lag, meaning)
        }
        let anovulation = exposure(
            "anovulatoryExposure", half: 0.31, exponent: 4,
            to: progestin + estrogen / (estrogenUnit / estradiolMass),
            "Share of time with enough progestin or estrogen to stop ovulation")
        let depth = exposure(
            "deepExposure", half: 0.75, exponent: 5, to: progestin,
            "Share of time with enough progestin to stop the growth of follicles")
        // Ten days in four weeks, less than a luteal phase, come up to 0.78, and must not stop her next cycle.
        func excess(_ exposure: Expression) -> Expression { DoseResponse.step(exposure, from: 0.78, to: 0.96) }
        func lack(_ name: String, _ high: Double, _ low: Double, _ meaning: String) -> Expression {
            func bound(_ suffix: String, _ value: Double, _ words: String) -> Expression {
                b.parameter(
                    "\(name)Drive\(suffix)", value, .one,
                    .fitted("estradiol of the resolved cycle by GnRH drive, \(Pituitary.source)"),
                    "Drive \(words) \(meaning)")
            }
            return 1
                - DoseResponse.step(
                    drive, from: bound("Low", low, "at which all is"), to: bound("High", high, "from which none is"))
        }
        arrested =
            1 - (1 - excess(anovulation)) * (1 - lack("arrested", 0.8, 0.5, "of the time without cycles"))
        suppressed =
            1 - (1 - excess(depth)) * (1 - lack("suppressed", 0.55, 0.2, "of that without growing follicles"))
        silent = lack("silent", 0.25, 0.1, "of that without active gonadotropins")
    }

    /// Share of the weeks with an ovary that have cycles.
    var cycling: Expression { 1 - arrested }

    /// Her weeks by kind; they sum to one.
    func shares(ofWeeksWithOvary activity: Expression) -> [OvarianWeek: Expression] {
        [
            .cycling: activity * cycling, .arrested: activity * arrested * (1 - suppressed),
            .suppressed: activity * arrested * suppressed * (1 - silent),
            .silent: activity * arrested * suppressed * silent, .absent: 1 - activity,
        ]
    }
}

import Modeling
import Symbolics

/// Hot flushes: the brain misses the estrogen it was used to in her cycles, whatever took it away, and over years gets
/// used to having no ovary.
///
/// For information: flushes follow hormones but do not tell what bone does. Given estrogens and progestins still them by
/// one saturating effect, so that what one has stilled the other cannot still again; neurosteroids, which swallowed
/// progesterone becomes, still a share of the rest. Their peaks count, so progesterone cream does nothing, as trials found.
struct Symptoms: Component {
    let path = "outcomes.symptoms"
    let summary = "Hot flushes of a woman prone to them, from the estrogen her brain misses."

    func define(in b: ComponentBuilder) {
        let weeks = b.ovarianWeeks()
        let cycling = b.input("restingLevel", "mol/L", "Her estradiol in cycles without medicines")
        let given = b.input("estrogenGiven", "mol/L", "Estradiol and estradiol equivalents from medicines")
        let mass = b.molarMass(of: .estradiol)
        let source =
            "oral estradiol 0.25, 0.5, 1 and 2 mg leave 92, 65, 29 and 19 % of the flushes placebo leaves after 4 weeks "
            + "(O1851 to O1855), low and standard doses 56 and 36 % after 12 (O1856 to O1858)"
        let half = b.parameter(
            "halfEffect", 20, "pg/mL", .fitted(source, range: 16...26), "Estradiol that stills half of the flushes")
        let steepness = b.parameter(
            "steepness", 2, .one, .fitted(source, range: 1.6...2.6), "Steepness of the effect of estradiol")
        let ceiling = b.parameter(
            "givenAtMost", 0.85, .one, .fitted(source, range: 0.8...0.92),
            "Share of the flushes that medicines still at most")
        let lag = b.parameter(
            "lag", 14, "d", .measured("effects are full after 4 to 8 weeks, Ettinger 2005 (O1857)", range: 7...30),
            "Time by which flushes follow hormones")
        let adaptation = b.parameter(
            "adaptation", 10.6, .years,
            .assumed("half of the women flush for more than 7.4 years (SWAN, recalled)", range: 6...15),
            "Time by which the brain gets used to the loss of her own estrogen")
        let most = b.parameter(
            "mostFlushes", 60, "1/week",
            .assumed("trials enrol women with at least 7 to 8 moderate or severe flushes a day", range: 50...80),
            "Moderate to severe flushes right after the loss of all estrogen, in a woman prone to them")

        func drive(_ level: Expression) -> Expression { pow(level * mass / half, steepness) }
        func share(_ drive: Expression) -> Expression { drive / (1 + drive) }
        let others = progestins(b)
        let atRest = share(drive(cycling))
        let own = sum(weeks.map { $0.share * share(drive($0.level)) })
        let treated = sum(weeks.map { $0.share * share(drive($0.level + given) + others) })
        let missed = b.geneProduct(
            "missed", of: 1 - (own + ceiling * (treated - own)) / atRest, lag: lag,
            "Estrogen action that the brain misses, where medicines do not stand in for it")
        let accustomed = b.geneProduct(
            "accustomed", of: 1 - own / atRest, lag: adaptation, "Loss of her own estrogen that the brain is used to")
        let calmed = b.geneProduct(
            "calmed", of: neurosteroids(b), lag: lag, "Share of the remaining flushes that neurosteroids still")
        b.output(
            "outcome.hotFlushes", "1/week",
            most * max(0, missed) * (1 - calmed) * max(0, min(1, 1 - accustomed)),
            "Moderate to severe hot flushes of a woman prone to them; says nothing about bone")
    }

    /// What progestins do to flushes, on the scale on which estradiol at half of its effect is one.
    private func progestins(_ b: ComponentBuilder) -> Expression {
        let medroxyprogesterone = b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate")
        let others = b.sumOfInputs(
            "otherProgestins", .one, "Other synthetic progestins in blood, over the level of half their effect")
        let source =
            "medroxyprogesterone acetate 20 mg leaves 26 % where placebo leaves 74 (O2045, O2046), 150 mg as a depot as much "
            + "as conjugated estrogens 0.625 mg (O2043, O2044)"
        let half = b.parameter(
            "halfMedroxyprogesterone", 0.25, "nmol/L",
            .fitted(source + "; beside it lower doses of conjugated estrogens do as much (O1863)", range: 0.1...0.6),
            "Medroxyprogesterone acetate of half the largest effect on flushes")
        let most = b.parameter(
            "mostByProgestin", 3.5, .one, .fitted(source, range: 2...6), "Largest effect of a progestin on flushes")
        let level = medroxyprogesterone / half + others
        return most * level / (1 + level)
    }

    /// The share of flushes that neurosteroids from medicines still.
    private func neurosteroids(_ b: ComponentBuilder) -> Expression {
        let peaks = b.input(
            "neurosteroidPeaks", .one, "Square of neurosteroids from medicines over their half-effect level, mean over days")
        let strength = b.parameter(
            "byNeurosteroids", 3.6, .one,
            .fitted(
                "300 mg of progesterone by mouth leave 66 (48 to 85) % of the score placebo leaves (O1859 to O1861); that "
                    + "neurosteroids carry it is assumed", range: 1.2...7.5),
            "Effect on flushes of neurosteroids at their half-effect level")
        return strength * peaks / (1 + strength * peaks)
    }
}

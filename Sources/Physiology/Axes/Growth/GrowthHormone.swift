import Modeling
import Symbolics

/// Growth hormone and the insulin-like growth factor 1 (IGF-1) that the liver makes in answer.
///
/// Growth hormone is algebraic: her norm by age and weight, times what secretagogues add, times the brake by free
/// IGF-1. IGF-1 is one state relative to the norm of her age, so that ageing alone moves nothing. The liver answers
/// less and less to more growth hormone, so a pulse counts for less than the same amount spread over the day; its
/// answer is therefore taken at each moment and then averaged.
struct GrowthHormone: Component {
    let path = "axes.growth"
    let summary = "Growth hormone by age, weight, secretagogues and feedback, and the IGF-1 that the liver makes of it."

    func define(in b: ComponentBuilder) {
        let stimulation = b.sumOfInputs(
            "stimulation", .one, "Rise of growth hormone secretion by secretagogues, relative to her own")
        let hepaticEstrogen = b.sumOfInputs(
            "hepaticEstrogen", "mol/d",
            "Swallowed estrogen in portal blood, as estradiol with the same effect on the liver")
        let progestins = b.sumOfInputs(
            "progestins", .one, "Androgenic progestins over their levels of half their effect on the liver")
        let undernutrition = b.sumOfInputs(
            "undernutrition", .one, "Share of the liver's answer that want of energy takes away")
        let insulin = b.input("insulinRelative", .one, "Her insulin over the usual")
        let norm = norms(b)

        let response = LiverResponse(b)
        let lag = b.parameter(
            "liverLag", 0.5, "d", .assumed("transcription and translation take hours", range: 0.2...1),
            "Time by which the liver follows growth hormone")
        let heard = b.geneProduct(
            "liverSignal", of: response.share(ofRest: 1 + stimulation) - response.share(ofRest: 1), lag: lag,
            "Signal of growth hormone in the liver above rest, before feedback")
        let estrogenHalf = b.parameter(
            "hepaticEstrogenHalf", 3.3e-6, "mol/d",
            .fitted(
                "IGF-1 of 116 on oral estradiol 1 mg against 134 intranasal (O1617, O1618), and O1615 with 20 ug of "
                    + "ethinylestradiol taken as 12 mg of estradiol for the liver (Kuhl 2005 Climacteric 8:3)",
                range: 1e-6...8e-6),
            "Portal flow of estradiol that makes half of the liver's largest resistance")
        let resistance = b.geneProduct(
            "estrogenInLiver", of: hepaticEstrogen / (hepaticEstrogen + estrogenHalf) / (1 + progestins), lag: lag,
            "Share of the largest resistance of the liver to growth hormone that swallowed estrogen makes, less what "
                + "androgenic progestins take back")
        let resistanceGain = b.parameter(
            "estrogenOnLiver", 0.7, .one,
            .fitted(
                "20 ug of ethinylestradiol: IGF-1 -32.9 %, growth hormone 3.5-fold (O1615, O1616)", range: 0.5...0.8),
            "Largest share of the liver's answer to growth hormone that swallowed estrogen takes away")
        let bindingGain = b.parameter(
            "estrogenOnBinding", 0.34, .one,
            .fitted(
                "what is left of the 3.5-fold rise (O1616); swallowed estrogen raises IGF-1 binding protein 1",
                range: 0.1...0.5),
            "Largest share of free IGF-1 that swallowed estrogen binds away")
        let insulinOnFree = b.parameter(
            "insulinOnFree", 0.1, .one,
            .assumed("insulin lowers IGF-1 binding protein 1; no exponent was found", range: 0...0.3),
            "Exponent of insulin in the free share of IGF-1")
        let feedback = b.parameter(
            "feedback", 1.6, .one,
            .assumed("IGF-1 infusions that double or triple it lower growth hormone to a third or less", range: 1...3),
            "Exponent of free IGF-1 in the brake on growth hormone")

        let igf1 = b.state("igf1Relative", .one, initial: 1, "IGF-1 over the norm of her age")
        let free = igf1 * (1 - bindingGain * resistance) * pow(insulin, insulinOnFree)
        let brake = b.variable("brake", .one, pow(free, -feedback), "Feedback of free IGF-1 on growth hormone")
        let turnover = b.parameter(
            "igf1Turnover", 0.0262, "1/h", .measured("PMC8416863 table 3, IGF1_IDR_kout", range: 0.0218...0.046),
            "Elimination rate of IGF-1")
        b.rate(
            of: igf1,
            turnover
                * ((1 - resistanceGain * resistance) * (1 - undernutrition) * response.production(heard, brake: brake)
                    - igf1))

        b.output(
            "serum.GH", "ng/mL", norm.growthHormone * brake * (1 + stimulation),
            "Growth hormone, mean over her own pulses")
        b.output("serum.IGF1", "ng/mL", norm.igf1 * igf1, "Insulin-like growth factor 1")
        reportBindingProtein(igf1: norm.igf1 * igf1, b)
    }

    /// IGF-binding protein 3, which rises and falls with IGF-1 by growth hormone and by age, less than in proportion.
    private func reportBindingProtein(igf1: Expression, _ b: ComponentBuilder) {
        let usual = b.parameter(
            "usualIGFBP3", 4, "mg/L", .assumed("women of middle age by common assays", range: 2.5...5.5),
            "IGF-binding protein 3 at the IGF-1 of the reference")
        let reference = b.parameter(
            "IGF1ForIGFBP3", 146, "ng/mL", .assumed("IGF-1 usual at 50 years by the norm of this axis", range: 120...180),
            "IGF-1 at which it is stated")
        let exponent = b.parameter(
            "IGFBP3Exponent", 0.44, .one,
            .fitted(
                "2.17 and 2.41 mg/L at an IGF-1 of 225 and 286 ng/mL on conjugated estrogens without and with "
                    + "norethindrone, Heald 2000 (O2076 to O2079)", range: 0.2...0.6),
            "Exponent of IGF-1 in it")
        b.output("serum.IGFBP3", "mg/L", usual * pow(max(0, igf1) / reference, exponent), "IGF-binding protein 3")
    }

    /// What is usual for a woman of her age and weight.
    private func norms(_ b: ComponentBuilder) -> (growthHormone: Expression, igf1: Expression) {
        let age = b.input("age", .years, "Age now")
        let bodyMassIndex = b.input("bodyMassIndex", "kg/m2", "Body mass index")
        let igf1AtReference = b.parameter(
            "igf1AtSeventy", 103, "ng/mL", .measured("Japanese women of 70 years, median (O1646)"), "IGF-1 at 70 years")
        let igf1Decline = b.parameter(
            "igf1Decline", 0.0175, "1/years",
            .assumed("from about 230 ng/mL in young women to the median at 70", range: 0.013...0.022),
            "Yearly fall of IGF-1")
        let secretionAtReference = b.parameter(
            "growthHormoneAtReference", 0.7, "ng/mL",
            .measured("2.0 mIU/L after menopause, Weissberger 1991, PMID 1991807, at 3 mIU/ug", range: 0.4...1),
            "Mean growth hormone over the day at the reference age and weight")
        let secretionDecline = b.parameter(
            "growthHormoneDecline", 0.015, "1/years",
            .measured("14 % a decade, GH_decade of the evidence, men", range: 0.008...0.025),
            "Yearly fall of growth hormone")
        let referenceAge = b.parameter(
            "referenceAge", 58, .years, .assumed("age of the women measured, one to ten years after menopause"),
            "Age at which growth hormone is stated")
        let referenceIndex = b.parameter(
            "referenceBodyMassIndex", 25, "kg/m2", .assumed("usual in the women measured", range: 23...27),
            "Body mass index at which growth hormone is stated")
        let slope = b.parameter(
            "bodyMassIndexOnGrowthHormone", 0.06, "m2/kg",
            .assumed(
                "6 % less for each kg/m2, Iranmanesh 1991 J Clin Endocrinol Metab 73:1081, recalled", range: 0.03...0.09
            ),
            "Fall of growth hormone per body mass index")
        let norm = b.variable(
            "usualGrowthHormone", "ng/mL",
            secretionAtReference
                * exp(-secretionDecline * (age - referenceAge) - slope * (bodyMassIndex - referenceIndex)),
            "Mean growth hormone usual at her age and weight")
        let usualIGF1 = b.variable(
            "usualIGF1", "ng/mL", igf1AtReference * exp(igf1Decline * (Expression(70, .years) - age)),
            "IGF-1 usual at her age")
        return (norm, usualIGF1)
    }
}

/// The liver's saturating answer to growth hormone.
private struct LiverResponse {
    private let half: Expression
    private let rest: Expression
    private let ownProduction: Expression

    init(_ b: ComponentBuilder) {
        half = b.parameter(
            "liverHalf", 2.13, "ng/mL", .measured("PMC8416863 table 3, IGF1_IDR_EC50", range: 1.39...2.88),
            "Growth hormone of half the liver's largest answer")
        rest = b.parameter(
            "liverRest", 0.7, "ng/mL",
            .assumed(
                "the mean at the reference age; her own norm does not enter, so age moves nothing", range: 0.4...1),
            "Growth hormone at which the liver's answer is taken as usual")
        ownProduction = b.parameter(
            "withoutGrowthHormone", 0.063, .one,
            .measured("PMC8416863 table 3, IGF1_IDR_kin0 over IGF1_IDR_Emax", range: 0.027...0.1),
            "Production of IGF-1 without growth hormone over the largest that growth hormone adds")
    }

    /// Share of the largest answer at a multiple of resting growth hormone.
    func share(ofRest multiple: Expression) -> Expression { rest * multiple / (half + rest * multiple) }

    /// Production of IGF-1 over the usual, from the lagged signal and the feedback on what causes it.
    func production(_ signal: Expression, brake: Expression) -> Expression {
        // The constant level with the same mean answer; feedback then lowers that level.
        let mean = share(ofRest: 1) + signal
        let level = half * mean / (1 - mean) * brake
        return (ownProduction + level / (half + level)) / (ownProduction + share(ofRest: 1))
    }
}

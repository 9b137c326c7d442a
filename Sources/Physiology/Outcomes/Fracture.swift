import Modeling
import Symbolics

/// Fractures as hazards: by age, by density against women of her age, by turnover beyond density, by material.
///
/// The published rate is the mean over women of all densities, so each hazard is recentred by half the square of its
/// gradient. Death competes; those who fractured are taken to be alive in the share `√alive`, between none and all of
/// the deaths since time zero, which keeps one state an outcome and over 20 years stays within 1 % of the full account.
struct Fracture: Component {
    let path = "outcomes.fracture"
    let summary = "Hazards and cumulative probabilities of hip, clinical vertebral, wrist and other fractures."

    func define(in b: ComponentBuilder) {
        let age = b.input("age", .years, "Her age")
        let neck = b.input("femoralNeckZ", .one, "Z-score of the femoral neck")
        let spine = b.input("lumbarSpineZ", .one, "Z-score of the lumbar spine")
        let material = b.input("material", .one, "Strength of bone material, one at rest")
        let alive = b.input("alive", .one, "Probability that she lives to this age")
        let counted = b.input("counted", .one, "Probability that she lives, once counting has begun")
        let rest = turnover(b, age: age) - materialEffect(b) * log(max(Signals.least, material))
        let hipSmoking = b.input("hipSmoking", .one, "Logarithm of what smoking makes of the hazard of hip fracture")
        let smoking = b.input("fractureSmoking", .one, "Logarithm of what smoking makes of other fractures")

        func hazard(_ name: String, _ rate: Expression, _ gradient: Expression, _ score: Expression, _ meaning: String)
            -> Expression
        {
            let habits = name == "hip" ? hipSmoking : smoking
            return b.variable(
                "\(name)Hazard", "1/years", rate * exp(rest + habits - gradient * score - gradient * gradient / 2),
                meaning)
        }
        let rates = FractureRates(b, age: age)
        let other = b.parameter(
            "otherGradient", 0.336, .one,
            .measured(
                "Kanis 2007, doi 10.1007/s00198-007-0343-y: 1.4 per SD (gr_fn_other_op_fx_50)", range: 0.25...0.4),
            "Rise of the logarithm of other fractures per SD of femoral neck density below her age's mean")
        let hip = hazard("hip", rates.hip, hipGradient(b, age: age), neck, "Hip fractures a year")
        let vertebral = hazard(
            "clinicalVertebral", rates.vertebral,
            b.parameter(
                "spineGradient", 0.833, .one,
                .measured("Marshall 1996, PMID 8634613: 2.3 per SD (gr_spine_bmd_vert_fx)", range: 0.64...1.03),
                "Rise of the logarithm of vertebral fractures per SD of spine density below her age's mean"),
            spine, "Clinical vertebral fractures a year")
        let wrist = hazard("wrist", rates.wrist, other, neck, "Wrist fractures a year")
        let humerus = hazard("humerus", rates.humerus, other, neck, "Fractures of the upper arm a year")
        let rest4 = hazard("other", rates.other, other, neck, "Fractures elsewhere a year")
        let major = b.variable(
            "majorHazard", "1/years", hip + vertebral + wrist + humerus, "Major osteoporotic fractures a year")

        func count(_ name: String, _ hazard: Expression, _ meaning: String) {
            let state = b.state(name, .one, initial: 0, scale: 0.01, "Probability since time zero: \(meaning)")
            b.rate(of: state, hazard * counted * (1 - state / sqrt(alive)))
            b.output("fracture.\(name)", "%", state, "Probability since time zero of \(meaning)")
        }
        count("hip", hip, "a hip fracture")
        count("clinicalVertebral", vertebral, "a clinical vertebral fracture")
        count("wrist", wrist, "a wrist fracture")
        count("majorOsteoporotic", major, "a major osteoporotic fracture")
        count("any", major + rest4, "any fracture")
    }

    private func hipGradient(_ b: ComponentBuilder, age: Expression) -> Expression {
        let at65 = b.parameter(
            "hipGradient", 1.058, .one,
            .measured("Johnell 2005: 2.88 per SD at 65 years (gr_fn_hip_fx_65w)", range: 0.94...1.18),
            "Rise of the logarithm of hip fractures per SD of femoral neck density below her age's mean, at 65 years")
        let fall = b.parameter(
            "hipGradientFall", 0.0167, "1/years",
            .measured("3.7 per SD at 50 years, Kanis 2007, against 2.88 at 65", range: 0.01...0.022),
            "Fall of the hip gradient with age")
        return b.variable(
            "hipGradientNow", .one, max(0.3, at65 - fall * (age - Expression(65, .years))), "Hip gradient at her age")
    }

    /// What turnover above or below that of women of her age adds to the logarithm of every hazard.
    ///
    /// It stands for cavities that weaken bone before they are filled. Where formation more than makes good what is
    /// resorbed, packets end thicker than they began, and that is set against it.
    private func turnover(_ b: ComponentBuilder, age: Expression) -> Expression {
        let resorption = b.input("resorptionMarker", .one, "CTX over her premenopausal level")
        let resorbed = b.input("resorption", .one, "Bone resorbed in the whole skeleton, relative to rest")
        let formed = b.input("formation", .one, "Bone formed in the whole skeleton, relative to rest")
        let switched = b.control(
            "turnoverTerm", 1, .one, "One lets turnover raise fracture risk beyond density; zero leaves density alone")
        let strength = b.parameter(
            "turnoverEffect", 0.08, .one,
            .fitted(
                "fractures on conjugated estrogens with medroxyprogesterone (O1686, O1689, Cauley 2003), at the fall of CTX "
                    + "simulated; Tian 2019 found 0.18, a nested study in WHI none", range: 0...0.182),
            "Rise of the logarithm of every hazard per SD of the logarithm of CTX")
        let spread = b.parameter(
            "turnoverSpread", 0.5, .one,
            .measured("reference intervals of CTX, Cho 2020 J Bone Metab 27:43: 0.47 to 0.54", range: 0.45...0.55),
            "Standard deviation of the logarithm of CTX among women of one age")
        let rise = b.parameter(
            "turnoverAfterMenopause", 1.19, .one,
            .fitted("this model's own natural menopause, 60 to 77 years: 218 to 221 %", range: 0.2...1.8),
            "Rise of CTX through natural menopause in women of her age")
        let menopause = b.parameter(
            "turnoverMenopause", 52.5, .years, .measured("median final period, Gold 2013, PMID 23788671"),
            "Age at which women of her age are halfway through that rise")
        let width = b.parameter(
            "turnoverWidth", 1.5, .years,
            .assumed("spread of the age at menopause among women is wider, her own passage narrower", range: 0.7...4),
            "How gradual that rise is")
        let usual = 1 + rise / (1 + exp((menopause - age) / width))
        let overfilling = b.parameter(
            "overfilling", 10, .one,
            .fitted(
                "vertebral and other fractures on teriparatide 0.35 (0.22 to 0.55) and 0.47 (0.25 to 0.88), O0657 and O0658, "
                    + "beyond its gain in density, at the rise of CTX measured", range: 4...14),
            "Logarithm of CTX that formation over resorption outweighs, per its own logarithm")
        let gain = max(0, log(max(Signals.least, formed) / max(Signals.least, resorbed)))
        let score = b.variable(
            "turnoverZ", .one, (log(max(Signals.least, resorption) / usual) - overfilling * gain) / spread,
            "CTX in SD of its logarithm from women of her age, less what formation beyond resorption makes good")
        return switched * strength * max(-3, min(3, score))
    }

    private func materialEffect(_ b: ComponentBuilder) -> Expression {
        b.parameter(
            "materialEffect", 3, .one,
            .assumed(
                "type 2 diabetes raises hip fracture by a third at equal or higher density, with a strength index about "
                    + "a tenth lower", range: 1...5),
            "Rise of the logarithm of every hazard per relative loss of material strength")
    }
}

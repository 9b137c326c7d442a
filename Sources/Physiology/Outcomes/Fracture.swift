import Modeling
import Symbolics

/// Fractures as hazards: by age, by density against women of her age, by turnover beyond density, by material, by what is
/// known of her otherwise.
///
/// The published rate is the mean over women of all densities, so each hazard is recentred by half the square of its
/// gradient times the spread. Death competes; those who fractured are taken to be alive in the share `√alive`, between none
/// and all of the deaths since time zero, which keeps one state an outcome and over 20 years stays within 1 % of the full
/// account.
struct Fracture: Component {
    let path = "outcomes.fracture"
    let summary = "Hazards and cumulative probabilities of hip, clinical vertebral, wrist and other fractures."

    func define(in b: ComponentBuilder) {
        let age = b.input("age", .years, "Her age")
        let ageAtTimeZero = b.input("ageAtTimeZero", .years, "Her age at time zero")
        let spine = b.input("lumbarSpineZ", .one, "Z-score of the lumbar spine")
        let material = b.input("material", .one, "Strength of bone material, one at rest")
        let alive = b.input("alive", .one, "Probability that she lives to this age")
        let counted = b.input("counted", .one, "Probability that she lives, once counting has begun")
        let weakness = -materialEffect(b) * log(max(Signals.least, material))
        let turnover = TurnoverRisk(b, age: age)
        let factors = FractureFactors(b, age: age, ageAtTimeZero: ageAtTimeZero)
        let rates = FractureRates(b, age: age)
        let neck = NeckDensity(b, age: age)

        func hazard(
            _ name: String, _ rate: Expression, _ shift: Expression, beyond turnover: Expression, _ meaning: String
        ) -> Expression {
            b.variable("\(name)Hazard", "1/years", rate * exp(weakness + turnover - shift), meaning)
        }
        let steroids = GlucocorticoidRisk(b)
        let other = b.parameter(
            "otherGradient", 0.336, .one,
            .measured(
                "Kanis 2007, doi 10.1007/s00198-007-0343-y: 1.4 per SD (gr_fn_other_op_fx_50)", range: 0.25...0.4),
            "Rise of the logarithm of other fractures per T unit of femoral neck density")
        let spineGradient = b.parameter(
            "spineGradient", 0.833, .one,
            .measured("Marshall 1996, PMID 8634613: 2.3 per SD (gr_spine_bmd_vert_fx)", range: 0.64...1.03),
            "Rise of the logarithm of vertebral fractures per SD of spine density below her age's mean")
        let hip = hazard(
            "hip", rates.hip * factors.hip * volunteer(b) * steroids.elsewhere, neck.shift(hipGradient(b, age: age)),
            beyond: turnover.elsewhere, "Hip fractures a year")
        let vertebral = hazard(
            "clinicalVertebral", rates.vertebral * factors.elsewhere * steroids.spine,
            spineGradient * spine + spineGradient * spineGradient / 2, beyond: turnover.spine,
            "Clinical vertebral fractures a year")
        let wrist = hazard(
            "wrist", rates.wrist * factors.elsewhere * steroids.elsewhere, neck.shift(other), beyond: turnover.elsewhere,
            "Wrist fractures a year")
        let humerus = hazard(
            "humerus", rates.humerus * factors.elsewhere * steroids.elsewhere, neck.shift(other),
            beyond: turnover.elsewhere, "Fractures of the upper arm a year")
        let rest4 = hazard(
            "other", rates.other * factors.elsewhere * steroids.elsewhere, neck.shift(other),
            beyond: turnover.elsewhere, "Fractures elsewhere a year")
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
        count("nonvertebral", hip + wrist + humerus + rest4, "a fracture of other bones than the spine")
        count("any", major + rest4, "any fracture")
    }

    /// What is left of hip fracture in a woman who took part in a trial.
    private func volunteer(_ b: ComponentBuilder) -> Expression {
        let isVolunteer = b.control(
            "volunteer", 0, .one, "One for a woman who takes part in a trial, zero for an average one")
        let factor = b.parameter(
            "volunteerFactor", 0.6, .one,
            .fitted(
                "hip fractures on placebo in WHI, 15 in 10,000 woman-years (O1688), over those of women of like age and "
                    + "density in the population (osteon fracture check)", range: 0.48...0.72),
            "Hip fractures of women who volunteer for a trial over those of average women")
        return 1 + isVolunteer * (factor - 1)
    }

    private func hipGradient(_ b: ComponentBuilder, age: Expression) -> Expression {
        let at65 = b.parameter(
            "hipGradient", 1.058, .one,
            .measured("Johnell 2005: 2.88 per SD at 65 years (gr_fn_hip_fx_65w)", range: 0.94...1.18),
            "Rise of the logarithm of hip fractures per T unit of femoral neck density, at 65 years")
        let fall = b.parameter(
            "hipGradientFall", 0.0167, "1/years",
            .measured("3.7 per SD at 50 years, Kanis 2007, against 2.88 at 65", range: 0.01...0.022),
            "Fall of the hip gradient with age")
        return b.variable(
            "hipGradientNow", .one, max(0.3, at65 - fall * (age - Expression(65, .years))), "Hip gradient at her age")
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

/// What glucocorticoids do to fractures beyond density, turnover and the bone material that they take: muscle, falls,
/// microarchitecture, and the illness for which they are taken, which no study tells apart.
private struct GlucocorticoidRisk {
    let spine: Expression
    let elsewhere: Expression

    init(_ b: ComponentBuilder) {
        let exposure = b.input(
            "glucocorticoidExposure", .one, "Glucocorticoid action above usual over one more than that, lagged")
        let limit = b.parameter(
            "glucocorticoidLimit", 3, .one,
            .assumed("doses above 20 mg of prednisolone were hardly studied; proportional far below", range: 2...10),
            "What glucocorticoid action above usual counts as at the highest doses")
        let source =
            "relative rates on prednisolone against none and against the lowest dose, van Staa 2000, doi "
            + "10.1359/jbmr.2000.15.6.993 (O0603 to O0608, O0614, O0615): least squares of the logarithms of what "
            + "density, turnover and material leave of them"
        func ratio(_ name: String, _ value: Double, range: ClosedRange<Double>, _ place: String) -> Expression {
            exp(
                b.parameter(
                    name, value, .one, .fitted(source, range: range),
                    "Rise of the logarithm of fractures \(place) per glucocorticoid action above usual")
                    * exposure / (1 - exposure + exposure / limit))
        }
        spine = ratio("glucocorticoidAtSpine", 0.65, range: 0.5...0.85, "of the spine")
        elsewhere = ratio("glucocorticoidElsewhere", 0.25, range: 0...0.45, "elsewhere")
    }
}

/// Density of the femoral neck against women of her age in the population that the rates of fracture are from.
private struct NeckDensity {
    private let distance: Expression
    private let spread: Expression

    init(_ b: ComponentBuilder, age: Expression) {
        let density = b.input("femoralNeckDensity", "g/cm2", "Density of the femoral neck")
        let young = b.input("femoralNeckYoungMean", "g/cm2", "Mean density of young women at the femoral neck")
        let unit = b.input(
            "femoralNeckYoungSpread", "g/cm2", "Standard deviation among young women at the femoral neck")
        let source = Provenance.measured(
            "NHANES 2005 to 2006: 10 % of women of 50 and over below T -2.5 and 59 % below -1, Looker 2010 J Bone Miner Res "
                + "25:64 (fn_t_mean_50plus)")
        let mean = b.parameter(
            "neckMean", -1.23, .one, source, "Mean T-score of the femoral neck, women of 50 and over")
        let middle = b.parameter(
            "neckAge", 65.4, .years, .measured("shares of decades, NHANES 2005 to 2010 (share_age_50_59 to 80plus)"),
            "Mean age of women of 50 and over")
        let slope = b.parameter(
            "neckSlope", -0.047, "1/years",
            .assumed("NHANES III, recalled (fn_t_slope_age_recalled)", range: -0.055 ... -0.04),
            "Fall of the mean T-score with age")
        spread = b.parameter(
            "neckSpread", 0.846, .one, .measured(source.source + ", less what ages spread", range: 0.8...1.0),
            "Standard deviation of T-scores among women of one age")
        distance = (density - young) / unit - min(0, mean + slope * (age - middle))
    }

    /// What a gradient takes from the logarithm of a hazard, so that its mean over women of one age stays.
    func shift(_ gradient: Expression) -> Expression { gradient * distance + pow(gradient * spread, 2) / 2 }
}

import Modeling
import Symbolics

/// The follicles she has left, which set her anti-Müllerian hormone and the inhibin that restrains her FSH; and the
/// stage of reproductive ageing she is in.
///
/// Her reserve is that of Faddy and Gosden at an age shifted so that it runs out at her final period.
struct FollicleReserve: Component {
    let path = "axes.follicles"
    let summary = "Ovarian follicles by time to the final period, anti-Müllerian hormone and menopausal stage."

    func define(in b: ComponentBuilder) {
        let finalPeriod = b.input("finalPeriod", .years, "Time of the final menstrual period")
        let present = b.input("present", .one, "One while she has her ovaries")
        let elapsed = b.variable(
            "yearsFromFinalPeriod", .years, Expression(.time) - finalPeriod,
            "Time since the final menstrual period, negative before it")

        let reserve = b.variable(
            "reserve", .one, reserve(b, elapsed), "Follicles in both ovaries, if she has her ovaries")
        let half = b.parameter(
            "halfActive", 2125, .one, .fitted(Pituitary.source, range: 1500...3000),
            "Reserve with half the growing follicles of youth")
        let exponent = b.parameter(
            "activeExponent", 2.034, .one, .fitted(Pituitary.source, range: 1.5...3), "Its exponent")
        _ = b.variable(
            "small", .one, present * DoseResponse.hill(reserve, half: half, exponent: exponent),
            "Small growing follicles, relative to youth")

        let scale = b.parameter(
            "amhPerFollicle", 1.755e-5, "ng/mL",
            .fitted(
                "7.05, 4.97, 2.73, 1.17 and 0.39 ng/mL at 25 to 45 years, LEE2012 (O1517 to O1521)", range: 1e-5...3e-5),
            "Anti-Müllerian hormone of one follicle, by the power law")
        let power = b.parameter(
            "amhExponent", 1.102, .one, .fitted("the same rows, LEE2012 (O1517 to O1521)", range: 0.9...1.3),
            "Exponent of the reserve in anti-Müllerian hormone")
        b.output("serum.AMH", "ng/mL", present * scale * pow(reserve, power), "Anti-Müllerian hormone")
        stage(b, elapsed, present)
    }

    /// The loss of follicles quickens over years, so their logarithm bends from one slope to another.
    private func reserve(_ b: ComponentBuilder, _ elapsed: Expression) -> Expression {
        let source =
            "Faddy and Gosden 1996 (FG_N0, FG_a, FG_b, FG_c) with its end at 50.7 years, to 3 % from 35 years before"
        let bend = b.parameter(
            "bend", -6.584, .years, .fitted(source, range: -8...(-5)), "When the loss quickens, from the final period")
        let atBend = b.parameter(
            "atBend", 25_760, .one, .fitted(source, range: 20_000...30_000),
            "Follicles at the bend, had the loss not quickened yet")
        let early = b.parameter(
            "earlyLoss", 0.07933, "1/years", .fitted(source, range: 0.06...0.1), "Relative loss of follicles in youth")
        let late = b.parameter(
            "lateLoss", 0.43172, "1/years", .fitted(source, range: 0.37...0.45), "Relative loss of follicles at the end"
        )
        let width = b.parameter(
            "bendWidth", 5.312, .years, .fitted(source, range: 4...7), "How gradually the loss quickens")
        let fromBend = elapsed - bend
        return atBend * exp(-early * fromBend - (late - early) * width * log(1 + exp(fromBend / width)))
    }

    private func stage(_ b: ComponentBuilder, _ elapsed: Expression, _ present: Expression) {
        let early = b.parameter(
            "earlyTransition", -6, .years,
            .measured("FSH begins to rise 6.1 years before the final period, SWAN (O1465)", range: -8...(-5)),
            "Start of the early transition, from the final period")
        let late = b.parameter(
            "lateTransition", -2, .years,
            .measured(
                "FSH accelerates and gaps of 60 days appear about 2 years before, SWAN (O1466)", range: -3...(-1)),
            "Start of the late transition, from the final period")
        let recognised = b.parameter(
            "recognised", 1, .years, .measured("twelve months without bleeding, by definition"),
            "When menopause is recognised, from the final period")
        let natural = (early <= elapsed) + (late <= elapsed) + (recognised <= elapsed)
        let stage = b.variable(
            "stage", .one, natural * present + 3 * (1 - present),
            "0 reproductive, 1 early transition, 2 late transition, 3 after menopause")
        b.output(
            "outcome.menopausalStage", .one, stage,
            "Stage: 0 reproductive, 1 early and 2 late transition, 3 after twelve months without bleeding or surgery")
    }
}

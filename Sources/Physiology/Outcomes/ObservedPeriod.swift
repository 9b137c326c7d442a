import Modeling
import Symbolics

/// The period over which outcomes are counted, and how much of it a woman of her age lives to see.
///
/// Her history before time zero is simulated too, so counting begins with a control, not with the simulation.
struct ObservedPeriod: Component {
    let path = "outcomes.period"
    let summary = "Counting of outcomes from time zero on, with death from other causes competing."

    func define(in b: ComponentBuilder) {
        let age = b.input("age", .years, "Her age")
        let ageAtTimeZero = b.input("ageAtTimeZero", .years, "Her age at time zero")
        let begun = b.control("begun", 0, .one, "One from time zero on, when outcomes begin to be counted")
        let mortality = b.parameter(
            "mortality", 0.01728, "1/years",
            .fitted("gompertz_us_f_2019_mu70: US life table of women, 2019", range: 0.0138...0.0207),
            "Death rate at the reference age")
        let slope = b.parameter(
            "mortalitySlope", 0.0967, "1/years",
            .fitted("gompertz_us_f_2019_slope: US life table of women, 2019", range: 0.09...0.105),
            "Rise of the logarithm of the death rate with age")
        let reference = b.parameter(
            "mortalityReference", 70, .years, .assumed("a definition: the age of the fitted death rate"),
            "Age at which the death rate is stated")
        func cumulated(_ age: Expression) -> Expression { mortality / slope * exp(slope * (age - reference)) }
        let alive = b.variable(
            "alive", .one, exp(cumulated(ageAtTimeZero) - cumulated(age)), "Probability that she lives to this age")
        _ = b.variable("counted", .one, begun * alive, "Probability that she lives, once counting has begun")
    }
}

extension ComponentBuilder {
    /// A rate of events that grows exponentially with age.
    func ageRate(
        _ name: String, at age: Expression, level: (Double, Provenance), slope: (Double, Provenance), _ meaning: String
    ) -> Expression {
        let rate = parameter("\(name)Rate", level.0, "1/years", level.1, "\(meaning), a year at 65 years of age")
        let rise = parameter(
            "\(name)Slope", slope.0, "1/years", slope.1, "Rise of the logarithm of that rate with age")
        return rate * exp(rise * (age - Expression(65, .years)))
    }
}

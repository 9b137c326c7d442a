import Modeling
import Symbolics

/// What smoking does to the hazards of stroke, thrombosis and breast cancer, whatever else she takes; what it does to
/// fracture stands with the other risk factors of fracture.
///
/// Rates by age are those of all women, few of whom smoke at the ages that count, and are taken as those of women who do
/// not. Its effect on swallowed hormones is in the first pass.
struct Smoking: Component {
    let path = "outcomes.smoking"
    let summary = "Relative hazards of a woman who smokes."

    func define(in b: ComponentBuilder) {
        let smokes = b.input("smokes", .one, "One if she smokes")
        let age = b.input("age", .years, "Her age")
        func effect(_ name: String, _ value: Double, _ source: String, _ range: ClosedRange<Double>, _ harm: String)
            -> Expression
        {
            b.parameter(
                name, value, .one, .measured(source, range: range),
                "Logarithm of the hazard ratio of \(harm) in women who smoke")
        }
        func declare(_ name: String, _ logarithm: Expression, _ harm: String) {
            _ = b.variable(name, .one, smokes * logarithm, "Logarithm of what smoking makes of the hazard of \(harm)")
        }
        declare(
            "thrombosis",
            effect(
                "onThrombosis", 0.207, "1.23 (1.14 to 1.33), Cheng 2013 (O2051)", 0.13...0.29, "venous thrombosis"),
            "venous thrombosis")
        declare(
            "breast",
            effect(
                "onBreast", 0.122, "1.13 (1.09 to 1.17) in prospective studies, Macacu 2015 (O2053)", 0.08...0.16,
                "breast cancer"), "breast cancer")
        let byAge = "2.9 below 55, 1.8 from 55 to 74 and 1.1 from 75 years, Shinton 1989 (O2048 to O2050)"
        let at65 = effect("onStroke", 0.588, byAge, 0.45...0.75, "stroke at 65 years")
        let fall = b.parameter(
            "strokeFall", 0.03, "1/years", .fitted(byAge, range: 0.02...0.04),
            "Fall of that logarithm with age")
        let youngest = effect("onStrokeAtMost", 1.065, byAge, 0.8...1.3, "stroke, at any age at most")
        declare("stroke", max(0, min(youngest, at65 - fall * (age - Expression(65, .years)))), "stroke")
    }
}

import Modeling
import Symbolics

/// Oral micronized estradiol: little survives the first pass as estradiol, most arrives as estrone and sulfate.
struct OralEstradiol: Component {
    let path = "pharmacology.estradiol.oral"
    let summary = "Estradiol tablets, with the first pass through gut wall and liver."

    func define(in b: ComponentBuilder) {
        func fit(_ name: String, _ value: Double, _ unit: Unit, factor: Double, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: factor, to: EstrogenMetabolism.source, meaning)
        }
        let absorption = fit("absorption", 0.4621, "1/h", factor: 1.49, "Absorption rate")
        let asEstradiol = fit("asEstradiol", 0.02183, .one, factor: 1.31, "Share of a dose that arrives as estradiol")
        let asEstrone = fit("asEstrone", 0.06639, .one, factor: 1.87, "Share of a dose that arrives as estrone")
        let asSulfate = fit("asSulfate", 0.3206, .one, factor: 1.37, "Share of a dose that arrives as estrone sulfate")
        let asSlow = fit("asSlow", 0.1715, .one, factor: 1.40, "Share of a dose that enters the slow pool")
        let mass = b.molarMass(of: .estradiol)
        let estradiolArrives = b.input(
            "firstPassEstradiol", .one, "Oral estrogen that arrives as estradiol, over usual")
        let estroneArrives = b.input("firstPassEstrone", .one, "Oral estrogen that arrives as estrone, over usual")

        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Estradiol in the gut")
        b.rate(of: gut, -absorption * gut)
        b.dosePort("dose", "mg", "Tablets swallowed") { dose in [(gut, dose / mass)] }
        let flow = absorption * gut
        _ = b.variable("toLiver", "mol/d", flow, "Estradiol in portal blood")
        _ = b.variable(
            "toEstradiol", "mol/d", asEstradiol * estradiolArrives * flow, "Estradiol reaching the blood")
        _ = b.variable(
            "toEstrone", "mol/d", asEstrone * estroneArrives * flow, "Estrone formed in the first pass")
        _ = b.variable(
            "toSulfate", "mol/d", asSulfate * estroneArrives * flow, "Estrone sulfate formed in the first pass")
        _ = b.variable(
            "toSlow", "mol/d", asSlow * estroneArrives * flow, "Conjugates entering the slow pool")
    }
}

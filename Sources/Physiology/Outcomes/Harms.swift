import Modeling
import Symbolics

/// Venous thrombosis, stroke and breast cancer: her rate by age, times what smoking and her medicines make of it.
///
/// Each medicine's part has a 95 % interval; the interval of a regimen adds the parts' widths, and that of a probability
/// is the mean width of the years behind it.
/// Ratios are the same at every age: the rows open to fitting do not tell ages apart.
struct Harms: Component {
    let path = "outcomes.harms"
    let summary = "Relative hazards and cumulative probabilities of venous thrombosis, stroke and breast cancer."

    /// One signal's part in the logarithm of a hazard.
    private struct Part {
        let value: Expression
        let width: Expression
    }

    func define(in b: ComponentBuilder) {
        let age = b.input("age", .years, "Her age")
        let counted = b.input("counted", .one, "Probability that she lives, once counting has begun")
        let portal = b.input("portal", .one, "Effect of swallowed estrogens through the liver")
        let systemic = b.input("systemic", .one, "Effect of estrogens from medicines through blood")
        let high = b.input("high", .one, "Effect of high levels of estrogen from medicines")
        let progestin = b.input("progestin", .one, "Effect of synthetic progestins")
        func smoking(_ harm: String) -> Expression {
            b.input("\(harm)Smoking", .one, "Logarithm of what smoking makes of the hazard: \(harm)")
        }

        func part(
            _ name: String, _ signal: Expression, _ value: Double, width: Double, _ source: Provenance,
            _ meaning: String
        ) -> Part {
            let effect = b.parameter(
                name, value, .one, source, "Logarithm of the hazard ratio at the full effect of \(meaning)")
            let half = b.parameter(
                "\(name)Width", width, .one, Provenance(source.status, source.source),
                "Half of the 95 % interval of that logarithm")
            return Part(value: effect * signal, width: half * signal)
        }
        func harm(
            _ name: String, _ rate: Expression, smoking: Expression, _ parts: [Part], _ meaning: String
        ) {
            let change = parts.map(\.value).reduce(0, +)
            let width = b.variable(
                "\(name)Width", .one, parts.map(\.width).reduce(0, +), "\(meaning): width of the interval")
            let relative = b.variable(
                "\(name)Relative", .one, exp(change), "\(meaning): hazard over that without medicines")
            let hazard = rate * exp(smoking) * relative * counted
            let cumulated = b.state(
                "\(name)Cumulated", .one, initial: 0, scale: 0.01, "\(meaning): cumulated hazard since time zero")
            b.rate(of: cumulated, hazard)
            let widths = b.state(
                "\(name)Widths", .one, initial: 0, scale: 0.01, "\(meaning): cumulated hazard times its width")
            b.rate(of: widths, hazard * width)
            // Before anything is counted the mean width is nought over nought.
            let mean = widths / max(cumulated, 1e-12)
            for (suffix, sign, words) in [
                ("", 0.0, ""), ("Low", -1, ", lower end of the 95 % interval"),
                ("High", 1, ", upper end of the 95 % interval"),
            ] {
                let shift = Expression(sign, .one)
                b.output(
                    "outcome.\(name)\(suffix)", "%", 1 - exp(-cumulated * exp(shift * mean)),
                    "Probability since time zero of \(meaning)\(words)")
                b.output(
                    "outcome.\(name)Relative\(suffix)", .one, relative * exp(shift * width),
                    "Hazard of \(meaning) over that without medicines\(words)")
            }
        }

        harm(
            "venousThrombosis",
            b.ageRate(
                "venousThrombosis", at: age,
                level: (
                    0.0019,
                    .measured(
                        "placebo in WHI 17 per 10,000 a year at 63 years, Cushman 2004, PMID 15467059; embolism 8, deep vein "
                            + "13 (O1676, O1679), with overlap",
                        range: 0.0015...0.0023)
                ),
                slope: (
                    0.064,
                    .measured(
                        "by decades of age in WHI, Cushman 2004: on therapy 4.28 and 7.46 times untreated women of 50 to 59, "
                            + "of which therapy makes 2.06", range: 0.045...0.075)
                ), "Venous thrombosis"), smoking: smoking("thrombosis"),
            [
                part(
                    "portalOnThrombosis", portal, 0.54, width: 0.25,
                    .measured(
                        "oral estrogen alone 1.40 (1.32 to 1.48), O1809; E3N 1.7 (1.1 to 2.8), O1802",
                        range: 0.29...0.85),
                    "swallowed estrogens"),
                part(
                    "systemicOnThrombosis", systemic, 0.01, width: 0.13,
                    .measured("through the skin 1.01 (0.89 to 1.16), O1822", range: -0.12...0.15), "estrogens in blood"),
                part(
                    "progestinOnThrombosis", progestin, 0.78, width: 0.2,
                    .measured(
                        "conjugated estrogens with medroxyprogesterone acetate 2.10 (1.92 to 2.31), O1811",
                        range: 0.58...0.98),
                    "synthetic progestins"),
            ], "venous thrombosis")
        harm(
            "stroke",
            b.ageRate(
                "stroke", at: age,
                level: (
                    0.0024, .measured("placebo in WHI 21 per 10,000 a year at 63 years (O1673)", range: 0.0019...0.0028)
                ),
                slope: (
                    0.07,
                    .measured(
                        "doubles from each ten years of age to the next, 45 to 85, National Survey of Stroke 1981 Stroke 12:I45",
                        range: 0.05...0.09)
                ), "Strokes"), smoking: smoking("stroke"),
            [
                part(
                    "portalOnStroke", portal, 0.32, width: 0.2,
                    .measured(
                        "oral 1.28 (1.15 to 1.42), O1842; with medroxyprogesterone acetate 1.41 (1.07 to 1.85), O1671",
                        range: 0.12...0.55),
                    "swallowed estrogens"),
                part(
                    "systemicOnStroke", systemic, 0, width: 0.23,
                    .measured(
                        "through the skin 0.95 (0.75 to 1.20), up to 50 ug a day 0.81 (0.62 to 1.05), O1839, O1840",
                        range: -0.3...0.2),
                    "estrogens in blood"),
                part(
                    "highOnStroke", high, 0.3, width: 0.4,
                    .measured(
                        "patches above 50 ug a day 1.89 (1.15 to 3.11), O1841, shrunk by oral use at like levels",
                        range: 0...1.1),
                    "high levels of estrogen"),
            ], "stroke")
        let breast = BreastCancer(b, age: age)
        harm(
            "breastCancer", breast.rate, smoking: smoking("breast"),
            [
                part(
                    "estrogenOnBreast", breast.estrogenUse, 0.3, width: 0.25,
                    .measured(
                        "estrogen alone 1.17 at 3 and 1.33 (1.28 to 1.37) at 9.5 years, O1824, O1826; E3N 1.29, O1832",
                        range: 0...0.4),
                    "estrogens, after long use"),
                part(
                    "progestinOnBreast", breast.progestinUse, 0.7, width: 0.45,
                    .measured(
                        "with a progestin 2.08 (2.02 to 2.15), O1825; in trial 1.26 (1.00 to 1.59), O1668; the depot begun within "
                            + "five years 2.0 (1.5 to 2.8), O2059; between",
                        range: 0.1...1.2),
                    "synthetic progestins, after long use"),
                part(
                    "lossOnBreast", breast.estrogenLoss, -1.75, width: 0.7,
                    .fitted(BreastCancer.prevention, range: -2.5 ... -1.1), "the loss of all estradiol"),
            ], "breast cancer")
    }
}

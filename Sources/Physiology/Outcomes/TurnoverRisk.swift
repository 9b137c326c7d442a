import Modeling
import Symbolics

/// What turnover does to fractures beyond density, added to the logarithm of the hazard.
///
/// Cavities that are open weaken bone more than by what is missing in them, and how many are open goes with the share of the
/// bone's volume that is renewed a year: at the spine, which is renewed fastest, more than elsewhere, for which the hip
/// stands. Rates of fracture are of women with the turnover of their age, so only what differs from that counts.
struct TurnoverRisk {
    let spine: Expression
    let elsewhere: Expression

    init(_ b: ComponentBuilder, age: Expression) {
        let cavities = b.input("openCavities", .one, "Cavities not yet refilled, relative to rest")
        let switched = b.control(
            "turnoverTerm", 1, .one, "One lets turnover raise fracture risk beyond density; zero leaves density alone")
        let effect = b.parameter(
            "turnoverEffect", 5.4, .years,
            .fitted(
                "ratios of fractures on estrogens, alendronate, denosumab and calcium and in thyroid excess (30 rows marked "
                    + "calibrate, such as O0028, O0666, O1956, with O1957): least squares of their logarithms; Tian 2019 found "
                    + "0.18 per SD of CTX, which is 5 years at the hip, a nested study in WHI none", range: 4.4...6.4),
            "Rise of the logarithm of a hazard per share of the bone's volume renewed a year")
        let excess = cavities - Self.usualCavities(b, age: age)

        func term(_ site: String, _ name: String) -> Expression {
            let turnover = b.input("\(site)Turnover", "1/years", "Share of the \(name) renewed a year at rest")
            return switched * effect * turnover * excess
        }
        spine = term("spine", "lumbar spine")
        elsewhere = term("hip", "total hip")
    }

    /// Cavities of women of her age, relative to a cycling woman's rest.
    private static func usualCavities(_ b: ComponentBuilder, age: Expression) -> Expression {
        let rise = b.parameter(
            "turnoverAfterMenopause", 0.25, .one,
            .fitted("this model's own natural menopause, 60 to 90 years", range: 0.1...0.8),
            "Rise of open cavities through natural menopause in women of her age")
        let menopause = b.parameter(
            "turnoverMenopause", 52.5, .years, .measured("median final period, Gold 2013, PMID 23788671"),
            "Age at which women of her age are halfway through that rise")
        let width = b.parameter(
            "turnoverWidth", 1.5, .years,
            .assumed("spread of the age at menopause among women is wider, her own passage narrower", range: 0.7...4),
            "How gradual that rise is")
        return b.variable(
            "usualCavities", .one, 1 + rise / (1 + exp((menopause - age) / width)),
            "Open cavities of women of her age, relative to a cycling woman's rest")
    }
}

import Modeling
import Symbolics

/// The slow brake of estradiol and progestogens on the secretion of both gonadotropins.
struct SteroidFeedback {
    let lag: Expression
    private let estradiolHalf: Expression
    private let floor: Expression
    private let progesteroneHalf: Expression

    init(_ b: ComponentBuilder, progesteroneMass: Expression) {
        let estradiolMass = b.molarMass(of: .estradiol)
        estradiolHalf =
            b.parameter(
                "brakingEstradiol", 58.42, "pg/mL", .fitted(Pituitary.source, range: 40...80),
                "Estradiol that halves tonic secretion") / estradiolMass
        floor = b.parameter(
            "brakingFloor", 0.3181, .one, .fitted(Pituitary.source, range: 0.2...0.45),
            "Share of tonic secretion that progestogens leave")
        progesteroneHalf =
            b.parameter(
                "brakingProgesterone", 1.103, "ng/mL", .fitted(Pituitary.source, range: 0.7...1.7),
                "Progesterone of half its effect on tonic secretion") / progesteroneMass
        lag = b.parameter(
            "toneLag", 13.18, "d", .fitted(Pituitary.source, range: 9...19),
            "Time by which tonic secretion follows steroids")
    }

    /// Share of the largest tonic secretion that steroids leave once it has settled.
    func tone(estradiol: Expression, progesterone: Expression) -> Expression {
        1 / (1 + estradiol / estradiolHalf) * (floor + (1 - floor) / (1 + progesterone / progesteroneHalf))
    }
}

/// What progestogens are to the pituitary, in terms of progesterone.
struct LutealFeedback {
    /// Constant progesterone that brakes as the luteal phases of a cycle do.
    let tonic: Expression
    /// Progesterone that suppresses as a progestin does at the level that halves ovarian estradiol.
    let unit: Expression
    /// Progesterone that halves the synthesis of LH.
    let halfSynthesis: Expression

    init(_ b: ComponentBuilder, progesteroneMass: Expression) {
        tonic =
            b.parameter(
                "tonicProgesterone", 0.72, "ng/mL",
                .fitted("mean tone of the resolved cycle, 0.309, \(Pituitary.source)", range: 0.5...1),
                "Constant progesterone that brakes as an ovulatory cycle does") / progesteroneMass
        unit =
            b.parameter(
                "progestinUnit", 1.25, "ng/mL",
                .fitted("halves estradiol of the resolved cycle, \(Pituitary.source)", range: 1...1.5),
                "Progesterone that suppresses as a progestin at its unit") / progesteroneMass
        halfSynthesis =
            b.parameter(
                "halfSynthesisProgesterone", 15.1, "ng/mL", .fitted(Pituitary.source, range: 8...30),
                "Progesterone that halves the synthesis of LH") / progesteroneMass
    }
}

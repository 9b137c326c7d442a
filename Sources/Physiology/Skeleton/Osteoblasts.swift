import Modeling
import Symbolics

/// Pre-osteoblasts, called up by resorption, and the osteoblasts they become.
struct Osteoblasts: Component {
    let path = "skeleton.osteoblasts"
    let summary = "Pre-osteoblasts coupled to resorption, osteoblasts, and the bone they form in remodelling units."

    func define(in b: ComponentBuilder) {
        let osteoclasts = b.input("osteoclasts", .one, "Active osteoclasts, which release coupling factors")
        let sclerostin = b.input("sclerostin", .one, "Sclerostin")
        let deficit = b.input("estrogenDeficit", .one, "Estrogen action lost in osteoblasts")
        let supplyChange = b.sumOfInputs(
            "supplyChange", .one, "Relative change of the supply of pre-osteoblasts by signals other than resorption")
        let differentiationChange = b.sumOfInputs(
            "differentiationChange", .one, "Relative change of osteoblast differentiation by other signals")
        let deathChange = b.sumOfInputs(
            "deathChange", .one, "Relative change of osteoblast death by signals other than estrogen")
        let activityChange = b.sumOfInputs(
            "activityChange", .one, "Relative change of the bone an osteoblast forms a day")

        let coupling = b.fitted("coupling", .one, "Exponent of osteoclasts in the supply of pre-osteoblasts")
        let preRate = b.fitted("preosteoblastTurnover", "1/d", "Turnover of pre-osteoblasts")
        let rate = b.fitted("turnover", "1/d", "Turnover of osteoblasts at rest")
        let dyingShare = b.parameter(
            "dyingPreosteoblasts", 0.5, .one,
            .assumed("no measurement in women; half die before they mature", range: 0.2...0.8),
            "Share of pre-osteoblasts that die at rest")
        let estrogenOnDeath = b.fitted(
            "estrogenOnDeath", .one, "Rise of osteoblast death at full loss of estrogen action")
        let brakeOnDifferentiation = b.fitted(
            "sclerostinOnDifferentiation", .one, "Strength of the sclerostin brake on differentiation")
        let brakeOnActivity = b.fitted("sclerostinOnActivity", .one, "Strength of the sclerostin brake on activity")

        let activityFactor = b.parameter(
            "activityFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "Bone an osteoblast forms a day, relative to normal")

        let pre = b.state("preosteoblasts", .one, initial: 1, "Pre-osteoblasts, relative to rest")
        let count = b.state("count", .one, initial: 1, "Osteoblasts, relative to rest")
        let differentiation = b.variable(
            "differentiation", .one,
            (1 + brakeOnDifferentiation) / (1 + brakeOnDifferentiation * sclerostin)
                * max(Signals.least, 1 + differentiationChange),
            "Differentiation rate of pre-osteoblasts, relative to rest")
        b.rate(
            of: pre,
            preRate
                * (pow(max(0, osteoclasts), coupling) * max(Signals.least, 1 + supplyChange)
                    - ((1 - dyingShare) * differentiation + dyingShare) * pre))
        b.rate(
            of: count,
            rate
                * (differentiation * pre
                    - (1 + estrogenOnDeath * deficit) * max(Signals.least, 1 + deathChange) * count))
        let work = b.variable(
            "activity", .one,
            (1 + brakeOnActivity) / (1 + brakeOnActivity * sclerostin) * activityFactor
                * max(Signals.least, 1 + activityChange),
            "Bone that one osteoblast forms a day, relative to rest")
        _ = b.variable(
            "formation", .one, count * work, "Bone formed per day in remodelling units, relative to rest")
        b.output("bone.preosteoblasts", .one, pre, "Pre-osteoblasts relative to a cycling woman")
        b.output("bone.osteoblasts", .one, count, "Osteoblasts relative to a cycling woman")
    }
}

import Modeling
import Symbolics

/// Pre-osteoblasts, called up by resorption, and the osteoblasts they become.
struct Osteoblasts: Component {
    let path = "skeleton.osteoblasts"
    let summary = "Pre-osteoblasts coupled to resorption, osteoblasts, and the bone they form."

    func define(in b: ComponentBuilder) {
        let osteoclasts = b.input("osteoclasts", .one, "Active osteoclasts, which release coupling factors")
        let sclerostin = b.input("sclerostin", .one, "Sclerostin")
        let deficit = b.input("estrogenDeficit", .one, "Estrogen action lost")
        let estrogen = b.input("estrogenAction", .one, "Estrogen action, relative to a cycling woman")
        let medroxyprogesterone = b.input(
            "medroxyprogesteroneReceptor", .one, "Progesterone receptor occupied by medroxyprogesterone acetate")
        let progesterone = b.input(
            "progesteroneReceptor", .one, "Progesterone receptor occupied by progesterone, if that hypothesis is on")
        let glucocorticoid = b.input(
            "glucocorticoidExcess", .one, "Glucocorticoid action above usual, if a hypothesis lets it act")

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
        let progestinGain = b.parameter(
            "medroxyprogesteroneGain", 0.05, .one,
            .assumed(
                "combined therapy against estrogen alone (PEPI, HOPE) gives 0.15 ± 0.16, with bone loss on depot doses "
                    + "-0.04 ± 0.03; no sign is certain", range: -0.1...0.2),
            "Rise of osteoblast differentiation at full occupancy by medroxyprogesterone with full estrogen action")
        let hypotheticalGain = b.parameter(
            "progesteroneGain", 0.1, .one,
            .assumed("claimed from cell culture; trials of progesterone alone show no gain", range: 0...0.3),
            "Rise of osteoblast differentiation at full occupancy by progesterone, where the hypothesis is on")
        let glucocorticoidLoss = b.parameter(
            "glucocorticoidLoss", 0.5, .one,
            .assumed("prednisolone slows formation first; no estimate for progestins", range: 0...1),
            "Fall of osteoblast differentiation per relative rise of glucocorticoid action, where a hypothesis is on")

        let pre = b.state("preosteoblasts", .one, initial: 1, "Pre-osteoblasts, relative to rest")
        let count = b.state("count", .one, initial: 1, "Osteoblasts, relative to rest")
        let differentiation = b.variable(
            "differentiation", .one,
            (1 + brakeOnDifferentiation) / (1 + brakeOnDifferentiation * sclerostin)
                * (1 + progestinGain * medroxyprogesterone * estrogen
                    + hypotheticalGain * progesterone * estrogen - glucocorticoidLoss * glucocorticoid),
            "Differentiation rate of pre-osteoblasts, relative to rest")
        b.rate(
            of: pre,
            preRate
                * (pow(max(0, osteoclasts), coupling)
                    - ((1 - dyingShare) * differentiation + dyingShare) * pre))
        b.rate(of: count, rate * (differentiation * pre - (1 + estrogenOnDeath * deficit) * count))
        _ = b.variable(
            "formation", .one, count * (1 + brakeOnActivity) / (1 + brakeOnActivity * sclerostin),
            "Bone formed per day by all osteoblasts, relative to rest")
        b.output("bone.preosteoblasts", .one, pre, "Pre-osteoblasts relative to a cycling woman")
        b.output("bone.osteoblasts", .one, count, "Osteoblasts relative to a cycling woman")
    }
}

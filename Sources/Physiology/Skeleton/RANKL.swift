import Modeling
import Symbolics

/// The balance of RANKL, OPG and RANK, which is at equilibrium within hours and so is algebra here.
///
/// RANKL comes from pre-osteoblasts and osteocytes; part of OPG follows the osteoblasts. Free RANKL is what OPG
/// leaves, and its occupancy of RANK, cooperative by trimerisation, drives osteoclast precursors to mature.
/// Everything is relative to a cycling woman at rest.
struct RANKL: Component {
    let path = "skeleton.rankl"
    let summary = "RANKL from pre-osteoblasts and osteocytes, OPG, and the occupancy of RANK by free RANKL."

    func define(in b: ComponentBuilder) {
        let preosteoblasts = b.input("preosteoblasts", .one, "Pre-osteoblasts")
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts")
        let osteocytes = b.input("osteocytes", .one, "Osteocytes")
        let sclerostin = b.input("sclerostin", .one, "Sclerostin")
        let deficit = b.input("estrogenDeficit", .one, "Estrogen action lost")
        let calcium = b.input("calciumEffect", .one, "Calcium and vitamin D supply")
        let productionChange = b.sumOfInputs(
            "productionChange", .one, "Relative change of RANKL production by signals other than estrogen")
        let opgChange = b.sumOfInputs(
            "opgChange", .one, "Relative change of OPG production by signals other than estrogen")
        let antibody = b.sumOfInputs(
            "antibody", .one, "Antibody against RANKL over its dissociation constant")

        let preosteoblastShare = b.fitted("preosteoblastShare", .one, "Share of RANKL made by pre-osteoblasts")
        let sclerostinEffect = b.fitted("sclerostinEffect", .one, "Effect of sclerostin on osteocyte RANKL")
        let estrogenOnRANKL = b.fitted("estrogenOnRANKL", .one, "Rise of RANKL at full loss of estrogen action")
        let estrogenOnOPG = b.fitted("estrogenOnOPG", .one, "Fall of OPG production at full loss of estrogen action")
        let calciumOnRANKL = b.fitted("calciumOnRANKL", .one, "Fall of RANKL with supplemented calcium")
        let osteoblastShare = b.fitted("osteoblastShareOfOPG", .one, "Share of OPG that follows the osteoblasts")
        let boundAtRest = b.parameter(
            "boundToFreeAtRest", 1, .one,
            .assumed("OPG binds about half of RANKL at rest; scale of the OPG effect", range: 0.5...3),
            "RANKL bound to OPG over free RANKL, at rest")
        let saturation = b.parameter(
            "saturationAtRest", 0.2, .one, .assumed("RANK is far from saturated at rest", range: 0.05...1),
            "RANK occupied over RANK free, at rest")
        let cooperativity = b.fitted("cooperativity", .one, "Exponent of free RANKL in the occupancy of RANK")
        let productionFactor = b.parameter(
            "productionFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "RANKL production relative to normal")
        let opgFactor = b.parameter(
            "opgProductionFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "OPG production relative to normal")
        let rankl = b.variable(
            "rankl", .one,
            productionFactor
                * (preosteoblastShare * preosteoblasts
                    + (1 - preosteoblastShare) * osteocytes * max(0.02, 1 + sclerostinEffect * (sclerostin - 1)))
                * (1 + estrogenOnRANKL * deficit) * (1 - calciumOnRANKL * calcium)
                * max(Signals.least, 1 + productionChange),
            "RANKL")
        let opg = b.variable(
            "opg", .one,
            opgFactor * (1 - osteoblastShare + osteoblastShare * osteoblasts) / (1 + estrogenOnOPG * deficit)
                * max(Signals.least, 1 + opgChange),
            "Osteoprotegerin")
        let free = b.variable(
            "free", .one, rankl * (1 + boundAtRest) / (1 + boundAtRest * opg + antibody),
            "RANKL not bound to OPG or antibody")
        let drive = b.variable("drive", .one, pow(free, cooperativity), "Free RANKL to its cooperativity")
        _ = b.variable(
            "occupancy", .one, drive * (1 + saturation) / (1 + saturation * drive),
            "RANK occupancy on osteoclast precursors, relative to rest")
        b.output("bone.RANKL", .one, rankl, "RANKL relative to a cycling woman")
        b.output("bone.OPG", .one, opg, "Osteoprotegerin relative to a cycling woman")
        b.output("bone.RANKLtoOPG", .one, rankl / opg, "RANKL over OPG, relative to a cycling woman")
    }
}

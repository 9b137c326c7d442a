import Modeling
import Symbolics

/// The balance of RANKL, OPG and RANK, which is at equilibrium within hours and so is algebra here.
///
/// RANKL comes from pre-osteoblasts, osteocytes, bone lining cells and lymphocytes; part of OPG follows the osteoblasts.
/// Free RANKL is what OPG and antibodies leave, and its occupancy of RANK, cooperative by trimerisation, drives
/// osteoclast precursors to mature.
/// Everything is relative to a cycling woman at rest.
struct RANKL: Component {
    let path = "skeleton.rankl"
    let summary = "RANKL by the cells that make it, OPG, and the occupancy of RANK by free RANKL."

    func define(in b: ComponentBuilder) {
        let preosteoblasts = b.input("preosteoblasts", .one, "Pre-osteoblasts")
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts")
        let osteocytes = b.input("osteocytes", .one, "Osteocytes")
        let sclerostin = b.input("sclerostin", .one, "Sclerostin")
        let osteoblastDeficit = b.input("osteoblastDeficit", .one, "Estrogen action lost in osteoblasts")
        let liningDeficit = b.input("liningCellDeficit", .one, "Estrogen action lost in bone lining cells")
        let lymphocyteDeficit = b.input("lymphocyteDeficit", .one, "Estrogen action lost in lymphocytes")
        let relief = b.sumOfInputs(
            "cytokineRelief", .one, "Estrogen action whose loss goes unheard for want of cytokines, negative")
        let productionChange = b.sumOfInputs(
            "productionChange", .one, "Relative change of RANKL production by signals other than estrogen")
        let opgChange = b.sumOfInputs(
            "opgChange", .one, "Relative change of OPG production by signals other than estrogen")
        let antibody = b.sumOfInputs(
            "antibody", .one, "Antibody against RANKL over its dissociation constant")

        let preosteoblastShare = b.fitted("preosteoblastShare", .one, "Share of RANKL made by pre-osteoblasts")
        let liningShare = b.parameter(
            "liningCellShare", 0.2, .one,
            .assumed("lining cells carry surface RANKL in women (Streicher 2017, Sci Rep 7:6460)", range: 0.05...0.4),
            "Share of RANKL made by bone lining cells at rest")
        let lymphocyteShare = b.parameter(
            "lymphocyteShare", 0.05, .one,
            .assumed(
                "few T and B cells carry RANKL before menopause (Eghbali-Fatourechi 2003, doi 10.1172/JCI200317215)",
                range: 0.01...0.15),
            "Share of RANKL made by lymphocytes at rest")
        let byLining = b.parameter(
            "liningCellsInEstrogenEffect", 0.5, .one,
            .assumed(
                "receptor alpha in lining cells decides on loss after ovariectomy in mice (Streicher 2017, "
                    + "Sci Rep 7:6460)", range: 0.3...0.8),
            "Share of estrogen's effect on RANKL that lining cells carry")
        let byLymphocytes = b.parameter(
            "lymphocytesInEstrogenEffect", 0.25, .one,
            .assumed(
                "surface RANKL rises on T and B cells as on stromal cells (Eghbali-Fatourechi 2003, "
                    + "doi 10.1172/JCI200317215)", range: 0.1...0.4),
            "Share of estrogen's effect on RANKL that lymphocytes carry")
        let lymphocytes = b.parameter(
            "lymphocytes", 1, .one, .assumed("experiments change it; one by definition of a healthy woman"),
            "Lymphocytes in the marrow, relative to normal")
        let sclerostinEffect = b.fitted("sclerostinEffect", .one, "Effect of sclerostin on osteocyte RANKL")
        let estrogenOnRANKL = b.fitted("estrogenOnRANKL", .one, "Rise of RANKL at full loss of estrogen action")
        let estrogenOnOPG = b.fitted("estrogenOnOPG", .one, "Fall of OPG production at full loss of estrogen action")
        let osteoblastShare = b.fitted("osteoblastShareOfOPG", .one, "Share of OPG that follows the osteoblasts")
        let boundAtRest = b.parameter(
            "boundToFreeAtRest", 1, .one,
            .assumed("OPG binds about half of RANKL at rest; scale of the OPG effect", range: 0.5...3),
            "RANKL bound to OPG over free RANKL, at rest")
        let saturation = b.parameter(
            "saturationAtRest", 0.2, .one, .assumed("RANK is far from saturated at rest", range: 0.05...1),
            "RANK occupied over RANK free, at rest")
        let cooperativity = b.parameter(
            "cooperativity", 1.9, .one,
            .assumed(
                "RANKL binds as a trimer; a tenth more of it raises osteoclasts by 10 to 25 %, not nearly to double",
                range: 1.5...2.6),
            "Exponent of free RANKL in the occupancy of RANK")
        let productionFactor = b.parameter(
            "productionFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "RANKL production relative to normal")
        let opgFactor = b.parameter(
            "opgProductionFactor", 1, .one, .assumed("experiments change it; at rest it is one by definition"),
            "OPG production relative to normal")
        let fromOsteoblasts = b.variable(
            "fromPreosteoblasts", .one,
            preosteoblasts
                * (preosteoblastShare
                    + estrogenOnRANKL * (1 - byLining - byLymphocytes) * (osteoblastDeficit + relief)),
            "RANKL of pre-osteoblasts")
        let fromOsteocytes = b.variable(
            "fromOsteocytes", .one,
            (1 - preosteoblastShare - liningShare - lymphocyteShare) * osteocytes
                * max(Signals.least, 1 + sclerostinEffect * (sclerostin - 1)),
            "RANKL of osteocytes")
        let fromLiningCells = b.variable(
            "fromLiningCells", .one, liningShare + estrogenOnRANKL * byLining * (liningDeficit + relief),
            "RANKL of bone lining cells")
        let fromLymphocytes = b.variable(
            "fromLymphocytes", .one,
            lymphocytes * (lymphocyteShare + estrogenOnRANKL * byLymphocytes * (lymphocyteDeficit + relief)),
            "RANKL of lymphocytes")
        let rankl = b.variable(
            "rankl", .one,
            productionFactor
                * (fromOsteoblasts + fromOsteocytes + fromLiningCells + fromLymphocytes)
                * max(Signals.least, 1 + productionChange),
            "RANKL")
        let opg = b.variable(
            "opg", .one,
            opgFactor * (1 - osteoblastShare + osteoblastShare * osteoblasts) / (1 + estrogenOnOPG * osteoblastDeficit)
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

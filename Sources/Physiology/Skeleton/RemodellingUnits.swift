import Modeling
import Symbolics

/// Basic multicellular units: how much bone is missing because it is being remodelled, and what resorption sets free.
///
/// A unit resorbs, reverses and refills; each stage lasts as long as its cells live. More units at a time mean more bone
/// missing, which comes back when they finish.
struct RemodellingUnits: Component {
    let path = "skeleton.units"
    let summary = "Bone under remodelling, and the growth factors that resorption sets free."

    func define(in b: ComponentBuilder) {
        let osteoclasts = b.input("osteoclasts", .one, "Active osteoclasts")
        let preosteoblasts = b.input("preosteoblasts", .one, "Pre-osteoblasts")
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts")
        let resorption = b.input("resorption", .one, "Bone resorbed in the whole skeleton")
        let resorbing = 1 / b.input("osteoclastTurnover", "1/d", "Turnover of osteoclasts")
        let reversing = 1 / b.input("preosteoblastTurnover", "1/d", "Turnover of pre-osteoblasts")
        let forming = 1 / b.input("osteoblastTurnover", "1/d", "Turnover of osteoblasts")
        // A cavity is half dug while it is resorbed, open while it reverses, and half filled while it is formed.
        let space =
            0.5 * osteoclasts * resorbing + preosteoblasts * reversing + 0.5 * osteoblasts * forming
        _ = b.variable(
            "space", .one, space / (0.5 * resorbing + reversing + 0.5 * forming),
            "Bone missing for remodelling, relative to rest")
        b.output(
            "bone.remodellingSpace", .one, space / (0.5 * resorbing + reversing + 0.5 * forming),
            "Bone missing for remodelling, relative to a cycling woman")
        b.output(
            "bone.TGFbeta", .one, resorption,
            "TGF-beta set free from resorbed bone, relative to a cycling woman; gone within minutes, so it follows the flux")
    }
}

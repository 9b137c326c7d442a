import Modeling
import Symbolics

/// RANK, RANKL, OPG and their complexes.
struct PetersonRiggsCytokines: Component {
    let path = "\(PetersonRiggs.path).cytokines"
    let summary = "RANKL, RANK, OPG, their complexes, and denosumab, which removes RANKL."

    func define(in b: ComponentBuilder) {
        let pth = b.input("PTH", .one, "Plasma PTH, relative to rest")
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts, relative to rest")
        let responding = b.input("responding", .one, "Responding osteoblasts, relative to rest")
        let growthFactor = b.input("growthFactor", .one, "Active TGF-beta, relative to rest")
        let denosumab = b.input("denosumab", "ng/mL", "Serum denosumab")
        let opgOn = b.published("k1", 6.24e-6, "1/h", "Binding of OPG to RANKL")
        let opgOff = b.published("k2", 0.112013, "1/h", "Release of OPG from RANKL")
        let rankOn = b.published("k3", 6.24e-6, "1/h", "Binding of RANK to RANKL")
        let rankOff = b.published("k4", 0.112013, "1/h", "Release of RANK from RANKL")
        let l0 = b.resting("L", 0.4, .one, "RANKL")
        let r0 = b.resting("RNK", 10, .one, "RANK")
        let o0 = b.resting("O", 4, .one, "OPG")
        let lossL = b.published("koutL", 0.00293273, "1/h", "Elimination of RANKL")
        let lossR = b.published("koutRNK", 0.00323667, "1/h", "Elimination of RANK")
        let lossO = b.published("kO", 15.8885, "1/h", "Elimination of OPG")
        let most = b.published("EmaxLpth", 1.30721, .one, "Most effect of PTH on RANKL")
        let weight = pow(osteoblasts, b.published("OsteoEffectGam", 0.173833, .one, "Exponent of osteoblasts"))
        let madeL = lossL * l0 * weight * (most * pth / ((most - 1) * weight + pth))
        let half =
            b.published("opgPTH50", 3.85, "pmol/L", "PTH in OPG production")
            / b.parameter(
                "restingPTHLevel", 3.85, "pmol/L", .fitted("INIT_PTH over V1, PMID 19732857"), "Plasma PTH at rest")
        let madeO = lossO * o0 * responding * (pth + half * responding) / (2 * pth)
        let onRANK = pow(growthFactor, b.published("kinRNKgam", 0.151825, .one, "Exponent of TGF-beta on RANK"))
        let mass = b.parameter(
            "denosumabMolarMass", 150_000, "g/mol", .fitted("stated in the published model, PMID 23835796"),
            "Molar mass of denosumab")
        let bound = b.published("kdenosl", 2e-6, "L/h/pmol", "Removal of RANKL by denosumab") * denosumab / mass

        let l = b.state("RANKL", .one, initial: l0, scale: 0.1, "RANKL")
        let r = b.state("RANK", .one, initial: r0, scale: 10, "RANK")
        let o = b.state("OPG", .one, initial: o0, scale: 1, "OPG")
        let m0 = rankOn * r0 * l0 / rankOff
        let m = b.state("RANKRANKL", .one, initial: m0, scale: 1e-4, "RANK bound to RANKL")
        let n = b.state("OPGRANKL", .one, initial: opgOn * o0 * l0 / opgOff, scale: 1e-4, "OPG bound to RANKL")
        let (toOPG, toRANK) = (opgOn * o * l - opgOff * n, rankOn * r * l - rankOff * m)
        b.rate(of: l, madeL - lossL * l - toOPG - toRANK - bound * l)
        b.rate(of: r, lossR * r0 * onRANK - lossR * r - toRANK)
        b.rate(of: o, madeO - lossO * o - toOPG)
        b.rate(of: m, toRANK)
        b.rate(of: n, toOPG)
        _ = b.variable("occupied", .one, m / m0, "RANK bound to RANKL, relative to rest")
    }
}

/// TGF-beta, stored in bone and set free by osteoclasts.
struct PetersonRiggsGrowthFactor: Component {
    let path = "\(PetersonRiggs.path).growthFactor"
    let summary = "Latent and active TGF-beta."

    func define(in b: ComponentBuilder) {
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts, relative to rest")
        let osteoclasts = b.input("osteoclasts", .one, "Osteoclasts, relative to rest")
        let estrogen = b.input("estrogen", .one, "Estrogen, relative to youth")
        let rate = b.published("koutTGF0", 2.98449e-5, "1/h", "Activation at rest")
        let latent = b.state("latent", .one, initial: 1, "Latent TGF-beta, relative to rest")
        let active = b.state("activity", .one, initial: 1, "Active TGF-beta, relative to rest")
        let made =
            pow(osteoblasts, b.published("OBtgfGAM", 0.0111319, .one, "Exponent of osteoblasts"))
            * pow(estrogen, -b.published("tgfbGAM", 0.0374, .one, "Exponent of estrogen in production"))
        let freed =
            pow(latent, 1 + b.published("koutTGFGam", 0.919131, .one, "Exponent of the latent pool"))
            * pow(osteoclasts, b.published("OCtgfGAM", 0.593891, .one, "Exponent of osteoclasts"))
            * pow(estrogen, b.published("tgfbactGAM", 0.045273, .one, "Exponent of estrogen in activation"))
        b.rate(of: latent, rate * (made - freed))
        b.rate(of: active, 1000 * rate * (freed - active))
    }
}

/// Responding osteoblasts, the fast and the slow pool of osteoblasts, and what protects them.
struct PetersonRiggsOsteoblasts: Component {
    let path = "\(PetersonRiggs.path).osteoblasts"
    let summary = "Osteoblasts under TGF-beta and PTH, the latter through Runx2, CREB and Bcl-2."

    func define(in b: ComponentBuilder) {
        let pth = b.input("PTH", .one, "Plasma PTH, relative to rest")
        let growthFactor = b.input("growthFactor", .one, "Active TGF-beta, relative to rest")
        let estrogen = b.input("estrogen", .one, "Estrogen, relative to youth")
        let death = b.published("kb", 0.000605516, "1/h", "Death of osteoblasts at rest")
        let pic0 = b.published("Pic0", PetersonRiggs.restingGrowthFactor, .one, "Active TGF-beta at rest")
        func relative(_ name: String, _ least: Double, _ most: Double, _ exponent: Double) -> Expression {
            RisingEffect(
                least: b.published("FracPic\(name)", least, .one, "Least effect of TGF-beta") * pic0,
                most: b.published("EmaxPic\(name)", most, .one, "Most effect of TGF-beta"), atRest: pic0,
                exponent: b.published("Pic\(name)gam", exponent, .one, "Exponent of TGF-beta"))(growthFactor) / pic0
        }
        let total = b.published("OBtot0", 0.00501324, .one, "Osteoblasts at rest")
        let fastShare = b.published("FracOBfast", 0.797629, .one, "Share of the fast pool")
        let slowness = b.published("Frackb", 0.313186, .one, "Death in the slow pool, relative")
        let respondingAtRest = b.resting("ROB1", 0.00104122, .one, "Responding osteoblasts")

        let conversion = death * total / (respondingAtRest * relative("OB", 0.000244818, 0.251636, 0.122313))
        let responding = b.state("precursors", .one, initial: respondingAtRest, scale: 1e-3, "Responding osteoblasts")
        b.rate(
            of: responding,
            death * total * relative("ROB", 0.883824, 3.9745, 1.80968)
                * pow(estrogen, -b.published("robGAM", 0.16, .one, "Exponent of estrogen")) - conversion * responding)
        _ = b.variable("responding", .one, responding / respondingAtRest, "Responding osteoblasts, relative to rest")

        let unprotected = b.published("E0RUNX2kbEffFACT", 1.01, .one, "Death without protection, relative") * death
        let most = b.published("RUNkbMaxFact", 0.638114, .one, "Most of it that protection prevents") * unprotected
        let runx = b.published("RUNX20", 10, .one, "Protection at rest")
        let protection = RisingEffect(
            least: 0, most: most, atRest: unprotected - death,
            exponent: b.published("RUNkbGAM", 3.81644, .one, "Exponent of protection"))
        let byGrowthFactor = FallingEffect(
            most: b.published("MultPicOBkb", 3.11842, .one, "Most effect of TGF-beta on death"),
            least: b.published("FracPic0kb", 0.764028, .one, "Least effect of TGF-beta on death"), atRest: 1,
            exponent: b.published("PicOBgamkb", 2.92375, .one, "Exponent of TGF-beta on death"))
        let bcl = b.state("Bcl2", .one, initial: 10 * runx, scale: 100, "Bcl-2")
        // Above 105 the published model counts from 90; below it holds the resting value.
        let heard = select(Expression(105) < bcl, (bcl - 90) / runx, 1)
        let dying =
            unprotected * byGrowthFactor(growthFactor)
            * pow(estrogen, -b.published("E2scalePicB1", 1.16832e-5, .one, "Exponent of estrogen on death"))
            - protection(heard)
        let slowDying = slowness * dying
        let fastDying = (death - slowDying * (1 - fastShare)) / fastShare
        let fast = b.state("fast", .one, initial: fastShare * total, scale: 1e-3, "Osteoblasts, fast pool")
        let slow = b.state("slow", .one, initial: (1 - fastShare) * total, scale: 1e-3, "Osteoblasts, slow pool")
        let made = conversion * responding
        b.rate(of: fast, made * fastShare * fastDying / dying - fastDying * fast)
        b.rate(of: slow, made * (1 - fastShare) * slowness - slowDying * slow)
        let count = b.variable("relative", .one, (fast + slow) / total, "Osteoblasts, relative to rest")
        b.output("BSAP", "%", count, "Bone alkaline phosphatase, % of rest")
        protect(b, bcl: bcl, pth: pth)
    }

    /// Runx2, CREB and Bcl-2 under PTH.
    private func protect(_ b: ComponentBuilder, bcl: Expression, pth: Expression) {
        let lossR = b.published("RX2Kout0", 0.693, "1/h", "Elimination of Runx2 at rest")
        let byPTH = RisingEffect(
            least: b.published("E0rx2Kout", 0.125, "1/h", "Elimination of Runx2 without PTH"),
            most: b.published("EmaxPTHRX2x", 5, "1/h", "Most effect of PTH on Runx2"), atRest: lossR, exponent: 1)(pth)
        let r0 = b.resting("RX2", 10, .one, "Runx2")
        let runx = b.state("Runx2", .one, initial: r0, scale: 10, "Runx2")
        b.rate(of: runx, lossR * r0 - byPTH * runx)
        let onCREB = RisingEffect(
            least: b.published("E0crebKin", 0.5, .one, "CREB without PTH"),
            most: b.published("EmaxPTHcreb", 3.39745, .one, "Most effect of PTH on CREB"), atRest: 1, exponent: 1)(pth)
        let lossC = b.published("crebKout", 0.00279513, "1/h", "Elimination of CREB")
        let c0 = b.resting("CREB", 10, .one, "CREB")
        let creb = b.state("CREB", .one, initial: c0, scale: 10, "CREB")
        b.rate(of: creb, lossC * (c0 * onCREB - creb))
        b.rate(of: bcl, b.published("bcl2Kout", 0.693, "1/h", "Elimination of Bcl-2") * (creb * runx - bcl))
    }
}

/// Active osteoclasts.
struct PetersonRiggsOsteoclasts: Component {
    let path = "\(PetersonRiggs.path).osteoclasts"
    let summary = "Osteoclasts, made and kept alive by RANKL, eliminated under TGF-beta."

    func define(in b: ComponentBuilder) {
        let occupied = b.input("occupied", .one, "RANK bound to RANKL, relative to rest")
        let growthFactor = b.input("growthFactor", .one, "Active TGF-beta, relative to rest")
        let pic0 = b.published("Pic0", PetersonRiggs.restingGrowthFactor, .one, "Active TGF-beta at rest")
        let made = RisingEffect(
            least: b.published("E0Meff", 0.388267, .one, "Production without RANKL"),
            most: b.published("EmaxMeffOC", 3.15667, .one, "Most effect of RANKL on production"), atRest: 1,
            exponent: b.published("kinOCgam", 8.53065, .one, "Exponent of RANKL on production"))(occupied)
        let lost = RisingEffect(
            least: b.published("FracPicOC", 0.878215, .one, "Least effect of TGF-beta") * pic0,
            most: b.published("EmaxPicOC", 1.9746, .one, "Most effect of TGF-beta"), atRest: pic0,
            exponent: b.published("PicOCgam", 1.0168, .one, "Exponent of TGF-beta"))(growthFactor)
        let survival = FallingEffect(
            most: b.published("E0RANKL", 3.80338, .one, "Elimination without RANKL"),
            least: b.published("EmaxL", 0.469779, .one, "Elimination at high RANKL"), atRest: 1,
            exponent: b.published("LsurvOCgam", 3.09023, .one, "Exponent of RANKL on survival"))(occupied)
        let count = b.state("relative", .one, initial: 1, "Osteoclasts, relative to rest")
        b.rate(
            of: count,
            b.published("Da", 0.0291666666666667, "1/h", "Turnover of osteoclasts")
                * (pic0 * made - lost * survival * count))
        b.output("CTX", "%", count, "C-telopeptide, % of rest")
    }
}

/// Density, with its own link for each use.
struct PetersonRiggsDensity: Component {
    let path = "\(PetersonRiggs.path).density"
    let summary = "Density of spine, of spine on denosumab, and of femoral neck."

    func define(in b: ComponentBuilder) {
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts, relative to rest")
        let osteoclasts = b.input("osteoclasts", .one, "Osteoclasts, relative to rest")
        let byOsteoblasts = pow(osteoblasts, b.published("gamOB", 0.0793, .one, "Exponent of osteoblasts"))
        func link(_ name: String, _ rate: (String, Double), _ exponent: (String, Double), _ meaning: String) {
            let density = b.state(name, .one, initial: 1, meaning)
            b.rate(
                of: density,
                b.published(rate.0, rate.1, "1/h", "Turnover of density")
                    * (byOsteoblasts
                        - pow(osteoclasts, b.published(exponent.0, exponent.1, .one, "Exponent of osteoclasts"))
                        * density))
            b.output(name, "%", density - 1, "\(meaning), % change")
        }
        link("spine", ("koutBMDls", 0.000397), ("gamOCls", 0.14), "Spine density")
        link(
            "spineOnDenosumab", ("koutBMDlsDEN", 0.000145), ("gamOClsDEN", 0.0679),
            "Spine density by the denosumab link")
        link("femoralNeck", ("koutBMDfnBAS", 5.651e-6), ("gamOCfnBAS", 0.3101), "Femoral neck density")
    }
}

import Modeling
import Symbolics

/// Calcium and phosphate in the gut.
struct PetersonRiggsGut: Component {
    let path = "\(PetersonRiggs.path).gut"
    let summary = "Absorption of calcium under calcitriol, and of phosphate."

    func define(in b: ComponentBuilder) {
        let calcitriol = b.input("calcitriol", "pmol/L", "Calcitriol")
        let least = b.published("T33", 0.003, "1/h", "Least rate")
        let most = b.published("T34", 0.037, "1/h", "Most rate")
        let effect = calcitriol / (calcitriol + b.published("T35", 90, "pmol/L", "Calcitriol of half effect"))
        let response = b.state("response", .one, initial: Expression(0.5, .one), scale: 0.5, "Response to calcitriol")
        b.rate(
            of: response,
            (least + (most - least) * effect) * (1 - response) - (most - (most - least) * effect) * response)

        let saturable = b.published("T28", 0.9, "mmol/h", "Most active absorption")
        let atRest = b.published("T310", 0.105929, "mmol/h", "Active absorption at rest")
        let reference = b.resting("T", 1.58471, "mmol", "Calcium in the gut")
        let half = reference * (saturable - atRest) / atRest
        let constant = b.published("T81", 0.75, .one, "Response of half effect, and calcium of half uptake in mmol")
        let calcium = b.state("calcium", "mmol", initial: reference, "Calcium in the gut")
        let uptake =
            saturable * calcium / (calcium + half) * calcium * (response / Expression(0.5))
            / (calcium + constant * Expression(1, "mmol"))
            + b.published("T87", 0.0495, "1/h", "Passive absorption") * calcium
        let steepness = b.published("T80", 4, .one, "Exponent of the response")
        let entering =
            b.published("T77", 0.909359, .one, "Most that is absorbed")
            * (pow(response, steepness) / (pow(response, steepness) + pow(constant, steepness)))
        b.rate(of: calcium, b.published("OralCa", 1.00229166666667, "mmol/h", "Calcium intake") * entering - uptake)
        _ = b.variable("calciumUptake", "mmol/h", uptake, "Calcium absorbed")

        let phosphate = b.state(
            "phosphate", "mmol", initial: b.resting("PhosGut", 0.839, "mmol", "Phosphate in the gut"),
            "Phosphate in the gut")
        let absorbed = b.published("T52", 0.365, "1/h", "Absorption of phosphate") * phosphate
        b.rate(
            of: phosphate,
            b.published("OralPhos", 0.4375, "mmol/h", "Phosphate intake")
                * b.published("F12", 0.7, .one, "Share of phosphate that is available") - absorbed)
        _ = b.variable("phosphateUptake", "mmol/h", absorbed, "Phosphate absorbed")
    }
}

/// Calcium and phosphate in the kidney, and the loss of filtration.
struct PetersonRiggsKidney: Component {
    let path = "\(PetersonRiggs.path).kidney"
    let summary = "Filtration, reabsorption of calcium under PTH and estrogen, and excretion of phosphate."

    func define(in b: ComponentBuilder) {
        let pth = b.input("PTH", .one, "Plasma PTH, relative to rest")
        let calcium = b.input("calcium", .one, "Plasma calcium, relative to rest")
        let calcitriol = b.input("calcitriol", "pmol/L", "Calcitriol")
        let phosphate = b.input("phosphate", .one, "Phosphate, relative to rest")
        let estrogen = b.input("estrogen", .one, "Estrogen, relative to youth")
        let decline = b.control("filtrationLost", 0, "L/h", "Filtration lost within the time of decline")

        let resting = b.resting("GFR", 5.99988000239995, "L/h", "Glomerular filtration")
        let time = b.parameter(
            "GFRtau", 87_660, "h", .fitted("ten years of 8766 h, parameters.csv PR_GFRtau, PMID 19732857"),
            "Time of decline of filtration")
        let filtration = b.state("filtration", "L/h", initial: resting, scale: 5, "Glomerular filtration")
        b.rate(of: filtration, log((resting - decline) / resting) / time * filtration)
        b.output("filtration", "L/h", filtration, "Glomerular filtration")

        let level = b.parameter(
            "restingCalcium", 2.35, "mmol/L", .fitted("INIT_P over V1, PMID 19732857"), "Plasma calcium at rest")
        let share = b.parameter(
            "activeShare", 0.3, .one, .fitted("unbound 0.6 times the PTH-sensitive half, PMID 19732857"),
            "Filtered calcium that PTH-sensitive tubules see")
        let escape = b.parameter(
            "restingLoss", 0.149997, "mmol/h", .fitted("stated in the published model, PMID 19732857"),
            "Calcium that escapes reabsorption at rest")
        let half = b.published("Reabs50", 1.57322, "mmol/L", "Calcium of half reabsorption")
        let byPTH = b.published("T16", 1.06147, .one, "Most effect of PTH")
        let kidney = (1 - b.published("maxTmESTkid", 0.923737, .one, "Reabsorption without estrogen")) / Expression(0.9)
        let load = share * filtration * level
        let capacity = (1 - kidney + kidney * estrogen) * ((load - escape) * (half + level) / level)
        let reabsorbed = capacity * (calcium * level / (half + calcium * level)) * (byPTH * pth / (pth + byPTH - 1))
        let spared =
            b.published("T7", 2, .one, "Most effect of calcitriol") * calcitriol
            / (calcitriol + b.published("T9", 90, "pmol/L", "Calcitriol of half effect"))
        _ = b.variable(
            "calciumLoss", "mmol/h", max(0, (2 - spared) * (load * calcium - reabsorbed)), "Calcium in urine")
        let restingPhosphate = b.parameter(
            "restingPhosphate", 1.2, "mmol/L", .fitted("INIT_ECCPhos over V1, PMID 19732857"), "Phosphate at rest")
        let threshold = b.published("T46", 1.142, "mmol/L", "Threshold of phosphate")
        _ = b.variable(
            "phosphateLoss", "mmol/h",
            max(0, Expression(0.88) * filtration * (phosphate * restingPhosphate - threshold)), "Phosphate in urine")
    }
}

/// Plasma calcium and phosphate, and what bone exchanges with them.
struct PetersonRiggsMineral: Component {
    let path = "\(PetersonRiggs.path).mineral"
    let summary = "Calcium and phosphate in plasma, cells and bone."

    func define(in b: ComponentBuilder) {
        let absorbed = b.input("calciumUptake", "mmol/h", "Calcium absorbed")
        let lost = b.input("calciumLoss", "mmol/h", "Calcium in urine")
        let phosphateAbsorbed = b.input("phosphateUptake", "mmol/h", "Phosphate absorbed")
        let phosphateLost = b.input("phosphateLoss", "mmol/h", "Phosphate in urine")
        let osteoclasts = b.input("osteoclasts", .one, "Osteoclasts, relative to rest")
        let osteoblasts = b.input("osteoblasts", .one, "Osteoblasts, relative to rest")
        let occupied = b.input("occupied", .one, "RANK bound to RANKL, relative to rest")

        let volume = b.published("V1", 14, "L", "Volume of distribution")
        let exchanged = b.published("CaDay", 88, "mmol/d", "Calcium exchanged with bone")
        let restingCalcium = b.resting("P", 32.9, "mmol", "Plasma calcium")
        let restingBone = b.resting("Q", 100, "mmol", "Exchangeable calcium in bone")
        let restingDeep = b.resting("Qbone", 24_900, "mmol", "Other calcium in bone")
        let byOsteoclasts = b.published("FracJ14", 0.107763, .one, "Share of release by osteoclasts")
        let most = b.published("J14OCmax", 0.543488, "1/h", "Most effect of osteoclasts")
        let effect = RisingEffect(
            least: 0, most: most, atRest: exchanged / restingBone,
            exponent: b.published("J14OCgam", 1.6971, .one, "Exponent of osteoclasts"))
        let byOccupancy = pow(
            occupied / osteoclasts, b.published("MOCratioGam", 0.603754, .one, "Exponent of occupancy"))
        let release = b.variable(
            "release", "mmol/h",
            exchanged * (1 - byOsteoclasts) + effect(osteoclasts) * restingBone * byOsteoclasts * byOccupancy,
            "Calcium from bone to plasma")
        let calcium = b.state("plasma", "mmol", initial: restingCalcium, scale: 30, "Plasma calcium")
        let apatite = b.state("apatite", .one, initial: 1, "Hydroxyapatite, relative to rest")
        b.rate(
            of: apatite, (osteoblasts - apatite) / b.published("HApMRT", 3.60609, "h", "Mean stay of hydroxyapatite"))
        let byApatite = b.published("FracJ15", 0.114376, .one, "Share of uptake by hydroxyapatite")
        let uptake = b.variable(
            "uptake", "mmol/h", exchanged / restingCalcium * calcium * (1 - byApatite + byApatite * apatite),
            "Calcium from plasma to bone")
        b.rate(of: calcium, release - uptake - lost + absorbed)
        b.output("fromBone", "mmol/d", release - uptake, "Calcium that bone gives beyond what it takes")
        _ = b.variable("calcium", .one, calcium / restingCalcium, "Plasma calcium, relative to rest")
        b.output("calcium", "mmol/L", calcium / volume, "Plasma calcium")

        let out = b.published("k14a", 2.44437e-5, "1/h", "Rate from deep to exchangeable bone")
        let bone = b.state("bone", "mmol", initial: restingBone, scale: 100, "Exchangeable calcium in bone")
        let deep = b.state("deepBone", "mmol", initial: restingDeep, scale: 1e4, "Other calcium in bone")
        let deepening = out * restingDeep / restingBone * bone - out * deep
        b.rate(of: bone, uptake - release - deepening)
        b.rate(of: deep, deepening)

        let perCalcium = b.parameter(
            "perCalcium", 0.464, .one, .fitted("J41 over J14 in the published model, PMID 19732857"),
            "Phosphate per calcium in bone")
        let phosphate = b.state(
            "plasmaPhosphate", "mmol", initial: b.resting("ECCPhos", 16.8, "mmol", "Plasma phosphate"), scale: 10,
            "Plasma phosphate")
        let inside = b.state(
            "cellPhosphate", "mmol", initial: b.resting("IntraPO", 3226, "mmol", "Phosphate in cells"), scale: 1000,
            "Phosphate in cells")
        let entering =
            b.published("T49", 51.8, "L/h", "Clearance of phosphate into cells") * (phosphate / volume)
            - b.published("T55", 0.019268, "1/h", "Rate of phosphate out of cells") * inside
        b.rate(of: phosphate, perCalcium * (release - uptake) - phosphateLost + phosphateAbsorbed - entering)
        b.rate(of: inside, entering)
        let level = b.parameter(
            "restingPhosphate", 1.2, "mmol/L", .fitted("INIT_ECCPhos over V1, PMID 19732857"), "Phosphate at rest")
        _ = b.variable("phosphate", .one, phosphate / volume / level, "Phosphate, relative to rest")
        b.output("phosphate", "mmol/L", phosphate / volume, "Plasma phosphate")
    }
}

import Modeling
import Symbolics

/// Serum phosphate, where absorption and what bone gives equal what the kidney lets go above its threshold.
struct Phosphate: Component {
    let path = "axes.calcium.phosphate"
    let summary = "Serum phosphate between gut, bone and kidney."

    func define(in b: ComponentBuilder) {
        let fromBone = b.input("fromBone", "mmol/d", "Calcium that bone gives beyond what it takes")
        let filtration = b.input("filtration", .one, "Glomerular filtration, relative to 100 mL/min")
        let threshold = b.parameter(
            "threshold", 1.142, "mmol/L", Parathyroid.published("T46"), "Phosphate that the kidney keeps")
        let resting = b.parameter("atRest", 1.2, "mmol/L", Parathyroid.published("INIT_ECCPhos over V1"), "Phosphate at rest")
        let clearance = b.parameter(
            "clearance", 5.28, "L/h", Parathyroid.published("0.88 of INIT_GFR"), "Phosphate filtered per level")
        let perCalcium = b.parameter(
            "perCalcium", 0.464, .one, Parathyroid.published("J41 over J14"), "Phosphate per calcium in bone")
        _ = b.variable(
            "atUsualTurnover", .one, (threshold + (resting - threshold) / filtration) / resting,
            "Phosphate at usual bone turnover, relative to rest")
        b.output(
            "serum.phosphate", "mmol/L",
            threshold + (resting - threshold + perCalcium * fromBone / clearance) / filtration, "Inorganic phosphate")
    }
}

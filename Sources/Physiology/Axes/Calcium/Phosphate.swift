import Modeling
import Symbolics

/// Serum phosphate, where absorption and what bone gives equal what the kidney lets go above its threshold, which PTH
/// lowers.
///
/// What PTH does to calcitriol by way of phosphate is in its fitted action on the enzyme, so the phosphate that brakes
/// calcitriol leaves it out.
struct Phosphate: Component {
    let path = "axes.calcium.phosphate"
    let summary = "Serum phosphate between gut, bone and kidney."

    func define(in b: ComponentBuilder) {
        let fromBone = b.input("fromBone", "mmol/d", "Calcium that bone gives beyond what it takes")
        let filtration = b.input("filtration", .one, "Glomerular filtration, relative to 100 mL/min")
        let threshold = b.parameter(
            "threshold", 1.142, "mmol/L", Parathyroid.published("T46"), "Phosphate that the kidney keeps")
        let resting = b.parameter(
            "atRest", 1.2, "mmol/L", Parathyroid.published("INIT_ECCPhos over V1"), "Phosphate at rest")
        let clearance = b.parameter(
            "clearance", 5.28, "L/h", Parathyroid.published("0.88 of INIT_GFR"), "Phosphate filtered per level")
        let perCalcium = b.parameter(
            "perCalcium", 0.464, .one, Parathyroid.published("J41 over J14"), "Phosphate per calcium in bone")
        let pth = b.input("PTH", .one, "Serum PTH, relative to her age's norm")
        let onThreshold = b.parameter(
            "PTHOnThreshold", 0.3, .one,
            .fitted(
                "by hand: phosphate 0.83 mmol/L in primary hyperparathyroidism (O2074) at a PTH taken as threefold",
                range: 0.15...0.5),
            "Exponent by which PTH lowers what the kidney keeps")
        _ = b.variable(
            "atUsualTurnover", .one, (threshold + (resting - threshold) / filtration) / resting,
            "Phosphate at usual bone turnover, relative to rest")
        b.output(
            "serum.phosphate", "mmol/L",
            threshold * pow(max(Signals.least, pth), -onThreshold)
                + (resting - threshold + perCalcium * fromBone / clearance) / filtration, "Inorganic phosphate")
    }
}

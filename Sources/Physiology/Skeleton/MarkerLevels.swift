import Modeling
import Symbolics

/// Turnover markers in the units laboratories print, each by its assay.
struct MarkerLevels: Component {
    let path = "skeleton.markerLevels"
    let summary = "Turnover markers as laboratories report them, from per cent of a premenopausal level."

    func define(in b: ComponentBuilder) {
        func level(
            _ name: String, _ value: Double, _ unit: Unit, _ source: Provenance, _ meaning: String
        ) {
            let share = b.input(name, .one, "\(meaning) over her premenopausal level")
            let usual = b.parameter(
                "usual\(name.prefix(1).uppercased())\(name.dropFirst())", value, unit, source,
                "\(meaning), geometric mean of premenopausal women")
            b.output("markerLevel.\(name)", unit, usual * share, meaning)
        }
        func recalled(_ range: ClosedRange<Double>) -> Provenance {
            .assumed(
                "women of 30 to 45 years, Glover 2008 and 2009, recalled; reference interval as range", range: range)
        }
        level(
            "CTX", 0.253, "ng/mL", .measured("Cho 2020 J Bone Metab 27:43 (btm_ctx_pre)", range: 0.101...0.632),
            "CTX in serum")
        level(
            "NTX", 30, "nmol/mmol", recalled(14...64), "NTX in urine, bone collagen equivalents over creatinine")
        level("P1NP", 37, "ug/L", recalled(16...70), "P1NP in serum")
        level("BSAP", 9, "ug/L", recalled(5...16), "Bone alkaline phosphatase in serum")
        level(
            "osteocalcin", 12.8, "ug/L",
            .measured("Cho 2020 J Bone Metab 27:43 (btm_oc_pre)", range: 6.73...24.27), "Osteocalcin in serum")
    }
}

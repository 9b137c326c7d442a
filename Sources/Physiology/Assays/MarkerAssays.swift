import Modeling
import Symbolics

/// The same resorption of bone, as other assays than `MarkerLevels` has them read it.
///
/// Assays differ in more than scale: urine answers more steeply than serum, and calibrations of one assay against
/// another have an offset, so that a fall in per cent depends on who measured it.
struct MarkerAssays: Component {
    let path = "assays.markers"
    let summary = "CTX in urine, and serum CTX by other assays, from what an electrochemiluminescence assay reads."

    func define(in b: ComponentBuilder) {
        let resorption = b.input("CTX", .one, "CTX in serum over her premenopausal level")
        let serum = resorption * b.input("usualCTX", "ng/mL", "Her premenopausal CTX by electrochemiluminescence")
        let steepness = b.parameter(
            "urineSteepness", 1.25, .one,
            .measured(
                "the same women on estradiol with drospirenone: serum -67 %, urine -75 % (O0221, O0222); women on and off "
                    + "hormones 52 and 53 % apart, doi 10.1007/s001980070089", range: 1...1.4),
            "Exponent of urinary in serum CTX")
        let urine = b.variable("urinaryCTX", .one, pow(max(0, resorption), steepness), "CTX in urine over creatinine")
        let usual = b.parameter(
            "usualUrinaryCTX", 220, "ug/mmol",
            .assumed("premenopausal women, Bonde 1994, recalled; their standard deviation as range", range: 90...350),
            "CTX in urine over creatinine, mean of premenopausal women")
        b.output("marker.urinaryCTX", "%", urine, "CTX in urine over creatinine, % of her premenopausal level")
        b.output("markerLevel.urinaryCTX", "ug/mmol", usual * urine, "CTX in urine over creatinine")

        let chubb = "161 patients' plasma by three assays, Chubb 2015, doi 10.1016/j.clinbiochem.2015.03.002"
        let plateSlope = b.parameter(
            "plateSlope", 0.788, .one, .measured(chubb),
            "Electrochemiluminescence per microplate reading of CTX")
        let plateOffset = b.parameter(
            "plateOffset", 0.2, "pg/mL", .measured(chubb), "What electrochemiluminescence reads where the plate reads none")
        b.output(
            "markerLevel.CTXMicroplate", "ng/mL", max(0, serum - plateOffset) / plateSlope,
            "CTX in serum, microplate immunoassay (ELISA)")
        let automatedSlope = b.parameter(
            "automatedSlope", 1.605, .one, .measured(chubb),
            "Chemiluminescence (iSYS) per electrochemiluminescence reading of CTX")
        let automatedOffset = b.parameter(
            "automatedOffset", 109, "pg/mL", .measured(chubb), "By how much it then reads less")
        let detection = b.parameter(
            "automatedLimit", 33, "pg/mL",
            .assumed("limit of detection its makers state, recalled", range: 20...40),
            "What that assay cannot tell from less")
        b.output(
            "markerLevel.CTXChemiluminescence", "ng/mL", max(detection, automatedSlope * serum - automatedOffset),
            "CTX in serum, chemiluminescence immunoassay (iSYS)")
    }
}

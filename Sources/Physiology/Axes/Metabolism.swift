import Modeling
import Symbolics

/// Insulin and what resistance to it does to the material of bone.
///
/// Resistance is hers to state: it follows weight and trunk fat, and menopause has no part of its own in it. It spares
/// density; the same density carries less, as the collagen ages under sugar.
struct Metabolism: Component {
    let path = "axes.metabolism"
    let summary = "Insulin resistance, fasting insulin and the quality of bone material."

    /// HOMA-IR of a woman without insulin resistance.
    static let usualHOMA = 1.5

    func define(in b: ComponentBuilder) {
        let homaIR = b.control("homaIR", Self.usualHOMA, .one, "Insulin resistance, HOMA-IR")
        let usual = b.parameter(
            "usualHomaIR", Self.usualHOMA, .one,
            .measured(
                "median of older adults without diabetes, Napoli 2019, doi 10.1210/jc.2018-02539", range: 1...2.3),
            "HOMA-IR without insulin resistance")
        let glucose = b.parameter(
            "fastingGlucose", 5, "mmol/L", .assumed("fasting glucose of women without diabetes", range: 4.5...5.5),
            "Fasting glucose")
        let constant = b.parameter(
            "homaConstant", 22.5, "mmol*mIU/L/L", .assumed("a definition: 5 mU/L of insulin at 4.5 mmol/L give one"),
            "Product of glucose and insulin that gives a HOMA-IR of one")
        b.output("serum.insulin", "mIU/L", homaIR * constant / glucose, "Fasting insulin")
        let relative = b.variable("insulinRelative", .one, homaIR / usual, "Fasting insulin over the usual")

        let perDoubling = b.parameter(
            "materialPerDoubling", 0.05, .one,
            .measured(
                "strength indices of the femoral neck fall by 0.34 to 0.40 SD for each doubling (Srikanthan 2014 "
                    + "J Bone Miner Res 29:796), of about 15 %; by little in PMC5995762", range: 0.005...0.08),
            "Share of bone strength lost at the same density for each doubling of HOMA-IR")
        let formation = b.input("formation", .one, "Bone formed in the whole skeleton")
        let renewal = b.parameter(
            "materialRenewal", 0.3, "1/years",
            .assumed("cross-links build up over years, as bone is renewed", range: 0.1...0.6),
            "Share of bone material that comes to match insulin resistance in a year, at rest")
        let material = b.state(
            "material", .one, initial: 0, scale: 0.1, "Change of the strength of bone at the same density")
        let settled = -perDoubling * log(relative) / log(Expression(2, .one))
        b.rate(of: material, renewal * formation * (settled - material))
        _ = b.variable("onMaterial", .one, material, "Relative change of bone strength at the same density")
        b.output(
            "bone.material", .one, 1 + material, "Strength of bone at the same density, relative to usual insulin")
    }
}

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
        let bodyMassIndex = b.input("bodyMassIndex", "kg/m2", "Body mass index")
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
        b.output(
            "serum.insulin", "mIU/L",
            (homaIR + byWeight(bodyMassIndex, homaIR: homaIR, usual: usual, b)) * constant / glucose
                + byGlucocorticoid(b), "Fasting insulin")
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

    /// What her weight does to insulin where she states no resistance, which would contain it.
    ///
    /// Bone does not hear it: its answer to resistance was measured at the same weight, and the answer of growth hormone
    /// to weight is in her norm.
    private func byWeight(
        _ bodyMassIndex: Expression, homaIR: Expression, usual: Expression, _ b: ComponentBuilder
    ) -> Expression {
        let slope = b.parameter(
            "homaByBodyMass", 0.09, "m2/kg",
            .fitted("HOMA-IR of 1.1 to 1.6 below 25, 1.9 to 2.2 to 30 and 3.2 to 3.9 above (O2069 to O2071)", range: 0.07...0.11),
            "Exponent of HOMA-IR per body mass index")
        let reference = b.parameter(
            "referenceBodyMassIndex", 68 / (1.62 * 1.62), "kg/m2",
            .assumed("a woman of 68 kg and 162 cm, to whom the usual level belongs"),
            "Body mass index at which HOMA-IR is stated")
        return select(max(homaIR - usual, usual - homaIR) <= 1e-9, usual * (exp(slope * (bodyMassIndex - reference)) - 1), 0)
    }

    /// What glucocorticoids add to fasting insulin.
    private func byGlucocorticoid(_ b: ComponentBuilder) -> Expression {
        let product = b.input("glucocorticoid", .one, "What glucocorticoids make genes do, above usual")
        let gain = b.parameter(
            "insulinPerGlucocorticoid", 1.6, "mIU/L",
            .fitted(
                "+29 ± 15 pmol/L on 30 mg of prednisolone for two weeks, nothing on 7.5 mg, van Raalte 2011, PMID 21562755 "
                    + "(O2072, O2073)", range: 0.8...2.4),
            "Rise of fasting insulin per excess of glucocorticoid action above that of 7.5 mg of prednisolone")
        let tolerated = b.parameter(
            "toleratedGlucocorticoid", 3, .one, .assumed("that of 7.5 mg of prednisolone in its first weeks", range: 1...4),
            "Excess of glucocorticoid action that fasting insulin does not show")
        return gain * max(0, product - tolerated)
    }
}

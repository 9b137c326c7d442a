import Modeling
import Symbolics

/// Activation of the androgen receptor by free testosterone, free dihydrotestosterone and, more weakly,
/// medroxyprogesterone acetate and norethisterone.
///
/// Bone answers to what differs from her usual androgens, through genes. Her usual is what she has at her age with the
/// ovaries that she has: what bone loses with her own androgens is in the fitted effects of age and estrogen.
struct AndrogenReceptor: Component {
    let path = "receptors.androgen"
    let summary = "Activation of the androgen receptor and its small effects on osteoblasts and osteoclasts."

    func define(in b: ComponentBuilder) {
        let testosterone = b.input("testosterone", "mol/L", "Free testosterone")
        let dihydrotestosterone = b.input("dihydrotestosterone", "mol/L", "Free dihydrotestosterone")
        let usualTestosterone = b.input("usualTestosterone", "mol/L", "Her usual free testosterone")
        let usualDihydrotestosterone = b.input(
            "usualDihydrotestosterone", "mol/L", "Her usual free dihydrotestosterone")
        let medroxyprogesterone = b.sumOfInputs("medroxyprogesterone", "mol/L", "Serum medroxyprogesterone acetate")
        let progestins = b.sumOfInputs(
            "progestins", .one, "Other androgenic progestins over their levels of half activation")

        let half = b.parameter(
            "testosteroneHalf", 10, "pg/mL",
            .assumed("above women's free testosterone and below men's, who have nearly full effects", range: 3...30),
            "Free testosterone that activates half of the receptors")
        let potency = b.parameter(
            "dihydrotestosteronePotency", 3, .one,
            .assumed("it leaves the receptor more slowly than testosterone", range: 2...10),
            "Testosterone with the same effect per dihydrotestosterone, molar")
        let progestinHalf = b.parameter(
            "medroxyprogesteroneHalf", 30, "nmol/L",
            .assumed("a twentieth of a strong androgen's affinity (pd.rba.mpa.ar)", range: 5...200),
            "Medroxyprogesterone acetate that activates half of the receptors")
        let open = b.parameter(
            "receptorShare", 1, .one, .assumed("experiments change it; without a blocker it is one by definition"),
            "Share of androgen receptors that are not blocked")
        let lag = b.parameter(
            "lag", 1, "d", .assumed("transcription and translation take hours, proteins days", range: 0.3...3),
            "Time by which gene products follow the receptor")
        let halfLevel = half / b.molarMass(of: .testosterone)
        func drive(_ t: Expression, _ d: Expression) -> Expression { (t + potency * d) / halfLevel }

        let usual = b.variable(
            "usualDrive", .one, drive(usualTestosterone, usualDihydrotestosterone),
            "Her usual androgens at the receptor")
        // Only the state meets the receptor's saturation, so that levels of the hour enter in proportion.
        let excess = b.geneProduct(
            "excess",
            of: drive(testosterone, dihydrotestosterone) + medroxyprogesterone / progestinHalf + progestins - usual,
            lag: lag,
            "Androgens at the receptor above her usual, as genes have heard them")
        let heard = max(0, usual + excess)
        let activation = b.variable(
            "activation", .one, open * heard / (1 + heard), "Share of receptors that are active")
        let change = b.variable(
            "change", .one, activation - open * usual / (1 + usual), "Activation above what her usual androgens give")

        let onDeath = b.parameter(
            "survivalGain", 0.15, .one,
            .assumed(
                "androgens lengthen the life of osteoblasts in culture; testosterone added to estrogen changes density by "
                    + "less than 0.5 % a year (Islam 2019, PMID 31353194)", range: 0...0.4),
            "Fall of osteoblast death at full activation of the receptor")
        let onApoptosis = b.parameter(
            "apoptosisGain", 0.05, .one,
            .assumed(
                "androgens act on osteoclasts in culture; in women most of the fall in resorption comes by estradiol",
                range: 0...0.15),
            "Rise of osteoclast apoptosis at full activation of the receptor")
        _ = b.variable("onDeath", .one, -onDeath * change, "Relative change of osteoblast death")
        _ = b.variable("onApoptosis", .one, onApoptosis * change, "Relative change of osteoclast apoptosis")
        b.output("receptor.AR", .one, activation, "Activation of the androgen receptor")
    }
}

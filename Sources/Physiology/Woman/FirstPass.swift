import Modeling
import Symbolics

/// What smoking and medicines that inhibit or induce CYP3A4 do to the first pass of swallowed hormones.
///
/// They change the shares of an oral dose that arrive; other routes are left alone, as smoking leaves patches alone.
struct FirstPass: Component {
    let path = "woman.firstPass"
    let summary = "Smoking and CYP3A4: what they leave of the shares of swallowed hormones that reach the blood."

    func define(in b: ComponentBuilder) {
        let smoking = b.control("smoking", 0, .one, "One if she smokes")
        let inhibited = b.control("CYP3A4Inhibited", 0, .one, "One if something inhibits her CYP3A4")
        let induced = b.control("CYP3A4Induced", 0, .one, "One if something induces her CYP3A4")
        let smoker = b.parameter(
            "smokerShare", 0.667, .one,
            .measured("Bjarnason 2012, estrone 2 h after 1 mg: 212 over 318 pg/mL (O1088, O1089)", range: 0.3...0.8),
            "Share of oral estrogen that arrives in a smoker, against others")
        let inhibitedEstrone = b.parameter(
            "inhibitedEstrone", 1.16, .one,
            .measured("grapefruit juice, estrone AUC 26.1 over 22.5 after 2 mg, Schubert 1994; estradiol unchanged"),
            "Estrone from oral estrogen when CYP3A4 is inhibited")
        let inhibitedProgestin = b.parameter(
            "inhibitedProgestin", 1.28, .one,
            .assumed("as ethinylestradiol with grapefruit juice, Weber 1996, PMID 8631189 (O1097)", range: 0.81...1.8),
            "Oral progestogens when CYP3A4 is inhibited")
        let inducedShare = b.parameter(
            "inducedShare", 0.5, .one,
            .assumed("labels state a decrease and no number", range: 0.3...0.8),
            "Oral estrogens and progestogens when CYP3A4 is induced")
        let induction = 1 + induced * (inducedShare - 1)
        let smoke = 1 + smoking * (smoker - 1)
        _ = b.variable("estradiol", .one, induction * smoke, "Oral estrogen that arrives as estradiol, over usual")
        _ = b.variable(
            "estrone", .one, induction * smoke * (1 + inhibited * (inhibitedEstrone - 1)),
            "Oral estrogen that arrives as estrone and its conjugates, over usual")
        _ = b.variable(
            "progestogen", .one, induction * (1 + inhibited * (inhibitedProgestin - 1)),
            "Oral progestogen that arrives, over usual")
    }
}

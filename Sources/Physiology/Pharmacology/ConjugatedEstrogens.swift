import Modeling
import Symbolics

/// Conjugated equine estrogens: estrone sulfate with its metabolites, and the ring-B unsaturated estrogens.
///
/// Measured estradiol explains under half of what they do to bone, so the ring-B estrogens (equilin and relatives)
/// count as estradiol equivalents at the receptor.
struct ConjugatedEstrogens: Component {
    let path = "pharmacology.conjugatedEstrogens.oral"
    let summary = "Conjugated equine estrogens by mouth: estrone sulfate and ring-B unsaturated estrogens."

    func define(in b: ComponentBuilder) {
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")
        let estroneShare = b.parameter(
            "estroneEquivalent", 0.4, .one,
            .measured("share of estrone sulfate 50 to 70 % times the ratio of molar masses", range: 0.36...0.51),
            "Estrone equivalent mass per mass of conjugated estrogens")
        let absorption = b.parameter(
            "absorption", 0.1, "1/h",
            .assumed("peak of estrone at 5 to 9 h, Troy 1994 Curr Ther Res 55:359", range: 0.05...0.2),
            "Absorption rate of the estrone part")
        let asEstrone = b.parameter(
            "asEstrone", 0.08822, .one, .fitted(EstrogenMetabolism.source, range: 0.05...0.15),
            "Share of the estrone part that arrives as estrone")
        let asSulfate = b.parameter(
            "asSulfate", 0.7208, .one,
            .fitted("total estrone AUC 100 ng*h/mL at 1.25 mg, PMID 18357800", range: 0.53...0.97),
            "Share of the estrone part that arrives as estrone sulfate")
        let asSlow = b.parameter(
            "asSlow", 0.1715, .one, .fitted(EstrogenMetabolism.source, range: 0.12...0.24),
            "Share of the estrone part that enters the slow pool")
        let estroneMass = b.molarMass(of: .estrone)
        let arrives = b.input("firstPassEstrone", .one, "Oral estrogen that arrives as estrone, over usual")

        let gut = b.state("gut", "mol", initial: Expression(0, "mol"), scale: 1e-6, "Estrone part in the gut")
        b.rate(of: gut, -absorption * gut)
        _ = b.variable(
            "toEstrone", "mol/d", asEstrone * arrives * absorption * gut, "Estrone reaching the blood")
        _ = b.variable(
            "toSulfate", "mol/d", asSulfate * arrives * absorption * gut, "Estrone sulfate reaching the blood")
        _ = b.variable(
            "toSlow", "mol/d", asSlow * arrives * absorption * gut, "Conjugates entering the slow pool")

        let ringAbsorption = b.parameter(
            "ringBAbsorption", 0.29, "1/h",
            .assumed("peak at 5 to 9 h, Troy 1994 Curr Ther Res 55:359", range: 0.1...0.6),
            "Absorption rate of ring-B estrogens")
        let ringClearance = b.parameter(
            "ringBClearance", 22.05, "L/h",
            .measured("1.25 mg over total equilin 43.1 and delta-8,9-dehydroestrone 13.6 ng*h/mL, PMID 18357800"),
            "Apparent clearance of ring-B estrogens, per mass of conjugated estrogens")
        let ringVolume = b.parameter(
            "ringBVolume", 380, "L", .assumed("half-life of 12 h, Troy 1994 Curr Ther Res 55:359", range: 300...500),
            "Apparent volume of ring-B estrogens")
        let ringGut = b.state("ringBGut", "mg", initial: Expression(0, "mg"), scale: 0.1, "Ring-B part in the gut")
        let ring = b.state("ringB", "mg", initial: Expression(0, "mg"), scale: 0.1, "Ring-B estrogens")
        b.rate(of: ringGut, -ringAbsorption * ringGut)
        b.rate(
            of: ring,
            arrives * ringAbsorption * ringGut - ringClearance * clearanceScale * ring / (ringVolume * volumeScale))
        b.dosePort("dose", "mg", "Tablets swallowed") { dose in
            [(gut, estroneShare * dose / estroneMass), (ringGut, dose)]
        }

        let potency = b.fitted(
            "ringBPotency", .one, "Estradiol with the same effect on bone per total ring-B estrogens, mass over mass")
        let estradiolMass = b.molarMass(of: .estradiol)
        let hepaticPotency = b.parameter(
            "hepaticPotency", 3, .one,
            .measured(
                "binding proteins and angiotensinogen 2 to 3 times estradiol's per mg at equal effect on FSH, Mashchak 1982,"
                    + " doi 10.1016/0002-9378(82)90218-6", range: 2...3.5),
            "Estradiol with the same effect on the liver per mass of conjugated estrogens")
        _ = b.variable(
            "toLiver", "mol/d", hepaticPotency * ringAbsorption * ringGut / estradiolMass,
            "Conjugated estrogens in portal blood, as estradiol with the same effect on the liver")
        _ = b.variable(
            "equivalent", "mol/L", potency * ring / (ringVolume * volumeScale) / estradiolMass,
            "Ring-B estrogens as estradiol with the same effect on bone")
    }
}

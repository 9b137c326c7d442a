import Modeling
import Symbolics

/// Estradiol, estrone and their sulfates from medicines, turning into each other.
///
/// Linear: everything given adds to what the woman makes herself. A slow conjugate pool carries the long tail of
/// estrone after an oral dose.
struct EstrogenMetabolism: Component {
    let path = "pharmacology.estrogens"
    let summary = "Estradiol, estrone, estrone sulfate and a slow conjugate pool, for all estrogens given."

    static let source =
        "joint fit to 77 rows of oral, patch and gel pharmacokinetics (Lobo 2019, PMID 30694918; Pickar 2015, PMID 25944519; Scott 1991, PMID 2014092; FemPatch 1996, O1034 to O1039; labels)"

    func define(in b: ComponentBuilder) {
        let estradiolInput = b.sumOfInputs("estradiolInput", "mol/d", "Estradiol reaching the blood")
        let estroneInput = b.sumOfInputs("estroneInput", "mol/d", "Estrone formed in the first pass")
        let sulfateInput = b.sumOfInputs("sulfateInput", "mol/d", "Estrone sulfate formed in the first pass")
        let slowInput = b.sumOfInputs("slowInput", "mol/d", "Conjugates entering the slow pool")
        let clearanceScale = b.input("clearanceScale", .one, "Allometric scale of clearances")
        let volumeScale = b.input("volumeScale", .one, "Allometric scale of volumes")

        func fit(_ name: String, _ value: Double, _ unit: Unit, factor: Double, _ meaning: String) -> Expression {
            b.fitted(name, value, unit, factor: factor, to: Self.source, meaning)
        }
        let clearance2 = fit("estradiolClearance", 57.07, "L/h", factor: 1.04, "Clearance of estradiol")
        let clearance1 = fit("estroneClearance", 77.85, "L/h", factor: 1.08, "Clearance of estrone")
        let clearanceS = fit("sulfateClearance", 5.51, "L/h", factor: 1.24, "Clearance of estrone sulfate")
        let volume2 = fit("estradiolVolume", 664.2, "L", factor: 1.24, "Volume of estradiol")
        let volume1 = fit("estroneVolume", 362.2, "L", factor: 1.54, "Volume of estrone")
        let volumeS = fit("sulfateVolume", 13.76, "L", factor: 1.69, "Volume of estrone sulfate")
        let twoToOne = fit("estradiolToEstrone", 0.4557, .one, factor: 1.27, "Share of estradiol that becomes estrone")
        let oneToTwo = fit("estroneToEstradiol", 0.06965, .one, factor: 1.24, "Share of estrone that becomes estradiol")
        let oneToS = fit("estroneToSulfate", 0.5638, .one, factor: 1.23, "Share of estrone that is sulfated")
        let twoToS = fit("estradiolToSulfate", 0.5257, .one, factor: 1.26, "Share of estradiol that is sulfated")
        let sToOne = fit("sulfateToEstrone", 0.3666, .one, factor: 1.42, "Share of the sulfate that becomes estrone")
        let slowRate = fit("slowReturn", 0.02859, "1/h", factor: 1.49, "Return from the slow pool")
        let slowYield = b.parameter(
            "slowYield", 0.85, .one, .assumed("the rest leaves as conjugate", range: 0.5...1),
            "Share of the slow pool that returns as estrone")

        let none = Expression(0, "mol")
        let estradiol = b.state("estradiol", "mol", initial: none, scale: 1e-8, "Estradiol")
        let estrone = b.state("estrone", "mol", initial: none, scale: 1e-7, "Estrone")
        let sulfate = b.state("sulfate", "mol", initial: none, scale: 1e-7, "Estrone sulfate")
        let slow = b.state("slow", "mol", initial: none, scale: 1e-7, "Slow conjugates")
        let lost2 = clearance2 * clearanceScale * estradiol / (volume2 * volumeScale)
        let lost1 = clearance1 * clearanceScale * estrone / (volume1 * volumeScale)
        let lostS = clearanceS * clearanceScale * sulfate / (volumeS * volumeScale)
        b.rate(of: estradiol, estradiolInput + oneToTwo * lost1 - lost2)
        b.rate(
            of: estrone,
            estroneInput + twoToOne * lost2 + sToOne * lostS + slowYield * slowRate * slow - lost1)
        b.rate(of: sulfate, sulfateInput + oneToS * lost1 + twoToS * lost2 - lostS)
        b.rate(of: slow, slowInput - slowRate * slow)
        _ = b.variable("estradiolLevel", "mol/L", estradiol / (volume2 * volumeScale), "Estradiol from medicines")
        _ = b.variable("estroneLevel", "mol/L", estrone / (volume1 * volumeScale), "Estrone from medicines")
        _ = b.variable("sulfateLevel", "mol/L", sulfate / (volumeS * volumeScale), "Estrone sulfate from medicines")
    }
}

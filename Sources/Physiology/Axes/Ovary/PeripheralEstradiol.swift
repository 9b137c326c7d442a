import Modeling
import Symbolics

/// Estrogens that fat and other tissues make from androgens, which is all there is without a working ovary.
///
/// They rise with body mass, and an aromatase inhibitor takes them away.
struct PeripheralEstradiol: Component {
    let path = "axes.peripheralEstradiol"
    let summary = "Estradiol and estrone from peripheral aromatisation, by body mass."

    func define(in b: ComponentBuilder) {
        let bodyMass = b.input("bodyMassIndex", "kg/m2", "Her body mass index")
        let inhibition = b.sumOfInputs("aromataseInhibition", .one, "Share of aromatase that medicines block")
        let usualBodyMass = b.parameter(
            "usualBodyMassIndex", 68 / (1.62 * 1.62), "kg/m2",
            .assumed("a woman of 68 kg and 162 cm, to whom the level belongs"),
            "Body mass index at which the levels are stated")
        let estradiol = b.parameter(
            "postmenopausalEstradiol", 4.8, "pg/mL",
            .measured(
                "ULTRA baseline by mass spectrometry, doi 10.1097/01.AOG.0000137833.43248.79 (O0084); reviews 3.1 to 4.9",
                range: 3.1...4.9),
            "Serum estradiol from peripheral aromatisation")
        let estrone = b.parameter(
            "postmenopausalEstrone", 22, "pg/mL",
            .assumed("baseline estradiol to estrone ratio of about 0.2 (FemPatch 1996)", range: 17...35),
            "Serum estrone from peripheral aromatisation")
        let estradiolSlope = b.parameter(
            "estradiolByBodyMass", 0.067, "m2/kg",
            .fitted(
                "4.1, 5.7 and 8.9 pg/mL below 25, from 25 and from 30 kg/m2 taken as 22.5, 27.2 and 34 (O1584, O1589, O1594)",
                range: 0.05...0.085),
            "Relative rise of estradiol per unit of body mass index")
        let estroneSlope = b.parameter(
            "estroneByBodyMass", 0.04, "m2/kg",
            .fitted("20.1, 23.6 and 31.9 pg/mL in the same classes (O1585, O1590, O1595)", range: 0.03...0.05),
            "Relative rise of estrone per unit of body mass index")
        let excess = bodyMass - usualBodyMass
        let usual = b.variable(
            "usualEstradiol", "mol/L", estradiol / b.molarMass(of: .estradiol) * exp(estradiolSlope * excess),
            "Her estradiol from outside the ovary where nothing blocks aromatase")
        _ = b.variable("estradiol", "mol/L", usual * (1 - inhibition), "Her estradiol from outside the ovary")
        _ = b.variable(
            "estrone", "mol/L", estrone / b.molarMass(of: .estrone) * exp(estroneSlope * excess) * (1 - inhibition),
            "Her estrone from outside the ovary")
    }
}

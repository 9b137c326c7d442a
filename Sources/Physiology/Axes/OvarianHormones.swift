import Modeling
import Symbolics

/// The woman's own estradiol, estrone and progesterone, averaged over the menstrual cycle.
///
/// The menopausal transition is a falling share of time with a working ovary, so that receptors see an average over
/// two kinds of weeks, not the effect of an average level.
struct OvarianHormones: Component {
    let path = "axes.ovary"
    let summary = "Her own ovarian and peripheral hormones through cycles, transition, menopause or oophorectomy."

    func define(in b: ComponentBuilder) {
        let finalPeriod = b.control(
            "finalPeriod", 52.54 - 40, .years, "Time of the final menstrual period, from time zero")
        let present = b.control("present", 1, .one, "One while she has her ovaries, zero after their removal")
        let luteal = b.control(
            "lutealShare", 1, .one, "Progesterone of her cycles as a share of ovulatory ones")

        let inhibition = b.sumOfInputs(
            "aromataseInhibition", .one, "Share of what she makes outside the ovary that is not aromatised")

        let centre = b.fitted(
            "transitionCentre", .years, "When half of the ovarian activity is lost, from the final period")
        let width = b.fitted("transitionWidth", .years, "How gradually ovarian activity ends")
        let share = b.variable(
            "activity", .one, present / (1 + exp((Expression(.time) - finalPeriod - centre) / width)),
            "Share of time with a working ovary")

        let cyclingLevel = b.parameter(
            "cyclingEstradiol", 95, "pg/mL",
            .measured("mean over the cycle of Stricker 2006 daily medians, doi 10.1515/CCLM.2006.160, immunoassay"),
            "Mean serum estradiol over an ovulatory cycle")
        let equivalentLevel = b.parameter(
            "equivalentEstradiol", 80, "pg/mL",
            .measured(
                "constant level with the same mean saturating response as the Stricker cycle, doi 10.1515/CCLM.2006.160",
                range: 73...83),
            "Constant estradiol with the same receptor effect as the cycle")
        let remnant = (1 - inhibition) * b.parameter(
            "postmenopausalEstradiol", 4.8, "pg/mL",
            .measured(
                "ULTRA baseline by mass spectrometry, doi 10.1097/01.AOG.0000137833.43248.79 (O0084); reviews 3.1 to 4.9",
                range: 3.1...4.9),
            "Serum estradiol without a working ovary, from peripheral aromatisation")
        let mass = b.molarMass(of: .estradiol)
        _ = b.variable("cyclingLevel", "mol/L", equivalentLevel / mass, "Equivalent estradiol in a cycling week")
        _ = b.variable("remnantLevel", "mol/L", remnant / mass, "Estradiol in a week without a working ovary")
        _ = b.variable(
            "estradiol", "mol/L", (share * cyclingLevel + (1 - share) * remnant) / mass,
            "Her own serum estradiol, mean over weeks")

        let estroneMass = b.molarMass(of: .estrone)
        let cyclingEstrone = b.parameter(
            "cyclingEstrone", 78, "pg/mL",
            .assumed(
                "production 101 ug/day over a clearance of 1120 L/day/m2 at 1.75 m2 gives 52 in the early follicular phase; higher later",
                range: 50...100),
            "Mean serum estrone over a cycle")
        let remnantEstrone = (1 - inhibition) * b.parameter(
            "postmenopausalEstrone", 22, "pg/mL",
            .assumed("baseline estradiol to estrone ratio of about 0.2 (FemPatch 1996)", range: 17...35),
            "Serum estrone without a working ovary")
        _ = b.variable(
            "estrone", "mol/L", (share * cyclingEstrone + (1 - share) * remnantEstrone) / estroneMass,
            "Her own serum estrone")
        let sulfateRatio = b.parameter(
            "sulfateToEstrone", 10, .one,
            .assumed("estrone sulfate exceeds estrone about tenfold at rest", range: 5...15),
            "Estrone sulfate over estrone, molar, without medicines")
        _ = b.variable(
            "estroneSulfate", "mol/L",
            sulfateRatio * (share * cyclingEstrone + (1 - share) * remnantEstrone) / estroneMass,
            "Her own serum estrone sulfate")

        let progesteroneMass = b.molarMass(of: .progesterone)
        let cyclingProgesterone = b.parameter(
            "cyclingProgesterone", 3.6, "ng/mL",
            .measured("mean over the cycle of Stricker 2006 daily medians, doi 10.1515/CCLM.2006.160"),
            "Mean serum progesterone over an ovulatory cycle")
        _ = b.variable(
            "ovulatoryProgesterone", "mol/L", cyclingProgesterone / progesteroneMass,
            "Mean progesterone of ovulatory cycles")
        let remnantProgesterone = b.parameter(
            "postmenopausalProgesterone", 0.05, "ng/mL",
            .measured("postmenopausal range 0.03 to 0.3 ng/mL, encyclopedic summary", range: 0.03...0.3),
            "Serum progesterone without a corpus luteum")
        _ = b.variable(
            "progesterone", "mol/L",
            (share * luteal * cyclingProgesterone + (1 - share * luteal) * remnantProgesterone) / progesteroneMass,
            "Her own serum progesterone, mean over the cycle")
        let alloRatio = b.parameter(
            "allopregnanoloneToProgesteroneAtRest", 0.39, .one,
            .measured("Kimball 2020, PMID 31780185", range: 0.31...0.47),
            "Allopregnanolone over progesterone without a corpus luteum")
        let alloLutealRatio = b.parameter(
            "allopregnanoloneToProgesteroneLuteal", 0.04, .one, .measured("Kimball 2020, PMID 31780185"),
            "Allopregnanolone over progesterone formed from circulating progesterone")
        let allo = b.variable(
            "allopregnanolone", "mol/L",
            (alloLutealRatio * share * luteal * cyclingProgesterone
                + (alloRatio - alloLutealRatio) * remnantProgesterone) / progesteroneMass,
            "Her own serum allopregnanolone")
        let pregnanoloneShare = b.parameter(
            "pregnanoloneToAllopregnanolone", 0.6, .one,
            .assumed("pregnanolone lies below allopregnanolone (Andreen 2006, PMID 16406399)", range: 0.3...0.9),
            "Pregnanolone over allopregnanolone")
        _ = b.variable("pregnanolone", "mol/L", pregnanoloneShare * allo, "Her own serum pregnanolone")
    }
}

import Exchange
import Modeling
import Symbolics

/// Her ovary from day to day: one follicle after another, each with its own peak of estradiol and corpus luteum.
///
/// It offers what the cycle-averaged ovary offers, as of the moment: all her weeks are of one kind, with the estradiol
/// and progesterone she has just now.
struct MenstrualCycle: Component {
    let path = "axes.ovary"
    let summary = "Her ovary through every single cycle: follicles, ovulation, corpus luteum and their hormones."

    /// Length of an ovulatory cycle of youth, in days.
    static let length = 28.17

    func define(in b: ComponentBuilder) {
        let finalPeriod = b.control(
            "finalPeriod", Woman.medianMenopause - Timeline.restingAge, .years,
            "Time of the final menstrual period, from time zero")
        let present = b.control("present", 1, .one, "One while she has her ovaries, zero after their removal")
        let luteal = b.control("lutealShare", 1, .one, "Luteal phases as a share of those of ovulatory cycles")
        _ = b.ovarianActivity(elapsed: Expression(.time) - finalPeriod, present: present)
        let reserve = b.input("reserve", .one, "Follicles in both ovaries")
        let lh = b.input("LH", "IU/L", "LH")
        let fsh = b.input("FSH", "IU/L", "FSH")
        let peripheral = b.input("peripheralEstradiol", "mol/L", "Her estradiol from outside the ovary")
        let peripheralEstrone = b.input("peripheralEstrone", "mol/L", "Her estrone from outside the ovary")
        let progestin = b.sumOfInputs(
            "progestinSuppression", .one, "Progestin over the level that halves ovarian estradiol")
        let estrogen = b.sumOfInputs("estrogenGiven", "mol/L", "Estradiol and equivalents that the pituitary sees")
        let inhibition = b.sumOfInputs("aromataseInhibition", .one, "Share of aromatase that medicines block")

        // A drive of 0.65 gives short luteal phases and one of 0.5 none, as in women under stress.
        let usualDrive = 0.5 + 0.3 * luteal + 0.4 * max(0, luteal - 0.5)
        _ = OvarianDrive(b, usual: usualDrive)

        let basal = b.parameter(
            "basalProgesterone", 0.2, "ng/mL", .assumed(Pituitary.byHand, range: 0.1...0.3),
            "Progesterone of the adrenals")
        let lutealProgesterone = b.cycle(
            "lutealProgesterone", 19.06, "ng/mL", factor: 1.3, "Progesterone of a full corpus luteum")
        let progestinUnit = b.cycle(
            "progestinUnit", 1.25, "ng/mL", factor: 1.2, "Progesterone that suppresses as a progestin at its unit")
        let follicles = Follicles(b, present: present, reserve: reserve, lh: lh, fsh: fsh) { output in
            basal + lutealProgesterone * output + progestinUnit * progestin
        }
        let progesteroneMass = b.molarMass(of: .progesterone)
        _ = b.variable(
            "progesteroneSeen", "mol/L", follicles.progesterone / progesteroneMass,
            "Progesterone and equivalents that the brain sees")
        let theca = lh / (lh + b.cycle("thecaLH", 11.39, "IU/L", "LH of half the androgen supply"))
        let granulosa = fsh / (fsh + b.cycle("aromataseFSH", 2.254, "IU/L", factor: 2, "FSH of half the aromatase"))
        let ovarian =
            present
            * (b.cycle("smallEstradiol", 94.73, "pg/mL", factor: 1.3, "Estradiol of small follicles") * follicles.small
                * granulosa * theca
                + b.cycle("dominantEstradiol", 315.1, "pg/mL", factor: 1.3, "Estradiol of the dominant follicle")
                * follicles.dominant * theca
                + b.cycle("lutealEstradiol", 199.6, "pg/mL", factor: 1.3, "Estradiol of the corpus luteum")
                * follicles.luteal)
        let ovarianShare = b.parameter(
            "ovarianInhibition", 0.3, .one,
            .assumed("how much of an inhibitor's effect gets into follicles is not known", range: 0...0.6),
            "Share of an aromatase inhibitor's effect that reaches a working ovary")
        let mass = b.molarMass(of: .estradiol)
        let estradiol = b.variable(
            "estradiol", "mol/L", peripheral + ovarian * (1 - ovarianShare * inhibition) / mass,
            "Her own serum estradiol")
        _ = b.variable("estradiolSeen", "mol/L", estradiol + estrogen, "Estradiol that the brain sees")
        let inhibinA =
            b.cycle("follicleInhibinA", 0.6719, .one, factor: 2, "Inhibin A of the dominant follicle")
            * follicles.dominant * present
            + b.cycle("lutealInhibinA", 2.048, .one, factor: 2, "Inhibin A of the corpus luteum") * follicles.luteal
        _ = b.variable("inhibinAMade", .one, inhibinA, "Inhibin A that the ovary makes")
        _ = b.variable("smallFolliclesPresent", .one, present * follicles.small, "Small follicles in her ovaries")
        OvarianProgesterone(b, mass: progesteroneMass).declareMoment(
            b, basal: basal / progesteroneMass, luteal: lutealProgesterone * follicles.luteal / progesteroneMass)
        estrone(b, ovarianEstradiol: ovarian, peripheral: peripheralEstrone)
        weeks(b, estradiol: estradiol, peripheral: peripheral, mass: mass)
    }

    private func estrone(_ b: ComponentBuilder, ovarianEstradiol: Expression, peripheral: Expression) {
        let ratio = b.parameter(
            "ovarianEstroneToEstradiol", 0.62, .one,
            .assumed("56 of 78 pg/mL of estrone in cycles goes with 90 pg/mL of estradiol", range: 0.3...0.9),
            "Estrone over estradiol of ovarian origin, by mass")
        let estrone = b.variable(
            "estrone", "mol/L", peripheral + ratio * ovarianEstradiol / b.molarMass(of: .estrone),
            "Her own serum estrone")
        let sulfateRatio = b.parameter(
            "sulfateToEstrone", 10, .one,
            .assumed("estrone sulfate exceeds estrone about tenfold at rest", range: 5...15),
            "Estrone sulfate over estrone, molar, without medicines")
        _ = b.variable("estroneSulfate", "mol/L", sulfateRatio * estrone, "Her own serum estrone sulfate")
    }

    /// The moment, in the terms of the cycle-averaged ovary.
    private func weeks(_ b: ComponentBuilder, estradiol: Expression, peripheral: Expression, mass: Expression) {
        let resting = b.cycle(
            "equivalentEstradiol", 63.3, "pg/mL", factor: 1.05,
            "Constant estradiol with the same receptor effect as the cycle")
        _ = b.variable("restingLevel", "mol/L", resting / mass, "Equivalent estradiol in cycles without medicines")
        _ = b.variable("remnantLevel", "mol/L", peripheral, "Estradiol from outside the ovary")
        for week in OvarianWeek.allCases {
            let isNow = week == .cycling
            _ = b.variable(week.share, .one, isNow ? 1 : 0, "One for the kind of week that stands for the moment")
            _ = b.variable(
                week.level, "mol/L", isNow ? estradiol : peripheral, "Her estradiol now, where that kind counts")
        }
    }
}

import Exchange
import Modeling
import Symbolics

/// The woman's own estradiol, estrone and progesterone, averaged over the menstrual cycle.
///
/// Menopause, medicines and stress change how many of her weeks are of which kind, so that receptors see an average
/// over kinds of weeks, not the effect of an average level.
struct OvarianHormones: Component {
    let path = "axes.ovary"
    let summary = "Her own ovarian hormones through cycles, suppression, transition, menopause or oophorectomy."

    func define(in b: ComponentBuilder) {
        let finalPeriod = b.control(
            "finalPeriod", Woman.medianMenopause - Timeline.restingAge, .years,
            "Time of the final menstrual period, from time zero")
        let present = b.control("present", 1, .one, "One while she has her ovaries, zero after their removal")
        let luteal = b.control(
            "lutealShare", 1, .one, "Progesterone of her cycles as a share of ovulatory ones")
        let elapsed = Expression(.time) - finalPeriod
        let activity = b.ovarianActivity(elapsed: elapsed, present: present)

        let mass = b.molarMass(of: .estradiol)
        let drive = OvarianDrive(b)
        let suppression = OvarianSuppression(b, drive: drive.felt, estradiolMass: mass)
        let shares = suppression.shares(ofWeeksWithOvary: activity)
        for week in OvarianWeek.allCases {
            _ = b.variable(week.share, .one, shares[week] ?? 0, "Share of weeks: \(week.rawValue)")
        }
        estrogens(b, shares: shares, mass: mass)
        let ovulatory = b.variable(
            "ovulatoryShare", .one,
            suppression.cycling * luteal * drive.ovulatoryShare(b) * ovulation(b, elapsed, activity: activity),
            "Share of weeks in cycles that ovulate, those with a short luteal phase by its length")
        OvarianProgesterone(b, mass: b.molarMass(of: .progesterone)).declareMeans(b, ovulatoryShare: ovulatory)
    }

    /// Cycles without ovulation come before cycles end; her estradiol is not less for it.
    private func ovulation(_ b: ComponentBuilder, _ elapsed: Expression, activity: Expression) -> Expression {
        let source =
            "88 % of cycles 5 years before and 23 % in the last year, SWAN (O1480, O1481), over ovarian activity"
        let centre = b.parameter(
            "anovulationCentre", -1.252, .years, .fitted(source, range: -2...(-0.6)),
            "When about half of the remaining cycles ovulate, from the final period")
        let rate = b.parameter(
            "anovulationRate", 0.438, "1/years", .fitted(source, range: 0.3...0.6),
            "How quickly ovulation becomes rare")
        // Capped, so that in youth all cycles of a woman with ovulatory cycles are.
        return min(1, 1.05 * activity / (1 + exp(rate * (elapsed - centre))))
    }
}

extension ComponentBuilder {
    /// The share of time with a working ovary, by time from the final period.
    func ovarianActivity(elapsed: Expression, present: Expression) -> Expression {
        let centre = fitted(
            "transitionCentre", .years, "When half of the ovarian activity is lost, from the final period")
        let width = fitted("transitionWidth", .years, "How gradually ovarian activity ends")
        return variable(
            "activity", .one, present / (1 + exp((elapsed - centre) / width)), "Share of time with a working ovary")
    }
}

import Modeling
import Symbolics

/// LH and FSH, at equilibrium with the ovary in each kind of week, under a slow brake by estradiol and progestogens.
///
/// All estrogens count, her own and given. Inhibin of small follicles holds FSH down until they are few.
struct Pituitary: Component {
    let path = "axes.pituitary"
    let summary = "Mean LH, FSH and inhibin B, braked by estrogens, progestogens and inhibin."

    static let source =
        "resolved cycle fitted to daily levels, menopause, therapy, contraceptives and agonists (Documentation/Ovary.md)"
    static let byHand = "set by hand in the fit of the resolved cycle, for want of a time course"

    func define(in b: ComponentBuilder) {
        let drive = b.input("drive", .one, "GnRH action, one at rest")
        let follicles = b.input("smallFollicles", .one, "Small growing follicles, relative to youth")
        let remnant = b.input("remnantProgesterone", "mol/L", "Progesterone without a corpus luteum")
        let estrogen = b.input("estrogenGiven", "mol/L", "Estradiol and equivalents from medicines")
        let progestin = b.input("progestinSuppression", .one, "Progestin over the level that halves estradiol")
        let resting = b.input("restingLevel", "mol/L", "Equivalent estradiol in cycles without medicines")
        let progesteroneMass = b.molarMass(of: .progesterone)
        let feedback = SteroidFeedback(b, progesteroneMass: progesteroneMass)
        let progesterone = LutealFeedback(b, progesteroneMass: progesteroneMass)

        func given(_ own: Expression) -> Expression { own + progestin * progesterone.unit }
        let shares = OvarianWeek.allCases.map { b.input($0.share, .one, "Share of weeks: \($0.rawValue)") }
        let levels = OvarianWeek.allCases.map { b.input($0.level, "mol/L", "Estradiol in weeks: \($0.rawValue)") }
        let own = OvarianWeek.allCases.map { $0 == .cycling ? progesterone.tonic : remnant }
        let atRest = b.variable(
            "toneAtRest", .one, feedback.tone(estradiol: resting, progesterone: progesterone.tonic),
            "What estradiol and progesterone leave of gonadotropin secretion in a cycling woman")
        let target = sum(
            zip(shares, zip(levels, own)).map { share, level in
                share * feedback.tone(estradiol: level.0 + estrogen, progesterone: given(level.1))
            })
        let relative = b.state("tone", .one, initial: 1, "Tonic secretion that steroids leave, relative to rest")
        b.rate(of: relative, (target / atRest - relative) / feedback.lag)
        let tone = relative * atRest

        let secretion = Gonadotropins(b, tone: tone, drive: drive)
        var (lh, fsh, inhibin): (Expression, Expression, Expression) = (0, 0, 0)
        for (week, (share, own)) in zip(OvarianWeek.allCases, zip(shares, own)) {
            let isCycling = week == .cycling
            let count = week == .absent ? 0 : follicles
            let level = secretion.fsh(smallFollicles: count, inCycles: isCycling)
            let product = secretion.inhibinB(smallFollicles: count, fsh: level)
            fsh += share * level
            inhibin += share * product
            // The progestogen's part stands alone, so that means over a dosing interval are exact.
            lh +=
                share * secretion.lh(inhibinB: product, inCycles: isCycling)
                * (1 / (1 + given(own) / progesterone.halfSynthesis))
        }
        b.output("serum.LH", "IU/L", lh, "Luteinising hormone, mean over cycles")
        b.output("serum.FSH", "IU/L", fsh, "Follicle-stimulating hormone, mean over cycles")
        b.output("serum.inhibinB", "pg/mL", secretion.inhibinScale * inhibin, "Inhibin B, mean over cycles")
    }
}

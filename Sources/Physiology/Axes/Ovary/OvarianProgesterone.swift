import Modeling
import Symbolics

/// Her own progesterone and what the brain and liver make of it.
struct OvarianProgesterone {
    private let cycling: Expression
    private let remnant: Expression

    init(_ b: ComponentBuilder, mass: Expression) {
        let cyclingProgesterone = b.parameter(
            "cyclingProgesterone", 3.6, "ng/mL",
            .measured("mean over the cycle of Stricker 2006 daily medians, doi 10.1515/CCLM.2006.160"),
            "Mean serum progesterone over an ovulatory cycle")
        let remnantProgesterone = b.parameter(
            "postmenopausalProgesterone", 0.05, "ng/mL",
            .measured("postmenopausal range 0.03 to 0.3 ng/mL, encyclopedic summary", range: 0.03...0.3),
            "Serum progesterone without a corpus luteum")
        cycling = b.variable(
            "ovulatoryProgesterone", "mol/L", cyclingProgesterone / mass, "Mean progesterone of ovulatory cycles")
        remnant = remnantProgesterone / mass
    }

    /// Means over weeks, of which a share belongs to ovulatory cycles.
    func declareMeans(_ b: ComponentBuilder, ovulatoryShare: Expression) {
        let luteal = ovulatoryShare * cycling
        _ = b.variable("remnantProgesterone", "mol/L", remnant, "Progesterone in weeks without a corpus luteum")
        declare(b, level: luteal + (1 - ovulatoryShare) * remnant, fromCorpusLuteum: luteal)
    }

    /// What she has just now, as the progesterone of weeks of which none is an average over a cycle.
    func declareMoment(_ b: ComponentBuilder, basal: Expression, luteal: Expression) {
        _ = b.variable("ovulatoryShare", .one, 0, "Share of weeks that stand for whole cycles: none")
        _ = b.variable("remnantProgesterone", "mol/L", basal + luteal, "Her progesterone now")
        declare(b, level: basal + luteal, fromCorpusLuteum: luteal)
    }

    /// - Parameters:
    ///   - level: her own progesterone, its mean or of the moment.
    ///   - luteal: the part of it that a corpus luteum made.
    private func declare(_ b: ComponentBuilder, level: Expression, fromCorpusLuteum luteal: Expression) {
        _ = b.variable("progesterone", "mol/L", level, "Her own serum progesterone")
        let alloRatio = b.parameter(
            "allopregnanoloneToProgesteroneAtRest", 0.39, .one,
            .measured("Kimball 2020, PMID 31780185", range: 0.31...0.47),
            "Allopregnanolone over progesterone without a corpus luteum")
        let alloLutealRatio = b.parameter(
            "allopregnanoloneToProgesteroneLuteal", 0.04, .one, .measured("Kimball 2020, PMID 31780185"),
            "Allopregnanolone over progesterone formed from circulating progesterone")
        let allo = b.variable(
            "allopregnanolone", "mol/L", alloLutealRatio * luteal + (alloRatio - alloLutealRatio) * remnant,
            "Her own serum allopregnanolone")
        let pregnanoloneShare = b.parameter(
            "pregnanoloneToAllopregnanolone", 0.6, .one,
            .assumed("pregnanolone lies below allopregnanolone (Andreen 2006, PMID 16406399)", range: 0.3...0.9),
            "Pregnanolone over allopregnanolone")
        _ = b.variable("pregnanolone", "mol/L", pregnanoloneShare * allo, "Her own serum pregnanolone")
    }
}

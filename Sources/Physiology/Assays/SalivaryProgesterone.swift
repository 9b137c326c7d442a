import Exchange
import Modeling
import Symbolics

/// Progesterone as saliva shows it: a share of what is in serum, and what a cream brings there by a way serum does not show.
///
/// An observation only: nothing in the woman answers to it. What a cream does to saliva does not pass through serum, which the
/// endometrium and bone hear, and so saliva cannot guide its dose.
public enum SalivaryProgesterone {
    /// Salivary over total serum progesterone where no cream is used.
    public static let share = 0.015
    public static let shareProvenance = Provenance.assumed(
        "one to two per cent of total serum progesterone, SAL_E2P4, recalled", range: 0.01...0.02)

    /// Areas under the curve over a day after a daily cream, in ng h/mL, and its dose in mg.
    private static let cream = (saliva: 39.02, serum: 12.39, dose: 80.0)
    public static let creamProvenance = Provenance.measured(
        "ten women after menopause on 80 mg of cream a day, Du 2013 (lab_cream_saliva, lab_cream_serum), PMID 23652031")

    /// Mean over the day in saliva, in ng/mL, for each milligram of cream a day, beyond what comes from serum.
    static let perDailyMilligram = (cream.saliva - share * cream.serum) / 24 / cream.dose

    /// What saliva reads on average over a day, in ng/mL.
    ///
    /// - Parameters:
    ///   - serum: total progesterone in serum, in ng/mL.
    ///   - therapy: what she takes.
    ///   - days: when, in days since time zero.
    public static func reading(serum: Double, therapy: [Treatment], at days: Double) -> Double {
        share * serum + perDailyMilligram * dailyCream(in: therapy, at: days)
    }

    /// Milligrams of cream a day that are used just before a time, over the days of a cycle.
    public static func dailyCream(in therapy: [Treatment], at days: Double) -> Double {
        therapy.filter { $0.medicine == "progesterone" && $0.form == "cream" && $0.from < days && days <= $0.until + 1e-6 }
            .reduce(0) { sum, treatment in
                let share = treatment.days.map { Double($0.last - $0.first + 1) / Double($0.cycleLength) } ?? 1
                return sum + share * (treatment.dose.value(in: "mg") ?? 0) / (treatment.every ?? 1)
            }
    }
}

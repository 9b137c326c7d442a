import Modeling
import Symbolics

extension ComponentBuilder {
    /// Inputs for how many of her weeks are of which kind, and her estradiol in each, as ``Assembly/connectWeeks(to:)``
    /// connects them.
    ///
    /// What estradiol does is to be averaged over them, `Σ share · effect(level)`: effects saturate, so the effect of an
    /// average level is another.
    func ovarianWeeks() -> [(share: Expression, level: Expression)] {
        OvarianWeek.allCases.map { week in
            (
                share: input(week.share, .one, "Share of weeks: \(week.rawValue)"),
                level: input(week.level, "mol/L", "Her estradiol in weeks: \(week.rawValue)")
            )
        }
    }
}

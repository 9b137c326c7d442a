/// A kind of week a woman lives through, as her estradiol tells them apart.
///
/// Receptors answer to the level of the week, not to the mean of many, so her ovarian activity is counted in shares of
/// weeks of each kind.
enum OvarianWeek: String, CaseIterable, Sendable {
    /// With cycles, whether or not they ovulate.
    case cycling
    /// Follicles grow a little and stop; no surge.
    case arrested
    /// Held down by a progestin, or by little drive from the hypothalamus: levels of the early follicular phase.
    case suppressed
    /// Without gonadotropins that act, as under an agonist of GnRH.
    case silent
    /// Without an ovary that works, by age or surgery.
    case absent

    /// The variable of `axes.ovary` that counts them, and the input of those who need it.
    var share: String { "\(rawValue)Share" }
    /// The variable of `axes.ovary` with her estradiol in such a week.
    var level: String { "\(rawValue)Level" }
}

import Evidence
import Exchange

/// When and how menopause comes, and who has lost her uterus.
struct MenopauseReference: Sendable {
    private let naturalAge: Double
    private let spread: Double
    private let smokerShift: Double
    private let hysterectomies: AgeCurve
    /// Share of women without a uterus who have lost both ovaries too.
    private let ovariesToo: Double

    /// Age before which no uterus is removed, and from which its absence grows evenly; order of magnitude, as is the
    /// age at removal of the ovaries.
    private static let firstOperation = 30.0
    private static let oophorectomyAge = (mean: 45.0, spread: 7.0)

    init(_ evidence: EvidenceLibrary) throws {
        let rows = try EvidenceRows(
            evidence,
            [
                "meno_age_median_mass", "meno_age_sd_natural_recalled", "meno_age_smoke_shift", "hyst_70_79",
                "hyst_share_nhanes1314", "bso_share_nhanes1314",
            ])
        naturalAge = try rows.value("meno_age_median_mass")
        spread = try rows.value("meno_age_sd_natural_recalled")
        smokerShift = try rows.value("meno_age_smoke_shift")
        hysterectomies = AgeCurve([(Self.firstOperation, 0), (75, try rows.share("hyst_70_79"))])
        ovariesToo = try rows.share("bso_share_nhanes1314") / rows.share("hyst_share_nhanes1314")
    }

    /// Age at natural menopause in years, of a woman so many standard deviations from the mean.
    func naturalAge(_ score: Double, smokes: Bool) -> Double {
        (naturalAge + (smokes ? smokerShift : 0) + spread * score).clamped(to: WomanLimits.menopauseAge)
    }

    /// Whether her uterus was removed by an age, for a place between zero and one.
    func hasLostUterus(_ place: Double, age: Double) -> Bool { place < hysterectomies(age) }

    /// Age at removal of both ovaries in years; nil where she kept them, or it came after menopause or is still to come.
    func oophorectomy(_ place: Double, _ score: Double, natural: Double, age: Double) -> Double? {
        guard place < ovariesToo else { return nil }
        let at = (Self.oophorectomyAge.mean + Self.oophorectomyAge.spread * score).clamped(to: Self.firstOperation...65)
        return at < min(natural, age) ? at : nil
    }
}

import Evidence
import Exchange
import Modeling
import Symbolics

/// How women differ: the one table of spreads that virtual women are drawn from.
///
/// What differs is independent, but for parameters that share a ``Variation``, and for her age, which follows from
/// that at menopause (see ``VirtualWomen``). Measured spreads are read from the evidence by the name of their row.
public struct WomenSpreads: Sendable {
    /// Age at menopause, in years.
    public let menopauseAge: Spread
    /// Age of women recruited before menopause, in years.
    public let ageBeforeMenopause: Spread
    /// Age of women recruited after menopause, in years: the widest that years since menopause are spread.
    public let ageAfterMenopause: Spread
    /// Years between menopause and time zero, as coefficient of variation (log-normal).
    public let yearsFromMenopause: Spread
    /// Weight by decade of age from 20 to 80, of the logarithm.
    public let weight: [Spread]
    public let vitaminD: Spread
    public let calcium: Spread
    public let variations: [Variation]

    /// Reads the measured spreads.
    ///
    /// - Throws: `EvidenceError` for a row that is missing, `SpreadError` for one without the spread.
    public init(evidence: EvidenceLibrary = .bundled) throws {
        let names = Row.allCases.map(\.rawValue)
        let records = try evidence.parameters(names)
        let rows = Dictionary(uniqueKeysWithValues: zip(names, records))
        // Every row asked for is there, or reading would have failed.
        func row(_ name: Row) -> ParameterRecord { rows[name.rawValue]! }

        menopauseAge = try row(.menopauseAge).standardDeviation(in: .years)
        ageBeforeMenopause = try row(.ageBeforeMenopause).standardDeviation(in: .years)
        ageAfterMenopause = try row(.ageAfterMenopause).standardDeviation(in: .years)
        yearsFromMenopause = .assumed(
            coefficientOfVariation: 0.5, 0.3...0.7,
            "women taken evenly up to ten years after menopause, as in PEPI (tb_pepi_n), have 0.58")
        weight = try [Row.bmi20, .bmi30, .bmi40, .bmi50, .bmi60, .bmi70, .bmi80].map {
            try row($0).standardDeviation(in: .one)
        }
        vitaminD = try row(.vitaminD).standardDeviation(in: .one)
        calcium = .assumed(
            coefficientOfVariation: 0.4, 0.3...0.5, "food records of women, order of magnitude; no row of evidence")
        variations = try Self.estrogens(row) + Self.progestogens(row) + Self.bone(row)
    }

    /// The rows of evidence that hold spreads.
    private enum Row: String, CaseIterable {
        case menopauseAge = "meno_age_mean_mht_users"
        case ageBeforeMenopause = "tb_swan_age_hsa"
        case ageAfterMenopause = "tb_ultra_age"
        case bmi20 = "bmi_lnmean_20_29"
        case bmi30 = "bmi_lnmean_30_39"
        case bmi40 = "bmi_lnmean_40_49"
        case bmi50 = "bmi_lnmean_50_59"
        case bmi60 = "bmi_lnmean_60_69"
        case bmi70 = "bmi_lnmean_70_79"
        case bmi80 = "bmi_lnmean_80plus"
        case vitaminD = "vitd_logn_female"
        case patchEstradiol = "pk.estradiol.patch.cv_between"
        case oralEstradiol = "pk.estradiol.oral.cv_auc"
        case oralProgesterone = "pk.progesterone.oral_micronized.cv_auc"
        case ownEstradiol = "pk_e2_basal_elderly"
        case turnover = "btm_oc_pre"
    }

    private static func estrogens(_ row: (Row) -> ParameterRecord) throws -> [Variation] {
        let path = "pharmacology.estrogens"
        let oral = "pharmacology.estradiol.oral"
        let clearance = try row(.patchEstradiol).fromCoefficientOfVariation()
        let both = try row(.oralEstradiol).fromCoefficientOfVariation()
        return [
            Variation(
                "estrogenClearance", "Clearance of all estrogens; on a patch the whole spread of estradiol", clearance,
                keeping: .meanOfReciprocal,
                [
                    "\(path).estradiolClearance", "\(path).estroneClearance", "\(path).sulfateClearance",
                    "pharmacology.conjugatedEstrogens.oral.ringBClearance",
                ]),
            Variation(
                "oralEstradiolAbsorbed", "Share of swallowed estradiol that reaches the blood in any form",
                both.less(clearance, "the spread of clearance as seen on patches"), keeping: .mean,
                isShareOfDose: true,
                ["\(oral).asEstradiol", "\(oral).asEstrone", "\(oral).asSulfate", "\(oral).asSlow"]),
            Variation(
                "ownEstradiol", "Estradiol she makes after menopause", try row(.ownEstradiol).fromInterval(),
                keeping: .median, ["axes.peripheralEstradiol.postmenopausalEstradiol"]),
        ]
    }

    private static func progestogens(_ row: (Row) -> ParameterRecord) throws -> [Variation] {
        let clearance = Spread.assumed(
            coefficientOfVariation: 0.25, 0.15...0.4, "metabolic clearance of steroids; no row of evidence")
        let both = try row(.oralProgesterone).fromCoefficientOfVariation()
        return [
            Variation(
                "progesteroneClearance", "Clearance of progesterone", clearance, keeping: .meanOfReciprocal,
                ["pharmacology.progesterone.clearance"]),
            Variation(
                "oralProgesteroneAbsorbed", "Share of swallowed progesterone that reaches the blood",
                both.less(clearance, "the spread assumed for clearance"), keeping: .mean, isShareOfDose: true,
                [
                    "pharmacology.progesterone.oralFasted.bioavailability",
                    "pharmacology.progesterone.oralFed.bioavailability",
                ]),
            Variation(
                "medroxyprogesteroneClearance", "Apparent clearance of oral medroxyprogesterone acetate",
                .assumed(
                    coefficientOfVariation: 0.4, 0.25...0.6, "as of other oral progestogens; no row of evidence"),
                keeping: .meanOfReciprocal, ["pharmacology.medroxyprogesterone.oral.clearance"]),
        ]
    }

    /// The name of the variation of bone turnover.
    static let turnover = "boneTurnover"

    private static func bone(_ row: (Row) -> ParameterRecord) throws -> [Variation] {
        [
            Variation(
                turnover, "Turnover of bone at every site, and with it the rate of gain or loss",
                try row(.turnover).fromInterval(), keeping: .mean,
                SkeletalSite.allCases.map { "skeleton.\($0.rawValue).turnover" }),
            Variation(
                "estrogenHalfEffect", "Estradiol of half the largest effect on bone",
                .assumed(coefficientOfVariation: 0.3, 0.15...0.6, "receptor sensitivity; no row of evidence"),
                keeping: .mean, ["receptors.estrogen.halfEffect"]),
        ]
    }
}

import Evidence
import Exchange
import Foundation
import Physiology

/// Bone density of American women by age, ethnic group and site.
///
/// Spine and femoral neck are from the surveys' rows of evidence; the other sites fall with age as the model's norms say.
public struct DensityReference: Sendable {
    /// One site: its curves and, for each group, its density over the mean of all.
    private struct Site: Sendable {
        let mean: AgeCurve
        let spread: AgeCurve
        let ratios: [EthnicGroup: Double]
        /// Standard deviation of these ratios among women.
        let spreadOfRatios: Double
    }

    /// In the order of the sites.
    private let sites: [Site]

    private static let decades = [
        (25.5, "21_30"), (35.5, "31_40"), (45.5, "41_50"), (55.5, "51_60"), (65.5, "61_70"), (75.5, "71_80"),
    ]
    /// Where curves are drawn to, in years.
    private static let oldest = 95.0

    /// Correlation of density with the logarithm of BMI among women of one age.
    public static let correlationWithBMI = 0.33

    public init(_ evidence: EvidenceLibrary = .bundled) throws {
        let rows = try EvidenceRows(
            evidence,
            Self.decades.map { "ls_bmd_\($0.1)" } + [
                "fn_ref_mean", "fn_t_mean_50plus", "fn_t_slope_age_recalled", "bmd_eth_ls_black", "bmd_eth_ls_mexam",
                "bmd_eth_fn_black", "bmd_eth_fn_mexam",
            ])
        let body = try BodyReference(evidence)
        let spineRatios = try Self.ratios(rows, "ls", body.shares)
        let hipRatios = try Self.ratios(rows, "fn", body.shares)
        let neck = try Self.neck(rows, NeckReference(evidence))
        let spine = try Self.spine(rows)
        sites = SkeletalSite.allCases.map { site in
            let (mean, spread) = site == .lumbarSpine ? spine : site == .femoralNeck ? neck : Self.norm(of: site)
            let ratios = site == .lumbarSpine || site == .lumbarSpineTrabecular ? spineRatios : hipRatios
            let variance = EthnicGroup.allCases.reduce(0) {
                $0 + (body.shares[$1] ?? 0) * pow((ratios[$1] ?? 1) - 1, 2)
            }
            return Site(mean: mean, spread: spread, ratios: ratios, spreadOfRatios: variance.squareRoot())
        }
    }

    /// Mean density of all groups, in the site's unit.
    public func mean(_ site: SkeletalSite, age: Double) -> Double { mean(site.index, age: age) }

    /// Standard deviation among women of one age, all groups together, in the site's unit.
    public func spread(_ site: SkeletalSite, age: Double) -> Double { spread(site.index, age: age) }

    /// Mean density of all groups at the site of a place.
    func mean(_ site: Int, age: Double) -> Double { sites[site].mean(age) }

    /// Standard deviation among women of one age at the site of a place.
    func spread(_ site: Int, age: Double) -> Double { sites[site].spread(age) }

    /// Density of a group over the mean of all; one where nothing is told of it.
    func ratio(_ site: Int, _ group: EthnicGroup) -> Double { sites[site].ratios[group] ?? 1 }

    /// Standard deviation among women of one age and group, in the site's unit.
    func spreadWithinGroup(_ site: Int, age: Double) -> Double {
        let (all, between) = (spread(site, age: age), sites[site].spreadOfRatios * mean(site, age: age))
        return (all * all - between * between).squareRoot()
    }

    private static func spine(_ rows: EvidenceRows) throws -> (AgeCurve, AgeCurve) {
        let means = try decades.map { ($0.0, try rows.value("ls_bmd_\($0.1)")) }
        let spreads = try decades.map { ($0.0, try rows.deviation("ls_bmd_\($0.1)")) }
        // Beyond the last decade the mean goes on falling as over the last two; the spread stays.
        let (before, last) = (means[means.count - 2], means[means.count - 1])
        let slope = (last.1 - before.1) / (last.0 - before.0)
        return (AgeCurve(means + [(oldest, last.1 + slope * (oldest - last.0))]), AgeCurve(spreads))
    }

    private static func neck(_ rows: EvidenceRows, _ neck: NeckReference) throws -> (AgeCurve, AgeCurve) {
        let young = try rows.value("fn_ref_mean")
        let unit = try rows.deviation("fn_ref_mean")
        let peak = neck.age - neck.mean / neck.slope
        return (
            AgeCurve([(peak, young), (oldest, young + unit * (neck.mean + neck.slope * (oldest - neck.age)))]),
            AgeCurve([(peak, unit * neck.spread)])
        )
    }

    private static func norm(of site: SkeletalSite) -> (AgeCurve, AgeCurve) {
        let (young, norm) = (site.reference.mean, site.norm)
        return (
            AgeCurve([(norm.onset, young), (oldest, young * (1 - norm.fall * (oldest - norm.onset)))]),
            AgeCurve([(norm.onset, norm.spread)])
        )
    }

    /// Density of each group over the mean of all, from differences to white women.
    private static func ratios(
        _ rows: EvidenceRows, _ site: String, _ shares: [EthnicGroup: Double]
    ) throws -> [EthnicGroup: Double] {
        let toWhite: [EthnicGroup: Double] = [
            .white: 1, .black: 1 + (try rows.value("bmd_eth_\(site)_black")) / 100,
            .mexicanAmerican: 1 + (try rows.value("bmd_eth_\(site)_mexam")) / 100,
        ]
        // Of the others nothing is told; they are taken as the mean of all.
        let known =
            toWhite.reduce(0) { $0 + (shares[$1.key] ?? 0) * $1.value }
            / toWhite.keys.reduce(0) { $0 + (shares[$1] ?? 0) }
        return toWhite.mapValues { $0 / known }
    }
}

/// T-scores of the femoral neck among American women of 50 and over: their mean at a mean age, their fall with age, and how
/// far women of one age lie apart.
struct NeckReference: Sendable {
    /// Mean age of women of 50 and over, in years.
    let age: Double
    /// Mean T-score at that age.
    let mean: Double
    /// T units a year.
    let slope: Double
    /// Standard deviation at one age, in T units: that of all of 50 and over less what their ages spread.
    let spread: Double

    init(_ evidence: EvidenceLibrary) throws {
        let decades = [(55.0, "50_59"), (65, "60_69"), (75, "70_79"), (85, "80plus")]
        let rows = try EvidenceRows(
            evidence, decades.map { "share_age_\($0.1)" } + ["fn_t_mean_50plus", "fn_t_slope_age_recalled"])
        let shares = try decades.map { ($0.0, try rows.share("share_age_\($0.1)")) }
        let total = shares.reduce(0) { $0 + $1.1 }
        let middle = shares.reduce(0) { $0 + $1.0 * $1.1 } / total
        // Evenly spread over each decade.
        let variance = shares.reduce(0) { $0 + pow($1.0 - middle, 2) * $1.1 } / total + 100.0 / 12
        age = middle
        mean = try rows.value("fn_t_mean_50plus")
        slope = try rows.value("fn_t_slope_age_recalled")
        spread = (pow(try rows.deviation("fn_t_mean_50plus"), 2) - slope * slope * variance).squareRoot()
    }
}

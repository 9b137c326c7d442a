import Evidence
import Foundation
import Symbolics

/// How far women's hormone levels lie apart beyond what virtual women differ in: set points that each keeps to.
///
/// Bands of levels show them. Virtual women do not differ by them: nothing in the evidence says how bone goes with them.
public struct LevelSpreads: Sendable {
    /// Spreads of the logarithm about the woman's own level, by output.
    public let levels: [String: Spread]
    /// What her ovary makes while it cycles.
    public let cycles: [Variation]

    /// Reads reference intervals.
    ///
    /// - Throws: `EvidenceError` for a row that is missing, `SpreadError` for one without an interval.
    public init(evidence: EvidenceLibrary = .bundled) throws {
        let records = try evidence.parameters(Self.rows.map(\.row))
        var levels = try Dictionary(
            uniqueKeysWithValues: zip(Self.rows, records).map { ($0.output, try $1.fromReferenceInterval()) })
        levels["serum.calcitriol"] = .assumed(
            coefficientOfVariation: 0.35, 0.2...0.5, "a reference interval of 18 to 72 pg/mL, recalled (CALCITRIOL)")
        levels["serum.IL6"] = .assumed(
            coefficientOfVariation: 0.6, 0.4...1, "cytokines of healthy women, order of magnitude; no row of evidence")
        self.levels = levels
        cycles = [
            Variation(
                "cyclingEstradiol", "Estradiol her ovary makes while it cycles",
                .assumed(
                    coefficientOfVariation: 0.35, 0.2...0.5,
                    "production in the follicular phase, standard error of 14 % in few women (pk.estradiol.production_follicular)"),
                keeping: .median, ["axes.ovary.cyclingEstradiol"]),
            Variation(
                "cyclingProgesterone", "Progesterone of her luteal phases",
                .assumed(
                    coefficientOfVariation: 0.35, 0.2...0.5,
                    "13 to 46 nmol/L from the 5th to the 95th percentile (lab_ref_progesterone_luteal)"),
                keeping: .median, ["axes.ovary.cyclingProgesterone"]),
        ]
    }

    /// Where the interval differs by age, that of 50 to 64 years: on a logarithmic scale it is much the same at any age.
    private static let rows: [(output: String, row: String)] = [
        ("serum.SHBG", "lab_ref_shbg_post"), ("serum.testosterone", "lab_ref_testosterone"),
        ("serum.DHEAS", "lab_ref_dheas_55"), ("serum.cortisol", "lab_ref_cortisol"), ("serum.TSH", "lab_ref_tsh"),
        ("serum.PTH", "lab_ref_pth"), ("serum.calcium", "lab_ref_calcium"), ("serum.IGF1", "lab_ref_igf1_50"),
    ]
}

extension ParameterRecord {
    /// The standard deviation of the logarithm, from a laboratory's interval, which holds 95 % of healthy women.
    func fromReferenceInterval() throws -> Spread {
        guard dispersion.kind == .range, let low = dispersion.low, let high = dispersion.high, 0 < low, low < high else {
            throw unusable("a reference interval above zero")
        }
        return Spread(
            value: log(high / low) / (2 * NormalDistribution.quantile(0.975)), unit: .one, provenance: provenance)
    }
}

import Evidence
import Exchange
import Modeling

/// What goes together in women of one age and ethnic group: body mass, menopause, turnover and density at every site.
struct Correlations: Sendable {
    /// What is drawn together, in this order.
    enum Trait: Hashable, Sendable {
        case BMI, menopauseAge, turnover
        case density(SkeletalSite)

        static let all: [Trait] = [.BMI, .menopauseAge, .turnover] + SkeletalSite.allCases.map { .density($0) }
    }

    /// A correlation and where it is from.
    struct Entry: Sendable {
        let value: Double
        let provenance: Provenance
    }

    let entries: [Set<Trait>: Entry]
    private let triangle: Cholesky

    /// - Throws: `EvidenceError` for a row that is missing, `SpreadError` for rows that contradict each other.
    init(_ evidence: EvidenceLibrary) throws {
        let names = ["corr_ls_fn_post", "corr_ls_th_pm", "corr_fn_th_recalled", "bmd_menopause_age"]
        let rows = Dictionary(uniqueKeysWithValues: zip(names, try evidence.parameters(names)))
        var entries: [Set<Trait>: Entry] = [:]
        func measured(_ first: SkeletalSite, _ second: SkeletalSite, _ row: String) throws {
            guard let record = rows[row], let value = record.value else {
                throw SpreadError(description: "parameters.csv, row \(row): expected a correlation as value.")
            }
            let source = "\(row), \(record.citation)"
            entries[[.density(first), .density(second)]] = Entry(
                value: value,
                provenance: record.sourceKind == .recalled ? .assumed("\(source), recalled") : .measured(source))
        }
        try measured(.lumbarSpine, .femoralNeck, "corr_ls_fn_post")
        try measured(.lumbarSpine, .totalHip, "corr_ls_th_pm")
        try measured(.femoralNeck, .totalHip, "corr_fn_th_recalled")
        for (first, second, value, why) in Self.assumedBetweenSites {
            entries[[.density(first), .density(second)]] = Entry(value: value, provenance: .assumed(why))
        }
        let later = (rows["bmd_menopause_age"]?.value ?? .nan) / 100
        for site in SkeletalSite.allCases {
            let density = Trait.density(site)
            entries[[.BMI, density]] = Entry(
                value: DensityReference.correlationWithBMI,
                provenance: .assumed(
                    "about 1 T unit between the lowest and the highest quarter of weight, 2.5 SD of weight apart "
                        + "(bmd_weight_effect, Mazess 1999, PMID 10430638)", range: 0.25...0.45))
            entries[[.menopauseAge, density]] = Entry(
                value: later * Self.yearsOfSpread / 10 / Self.relativeSpread,
                provenance: .measured("6 % of density for ten years (bmd_menopause_age), over the spreads of both"))
            entries[[.turnover, density]] = Entry(
                value: -0.25,
                provenance: .assumed(
                    "fast turnover has cost bone before; cohorts report -0.1 to -0.4; no row of evidence",
                    range: -0.45...0))
        }
        self.entries = entries
        guard let triangle = Cholesky(Self.matrix(entries)) else {
            throw SpreadError(
                description: "parameters.csv, rows \(names.joined(separator: ", ")): the correlations contradict each "
                    + "other; expected a positive definite matrix.")
        }
        self.triangle = triangle
    }

    /// Spread of the age at natural menopause in years, and of density over its mean: what turns the published slope
    /// into a correlation.
    private static let yearsOfSpread = 4.0
    private static let relativeSpread = 0.149

    private static let assumedBetweenSites: [(SkeletalSite, SkeletalSite, Double, String)] = {
        let radius = "spine and forearm 0.5 to 0.6, femur and forearm 0.5 to 0.7 (note of corr_ls_fn_post)"
        let body = "the body holds every site; order of magnitude"
        let computed = "order of magnitude, trabecular bone of the same vertebrae"
        return [
            (.lumbarSpine, .radius, 0.55, radius), (.femoralNeck, .radius, 0.6, radius),
            (.totalHip, .radius, 0.6, radius),
            (.totalBody, .lumbarSpine, 0.75, body), (.totalBody, .femoralNeck, 0.75, body),
            (.totalBody, .totalHip, 0.75, body), (.totalBody, .radius, 0.7, body),
            (.lumbarSpineTrabecular, .lumbarSpine, 0.75, computed),
            (.lumbarSpineTrabecular, .femoralNeck, 0.55, computed),
            (.lumbarSpineTrabecular, .totalHip, 0.55, computed),
            (.lumbarSpineTrabecular, .totalBody, 0.6, computed), (.lumbarSpineTrabecular, .radius, 0.45, computed),
        ]
    }()

    private static func matrix(_ entries: [Set<Trait>: Entry]) -> [[Double]] {
        Trait.all.map { first in
            Trait.all.map { second in first == second ? 1 : entries[[first, second]]?.value ?? 0 }
        }
    }

    /// Scores that go together, from independent ones in the order of ``Trait/all``.
    func scores(_ independent: [Double]) -> [Double] { triangle.correlated(independent) }
}

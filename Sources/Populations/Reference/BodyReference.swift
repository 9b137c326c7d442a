import Evidence
import Foundation

/// How tall, heavy and sunned American women are, and how many smoke, by age and ethnic group: NHANES.
struct BodyReference: Sendable {
    private let logarithmOfBMI: AgeCurve
    private let spreadOfBMI: AgeCurve
    private let height: AgeCurve
    private let spreadOfHeight: AgeCurve
    private let smokers: AgeCurve
    /// Logarithm of the BMI of a group over that of all.
    private let groups: [EthnicGroup: Double]
    private let vitaminD: [EthnicGroup: (median: Double, spread: Double)]
    /// Share of each group among women of 50 and over.
    let shares: [EthnicGroup: Double]

    /// Beyond this the log-normal that meets the published shares of low values has a tail too heavy, in nmol/L.
    private static let highestVitaminD = 200.0

    private static let decades = [
        (25.0, "20_29"), (35, "30_39"), (45, "40_49"), (55, "50_59"), (65, "60_69"), (75, "70_79"), (85, "80plus"),
    ]
    private static let smokingDecades = decades.dropFirst(2)
    private static let groupRows: [EthnicGroup: (body: String, vitaminD: String)] = [
        .white: ("bmi_40_79_white", "vitd_logn_nhw"), .black: ("bmi_40_79_black", "vitd_logn_nhb"),
        .mexicanAmerican: ("bmi_40_79_mexican", "vitd_logn_hisp"),
        .otherHispanic: ("bmi_40_79_hispanic", "vitd_logn_hisp"), .other: ("bmi_40_79_other", "vitd_logn_nha"),
    ]
    private static let shareRows: [EthnicGroup: String] = [
        .white: "share_white_50plus", .black: "share_black_50plus", .mexicanAmerican: "share_mexican_50plus",
    ]

    init(_ evidence: EvidenceLibrary) throws {
        let rows = try EvidenceRows(
            evidence,
            Self.decades.flatMap { ["bmi_lnmean_\($0.1)", "height_mean_\($0.1)"] }
                + Self.smokingDecades.map { "smoke_cur_\($0.1)" }
                + Self.groupRows.values.flatMap { [$0.body, $0.vitaminD] } + Self.shareRows.values)
        func curve(_ decades: some Sequence<(Double, String)>, _ value: (String) throws -> Double) rethrows -> AgeCurve
        {
            AgeCurve(try decades.map { ($0.0, try value($0.1)) })
        }
        logarithmOfBMI = try curve(Self.decades) { try rows.value("bmi_lnmean_\($0)") }
        spreadOfBMI = try curve(Self.decades) { try rows.deviation("bmi_lnmean_\($0)") }
        height = try curve(Self.decades) { try rows.value("height_mean_\($0)") }
        spreadOfHeight = try curve(Self.decades) { try rows.deviation("height_mean_\($0)") }
        smokers = try curve(Self.smokingDecades) { try rows.value("smoke_cur_\($0)") }
        vitaminD = try Self.groupRows.mapValues {
            (try rows.value($0.vitaminD), try rows.deviation($0.vitaminD))
        }
        var shares = try Self.shareRows.mapValues { try rows.share($0) }
        // The survey tells the rest as one; half of them are taken to be of each of its two other groups.
        let rest = 1 - shares.values.reduce(0, +)
        shares[.otherHispanic] = rest / 2
        shares[.other] = rest / 2
        let BMI = try Self.groupRows.mapValues { try rows.value($0.body) }
        let all = EthnicGroup.allCases.reduce(0) { $0 + (shares[$1] ?? 0) * (BMI[$1] ?? 0) }
        groups = BMI.mapValues { log($0 / all) }
        self.shares = shares
    }

    /// BMI in kg/m2 of a woman so many standard deviations from the median of her age and group.
    func BMI(_ score: Double, age: Double, group: EthnicGroup) -> Double {
        exp(logarithmOfBMI(age) + (groups[group] ?? 0) + spreadOfBMI(age) * score)
    }

    /// Height in cm of a woman so many standard deviations from the mean of her age.
    func height(_ score: Double, age: Double) -> Double { height(age) + spreadOfHeight(age) * score }

    /// 25-hydroxyvitamin D in nmol/L of a woman so many standard deviations from the median of her group.
    func vitaminD(_ score: Double, group: EthnicGroup) -> Double {
        guard let (median, spread) = vitaminD[group] else { return .nan }
        return min(median * exp(spread * score), Self.highestVitaminD)
    }

    /// Share of women of an age who smoke.
    func smokers(age: Double) -> Double { smokers(age) }

    /// The group at a place between zero and one, the shares laid end to end.
    func group(_ place: Double) -> EthnicGroup {
        var end = 0.0
        for group in EthnicGroup.allCases {
            end += shares[group] ?? 0
            if place < end { return group }
        }
        return .other
    }
}

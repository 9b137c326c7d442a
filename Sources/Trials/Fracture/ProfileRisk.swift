import Evidence
import Exchange
import Foundation
import Physiology
import Populations

/// Risks of profiles whose spine, and perhaps hip, nobody measured: averaged over how women like them differ.
struct ProfileRisk {
    /// Factors that bring the model's rates and deaths to British women, by parameter.
    let scales: [String: Double]
    private let model: FractureModel
    private let scale: Scale
    private let spineWithNeck: Double
    private let spineGradient: Double
    private let bodyWithDensity = DensityReference.correlationWithBMI
    private let body: (mean: Double, spread: Double)

    /// Women by standard deviations from the mean, and how many of all lie there: a sum over even steps of a normal
    /// distribution, exact to far more digits than are shown.
    private static let places: [(score: Double, share: Double)] = {
        let scores = stride(from: -4.5, through: 4.5, by: 0.5).map { $0 }
        let weights = scores.map { exp(-$0 * $0 / 2) }
        let sum = weights.reduce(0, +)
        return zip(scores, weights).map { ($0, $1 / sum) }
    }()

    init(_ model: FractureModel, records: [ParameterRecord], evidence: EvidenceLibrary) throws {
        self.model = model
        let rows = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
        func value(_ row: String) -> Double { rows[row]?.value ?? .nan }
        let scale = Scale(
            density: try DensityReference(evidence), youngMean: value("fn_ref_mean"),
            youngSpread: rows["fn_ref_mean"]?.dispersion.low ?? .nan)
        self.scale = scale
        spineWithNeck = value("corr_ls_fn_post")
        spineGradient = log(value("gr_spine_bmd_vert_fx"))
        body = (value("bmi_lnmean_60_69"), rows["bmi_lnmean_60_69"]?.dispersion.low ?? .nan)
        // Rates in women of 50 and over, as many of each age as there are, against those counted in Britain.
        let ages = [(55.0, "50_59"), (65, "60_69"), (75, "70_79"), (85, "80plus")].map { ($0.0, value("share_age_\($0.1)")) }
        let total = ages.reduce(0) { $0 + $1.1 }
        func rate(_ output: String) throws -> Double {
            try ages.reduce(0.0) { sum, band in
                sum + band.1 / total * (try Self.places.reduce(0) { mean, place in
                    let profile = FractureProfile(
                        age: band.0, femoralNeckT: scale.T(place.score, age: band.0), lumbarSpineZ: place.score)
                    return mean + place.share * (try model.risks(of: profile, years: Self.moment)[output] ?? .nan)
                })
            } / Self.moment * Self.percentInTenThousand
        }
        let hip = try value("inc_hip_uk_w50_0812") / rate("fracture.hip")
        let vertebral = try value("inc_cvf_uk_w50_0812") / rate("fracture.clinicalVertebral")
        var scales = [
            "outcomes.fracture.vertebralRate": vertebral,
            "outcomes.period.mortality": value("gompertz_us_f_2006_mu70") / value("gompertz_us_f_2019_mu70"),
            "outcomes.period.mortalitySlope": value("gompertz_us_f_2006_slope") / value("gompertz_us_f_2019_slope"),
        ]
        for name in FractureModel.hipRateParameters { scales[name] = hip }
        self.scales = scales
    }

    /// The probability over some years, in %.
    func risk(_ example: WorkedExample, years: Double) throws -> Double {
        let output = example.outcome == "hip" ? "fracture.hip" : "fracture.majorOsteoporotic"
        let places: [(score: Double, share: Double)]
        if let known = example.femoralNeckT {
            places = [(scale.score(known, age: example.age), 1)]
        } else {
            // Women of one BMI lie closer together, about a mean that goes with it.
            let shift = bodyWithDensity * (log(example.BMI) - body.mean) / body.spread
            let left = (1 - bodyWithDensity * bodyWithDensity).squareRoot()
            places = Self.places.map { (shift + left * $0.score, $0.share) }
        }
        return try places.reduce(0) { mean, place in
            let profile = FractureProfile(
                age: example.age, femoralNeckT: scale.T(place.score, age: example.age), lumbarSpineZ: spine(place.score),
                smoking: example.smoking, risks: example.risks)
            let risks = try model.risks(
                of: profile, years: years, parameterFactors: scales, deathCompetes: example.deathCompetes)
            return mean + place.share * (risks[output] ?? .nan)
        }
    }

    /// Years over which a rate is read off, short enough that nothing changes.
    private static let moment = 0.01
    /// From per cent a year to cases in 10,000 woman-years.
    private static let percentInTenThousand = 100.0

    /// T-scores of the femoral neck and standard deviations from women of her age, one for the other.
    private struct Scale {
        let density: DensityReference
        let youngMean: Double
        let youngSpread: Double

        func T(_ score: Double, age: Double) -> Double {
            (density.mean(.femoralNeck, age: age) + score * density.spread(.femoralNeck, age: age) - youngMean) / youngSpread
        }

        func score(_ T: Double, age: Double) -> Double {
            (youngMean + T * youngSpread - density.mean(.femoralNeck, age: age)) / density.spread(.femoralNeck, age: age)
        }
    }

    /// The Z-score of the spine at which a woman has the mean hazard of all with her femoral neck.
    private func spine(_ neck: Double) -> Double {
        spineWithNeck * neck - spineGradient * (1 - spineWithNeck * spineWithNeck) / 2
    }
}

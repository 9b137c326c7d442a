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
    private let population: FracturePopulation
    private let spineWithNeck: Double
    private let spineGradient: Double
    private let bodyWithDensity = DensityReference.correlationWithBMI
    private let body: (mean: Double, spread: Double)

    /// From cases in 10,000 woman-years to one a year.
    private static let inTenThousand = 1e-4

    init(_ model: FractureModel, records: [ParameterRecord], evidence: EvidenceLibrary) throws {
        self.model = model
        let rows = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
        func value(_ row: String) -> Double { rows[row]?.value ?? .nan }
        let population = try FracturePopulation(model, evidence: evidence)
        self.population = population
        spineWithNeck = value("corr_ls_fn_post")
        spineGradient = log(value("gr_spine_bmd_vert_fx"))
        body = (value("bmi_lnmean_60_69"), rows["bmi_lnmean_60_69"]?.dispersion.low ?? .nan)
        func scale(_ output: String, to row: String) throws -> Double {
            value(row) * Self.inTenThousand / (try population.rateOverFifty(output))
        }
        let hip = try scale("fracture.hip", to: "inc_hip_uk_w50_0812")
        var scales = [
            "outcomes.fracture.vertebralRate": try scale("fracture.clinicalVertebral", to: "inc_cvf_uk_w50_0812"),
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
            places = [(population.score(known, age: example.age), 1)]
        } else {
            // Women of one BMI lie closer together, about a mean that goes with it.
            let shift = bodyWithDensity * (log(example.BMI) - body.mean) / body.spread
            let left = (1 - bodyWithDensity * bodyWithDensity).squareRoot()
            places = FracturePopulation.places.map { (shift + left * $0.score, $0.share) }
        }
        return try places.reduce(0) { mean, place in
            let profile = FractureProfile(
                age: example.age, femoralNeckT: population.T(place.score, age: example.age),
                lumbarSpineZ: spine(place.score), smoking: example.smoking, risks: example.risks)
            let risks = try model.risks(
                of: profile, years: years, parameterFactors: scales, deathCompetes: example.deathCompetes)
            return mean + place.share * (risks[output] ?? .nan)
        }
    }

    /// The Z-score of the spine at which a woman has the mean hazard of all with her femoral neck.
    private func spine(_ neck: Double) -> Double {
        spineWithNeck * neck - spineGradient * (1 - spineWithNeck * spineWithNeck) / 2
    }
}

import Evidence
import Exchange
import Foundation
import Physiology
import Populations
import Symbolics

import struct Symbolics.Unit

/// Fractures in whole populations: hazards of profiles averaged over how women differ.
struct FracturePopulation {
    private let model: FractureModel
    private let density: DensityReference
    private let young: (mean: Double, spread: Double)
    private let ages: [(age: Double, share: Double)]

    /// Women by standard deviations from the mean, and how many of all lie there: a sum over even steps of a normal
    /// distribution, exact to far more digits than are shown.
    static let places: [(score: Double, share: Double)] = {
        let scores = stride(from: -4.5, through: 4.5, by: 0.5).map { $0 }
        let weights = scores.map { exp(-$0 * $0 / 2) }
        let sum = weights.reduce(0, +)
        return zip(scores, weights).map { ($0, $1 / sum) }
    }()
    /// Years over which a rate is read off, short enough that nothing changes.
    private static let moment = 0.01

    init(_ model: FractureModel, evidence: EvidenceLibrary) throws {
        self.model = model
        density = try DensityReference(evidence)
        let decades = [(55.0, "50_59"), (65, "60_69"), (75, "70_79"), (85, "80plus")]
        let names = decades.map { "share_age_\($0.1)" } + ["fn_ref_mean"]
        let rows = Dictionary(uniqueKeysWithValues: zip(names, try evidence.parameters(names)))
        func value(_ row: String) -> Double { rows[row]?.value ?? .nan }
        young = (value("fn_ref_mean"), rows["fn_ref_mean"]?.dispersion.low ?? .nan)
        let total = decades.reduce(0) { $0 + value("share_age_\($1.1)") }
        ages = decades.map { ($0.0, value("share_age_\($0.1)") / total) }
    }

    /// T-score of the femoral neck of a woman so many standard deviations from those of her age.
    func T(_ score: Double, age: Double) -> Double {
        (density.mean(.femoralNeck, age: age) + score * density.spread(.femoralNeck, age: age) - young.mean)
            / young.spread
    }

    /// Standard deviations from women of her age of a T-score of the femoral neck.
    func score(_ T: Double, age: Double) -> Double {
        (young.mean + T * young.spread - density.mean(.femoralNeck, age: age)) / density.spread(.femoralNeck, age: age)
    }

    /// The mean over women of one age of what is made of a profile; spine and neck each as far from the mean.
    private func mean(age: Double, _ measure: (FractureProfile) throws -> Double) rethrows -> Double {
        try Self.places.reduce(0) { sum, place in
            let profile = FractureProfile(age: age, femoralNeckT: T(place.score, age: age), lumbarSpineZ: place.score)
            return sum + place.share * (try measure(profile))
        }
    }

    /// Fractures a year of women of one age.
    func rate(_ output: String, age: Double) throws -> Double {
        try mean(age: age) { try rate(output, of: $0) }
    }

    private func rate(_ output: String, of profile: FractureProfile) throws -> Double {
        (try model.risks(of: profile, years: Self.moment)[output] ?? .nan) / 100 / Self.moment
    }

    /// Fractures a year of women of 50 and over, as many of each age as there are.
    func rateOverFifty(_ output: String) throws -> Double {
        try ages.reduce(0) { $0 + $1.share * (try rate(output, age: $1.age)) }
    }

    /// Rise of the logarithm of hip fracture with age from 60 to 80, at the mean T-score at 70.
    func slopeAtEqualDensity() throws -> Double {
        let score = T(0, age: 70)
        let rates = try [60.0, 80].map { age in
            try rate("fracture.hip", of: FractureProfile(age: age, femoralNeckT: score, lumbarSpineZ: 0))
        }
        return log(rates[1] / rates[0]) / 20
    }

    /// Probabilities in % over the rest of life.
    func lifetime(from age: Double) throws -> [String: Double] {
        try Self.places.reduce(into: [:]) { sums, place in
            let profile = FractureProfile(age: age, femoralNeckT: T(place.score, age: age), lumbarSpineZ: place.score)
            for (output, risk) in try model.risks(of: profile, years: Self.longestLife - age) {
                sums[output, default: 0] += place.share * risk
            }
        }
    }

    private static let longestLife = 100.0

    /// Probability in % of another fracture of women who have just had one, at the mean age of those in Medicare.
    func refracture(years: Double) throws -> Double {
        try mean(age: Self.refractureAge) { profile in
            var profile = profile
            profile.risks.lastFracture = 0
            return try model.risks(of: profile, years: years)["fracture.any"] ?? .nan
        }
    }

    /// Of women of 65 and over with a fracture; order of magnitude.
    private static let refractureAge = 80.0

    /// Fractures a year of average women of the ages, densities, habits and ancestry of those of a trial.
    func trialRate(_ output: String, like name: String, years: Double, evidence: EvidenceLibrary) throws -> Double {
        let women = try VirtualWomen(seed: 1, like: .named(name, evidence: evidence), evidence: evidence)
        return try (1...Self.trialWomen).reduce(0) { sum, number in
            let woman = women[number].woman
            let age = woman.age / Unit.daysPerYear
            guard case .measured(let neck)? = woman.density[.femoralNeck],
                case .measured(let spine)? = woman.density[.lumbarSpine]
            else { return .nan }
            let profile = FractureProfile(
                age: age, femoralNeckT: (neck.value - young.mean) / young.spread,
                lumbarSpineZ: (spine.value - density.mean(.lumbarSpine, age: age))
                    / density.spread(.lumbarSpine, age: age),
                smoking: woman.smoking, risks: woman.risks)
            return sum + (try model.risks(of: profile, years: years)[output] ?? .nan) / 100 / years
        } / Double(Self.trialWomen)
    }

    /// Enough that their mean hazard is known to some per cent.
    private static let trialWomen = 2000
}

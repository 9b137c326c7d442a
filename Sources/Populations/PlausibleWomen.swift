import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics

/// Women as they live in the United States, of an age between limits: who could take part in a study.
///
/// A plausible woman is a function of the seed, her number and the attempt; the order in which her numbers are drawn is
/// part of that and never changes, new ones being drawn last.
struct PlausibleWomen: Sendable {
    /// Within which ages are drawn evenly, in years.
    let ages: ClosedRange<Double>
    /// Share of women who stop their therapy within a time in years; nil if nothing is known of stopping.
    let stopping: (share: Double, within: Double)?
    private let body: BodyReference
    private let menopause: MenopauseReference
    private let density: DensityReference
    private let correlations: Correlations
    private let calcium: Spread

    init(
        _ evidence: EvidenceLibrary, ages: ClosedRange<Double>, stopping: (share: Double, within: Double)?,
        calcium: Spread
    ) throws {
        self.ages = ages
        self.stopping = stopping
        self.calcium = calcium
        body = try BodyReference(evidence)
        menopause = try MenopauseReference(evidence)
        density = try DensityReference(evidence)
        correlations = try Correlations(evidence)
    }

    func woman(seed: UInt64, number: UInt32, attempt: Int) -> PlausibleWoman {
        var generator = CounterBasedGenerator(seed: seed, woman: number, purpose: "plausible woman \(attempt)")
        let age = ages.lowerBound + (ages.upperBound - ages.lowerBound) * generator.uniform()
        let group = body.group(generator.uniform())
        let smokes = generator.uniform() < body.smokers(age: age)
        let scores = correlations.scores(Correlations.Trait.all.map { _ in generator.normal() })
        let height = body.height(generator.normal(), age: age)
        let BMI = body.BMI(scores[0], age: age, group: group)
        let natural = menopause.naturalAge(scores[1], smokes: smokes)
        let hasLostUterus = menopause.hasLostUterus(generator.uniform(), age: age)
        let operation = menopause.oophorectomy(generator.uniform(), generator.normal(), natural: natural, age: age)
        let surgical = hasLostUterus ? operation : nil
        let vitaminD = body.vitaminD(generator.normal(), group: group)
        let calcium = Self.usualCalcium * exp(calcium.value * generator.normal() - calcium.value * calcium.value / 2)
        let until = -log(generator.uniform())
        let densities = SkeletalSite.allCases.indices.map { site in
            let mean = density.mean(site, age: age)
            let value = mean * density.ratio(site, group) + density.spreadWithinGroup(site, age: age) * scores[3 + site]
            return max(value, Self.leastDensity * mean)
        }
        return PlausibleWoman(
            age: age, menopauseAge: surgical ?? natural, isSurgical: surgical != nil, hasUterus: !hasLostUterus,
            weight: (BMI * pow(height / 100, 2)).clamped(to: WomanLimits.weight),
            height: height.clamped(to: WomanLimits.height), vitaminD: vitaminD.clamped(to: WomanLimits.vitaminD),
            calcium: calcium.clamped(to: WomanLimits.calcium), smokes: smokes, densities: densities, ethnicity: group,
            turnoverScore: scores[2], stopsTherapy: stopping.map { until * $0.within / -log(1 - $0.share) })
    }

    /// Mean intake of calcium in mg a day, as a scenario has it that does not say.
    private static let usualCalcium = 800.0
    /// Density below which nobody is drawn, over the mean of her age: a guard against the tail of the normal distribution.
    private static let leastDensity = 0.3

    /// Z-score of a density against women of her age, all groups together.
    func zScore(_ woman: PlausibleWoman, _ site: SkeletalSite) -> Double {
        let index = site.index
        return (woman.densities[index] - density.mean(index, age: woman.age)) / density.spread(index, age: woman.age)
    }
}

/// A woman who could take part in a study, before it is asked whether such women did: bare numbers, since most are refused.
struct PlausibleWoman: Sendable, Hashable {
    /// In years.
    let age: Double
    /// In years; after her age where menopause is still to come.
    let menopauseAge: Double
    let isSurgical: Bool
    let hasUterus: Bool
    /// In kg.
    let weight: Double
    /// In cm.
    let height: Double
    /// In nmol/L.
    let vitaminD: Double
    /// In mg a day.
    let calcium: Double
    let smokes: Bool
    /// In the order of the sites, each in its unit.
    let densities: [Double]
    let ethnicity: EthnicGroup
    /// Standard deviations of the logarithm of her bone turnover from the mean.
    let turnoverScore: Double
    /// When she would stop a therapy, in years; nil if nothing is known of stopping.
    let stopsTherapy: Double?

    func tScore(_ site: SkeletalSite) -> Double { Self.scale[site.index].score(densities[site.index]) }

    /// Young mean and spread of each site.
    private static let scale = SkeletalSite.allCases.map {
        YoungReference(mean: $0.reference.mean, spread: $0.reference.spread)
    }

    private struct YoungReference {
        let mean: Double
        let spread: Double

        func score(_ density: Double) -> Double { (density - mean) / spread }
    }

    /// As a scenario has her.
    func woman(_ population: Population) -> Woman {
        var woman = Woman(
            age: age * Unit.daysPerYear,
            menopause: Menopause(age: menopauseAge * Unit.daysPerYear, kind: isSurgical ? .surgical : .natural),
            weight: Quantity(weight, "kg"), height: Quantity(height, "cm"), uterus: hasUterus)
        woman.vitaminD = Quantity(vitaminD, "nmol/L")
        woman.calcium = Quantity(calcium, "mg/day")
        woman.smoking = smokes
        woman.population = population
        woman.risks.ancestry = ethnicity == .black ? .black : ethnicity == .white ? .white : nil
        for (site, density) in zip(SkeletalSite.allCases, densities) {
            woman.density[site] = .measured(Quantity(density, site.unit))
        }
        return woman
    }
}

extension SkeletalSite {
    /// Place among all sites.
    var index: Int {
        switch self {
        case .lumbarSpine: 0
        case .femoralNeck: 1
        case .totalHip: 2
        case .totalBody: 3
        case .radius: 4
        case .lumbarSpineTrabecular: 5
        }
    }
}

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
        var woman = Woman(
            age: age * Unit.daysPerYear,
            menopause: Menopause(age: (surgical ?? natural) * Unit.daysPerYear, kind: surgical == nil ? .natural : .surgical),
            weight: Quantity((BMI * pow(height / 100, 2)).clamped(to: WomanLimits.weight), "kg"),
            height: Quantity(height.clamped(to: WomanLimits.height), "cm"), uterus: !hasLostUterus)
        woman.vitaminD = Quantity(vitaminD.clamped(to: WomanLimits.vitaminD), "nmol/L")
        woman.calcium = Quantity(calcium.clamped(to: WomanLimits.calcium), "mg/day")
        woman.smoking = smokes
        for (site, score) in zip(SkeletalSite.allCases, scores.dropFirst(3)) {
            let value = density.mean(site, age: age, group: group) + density.spreadWithinGroup(site, age: age) * score
            woman.density[site] = .measured(Quantity(max(value, Self.leastDensity * density.mean(site, age: age)), site.unit))
        }
        return PlausibleWoman(
            woman: woman, ethnicity: group, turnoverScore: scores[2],
            stopsTherapy: stopping.map { until * $0.within / -log(1 - $0.share) })
    }

    /// Mean intake of calcium in mg a day, as a scenario has it that does not say.
    private static let usualCalcium = 800.0
    /// Density below which nobody is drawn, over the mean of her age: a guard against the tail of the normal distribution.
    private static let leastDensity = 0.3

    /// Z-score of a density against women of her age, all groups together.
    func zScore(_ woman: PlausibleWoman, _ site: SkeletalSite) -> Double {
        let age = woman.woman.age / Unit.daysPerYear
        return (woman.density(site) - density.mean(site, age: age)) / density.spread(site, age: age)
    }
}

/// A woman who could take part in a study, before it is asked whether such women did.
struct PlausibleWoman: Sendable {
    let woman: Woman
    let ethnicity: EthnicGroup
    /// Standard deviations of the logarithm of her bone turnover from the mean.
    let turnoverScore: Double
    /// When she would stop a therapy, in years; nil if nothing is known of stopping.
    let stopsTherapy: Double?

    /// Her density in the site's unit.
    func density(_ site: SkeletalSite) -> Double {
        guard case .measured(let quantity)? = woman.density[site] else { return .nan }
        return quantity.value
    }

    func tScore(_ site: SkeletalSite) -> Double {
        (density(site) - site.reference.mean) / site.reference.spread
    }
}

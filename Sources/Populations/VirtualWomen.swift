import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Symbolics

import struct Symbolics.Unit

/// Women drawn around the woman of a scenario or like those of a published study, as many as there are numbers.
///
/// A woman is a function of the seed and her number alone. Like those of a study, she is chosen among plausible women
/// (see ``Selection``). Around a scenario's woman, what the scenario states is the mean (of the drawn quantity, before the
/// few beyond what is possible are set to its edge):
///
/// - after menopause she is drawn by her age at menopause (normal) and the years since (log-normal), her age being
///   the sum; before menopause by her age (normal) and the years until (log-normal). So nobody changes sides;
/// - weight, 25-hydroxyvitamin D and calcium intake are log-normal;
/// - everything else is as the scenario says.
public struct VirtualWomen: Sendable {
    public internal(set) var seed: UInt64
    /// The woman they are drawn around; for those like a study's, an average one of them.
    public let centre: Woman
    public let spreads: WomenSpreads
    /// How women like those of a study are chosen; nil for women around a scenario's.
    public let selection: Selection?
    /// For each variation, the largest possible factor.
    private let limits: [Double]

    /// - Throws: `EvidenceError` or `SpreadError` if a spread cannot be read.
    public init(seed: UInt64, around woman: Woman, evidence: EvidenceLibrary = .bundled) throws {
        let spreads = try WomenSpreads(evidence: evidence)
        self.init(
            seed: seed, centre: woman, spreads: spreads, selection: nil, limits: try Self.limits(of: spreads))
    }

    /// Women like those who took part in a study.
    ///
    /// - Throws: `EvidenceError` or `SpreadError` if a number cannot be read, ``BaselineError`` if no plausible women are
    ///   like those of the study.
    public init(seed: UInt64, like baseline: Baseline, evidence: EvidenceLibrary = .bundled) throws {
        let spreads = try WomenSpreads(evidence: evidence)
        let selection = try Selection(baseline, evidence: evidence, calcium: spreads.calcium)
        let middle = baseline.targets.first { $0.characteristic == .age && $0.band == nil }?.mean
        let age = middle ?? (baseline.ages.lowerBound + baseline.ages.upperBound) / 2
        self.init(
            seed: seed, centre: Woman(age: age * Unit.daysPerYear), spreads: spreads, selection: selection,
            limits: try Self.limits(of: spreads))
    }

    private init(seed: UInt64, centre: Woman, spreads: WomenSpreads, selection: Selection?, limits: [Double]) {
        self.seed = seed
        self.centre = centre
        self.spreads = spreads
        self.selection = selection
        self.limits = limits
    }

    private static func limits(of spreads: WomenSpreads) throws -> [Double] {
        let values = try WomanModel.parameterValues()
        return spreads.variations.map { $0.limit(values) }
    }

    /// The woman of a number.
    ///
    /// - Precondition: the number is at least 0 and less than 2^32.
    public subscript(number: Int) -> VirtualWoman {
        let draws = Draws(seed: seed, woman: UInt32(number))
        let chosen = selection?.woman(seed: seed, number: UInt32(number))
        var factors: [VirtualWoman.Factor] = []
        var ofParameters: [String: Double] = [:]
        for (variation, limit) in zip(spreads.variations, limits) {
            // Turnover goes with density, and was drawn with it.
            let known = variation.name == WomenSpreads.turnover ? chosen?.0.turnoverScore : nil
            let score = known ?? draws.normal(variation.name)
            let value = variation.factor(at: score, limit: limit)
            factors.append(.init(variation: variation.name, value: value))
            for parameter in variation.parameters { ofParameters[parameter, default: 1] *= value }
        }
        return VirtualWoman(
            number: number,
            woman: chosen?.0.woman(selection?.baseline.areVolunteers == true ? .volunteer : .average) ?? woman(draws),
            factors: factors, parameterFactors: ofParameters, plausible: chosen?.0, drawn: chosen?.drawn ?? 1)
    }

    private func woman(_ draws: Draws) -> Woman {
        var woman = centre
        let menopause = centre.menopause
        let menopauseMean = menopause.map { $0.age / Unit.daysPerYear } ?? centre.assumedMenopauseAge
        let ageMean = centre.age / Unit.daysPerYear
        let years = abs(ageMean - menopauseMean)
        let age: Double
        let menopauseAge: Double
        if menopauseMean <= ageMean {
            menopauseAge = draws.normal("menopauseAge", menopauseMean, spreads.menopauseAge, WomanLimits.menopauseAge)
            let since = draws.logNormal(
                "yearsFromMenopause", years, yearsSpread(years, atMost: spreads.ageAfterMenopause))
            age = (menopauseAge + since).clamped(to: WomanLimits.age)
        } else {
            let latest = min(WomanLimits.age.upperBound, WomanLimits.menopauseAge.upperBound)
            age = draws.normal("age", ageMean, spreads.ageBeforeMenopause, WomanLimits.age.lowerBound...latest)
            let until = draws.logNormal("yearsFromMenopause", years, yearsSpread(years, atMost: spreads.menopauseAge))
            menopauseAge = (age + until).clamped(to: WomanLimits.menopauseAge)
        }
        woman.age = age * Unit.daysPerYear
        woman.menopause = Menopause(age: menopauseAge * Unit.daysPerYear, kind: menopause?.kind ?? .natural)
        woman.weight = draws.logNormal("weight", centre.weight, weightSpread(age: ageMean), "kg", WomanLimits.weight)
        woman.vitaminD = draws.logNormal(
            "vitaminD", centre.vitaminD, spreads.vitaminD, "nmol/L", WomanLimits.vitaminD)
        woman.calcium = draws.logNormal("calcium", centre.calcium, spreads.calcium, "mg/day", WomanLimits.calcium)
        return woman
    }

    /// The standard deviation of the logarithm of the years from menopause, which in years is no more than a limit.
    private func yearsSpread(_ mean: Double, atMost limit: Spread) -> Double {
        mean > 0 ? min(spreads.yearsFromMenopause.value, Spread.logarithmic(limit.value / mean)) : 0
    }

    private func weightSpread(age: Double) -> Spread {
        let decade = Int((age - 20) / 10)
        return spreads.weight[min(max(decade, 0), spreads.weight.count - 1)]
    }
}

/// The random numbers of one woman, by purpose.
private struct Draws {
    let seed: UInt64
    let woman: UInt32

    func normal(_ purpose: String) -> Double {
        var generator = CounterBasedGenerator(seed: seed, woman: woman, purpose: purpose)
        return generator.normal()
    }

    func normal(_ purpose: String, _ mean: Double, _ spread: Spread, _ possible: ClosedRange<Double>) -> Double {
        (mean + spread.value * normal(purpose)).clamped(to: possible)
    }

    /// A log-normal number with this mean.
    func logNormal(_ purpose: String, _ mean: Double, _ spread: Double) -> Double {
        mean * exp(spread * normal(purpose) - spread * spread / 2)
    }

    func logNormal(
        _ purpose: String, _ mean: Quantity, _ spread: Spread, _ unit: Unit, _ possible: ClosedRange<Double>
    ) -> Quantity {
        let mean = mean.inBaseUnits / unit.factor
        return Quantity(logNormal(purpose, mean, spread.value).clamped(to: possible), unit)
    }
}

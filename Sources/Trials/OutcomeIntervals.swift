import Exchange
import Foundation
import Modeling
import Physiology
import Symbolics

/// How far what therapy changes could lie from where it is, for what is known of the numbers behind it.
///
/// Each number is put at both ends of its range, with therapy and without, and the shifts are taken as independent, so
/// that their squares add. What happens without therapy is taken as known: its error all but cancels in a comparison.
public struct OutcomeIntervals: Sendable {
    /// Outcomes that hear the same numbers.
    private enum Group: String, CaseIterable {
        case fracture, endometrium, harms, lipids, brain

        init?(_ output: String) {
            switch output {
            case _ where output.hasPrefix("fracture."): self = .fracture
            case "outcome.endometrialHyperplasia": self = .endometrium
            case "outcome.venousThrombosis", "outcome.stroke", "outcome.breastCancer": self = .harms
            case "outcome.HDL", "outcome.LDL", "outcome.triglycerides": self = .lipids
            case "outcome.hotFlushes", "outcome.sleep", "outcome.sedation": self = .brain
            default: return nil
            }
        }

        /// Groups do not hear each other's numbers, so one run shifts a number of each.
        var numbers: [String] {
            switch self {
            case .fracture:
                [
                    "hipGradient", "hipGradientFall", "spineGradient", "otherGradient", "turnoverEffect",
                    "materialEffect",
                ].map { "outcomes.fracture.\($0)" }
            case .endometrium:
                [
                    "halfEstradiol", "estradiolSteepness", "mostHyperplasia", "growthPower", "undoing",
                    "halfProgesterone", "halfMedroxyprogesterone",
                ].map { "outcomes.endometrium.\($0)" }
            case .harms:
                [
                    "portalOnThrombosis", "systemicOnThrombosis", "progestinOnThrombosis", "portalOnStroke",
                    "highOnStroke", "estrogenOnBreast", "progestinOnBreast", "breastTime", "lossOnBreast",
                ].map { "outcomes.harms.\($0)" }
            case .lipids:
                [
                    "portalOnHDL", "progestinOnHDL", "androgenOnHDL", "portalOnLDL", "estradiolOnLDL",
                    "portalOnTriglycerides", "systemicOnTriglycerides", "progestinOnTriglycerides", "thyroidOnLDL",
                ].map { "outcomes.lipids.\($0)" }
            case .brain:
                ["halfEffect", "mostSleep", "halfSleep"].map { "receptors.gabaA.\($0)" }
                    + [
                        "halfEffect", "steepness", "givenAtMost", "halfMedroxyprogesterone", "mostByProgestin",
                        "byNeurosteroids",
                    ].map { "outcomes.symptoms.\($0)" }
            }
        }
    }

    /// Numbers that every outcome hears where a medicine is taken whose effect rests on them, not on trials of it; shifted
    /// together, because then none of it may be so.
    private static func untested(in scenario: Scenario) -> [String] {
        guard scenario.therapy.contains(where: { $0.medicine.hasPrefix("testosterone") }) else { return [] }
        return [
            "axes.androgens.actingShare", "receptors.androgen.survivalGain", "receptors.androgen.apoptosisGain",
        ]
    }

    private struct Arms: Sendable {
        let with: Simulation
        let without: Simulation

        func value(_ output: String, _ time: Double, _ measure: (Double, Double) -> Double) -> Double? {
            guard let with = with.value(output, at: time), let without = without.value(output, at: time) else {
                return nil
            }
            let value = measure(with, without)
            return value.isFinite ? value : nil
        }
    }

    private let central: Arms
    /// For each run, the numbers that it shifts.
    private let places: [[String]]
    /// For each of them, its runs at the lower and the upper ends.
    private let shifted: [[Arms]]

    /// For each run, the numbers that it shifts, where a scenario has a therapy.
    private static func places(_ scenario: Scenario) -> [[String]] {
        let own = Group.allCases.map(\.numbers)
        return (0..<(own.map(\.count).max() ?? 0))
            .map { place in own.compactMap { place < $0.count ? $0[place] : nil } }
            + [untested(in: scenario)].filter { !$0.isEmpty }
    }

    /// What is to be run, with therapy and without: nothing shifted, then for each place the lower end and the upper.
    ///
    /// Nothing shifted is run again because a solver that leaves out what outcomes do not rest on takes other steps.
    static func factors(_ scenario: Scenario, _ model: Model) -> [[String: Double]] {
        let parameters = Dictionary(uniqueKeysWithValues: model.parameters.map { ($0.name, $0) })
        return [[:]]
            + places(scenario).flatMap { names in
                [false, true].map { isUpper -> [String: Double] in
                    var factors: [String: Double] = [:]
                    for name in names {
                        guard let parameter = parameters[name], let range = parameter.provenance.range else { continue }
                        factors[name] = (isUpper ? range.upperBound : range.lowerBound) / parameter.value
                    }
                    return factors
                }
            }
    }

    /// - Parameters:
    ///   - treated: runs with her therapy, one for each of `factors`.
    ///   - untreated: the same without it.
    /// - Precondition: there is at least one of each.
    init(treated: [Simulation], untreated: [Simulation]) {
        let arms = zip(treated, untreated).map { Arms(with: $0, without: $1) }
        central = arms[0]
        let places = Self.places(arms[0].with.scenario)
        self.places = places
        shifted = places.indices.map { [arms[2 * $0 + 1], arms[2 * $0 + 2]] }
    }

    /// The interval of an output with therapy over that without; nil where there is none without.
    ///
    /// Risks are skewed, so shifts add in the logarithm; those of probabilities in that of the cumulated hazard, which no
    /// shift takes beyond certainty.
    ///
    /// - Parameter time: years since time zero, one that was reported.
    public func ratio(of output: String, at time: Double) -> ClosedRange<Double>? {
        let isProbability = central.with.model.outputs.contains { $0.name == output && $0.unit.symbol == "%" }
        guard isProbability, let without = central.without.value(output, at: time), without > 0 else {
            return interval(of: output, at: time) { log($0 / $1) }.map { exp($0.lowerBound)...exp($0.upperBound) }
        }
        func hazard(_ percent: Double) -> Double { -log1p(-percent / 100) }
        func ratio(_ logarithm: Double) -> Double { -100 * expm1(-hazard(without) * exp(logarithm)) / without }
        return interval(of: output, at: time) { log(hazard($0) / hazard($1)) }
            .map { ratio($0.lowerBound)...ratio($0.upperBound) }
    }

    /// Whether the ratio of a value to another says anything: not where there is next to nothing of the other.
    public static func isRatio(_ value: Double, over other: Double) -> Bool { other > 1e-3 * abs(value) }

    /// The interval of an output with therapy less that without.
    ///
    /// - Parameter time: years since time zero, one that was reported.
    public func difference(of output: String, at time: Double) -> ClosedRange<Double>? {
        guard let with = central.with.value(output, at: time), let without = central.without.value(output, at: time),
            Self.isRatio(with, over: without), let ratio = ratio(of: output, at: time)
        else {
            return interval(of: output, at: time) { $0 - $1 }
        }
        return without * (ratio.lowerBound - 1)...without * (ratio.upperBound - 1)
    }

    /// The interval of what is made of an output with and without therapy.
    private func interval(
        of output: String, at time: Double, as measure: (Double, Double) -> Double
    ) -> ClosedRange<Double>? {
        guard let middle = central.value(output, time, measure) else { return nil }
        let ends = shifted.map { $0.compactMap { $0.value(output, time, measure) } }
        func reach(_ furthest: ([Double]) -> Double?) -> Double {
            ends.reduce(0) { sum, pair in
                let shift = furthest(pair + [middle]).map { $0 - middle } ?? 0
                return sum + shift * shift
            }.squareRoot()
        }
        let (low, high) = (middle - reach { $0.min() }, middle + reach { $0.max() })
        // Where no number alone turns benefit into harm, all of them together do not either.
        let all = ends.joined() + [middle]
        return (all.allSatisfy { $0 >= 0 } ? max(0, low) : low)...(all.allSatisfy { $0 <= 0 } ? min(0, high) : high)
    }

    /// The numbers that decide what therapy does to an output, as names of parameters.
    public func numbers(behind output: String, at time: Double) -> [String] {
        let measure: (Double, Double) -> Double = { $0 - $1 }
        guard let middle = central.value(output, time, measure), let size = central.with.value(output, at: time),
            let group = Group(output)
        else { return [] }
        // The androgen receptor's gains reach bone alone.
        let untested = Self.untested(in: central.with.scenario)
            .filter { group == .fracture || !$0.hasPrefix("receptors.androgen.") }
        let own = Set(group.numbers + untested)
        return places.indices.filter { place in
            shifted[place].contains { arms in
                arms.value(output, time, measure).map { abs($0 - middle) > 1e-4 * abs(size) } == true
            }
        }.flatMap { places[$0].filter(own.contains) }
    }
}

import Foundation
import Modeling
import Physiology
import Symbolics

/// How far what therapy changes could lie from where it is, for what is known of the numbers behind it.
///
/// Each number is put at both ends of its range, with therapy and without, and the shifts are taken as independent, so
/// that their squares add. What happens without therapy is taken as known: its error all but cancels in a comparison.
public struct OutcomeIntervals: Sendable {
    /// Numbers of one component after another; outcomes of different components do not hear each other, so one run
    /// shifts a number of each.
    private static let numbers: [String: [String]] = [
        "outcomes.fracture": [
            "hipGradient", "hipGradientFall", "spineGradient", "otherGradient", "turnoverEffect", "materialEffect",
        ],
        "outcomes.endometrium": [
            "halfEstradiol", "mostHyperplasia", "steepness", "undoing", "halfProgesterone", "halfMedroxyprogesterone",
        ],
        "outcomes.harms": [
            "portalOnThrombosis", "systemicOnThrombosis", "progestinOnThrombosis", "portalOnStroke", "highOnStroke",
            "estrogenOnBreast", "progestinOnBreast", "breastTime",
        ],
        "outcomes.lipids": [
            "portalOnHDL", "progestinOnHDL", "androgenOnHDL", "portalOnLDL", "systemicOnLDL", "portalOnTriglycerides",
            "systemicOnTriglycerides", "progestinOnTriglycerides",
        ],
        "outcomes.symptoms": ["halfEffect", "steepness"],
        "receptors.gabaA": ["halfEffect", "mostSleep", "halfSleep", "sedationSteepness"],
    ]

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
    /// For each place in the lists of numbers, its runs at the lower and the upper ends.
    private let shifted: [[Arms]]

    /// - Parameter solver: what ran her with her therapy and without it.
    /// - Throws: `SolverError` if a run cannot be integrated.
    init(_ solver: ScenarioSolver, with: Simulation, without: Simulation) throws {
        central = Arms(with: with, without: without)
        let places = Self.numbers.values.map(\.count).max() ?? 0
        let parameters = Dictionary(uniqueKeysWithValues: with.model.parameters.map { ($0.name, $0) })
        let factors = (0..<places).flatMap { place in
            [false, true].map { isUpper -> [String: Double] in
                var factors: [String: Double] = [:]
                for (component, names) in Self.numbers where place < names.count {
                    let name = "\(component).\(names[place])"
                    guard let parameter = parameters[name], let range = parameter.provenance.range else { continue }
                    factors[name] = (isUpper ? range.upperBound : range.lowerBound) / parameter.value
                }
                return factors
            }
        }
        let treated = try Simulation.variants(solver, parameterFactors: factors, isTreated: true)
        let untreated = try Simulation.variants(solver, parameterFactors: factors, isTreated: false)
        let arms = zip(treated, untreated).map { Arms(with: $0, without: $1) }
        shifted = (0..<places).map { [arms[2 * $0], arms[2 * $0 + 1]] }
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

    /// The interval of an output with therapy less that without.
    ///
    /// - Parameter time: years since time zero, one that was reported.
    public func difference(of output: String, at time: Double) -> ClosedRange<Double>? {
        guard let ratio = ratio(of: output, at: time), let without = central.without.value(output, at: time) else {
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
            let component = Self.component(of: output), let names = Self.numbers[component]
        else { return [] }
        return names.indices.filter { place in
            shifted[place].contains { arms in
                arms.value(output, time, measure).map { abs($0 - middle) > 1e-4 * abs(size) } == true
            }
        }.map { "\(component).\(names[$0])" }
    }

    /// Where an output is made.
    private static func component(of output: String) -> String? {
        switch output {
        case _ where output.hasPrefix("fracture."): "outcomes.fracture"
        case "outcome.endometrialHyperplasia": "outcomes.endometrium"
        case "outcome.venousThrombosis", "outcome.stroke", "outcome.breastCancer": "outcomes.harms"
        case "outcome.HDL", "outcome.LDL", "outcome.triglycerides": "outcomes.lipids"
        case "outcome.hotFlushes": "outcomes.symptoms"
        case "outcome.sleep", "outcome.sedation": "receptors.gabaA"
        default: nil
        }
    }
}

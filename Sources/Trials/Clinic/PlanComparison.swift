import Exchange
import Foundation
import Modeling
import Physiology
import Solving
import Symbolics

/// Regimens set against each other for one woman, by what they bring and cost her.
public struct PlanComparison: Sendable {
    /// What a regimen makes of one goal.
    public struct Result: Sendable {
        /// With the regimen: women of a thousand, flushes a week, or density in % of what it would be without.
        public let value: Double
        /// Units of the goal gained over doing nothing; negative for harm.
        public let gain: Double
        /// 95 %, for what is known of the numbers behind it; nil where that was not asked or nothing is known.
        public let interval: ClosedRange<Double>?
    }

    /// One regimen and what comes of it.
    public struct Option: Sendable {
        public let candidate: PlanCandidate
        public let results: [PlanGoal: Result]
        /// Gains times points, summed.
        public let score: Double
        /// 95 %, the intervals of gains taken as independent.
        public let scoreInterval: ClosedRange<Double>
        /// Changes of density at the spine and the hip since the start, in %.
        public let spine: Double
        public let hip: Double
    }

    /// A regimen that is not for her, and why.
    public struct Exclusion: Sendable {
        public let candidate: PlanCandidate
        public let reasons: [String]
    }

    public let scenario: Scenario
    public let goals: [PlanGoal: Double]
    /// Best first.
    public let options: [Option]
    public let excluded: [Exclusion]

    /// The name under which she goes on as she is.
    public static let nothing = "nothing"

    /// Outputs behind goals of counted women.
    static let counted: [PlanGoal: String] = [
        .fractures: "fracture.majorOsteoporotic", .venousThrombosis: "outcome.venousThrombosis",
        .stroke: "outcome.stroke", .breastCancer: "outcome.breastCancer",
        .hyperplasia: "outcome.endometrialHyperplasia",
    ]
    private static let flushes = "outcome.hotFlushes"
    /// When flushes are looked at, in years: they pass by themselves later.
    private static let whenFlushes = 1.0

    /// - Parameters:
    ///   - candidates: regimens besides doing nothing, and points where she states none.
    /// - Throws: `CancellationError`, or `SolverError` if a run cannot be integrated.
    public init(
        _ scenario: Scenario, candidates: PlanCandidates, resolution: Resolution = .auto, tolerances: Tolerances? = nil
    ) async throws {
        var alone = scenario.untreated
        alone.compare = []
        alone.reportInterval = min(Self.whenFlushes * Unit.daysPerYear, alone.horizon)
        let all =
            [PlanCandidate(name: Self.nothing, therapy: [])] + candidates.candidates.filter { $0.name != Self.nothing }
        let judged = all.map { (candidate: $0, reasons: Self.reasons(against: $0, for: scenario)) }
        let goals = scenario.wishes.goals.isEmpty ? candidates.goals : scenario.wishes.goals
        let base = alone
        let untreated = try Simulation(base, resolution: resolution, tolerances: tolerances)
        let options = try await concurrently(judged.filter(\.reasons.isEmpty).map(\.candidate)) { candidate in
            try Self.option(
                candidate, of: base, untreated: untreated, goals: goals, resolution: resolution, tolerances: tolerances)
        }
        self.scenario = scenario
        self.goals = goals
        // Equal scores keep the order of the file.
        self.options = options.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element)
        excluded = judged.filter { !$0.reasons.isEmpty }.map { Exclusion(candidate: $0.candidate, reasons: $0.reasons) }
    }

    /// Why a regimen is not for her.
    private static func reasons(against candidate: PlanCandidate, for scenario: Scenario) -> [String] {
        let woman = scenario.woman
        var reasons: [String] = []
        if let uterus = candidate.uterus, uterus != woman.uterus {
            reasons.append(uterus ? "it is for women with a uterus" : "it is for women without a uterus")
        }
        let menopause = woman.menopause.map { $0.age / Unit.daysPerYear } ?? woman.assumedMenopauseAge
        let isAfter = menopause <= woman.age / Unit.daysPerYear
        if let stage = candidate.stage, (stage == .afterMenopause) != isAfter {
            reasons.append(isAfter ? "it is for women before menopause" : "it is for women after menopause")
        }
        let history = PersonalHistory.allCases.filter {
            candidate.against.intersection(scenario.wishes.history).contains($0)
        }
        if !history.isEmpty {
            let source = candidate.source.isEmpty ? "" : " (\(candidate.source))"
            reasons.append(
                "her history of \(history.map(\.words).joined(separator: " and ")) stands against it\(source)")
        }
        return reasons
    }

    /// Her scenario with a regimen.
    static func scenario(_ candidate: PlanCandidate, of base: Scenario) -> Scenario {
        var changed = base
        changed.title = candidate.name
        changed.therapy = candidate.therapy.map { treatment in
            var treatment = treatment
            treatment.until = min(treatment.until, base.horizon)
            return treatment
        }
        if candidate.isLifestyle {
            changed.woman.smoking = false
            changed.woman.conditions.removeAll { $0.kind.isRelievable }
        }
        return changed
    }

    private static func option(
        _ candidate: PlanCandidate, of base: Scenario, untreated: Simulation, goals: [PlanGoal: Double],
        resolution: Resolution, tolerances: Tolerances?
    ) throws -> Option {
        let changed = scenario(candidate, of: base)
        var intervals: OutcomeIntervals?
        let simulation: Simulation
        if changed.therapy.isEmpty {
            simulation = try Simulation(changed, resolution: resolution, tolerances: tolerances)
        } else {
            let solver = try ScenarioSolver(PreparedScenario(changed), resolution: resolution, tolerances: tolerances)
            let runs = try Simulation.withAndWithoutTherapy(solver)
            simulation = runs.with
            intervals = try OutcomeVariants(solver, times: [], raw: false).intervals
        }
        let reader = PlanReader(simulation: simulation, untreated: untreated, intervals: intervals)
        let results = Dictionary(
            uniqueKeysWithValues: PlanGoal.allCases.compactMap { goal in reader.result(goal).map { (goal, $0) } })
        let score = results.reduce(0) { $0 + (goals[$1.key] ?? 0) * $1.value.gain }
        func reach(_ end: (ClosedRange<Double>) -> Double) -> Double {
            results.reduce(0) { sum, result in
                let shift = result.value.interval.map { (goals[result.key] ?? 0) * (end($0) - result.value.gain) } ?? 0
                return sum + shift * shift
            }.squareRoot()
        }
        func change(_ output: String) -> Double {
            let values = simulation[output] ?? []
            return 100 * ((values.last ?? .nan) / (values.first ?? .nan) - 1)
        }
        return Option(
            candidate: candidate, results: results, score: score,
            scoreInterval: (score - reach(\.lowerBound))...(score + reach(\.upperBound)),
            spine: change("density.lumbarSpine"), hip: change("density.totalHip"))
    }

    /// What a regimen does to each goal, from a run with it and one without anything.
    private struct PlanReader {
        let simulation: Simulation
        let untreated: Simulation
        let intervals: OutcomeIntervals?

        private var end: Double { simulation.scenario.years }

        func result(_ goal: PlanGoal) -> Result? {
            switch goal {
            case .density:
                let sites = ["density.lumbarSpine", "density.totalHip"]
                let ratios = sites.compactMap { site in
                    simulation.value(site, at: end).flatMap { with in untreated.value(site, at: end).map { with / $0 } }
                }
                guard ratios.count == sites.count else { return nil }
                let ratio = 100 * ratios.mean
                return Result(value: ratio, gain: ratio - 100, interval: nil)
            case .hotFlushes:
                let time = min(PlanComparison.whenFlushes, end)
                guard let with = simulation.value(PlanComparison.flushes, at: time),
                    let without = untreated.value(PlanComparison.flushes, at: time)
                else { return nil }
                let difference = intervals?.difference(of: PlanComparison.flushes, at: time)
                return Result(
                    value: with, gain: without - with, interval: difference.map { (-$0.upperBound)...(-$0.lowerBound) })
            case .hyperplasia where !simulation.scenario.woman.uterus: return nil
            case .fractures, .venousThrombosis, .stroke, .breastCancer, .hyperplasia:
                return counted(goal)
            }
        }

        /// Women of a thousand.
        private func counted(_ goal: PlanGoal) -> Result? {
            guard let output = PlanComparison.counted[goal], let with = simulation.value(output, at: end),
                let without = untreated.value(output, at: end)
            else { return nil }
            // From per cent.
            let perThousand = 10.0
            let difference =
                Simulation.carriesInterval(of: output)
                ? simulation.carriedInterval(of: output, at: end).map {
                    ($0.lowerBound - without)...($0.upperBound - without)
                }
                : intervals?.difference(of: output, at: end)
            let interval = difference.map { (-perThousand * $0.upperBound)...(-perThousand * $0.lowerBound) }
            return Result(value: perThousand * with, gain: perThousand * (without - with), interval: interval)
        }
    }
}

extension Condition.Kind {
    /// Whether a change of life may end it: stress, inflammation, lack of energy.
    var isRelievable: Bool {
        switch self {
        case .cortisolExcess, .inflammation, .energyDeficit: true
        case .thyrotoxicosis, .hypothyroidism, .insulinResistance: false
        }
    }
}

import Evidence
import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Trials

/// One arm of a study as a fit sees it: a prepared scenario, the published rows it must meet, and its comparator.
struct FitArm: Sendable {
    let scenario: Scenario
    let results: [ObservedResult]
    private let own: ScenarioSolver?
    private let comparator: ScenarioSolver?

    /// - Throws: `EvidenceError` for an unknown row, `NotComparable` for one the scenario cannot express.
    init(_ scenario: Scenario, comparator other: Scenario?, evidence: EvidenceLibrary) throws {
        self.scenario = scenario
        let results = try evidence.observations(scenario.compare).filter { $0.use == .calibrate }
            .map { try ObservedResult($0, in: scenario) }
            // No fitted parameter is a kinetic one: a level could only draw the ovary's end to where it mends that level.
            .filter { !$0.output.hasPrefix("serum.") }
        self.results = results
        let times = results.flatMap { [$0.from, $0.to] }
        func solver(_ scenario: Scenario) throws -> ScenarioSolver {
            let prepared = try PreparedScenario(scenario, extraTimes: times, closeLooks: false)
            let wanted = Set(results.map(\.output))
            let columns = prepared.model.outputs.indices.filter { wanted.contains(prepared.model.outputs[$0].name) }
            // Derivatives are wanted of the fast resolution; what cannot be separated is solved in full.
            return try ScenarioSolver(prepared, resolution: .multiscale, outputs: columns)
        }
        own = results.isEmpty ? nil : try solver(scenario)
        let needsComparator = results.contains { $0.measure == .percentDifference }
        comparator = needsComparator ? try other.map(solver) : nil
    }

    /// A text that changes with anything the arm's rows are computed from, and with the rows.
    var fingerprint: String {
        get throws {
            let rows = results.map { "\($0.observation.id) \($0.observed) \($0.from) \($0.to) \($0.observation.dispersion)" }
            let solvers = try [own, comparator].compactMap { try $0?.prepared.fingerprint }
            return (rows + solvers).joined(separator: "\n")
        }
    }

    /// What the arm's rows come to, with derivatives to the parameters.
    ///
    /// - Parameters:
    ///   - values: of parameters by name, in their own units.
    ///   - names: the parameters to differentiate to; those a model lacks have no effect there.
    /// - Throws: `SolverError` or `ModelError` if the arm cannot be integrated.
    func derivatives(at values: [String: Double], to names: [String]) throws -> [Sensitive] {
        guard let own else { return [] }
        let mine = try ArmRun(own, values: values, names: names)
        let other = try comparator.map { try ArmRun($0, values: values, names: names) }
        return try results.map { result in
            func change(_ run: ArmRun) throws -> Sensitive {
                let (before, after) = (
                    try run.value(result.output, at: result.from), try run.value(result.output, at: result.to)
                )
                var ratio = 100 * (after / before)
                ratio.value -= 100
                return ratio
            }
            switch result.measure {
            case .percentChange: return try change(mine)
            case .percentPerYear: return 1 / (result.to - result.from) * (try change(mine))
            case .slope:
                let (before, after) = (
                    try mine.value(result.output, at: result.from), try mine.value(result.output, at: result.to)
                )
                return result.slope(0, 1) * (after - before)
            case .percentDifference:
                guard let other else { throw NotComparable(id: result.observation.id, reason: "it needs a comparator") }
                return try change(mine) - change(other)
            case .absolute: return try mine.value(result.output, at: result.to)
            case .ratio, .hazardRatio:
                throw NotComparable(id: result.observation.id, reason: "ratios of fractures are not fitted")
            }
        }
    }

    /// What the arm's rows come to for several sets of parameters at once; nil for a set that cannot be integrated.
    ///
    /// - Parameter sets: values of parameters by name, in their own units.
    func simulated(_ sets: [[String: Double]]) -> [[Double]?] {
        guard let own else { return sets.map { _ in [] } }
        let mine = Simulation.runs(own, parameterValues: sets)
        let others = comparator.map { Simulation.runs($0, parameterValues: sets) }
        return sets.indices.map { index in
            guard let run = try? mine[index].get() else { return nil }
            let other = others.flatMap { try? $0[index].get() }
            let values = results.compactMap { $0.simulated(run, comparator: other) }
            return values.count == results.count && values.allSatisfy(\.isFinite) ? values : nil
        }
    }
}

/// One run of one arm, with derivatives.
private struct ArmRun {
    private let gradient: SimulationGradient
    private let places: [Int?]

    init(_ solver: ScenarioSolver, values: [String: Double], names: [String]) throws {
        let known = Set(solver.prepared.model.parameters.map(\.name))
        let present = names.filter { known.contains($0) }
        places = names.map { present.firstIndex(of: $0) }
        let problem = try solver.prepared.problem(parameterValues: values)
        gradient = try SimulationGradient(solver, of: problem, to: present)
        if let failure = gradient.failure { throw ModelError(failure) }
    }

    func value(_ output: String, at years: Double) throws -> Sensitive {
        guard let column = gradient.outputs.firstIndex(of: output),
            let time = gradient.times.firstIndex(where: { abs($0 - years) < 1e-5 })
        else { throw ModelError("'\(output)' at year \(years) was not simulated") }
        let slopes = gradient.derivatives[time][column]
        return Sensitive(value: gradient.values[time][column], slopes: places.map { $0.map { slopes[$0] } ?? 0 })
    }
}

import Evidence
import Exchange
import Modeling
import Physiology
import Solving

/// The woman of a scenario run again, with her therapy and without, with numbers behind her outcomes at other values.
///
/// All runs share batches, and nothing is integrated that outcomes do not rest on.
struct OutcomeVariants {
    private let treated: [Simulation]
    private let untreated: [Simulation]

    /// - Parameters:
    ///   - own: what solved the scenario, whose resolution and tolerances are taken over.
    ///   - times: years since time zero to report besides the scenario's own.
    /// - Throws: `SolverError` if a run cannot be integrated.
    init(_ own: ScenarioSolver, times: [Double], raw: Bool) throws {
        let scenario = own.prepared.scenario
        let prepared = try PreparedScenario(scenario, extraTimes: times, raw: raw, closeLooks: false)
        let outputs = prepared.model.outputs.indices.filter { place in
            let name = prepared.model.outputs[place].name
            return name.hasPrefix("outcome.") || name.hasPrefix("fracture.")
        }
        let solver = try ScenarioSolver(
            prepared, resolution: own.resolution, tolerances: own.tolerances, outputs: outputs)
        let isTreated = !scenario.therapy.isEmpty
        let shifts = isTreated ? OutcomeIntervals.factors(scenario, prepared.model) : []
        let modes = FractureModes.factors
        let with = isTreated ? modes.prefix(1) + shifts : []
        let without = modes + shifts
        let runs = try Simulation.variants(
            solver,
            with.map { .init(parameterFactors: $0) } + without.map { .init(parameterFactors: $0, isTreated: false) })
        treated = Array(runs.prefix(with.count))
        untreated = Array(runs.dropFirst(with.count))
    }

    /// How well what her therapy changes is known; nil where she has none.
    var intervals: OutcomeIntervals? {
        guard !treated.isEmpty else { return nil }
        return OutcomeIntervals(
            treated: Array(treated.dropFirst()), untreated: Array(untreated.dropFirst(FractureModes.factors.count)))
    }

    /// - Throws: `EvidenceError` if a row is missing.
    func fractureModes(with: Simulation, without: Simulation?, evidence: EvidenceLibrary) throws -> FractureModes {
        try FractureModes(with: with, without: without, treated: treated, untreated: untreated, evidence: evidence)
    }
}

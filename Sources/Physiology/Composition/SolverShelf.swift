import Exchange
import Modeling
import Solving

/// Solvers of scenarios, kept by what they were compiled for, so that another dose, another age or another year compiles
/// nothing.
///
/// A class because those who ask share what is kept; it may be shared between threads.
public final class SolverShelf: Sendable {
    /// What a solver was compiled for.
    private struct Key: Hashable {
        let composition: ModelComposition
        let hypotheses: Set<String>
        let resolution: Resolution
        /// Of the outputs that are wanted; nil for all.
        let outputs: [String]?
    }

    private let kept: Remembered<Key, ScenarioSolver>

    /// - Parameter capacity: solvers kept at most, some megabytes each; who was not asked for longest goes first.
    public init(capacity: Int) { kept = Remembered(capacity: capacity) }

    /// A solver for a scenario, of a shelf if one there was compiled for such a one.
    ///
    /// - Parameters:
    ///   - resolution: not `auto`, which would look at each scenario anew.
    ///   - outputs: names of the outputs that are wanted; all if left out. Names the model lacks are passed over.
    ///   - extraTimes: years since time zero to report besides the scenario's own.
    ///   - raw: reports oscillating quantities at the instant instead of over the dosing or cycle period.
    ///   - closeLooks: also samples one day, or cycle, in detail.
    /// - Precondition: the resolution is not `auto`.
    /// - Throws: `ModelError` if the model does not hang together.
    public func solver(
        _ scenario: Scenario, resolution: Resolution = .multiscale, outputs: Set<String>? = nil, extraTimes: [Double] = [],
        raw: Bool = false, closeLooks: Bool = true
    ) throws -> ScenarioSolver {
        precondition(resolution != .auto)
        // All densities, so that it does not matter with which of them a woman starts.
        let names = outputs.map { $0.union(SkeletalSite.allCases.map { "density.\($0.rawValue)" }) }
        let key = Key(
            composition: ModelComposition(of: scenario), hypotheses: Set(scenario.hypotheses), resolution: resolution,
            outputs: names?.sorted())
        let known = kept[key]
        let prepared = try PreparedScenario(
            scenario, like: known?.prepared, extraTimes: extraTimes, raw: raw, closeLooks: closeLooks)
        if let known { return known.solving(prepared) }
        let columns = names.map { names in
            prepared.model.outputs.indices.filter { names.contains(prepared.model.outputs[$0].name) }
        }
        let solver = try ScenarioSolver(prepared, resolution: resolution, outputs: columns)
        kept[key] = solver
        return solver
    }
}

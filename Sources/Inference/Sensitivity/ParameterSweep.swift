import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Trials

/// Runs one scenario with many sets of parameters, several at once, for a few outputs at its end.
public struct ParameterSweep: Sendable {
    /// An output as it is looked at.
    public struct Target: Sendable {
        public let output: String
        /// Whether its change from time zero in per cent is looked at, rather than its value.
        public let isChange: Bool
        /// Of what is looked at.
        public let unit: String
    }

    public let targets: [Target]
    public let ranges: [ParameterRange]
    private let solver: ScenarioSolver

    /// - Parameters:
    ///   - outputs: names; of densities and markers the change is looked at, of others the value.
    ///   - ranges: the parameters that are varied.
    /// - Throws: `ModelError` for an output the model lacks.
    public init(_ scenario: Scenario, outputs: [String], ranges: [ParameterRange]) throws {
        let prepared = try PreparedScenario(scenario, closeLooks: false)
        let known = prepared.model.outputs
        let columns = try outputs.map { name in
            guard let column = known.firstIndex(where: { $0.name == name }) else {
                throw ModelError("'\(name)' is no output of the model; 'osteon model list' shows them")
            }
            return column
        }
        targets = columns.map { column in
            let isChange = ["density.", "marker."].contains { known[column].name.hasPrefix($0) }
            return Target(
                output: known[column].name, isChange: isChange, unit: isChange ? "%" : known[column].unit.symbol)
        }
        self.ranges = ranges
        solver = try ScenarioSolver(prepared, resolution: .multiscale, outputs: columns)
    }

    private init(_ sweep: ParameterSweep, keeping places: [Int]) {
        targets = sweep.targets
        ranges = places.map { sweep.ranges[$0] }
        solver = sweep.solver
    }

    /// The same with only some of the parameters varied; the others are as in the model.
    ///
    /// - Parameter places: of the parameters among `ranges`.
    public func keeping(_ places: [Int]) -> ParameterSweep { ParameterSweep(self, keeping: places) }

    /// Why full resolution is used, as the end of a sentence; nil if it is not.
    public var fallback: String? { solver.fallback }

    /// Outputs at the points of a unit cube, each side of which is the range of a parameter.
    ///
    /// - Parameter report: called with how many points are done.
    /// - Returns: for each target, its value at each point; not a number where it could not be integrated.
    /// - Throws: `CancellationError`.
    public func values(at points: [[Double]], report: (Int) -> Void = { _ in }) async throws -> [[Double]] {
        // Portions, so that progress can be told.
        let size = ScenarioSolver.batch
        let batches = stride(from: 0, to: points.count, by: size).map { Array(points[$0..<min($0 + size, points.count)]) }
        var rows: [[Double]] = []
        for first in stride(from: 0, to: batches.count, by: 16) {
            rows += try await concurrently(Array(batches[first..<min(first + 16, batches.count)])) { run($0) }.flatMap(\.self)
            report(rows.count)
        }
        return targets.indices.map { target in rows.map { $0[target] } }
    }

    private func run(_ points: [[Double]]) -> [[Double]] {
        let sets = points.map { point in
            Dictionary(uniqueKeysWithValues: zip(ranges, point).map { ($0.parameter.name, $0.value(at: $1)) })
        }
        return Simulation.runs(solver, parameterValues: sets).map { run in
            guard let run = try? run.get(), let end = run.times.last else { return targets.map { _ in .nan } }
            return targets.map { target in
                guard let last = run.value(target.output, at: end), let first = run.value(target.output, at: 0) else {
                    return .nan
                }
                return target.isChange ? 100 * (last / first - 1) : last
            }
        }
    }
}

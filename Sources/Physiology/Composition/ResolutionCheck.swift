import Exchange
import Modeling
import Solving
import Symbolics

/// How far multiscale integration is from full resolution, for one woman over some time.
public struct ResolutionCheck: Sendable, CustomStringConvertible {
    /// The largest difference of a density, in % of its value at time zero, and of which output.
    public private(set) var density = (difference: 0.0, output: "")
    /// The largest difference of a marker, in % of its value at that time, and of which output.
    public private(set) var marker = (difference: 0.0, output: "")
    /// Days since time zero up to which was compared.
    public let horizon: Double

    /// Per cent of the value at time zero by which a density may differ.
    public static let densityLimit = 0.1
    /// Per cent by which a marker may differ.
    public static let markerLimit = 1.0

    /// Whether an output is compared.
    static func judges(_ output: String) -> Bool { output.hasPrefix("density.") || output.hasPrefix("marker.") }

    public var passes: Bool {
        // Written so that what is not a number never passes.
        density.difference <= Self.densityLimit && marker.difference <= Self.markerLimit
    }

    public var description: String {
        func text(_ value: Double) -> String { "\((value * 1000).rounded() / 1000) %" }
        return "multiscale is within \(text(density.difference)) of baseline (\(density.output)) and "
            + "\(text(marker.difference)) of a marker (\(marker.output)) of full resolution"
    }

    /// Integrates the scenario's own woman both ways, through the first year of her therapy.
    ///
    /// - Precondition: both solvers give the outputs that are judged.
    init(_ prepared: PreparedScenario, candidate: MultiscaleSolver, full: BatchedSolver) throws {
        let woman = try prepared.problem()
        let first = prepared.scenario.therapy.map { max($0.from, 0) }.min() ?? 0
        horizon = min(prepared.scenario.horizon, first + Unit.daysPerYear)
        let end = horizon
        let samples = prepared.samples.filter { sample in
            switch sample {
            case .instant(let time): time <= end
            case .average(_, let to): to <= end
            }
        }
        let history = try candidate.solve(woman.history, samples: [.instant(0)])
        var problem = woman.future(after: history)
        problem.span = 0...horizon
        self.compare(
            try candidate.solve(problem, samples: samples), try full.solve(problem, samples: samples),
            outputs: prepared.model.outputs.map(\.name))
    }

    /// Compares two runs of one scenario at the times both report.
    public init(_ multiscale: Simulation, with full: Simulation) {
        horizon = multiscale.scenario.horizon
        for name in multiscale.model.outputs.map(\.name) where Self.judges(name) {
            guard let a = multiscale[name], let b = full[name], let base = b.first else { continue }
            for (mine, other) in zip(a, b) { note(name, mine, other, baseline: base) }
        }
    }

    private mutating func compare(_ multiscale: Trajectory, _ full: Trajectory, outputs: [String]) {
        for name in outputs where Self.judges(name) {
            guard let a = multiscale[name], let b = full[name], let base = b.first else { continue }
            for (mine, other) in zip(a, b) { note(name, mine, other, baseline: base) }
        }
    }

    private mutating func note(_ name: String, _ mine: Double, _ other: Double, baseline: Double) {
        // What is not a number stays the largest difference once it is found.
        if name.hasPrefix("density.") {
            let difference = 100 * abs(mine - other) / abs(baseline)
            if !density.difference.isNaN, !(difference <= density.difference) { density = (difference, name) }
        } else if !marker.difference.isNaN {
            let difference = 100 * abs(mine - other) / abs(other)
            if !(difference <= marker.difference) { marker = (difference, name) }
        }
    }
}

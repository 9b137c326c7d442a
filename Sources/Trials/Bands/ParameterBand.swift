import Exchange
import Foundation
import Modeling
import Physiology
import Solving
import Symbolics

/// Where outputs lie when numbers of the model are put at other values: between the 5th and the 95th percentile of runs with
/// every member of an ensemble.
///
/// With the ensemble of fitted parameters it shows what the fit leaves open; assumed and measured numbers stay where they
/// are, and the equations too, so the truth may lie outside more often than one time in ten.
public struct ParameterBand: Sendable {
    /// The share of members inside, unless another is asked for.
    public static let share = 0.9

    /// The share of members inside.
    public let share: Double

    /// How many members were run.
    public let members: Int
    /// How many of them could not be integrated, and are not in the band.
    public let failed: Int
    /// What the band cost, in seconds.
    public let seconds: Double
    private let times: [Double]
    private let values: [String: [ClosedRange<Double>?]]
    private let ratios: [String: [ClosedRange<Double>?]]

    /// Runs the scenario's own woman with every member, several at once, at multiscale resolution where that is possible.
    ///
    /// - Parameters:
    ///   - extraTimes: years since time zero to report besides the scenario's own.
    ///   - members: for each, what parameters are multiplied by, by name.
    /// - Throws: `ModelError` or `SolverError` if nothing can be integrated.
    public init(
        _ scenario: Scenario, extraTimes: [Double] = [], members: [[String: Double]] = FittedEnsemble.members
    ) throws {
        let start = ContinuousClock.now
        let prepared = try PreparedScenario(scenario, extraTimes: extraTimes, closeLooks: false)
        let columns = prepared.model.outputs.indices.filter { Self.covers(prepared.model.outputs[$0].name) }
        try self.init(
            ScenarioSolver(prepared, resolution: .multiscale, outputs: columns), share: Self.share,
            members: members, of: Self.covers, start: start)
    }

    /// Runs the own woman of a solver's scenario with every member, several at once.
    ///
    /// - Parameters:
    ///   - levels: for outputs by name, what the values of each member are multiplied by.
    ///   - isWanted: which outputs get a band.
    /// - Precondition: the solver gives the outputs that are wanted.
    /// - Throws: `CancellationError` if the task was cancelled.
    package init(
        _ solver: ScenarioSolver, share: Double = ParameterBand.share,
        members: [[String: Double]] = FittedEnsemble.members, levels: [String: [Double]] = [:],
        of isWanted: (_ output: String) -> Bool = ParameterBand.covers
    ) throws {
        try self.init(solver, share: share, members: members, levels: levels, of: isWanted, start: .now)
    }

    private init(
        _ solver: ScenarioSolver, share: Double, members: [[String: Double]], levels: [String: [Double]] = [:],
        of isWanted: (_ output: String) -> Bool, start: ContinuousClock.Instant
    ) throws {
        self.share = share
        let names = solver.prepared.model.outputs.map(\.name)
        let columns = names.indices.filter { isWanted(names[$0]) }
        let all = Self.runs(solver, members).map { try? $0.get() }
        let runs = all.compactMap(\.self)
        self.members = members.count
        failed = members.count - runs.count
        times = runs.first?.times ?? []
        var values: [String: [ClosedRange<Double>?]] = [:]
        var ratios: [String: [ClosedRange<Double>?]] = [:]
        for column in columns {
            let factors = levels[names[column]]
            let courses = all.enumerated().compactMap { number, run -> [Double]? in
                guard let course = run?[names[column]] else { return nil }
                return factors.map { factors in course.map { $0 * factors[number] } } ?? course
            }
            values[names[column]] = Self.band(courses, share)
            ratios[names[column]] = Self.band(courses.map { course in course.map { $0 / course[0] } }, share)
        }
        (self.values, self.ratios) = (values, ratios)
        try Task.checkCancellation()
        seconds = (ContinuousClock.now - start) / .seconds(1)
    }

    /// The scenario's own woman with every member of an ensemble.
    ///
    /// - Parameter members: for each, what parameters are multiplied by, by name; names the model lacks are passed over.
    /// - Returns: for each, what came out or why it could not be integrated.
    static func runs(_ solver: ScenarioSolver, _ members: [[String: Double]]) -> [Result<Simulation, any Error>] {
        let own = Dictionary(uniqueKeysWithValues: solver.prepared.model.parameters.map { ($0.name, $0.value) })
        let sets = members.map { member in
            member.reduce(into: [String: Double]()) { set, factor in
                if let value = own[factor.key] { set[factor.key] = value * factor.value }
            }
        }
        return Simulation.runs(solver, parameterValues: sets)
    }

    /// Whether an output has a band: densities and turnover markers, to which parameters were fitted.
    public static func covers(_ output: String) -> Bool { output.hasPrefix("density.") || output.hasPrefix("marker.") }

    private static func band(_ courses: [[Double]], _ share: Double) -> [ClosedRange<Double>?] {
        (courses.first ?? []).indices.map { time in
            let sorted = courses.map { $0[time] }.filter(\.isFinite).sorted()
            let (low, high) = (sorted.quantile((1 - share) / 2), sorted.quantile((1 + share) / 2))
            return low <= high ? low...high : nil
        }
    }

    /// The band of an output in its unit, at a time in years that was reported; nil where there is none.
    public func value(of output: String, at time: Double) -> ClosedRange<Double>? {
        index(of: time).flatMap { values[output]?[$0] }
    }

    /// The band of an output over its value at time zero, each member over its own.
    public func ratio(of output: String, at time: Double) -> ClosedRange<Double>? {
        index(of: time).flatMap { ratios[output]?[$0] }
    }

    private func index(of time: Double) -> Int? { times.firstIndex { abs($0 - time) < 1e-5 } }
}

import Exchange
import Modeling
import Physiology
import Populations
import Solving
import Symbolics

import struct Symbolics.Unit

/// Women like those of a study, drawn by a seed, and the mean over them of what is read.
///
/// A rate per woman-year is one of a cohort: most fractures are of the few at high risk, whom a typical woman of her age
/// leaves out. A mean of probabilities is the share of the cohort, of which rates and ratios of hazards are then taken.
struct ScoreboardSample: Sendable {
    let units: [String: Unit]
    /// Years since time zero, in order.
    private let times: [Double]
    private let means: [String: [Double]]

    /// How many women are drawn: rates of the fracture of a few in a thousand a year are then known to some per cent.
    static let women = 64 * ScenarioSolver.batch
    private static let seed: UInt64 = 1

    /// - Parameters:
    ///   - count: how many women are drawn, a multiple of a batch.
    ///   - outputs: names of what is read.
    /// - Throws: `BaselineError`, `EvidenceError`, `SolverError`, ``ScoreboardError`` for a woman who cannot be simulated, or
    ///   `CancellationError`.
    init(
        _ scenario: Scenario, like population: String, count: Int = Self.women, years: [Double], outputs: Set<String>
    ) throws {
        let drawn = try VirtualWomen(seed: Self.seed, like: .named(population))
        var scenario = scenario
        // What is integrated follows from the densities that the scenario's woman starts with, and drawn women start with all.
        scenario.woman = drawn[1].woman
        let prepared = try PreparedScenario(scenario, extraTimes: years, closeLooks: false)
        let columns = prepared.model.outputs.indices.filter { outputs.contains(prepared.model.outputs[$0].name) }
        let solver = try ScenarioSolver(prepared, resolution: .multiscale, outputs: columns)
        var sums = Array(repeating: 0.0, count: prepared.times.count * columns.count)
        for first in stride(from: 1, through: count, by: ScenarioSolver.batch) {
            try Task.checkCancellation()
            let numbers = first..<(first + ScenarioSolver.batch)
            let problems = try numbers.map { number in
                let woman = drawn[number]
                return try prepared.problem(of: woman.woman, parameterFactors: woman.parameterFactors)
            }
            for (number, result) in zip(numbers, solver.trajectories(of: problems)) {
                do {
                    let rows = try prepared.rows(of: result.get(), columns: columns, isWhole: true)
                    for place in sums.indices { sums[place] += rows[place] }
                } catch {
                    throw ScoreboardError("woman \(number) like those of \(population) cannot be simulated: \(error)")
                }
            }
        }
        times = prepared.times
        units = Dictionary(uniqueKeysWithValues: prepared.model.outputs.map { ($0.name, $0.unit) })
        means = Dictionary(
            uniqueKeysWithValues: columns.enumerated().map { place, column in
                let course = prepared.times.indices.map { sums[$0 * columns.count + place] / Double(count) }
                return (prepared.model.outputs[column].name, course)
            })
    }

    /// The mean of an output at a time that was looked at, in years.
    func value(_ output: String, at year: Double) -> Double? {
        times.firstIndex { abs($0 - year) < 1e-5 }.flatMap { means[output]?[$0] }
    }
}

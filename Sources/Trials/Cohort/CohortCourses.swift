import Exchange
import Physiology
import Populations
import Solving

/// All women of a cohort in memory: what is wanted of them at every reported time.
package struct CohortCourses: Sendable {
    let outputs: [String]
    /// In years since time zero.
    package let times: [Double]
    package let women: [SimulatedWoman]

    /// Women who could not be simulated.
    var failures: [CohortTally.Failure] {
        women.compactMap { woman in woman.failure.map { CohortTally.Failure(woman: woman.number, reason: $0) } }
    }

    /// Women a chunk.
    private static let chunkSize = 32

    /// Simulates the women.
    ///
    /// - Parameter women: who takes the place of the scenario's woman.
    /// - Throws: `CancellationError`, `CohortError` for an unknown output, `SolverError` for the sample on which `auto` decides.
    package static func simulated(
        _ scenario: Scenario, women: VirtualWomen, count: Int, outputs: [String], threads: Int,
        resolution: Resolution = .auto, tolerances: Tolerances? = nil, progress: (Int) -> Void = { _ in }
    ) async throws -> CohortCourses {
        let cohort = try Cohort(scenario, women: women, count: count, outputs: outputs)
        let simulation = try CohortSimulation(cohort, resolution: resolution, tolerances: tolerances)
        var done: [SimulatedWoman] = []
        done.reserveCapacity(count)
        try await CohortRun(women: count, chunkSize: chunkSize, threads: threads).run(
            make: simulation.results,
            deliver: { chunk in
                done += chunk
                progress(done.count)
            })
        return CohortCourses(outputs: outputs, times: cohort.times, women: done)
    }

    /// The place of a time, in years, among those reported.
    func place(of time: Double) -> Int {
        times.indices.min { abs(times[$0] - time) < abs(times[$1] - time) } ?? 0
    }

    /// An output of every woman at a time, by its place; not a number for who failed.
    func values(_ output: String, at place: Int) -> [Double] {
        guard let column = outputs.firstIndex(of: output) else { return [] }
        return women.map { $0.values[place * outputs.count + column] }
    }

    /// The change of an output of every woman since time zero, in %.
    func changes(_ output: String, at place: Int) -> [Double] {
        zip(values(output, at: 0), values(output, at: place)).map { 100 * ($1 / $0 - 1) }
    }
}

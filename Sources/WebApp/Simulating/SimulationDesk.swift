import Exchange
import Foundation
import HTTPTypes
import Modeling
import Physiology
import Reporting
import Solving
import Symbolics
import Trials

/// Simulates scenarios for requests, with what was compiled and what was found kept for the next one.
struct SimulationDesk: Sendable {
    /// What is asked of one scenario.
    struct Order: Hashable, Sendable {
        let scenario: Scenario
        /// Names of the outputs wanted; nil for all.
        let outputs: [String]?
        let hasBands: Bool
        let hasOutcomes: Bool
    }

    private let bench: Workbench
    private let limit: Duration
    let shelf = SolverShelf(capacity: 24)
    private let found = Remembered<Order, RunAnswer>(capacity: 64)
    private let grades: OutcomeGrades
    private let ensembles: BandEnsembles
    /// Names of all outputs that have a band.
    private let banded: Set<String>

    init(_ limits: ServerLimits, bench: Workbench, catalogue: Catalogue) {
        self.bench = bench
        grades = catalogue.grades
        ensembles = catalogue.ensembles
        banded = Set(catalogue.outputs.filter(\.hasBand).map(\.output))
        limit = limits.simulationTime
    }

    /// Share of the ensemble inside bands; twice its complement is what the tails of its some hundred members still
    /// tell.
    static let bandShare = 0.95

    /// - Throws: ``Refusal`` if it cannot be simulated, takes too long or too much waits.
    func answer(_ order: Order) async throws -> RunAnswer {
        if let known = found[order] { return known }
        let answer = try await bench.run(within: limit) { try simulated(order) }
        found[order] = answer
        return answer
    }

    /// Levels of the moment over a short stretch.
    ///
    /// - Parameters:
    ///   - scenario: ends with the stretch.
    ///   - times: years since time zero.
    ///   - hasBands: whether bands of hormone levels are found too, which takes many runs.
    func moments(
        _ scenario: Scenario, outputs: [String]?, times: [Double], hasBands: Bool
    ) async throws -> (run: Simulation, bands: OutputBands?) {
        try await bench.run(within: limit) {
            try refusing {
                let wanted = outputs.map(Set.init)
                let solver = try shelf.solver(
                    scenario, outputs: wanted, extraTimes: times, raw: true, closeLooks: false)
                guard hasBands else { return (try Simulation(solver), nil) }
                let women = try ParameterBand.women(solver, ensembles, share: Self.bandShare, outputs: wanted)
                return (try Simulation(solver), OutputBands(fits: nil, women: women))
            }
        }
    }

    /// Other work that computes for long.
    func work<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await bench.run(within: limit, work)
    }

    /// Bands of what is wanted, each found by runs of what its outputs rest on.
    private func bands(of scenario: Scenario, times: [Double], outputs: Set<String>?) throws -> OutputBands {
        let wanted = Set((outputs ?? banded).compactMap(OutputBands.spread))
        func solver(_ spreads: Set<OutputBands.Spread>) throws -> ScenarioSolver? {
            guard !spreads.isDisjoint(with: wanted) else { return nil }
            // The same outputs whatever is asked for, so that one solver does for all requests.
            let outputs = banded.filter { OutputBands.spread(of: $0).map(spreads.contains) == true }
            return try shelf.solver(scenario, outputs: outputs, extraTimes: times, closeLooks: false)
        }
        return OutputBands(
            fits: try solver([.fits, .fitsAndRisks]).map { try .fits($0, ensembles, share: Self.bandShare) },
            women: try solver([.women]).map { try .women($0, ensembles, share: Self.bandShare) })
    }

    private func simulated(_ order: Order) throws -> RunAnswer {
        try refusing {
            let start = ContinuousClock.now
            let scenario = order.scenario
            let times = RunSummary.endpointTimes(horizon: scenario.years)
            let wanted = order.outputs.map { outputs in
                Set(outputs).union(order.hasOutcomes ? grades.outputs.union(grades.scores) : [])
            }
            let solver = try shelf.solver(scenario, outputs: wanted, extraTimes: times, closeLooks: false)
            let bands = order.hasBands ? try bands(of: scenario, times: times, outputs: wanted) : nil
            let comparison = try ScenarioComparison(
                solver, besideUntreated: order.hasOutcomes, withIntervals: order.hasOutcomes && order.hasBands,
                band: bands?.fits)
            return try RunAnswer(
                comparison, bands: bands, outputs: order.outputs, hasOutcomes: order.hasOutcomes, grades: grades,
                seconds: (ContinuousClock.now - start) / .seconds(1))
        }
    }

    /// Turns what a solver throws into a sentence for who asked.
    private func refusing<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as SolverError {
            throw Refusal(.unprocessableContent, "this scenario could not be simulated: \(error)")
        } catch let error as ModelError {
            throw Refusal(.unprocessableContent, "this scenario could not be simulated: \(error)")
        }
    }
}

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

    init(_ limits: ServerLimits, bench: Workbench, grades: OutcomeGrades) {
        self.bench = bench
        self.grades = grades
        limit = limits.simulationTime
    }

    /// Share of the ensemble inside bands; twice its complement is what the tails of its some hundred members still tell.
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
    func moments(_ scenario: Scenario, outputs: [String]?, times: [Double]) async throws -> Simulation {
        try await bench.run(within: limit) {
            try refusing {
                try Simulation(
                    shelf.solver(
                        scenario, outputs: outputs.map(Set.init), extraTimes: times, raw: true, closeLooks: false))
            }
        }
    }

    /// Other work that computes for long.
    func work<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await bench.run(within: limit, work)
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
            var band: ParameterBand?
            if order.hasBands {
                let fitted = try shelf.solver(scenario, outputs: grades.fitted, extraTimes: times, closeLooks: false)
                band = try ParameterBand(fitted, share: Self.bandShare)
            }
            let comparison = try ScenarioComparison(
                solver, besideUntreated: order.hasOutcomes, withIntervals: order.hasOutcomes && order.hasBands, band: band)
            return try RunAnswer(
                comparison, outputs: order.outputs, hasOutcomes: order.hasOutcomes, grades: grades,
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

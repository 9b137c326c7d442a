import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Trials

/// An event table simulated, person by person.
public struct EventRun: Sendable {
    /// What is reported.
    public struct Reported: Sendable {
        public let name: String
        public let label: String
        public let unit: String
        let alternate: OutputSeries.AlternateUnit?
    }

    /// One person over time; outputs by name.
    public struct Course: Sendable {
        /// Days, the scenario's rows.
        public let times: [Double]
        public let columns: [String: [Double]]
        /// For each observation of the schedule, in order, what is predicted.
        public let predictions: [Double]
        /// Days, close enough to show every dose.
        let curveTimes: [Double]
        let curves: [String: [Double]]
        public let statistics: SolverStatistics
    }

    public struct Person: Sendable {
        public let schedule: PersonSchedule
        /// Who it is, in sentences.
        public let words: [String]
        /// The course, or why there is none, as a sentence.
        public let outcome: Result<Course, Failure>
    }

    /// Why a person could not be simulated.
    public struct Failure: Error, CustomStringConvertible, Sendable { public let description: String }

    public let title: String
    public let table: EventTable
    public let schedules: [PersonSchedule]
    /// The scenario's own therapy, and what else holds for everybody, in sentences.
    public let words: [String]
    /// Hypotheses that are switched on, a sentence each.
    public let hypotheses: [String]
    public let modelName: String
    public let resolution: String
    public let outputs: [Reported]
    /// In years.
    public var horizon: Double { scenario.years }
    private let scenario: Scenario
    private let wordsOf: @Sendable (PersonSchedule) -> [String]
    private let simulate: @Sendable (PersonSchedule, [Sample]) throws -> Simulated

    /// Every output at each sample, and the work it took.
    typealias Simulated = (columns: [String: [Double]], statistics: SolverStatistics)

    /// A table in this program's own model.
    public init(_ events: EventScenario) {
        scenario = events.scenario
        title = scenario.title
        table = events.table
        schedules = events.schedules
        let levels = events.steadyStates.count
        words =
            scenario.therapy.map { "\($0.words), as the scenario says." }
            + (table.hasSteadyStates
                ? [
                    "A steady state (SS) is that of the \(levels) levels of the medicines in the table, to \(Self.tolerance) of each; "
                        + "her own axes and her skeleton are as they were, and answer from then on."
                ] : [])
            + (scenario.compare.isEmpty ? [] : ["The scenario's published rows (compare) are not shown beside a table of records."])
        hypotheses = scenario.hypothesesOn.map(\.warning)
        modelName = WomanModel.version
        resolution = events.solver.resolution.rawValue + (events.reasonForReference.map { " (because the table has \($0))" } ?? "")
        outputs = events.model.outputs.map {
            Reported(
                name: $0.name, label: $0.shortLabel, unit: $0.unit.symbol, alternate: OutputUnits.alternate(to: $0))
        }
        wordsOf = { events.woman(of: $0).words }
        simulate = { try events.run($0, samples: $1) }
    }

    /// A table in a model from a file.
    public init(_ events: ImportedEvents) {
        scenario = events.scenario
        title = scenario.title
        table = events.table
        schedules = events.schedules
        words =
            ["The model '\(events.description.name)' from \(events.description.file), with the person that is in it."]
            + scenario.therapy.map { "\($0.words), as the scenario says." }
            + (table.hasSteadyStates ? ["A steady state (SS) is that of the whole model, to \(Self.tolerance) of each state."] : [])
        hypotheses = []
        modelName = events.description.name
        resolution = events.resolution.rawValue
        outputs = events.outputs.map { Reported(name: $0.name, label: $0.label, unit: $0.unit, alternate: nil) }
        wordsOf = { _ in [] }
        simulate = { try events.run($0, samples: $1) }
    }

    /// How far a steady state is found, for sentences.
    private static let tolerance = "a ten-millionth"

    /// Runs one person; one who cannot be integrated is told as such.
    public func person(_ schedule: PersonSchedule) -> Person {
        let plan = EventSamples(schedule, horizon: scenario.horizon, reportInterval: scenario.reportInterval)
        do {
            let (columns, statistics) = try simulate(schedule, plan.samples)
            let parts = columns.mapValues { plan.parts(of: $0) }
            let predictions = schedule.observations.enumerated().map { place, look in
                parts[name(of: look.observation)]?.observed[place] ?? .nan
            }
            let drawn = drawn(for: schedule)
            return Person(
                schedule: schedule, words: wordsOf(schedule),
                outcome: .success(
                    Course(
                        times: plan.reported, columns: parts.mapValues(\.reported), predictions: predictions,
                        curveTimes: plan.curve, curves: parts.filter { drawn.contains($0.key) }.mapValues(\.curve),
                        statistics: statistics)))
        } catch {
            let failure = Failure(description: "ID \(schedule.person.id): \(error)")
            return Person(schedule: schedule, words: wordsOf(schedule), outcome: .failure(failure))
        }
    }

    /// The output that an observation is of.
    func name(of observation: EventRecord.Observation) -> String { table.places.observed[observation.output].name }

    /// What is drawn of a person close enough to show every dose: what is observed, or, where nothing is, all levels.
    private func drawn(for schedule: PersonSchedule) -> Set<String> {
        let observed = Set(schedule.observations.map { name(of: $0.observation) })
        guard observed.isEmpty else { return observed }
        let serum = outputs.map(\.name).filter { $0.hasPrefix("serum.") }
        return Set(serum.isEmpty ? outputs.map(\.name) : serum)
    }
}

extension EventTable {
    /// Whether any dose asks for a steady state.
    var hasSteadyStates: Bool { persons.contains { $0.records.contains { $0.dose.map { $0.steady != .none } ?? false } } }
}

import Exchange
import Modeling
import Solving
import Symbolics

/// What the records of an event table may name in a model from a file.
public struct ImportedPlaces: Sendable {
    public let places: EventPlaces
    let scenario: Scenario
    let description: SBMLModel
    let model: Model
    let outputs: [(name: String, label: String, unit: String)]

    /// - Throws: `FileError` naming the key of the scenario.
    public init(_ scenario: Scenario, _ description: SBMLModel) throws {
        self.scenario = scenario
        self.description = description
        let place = ImportedScenario(scenario, description)
        model = try description.model(timeUnit: place.timeUnit(), scales: .initial, isChanged: true)
        // A species has the same number whether it is dosed or observed.
        let species = description.species.map(\.id)
        let others = model.outputs.map(\.name).filter { !species.contains($0) }
        places = EventPlaces(
            entrances: description.species.map {
                EventPlaces.Entrance($0.id, unit: nil, unitText: $0.unit ?? "")
            },
            observed: (species + others).map {
                EventPlaces.Observed($0, unit: nil, unitText: description.unit(of: $0) ?? "")
            },
            covariates: model.parameters.map {
                EventCovariate(
                    $0.name, headers: [$0.name.uppercased()], unit: .one,
                    range: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, mayChange: true)
            },
            entrancesInWords: "a species of the model or its number in the list of --dry-run",
            observedInWords: "an output of the model or its number in the list of --dry-run")
        outputs = try place.outputs(of: model)
    }
}

/// A model from a file whose doses come from an event table, person by person.
///
/// It is immutable and may be shared between threads.
public struct ImportedEvents: Sendable {
    let scenario: Scenario
    let description: SBMLModel
    let table: EventTable
    let schedules: [PersonSchedule]
    let resolution: Resolution
    /// What is reported, with what was observed.
    let outputs: [(name: String, label: String, unit: String)]
    private let compiled: CompiledModel
    private let solver: any Solver
    private let changes: [String: Double]
    private let ownEvents: [Event]

    /// - Parameters:
    ///   - table: read with these places.
    ///   - resolution: `auto` is the reference.
    ///   - tolerances: those of the resolution if left out.
    /// - Throws: `FileError` by row and column for what the model cannot honour, or `ModelError`.
    public init(
        _ places: ImportedPlaces, _ table: EventTable, _ schedules: [PersonSchedule], resolution: Resolution = .auto,
        tolerances: Tolerances? = nil
    ) throws {
        scenario = places.scenario
        description = places.description
        self.table = table
        self.schedules = schedules
        let place = ImportedScenario(scenario, description)
        let model = places.model
        try Self.check(table, scenario, model)
        compiled = try CompiledModel(model)
        changes = try place.changesAtStart(of: model)
        ownEvents = try place.events(for: model)
        let used: Resolution = resolution == .auto ? .reference : resolution
        if used != .reference, let reason = compiled.reasonForReference {
            throw ModelError("\(description.file): \(reason); expected --resolution auto or reference")
        }
        if used != .reference, let record = table.persons.flatMap(\.records).first(where: \.needsReference) {
            throw table.refusal(
                record.line, "EVID",
                "infusions, resets and steady states are for the reference solver; expected --resolution auto or reference")
        }
        solver = try ImportedRun.solver(used, compiled, tolerances ?? used.tolerances, file: description.file)
        self.resolution = used
        let observed = Set(table.persons.flatMap(\.records).compactMap(\.observation?.output)).sorted()
            .map { table.places.observed[$0] }
        let reported = places.outputs
        outputs =
            reported
            + observed.filter { wanted in !reported.contains { $0.name == wanted.name } }.map { wanted in
                (wanted.name, model.outputs.first { $0.name == wanted.name }?.meaning ?? wanted.name, wanted.unitText)
            }
    }

    /// Doses need a species that has a rate, and one that the scenario leaves alone.
    private static func check(_ table: EventTable, _ scenario: Scenario, _ model: Model) throws {
        let taken = Set(scenario.therapy.compactMap { scenario.mapping?.entry(for: $0)?.target })
        for record in table.persons.flatMap(\.records) {
            guard let dose = record.dose else { continue }
            let name = table.places.entrances[dose.entrance].name
            guard model.dosePorts.contains(where: { $0.name == port(of: name) }) else {
                throw table.refusal(record.line, "CMT", "'\(name)' follows from others, so that no dose can enter it")
            }
            if taken.contains(name) || taken.contains(port(of: name)) {
                throw table.refusal(
                    record.line, "CMT", "the scenario's therapy doses '\(name)' too; expected it in one of the two")
            }
        }
    }

    /// AMT is an amount, whatever the file's mathematics mean by the species.
    private static func port(of species: String) -> String { "\(species).amount" }

    /// One person from the start to the end of the scenario.
    ///
    /// - Returns: every reported output at each sample, and the work it took.
    func run(_ schedule: PersonSchedule, samples: [Sample]) throws -> (columns: [String: [Double]], statistics: SolverStatistics) {
        var values = changes
        for (covariate, value) in zip(table.covariates, schedule.starting) { if let value { values[covariate.name] = value } }
        let parameters = try compiled.parameterValues(replacing: values)
        let lags = CompiledDoses(compiled, parameters: parameters)
        let given = try course(of: schedule).events(lag: lags.lag)
        let problem = InitialValueProblem(
            compiled, parameters: parameters, controls: [], initialState: compiled.restingState(parameters: parameters),
            span: 0...scenario.horizon, events: (ownEvents + given).sorted { $0.time < $1.time })
        let trajectory = try solver.solve(problem, samples: samples)
        let columns = outputs.map { ($0.name, trajectory[$0.name] ?? []) }
        return (Dictionary(columns) { first, _ in first }, trajectory.statistics)
    }

    private func course(of schedule: PersonSchedule) -> DoseCourse {
        schedule.course(intake: intake) { place, value in
            .change(parameter: table.covariates[place].name, value: value)
        }
    }

    private func intake(of dose: EventRecord.Dose) -> Intake {
        let port = Self.port(of: table.places.entrances[dose.entrance].name)
        guard let rate = dose.rate, let duration = dose.duration else {
            return Intake(pulses: [.init(port: port, amount: dose.amount)])
        }
        return Intake(flows: [.init(.port(port), rate: rate, until: duration)])
    }
}

extension EventRecord {
    /// Whether only the reference solver does what the row asks for where doses enter through ports alone.
    fileprivate var needsReference: Bool {
        kind == .reset || kind == .resetAndDose || dose.map { $0.steady != .none || $0.rate != nil } ?? false
    }
}

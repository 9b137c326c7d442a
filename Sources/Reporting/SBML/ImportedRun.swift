import Exchange
import Modeling
import Solving
import Symbolics

/// A model from an SBML file under a scenario's medicines and changes.
public struct ImportedRun: Sendable {
    public let scenario: Scenario
    public let description: SBMLModel
    /// What is reported, in order, with the file's units.
    public let outputs: [(name: String, label: String, unit: String)]
    /// Days.
    public let times: [Double]
    /// For each time, the outputs.
    public let rows: [[Double]]
    public let statistics: SolverStatistics
    /// What was used, never `auto`.
    public let resolution: Resolution

    /// - Parameters:
    ///   - extraTimes: years to look at besides the scenario's own.
    ///   - raw: whether values are those of the moment, and not means over the time between two doses.
    /// - Throws: `FileError` naming the key of the scenario or what the model lacks, or `SolverError`.
    public init(
        _ scenario: Scenario, model description: SBMLModel, resolution: Resolution = .auto,
        tolerances: Tolerances? = nil, extraTimes: [Double] = [], raw: Bool = false
    ) throws {
        let place = ImportedScenario(scenario, description)
        let timeUnit = try place.timeUnit()
        let model = try description.model(timeUnit: timeUnit, scales: .initial, isChanged: place.isChanged)
        outputs = try place.outputs(of: model)
        let compiled = try CompiledModel(model)
        let parameters = try compiled.parameterValues(replacing: place.changesAtStart(of: model))
        let problem = InitialValueProblem(
            compiled, parameters: parameters, controls: [],
            initialState: compiled.restingState(parameters: parameters), span: 0...scenario.horizon,
            events: try place.events(for: model))
        // Only the reference stops where a trigger turns true, and keeps the past.
        let used = resolution == .auto ? .reference : resolution
        guard used == .reference || (model.triggeredEvents.isEmpty && model.delayedQuantities.isEmpty) else {
            throw FileError(
                kind: .unsupported, file: description.file,
                "the model has events with triggers or delayed values, which only --resolution reference follows")
        }
        self.scenario = scenario
        self.description = description
        self.resolution = used
        times = place.times(extra: extraTimes)
        let samples = times.map { raw ? .instant($0) : place.sample(at: $0) }
        let solver = try Self.solver(used, compiled, tolerances ?? used.tolerances, file: description.file)
        let trajectory = try solver.solve(problem, samples: samples)
        let columns = outputs.compactMap { output in model.outputs.firstIndex { $0.name == output.name } }
        rows = trajectory.outputs.map { row in columns.map { row[$0] } }
        statistics = trajectory.statistics
    }

    static func solver(
        _ resolution: Resolution, _ compiled: CompiledModel, _ tolerances: Tolerances, file: String
    ) throws -> any Solver {
        switch resolution {
        case .auto, .reference: return CVODES(tolerances: tolerances)
        case .full: return BatchedSolver(compiled, tolerances: tolerances)
        case .multiscale:
            do throws(NotSeparable) { return try MultiscaleSolver(compiled, tolerances: tolerances) } catch {
                throw FileError(
                    kind: .unsupported, file: file, "multiscale does not hold for this model, because \(error)")
            }
        }
    }

    /// One output over time; nil where the run does not report it.
    public subscript(output: String) -> [Double]? {
        outputs.firstIndex { $0.name == output }.map { column in rows.map { $0[column] } }
    }
}

/// What a scenario is to a model from a file.
struct ImportedScenario {
    private let scenario: Scenario
    private let description: SBMLModel
    private let mapping: ModelMapping

    init(_ scenario: Scenario, _ description: SBMLModel) {
        self.scenario = scenario
        self.description = description
        mapping = scenario.mapping ?? ModelMapping()
    }

    private func error(_ key: String, _ message: String) -> FileError {
        FileError(file: scenario.source ?? scenario.title, place: key, message)
    }

    /// The end of a sentence about a name that is not there.
    private func meant(by name: String, among names: [String]) -> String {
        nearestNames(to: name, among: names, atMost: 1).first.map { "; did you mean '\($0)'?" } ?? ""
    }

    /// What one of the file's units of time is.
    func timeUnit() throws -> Unit {
        guard let days = mapping.timeUnit ?? description.time?.days else {
            throw error(
                "model.time",
                "\(description.file) does not say what its unit of time is; expected for example "
                    + "'model: {time: 1 hour}'")
        }
        return Unit(days: days)
    }

    /// Whether something is done to the model on the way.
    var isChanged: Bool { !scenario.therapy.isEmpty || mapping.changes.contains { $0.from > 0 } }

    func outputs(of model: Model) throws -> [(name: String, label: String, unit: String)] {
        let known = Dictionary(model.outputs.map { ($0.name, $0) }) { $1 }
        return try (mapping.outputs ?? description.moving).map { name in
            guard let output = known[name] else {
                let near = meant(by: name, among: known.keys.sorted())
                throw error("model.outputs", "\(description.file) has no '\(name)'\(near)")
            }
            return (name, output.meaning, description.unit(of: name) ?? "")
        }
    }

    private func check(_ parameter: String, in model: Model) throws {
        guard model.parameters.contains(where: { $0.name == parameter }) else {
            let near = meant(by: parameter, among: model.parameters.map(\.name))
            throw error("model.changes", "\(description.file) has no constant parameter '\(parameter)'\(near)")
        }
    }

    func changesAtStart(of model: Model) throws -> [String: Double] {
        for change in mapping.changes { try check(change.parameter, in: model) }
        return Dictionary(mapping.changes.filter { $0.from <= 0 }.map { ($0.parameter, $0.value) }) { $1 }
    }

    func events(for model: Model) throws -> [Event] {
        var schedule = Schedule()
        for change in mapping.changes where change.from > 0 {
            schedule.change(parameter: change.parameter, to: change.value, at: change.from)
        }
        for treatment in scenario.therapy {
            let amount = try dose(of: treatment, in: model)
            if let every = treatment.every {
                schedule.doses(
                    amount.value, port: amount.port, every: every, from: treatment.from, until: treatment.until,
                    on: treatment.days)
            } else {
                schedule.dose(amount.value, port: amount.port, at: treatment.from)
            }
        }
        return schedule.events { _ in 0 }
    }

    private func dose(of treatment: Treatment, in model: Model) throws -> (port: String, value: Double) {
        let name = "\(treatment.medicine) (\(treatment.form))"
        guard let entry = mapping.entry(for: treatment) else {
            throw error(
                "model.doses",
                "nothing says where \(name) enters \(description.file); expected for example "
                    + "'{medicine: \(treatment.medicine), into: SPECIES, adds: 1, per: \(treatment.dose)}'")
        }
        guard !treatment.isReleaseRate else {
            throw error("therapy", "\(name) is released steadily, and doses alone can enter a model from a file")
        }
        guard let written = treatment.dose.value(in: entry.dose.unit) else {
            throw error("model.doses", "\(name) is dosed in \(treatment.dose.unit), and 'per' is \(entry.dose)")
        }
        guard model.dosePorts.contains(where: { $0.name == entry.target }) else {
            let near = meant(by: entry.target, among: model.dosePorts.map(\.name))
            throw error(
                "model.doses", "\(description.file) has no species '\(entry.target)' that a dose can enter\(near)")
        }
        return (entry.target, entry.increase * written / entry.dose.value)
    }

    /// The scenario's own rows and others, in days.
    func times(extra: [Double]) -> [Double] {
        let grid =
            stride(from: 0, to: scenario.horizon - 1e-6, by: scenario.reportInterval).map { $0 } + [scenario.horizon]
        let others = extra.map { $0 * Unit.daysPerYear }.filter { $0 < scenario.horizon }
        return (grid + others).sorted().reduce(into: []) { times, time in
            if time - (times.last ?? -1) > 1e-6 { times.append(time) }
        }
    }

    /// The mean over the time between two doses before a moment, or the moment where nothing is taken.
    func sample(at time: Double) -> Sample {
        let intervals = scenario.therapy.filter { $0.from < time && time <= $0.until + 1e-6 }.compactMap(\.every)
        guard let longest = intervals.max(), time > 0 else { return .instant(time) }
        return .average(from: max(0, time - longest), to: time)
    }
}

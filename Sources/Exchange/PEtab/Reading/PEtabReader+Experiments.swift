import Symbolics

extension PEtabReader {
    /// Conditions of version 1: a row each, a column for each target; an empty cell or `NaN` keeps the value.
    func wideConditions() throws -> [String: [PEtabChange]] {
        var conditions: [String: [PEtabChange]] = [:]
        for file in files.conditions {
            let table = try PEtabTable(file: file, requiring: ["conditionId"])
            let targets = table.columns.filter { !["conditionId", "conditionName"].contains($0) }
            for row in table.rows {
                let id = try row.text("conditionId")
                guard conditions[id] == nil else { throw row.failure("conditionId", "'\(id)' is there twice") }
                conditions[id] = try targets.compactMap { target -> PEtabChange? in
                    guard let text = row[target], text.lowercased() != "nan" else { return nil }
                    return PEtabChange(
                        target: target, value: try row.formula(text, in: target), file: file, line: row.line)
                }
            }
        }
        return conditions
    }

    /// Conditions of version 2: a row for each target.
    func longConditions() throws -> [String: [PEtabChange]] {
        var conditions: [String: [PEtabChange]] = [:]
        for row in try rows(files.conditions, requiring: ["conditionId", "targetId", "targetValue"]) {
            let target = try row.text("targetId")
            let id = try row.text("conditionId")
            if conditions[id, default: []].contains(where: { $0.target == target }) {
                throw row.failure("targetId", "'\(target)' is set twice by the condition '\(id)'")
            }
            conditions[id, default: []].append(
                PEtabChange(target: target, value: try row.formula("targetValue"), file: row.file, line: row.line))
        }
        return conditions
    }

    /// For each experiment of version 2, its moments with the rows of conditions that start at them.
    func experiments() throws -> [String: [(time: Double, row: PEtabRow)]] {
        var experiments: [String: [(time: Double, row: PEtabRow)]] = [:]
        for row in try rows(files.experiments, requiring: ["experimentId", "time", "conditionId"]) {
            let time = try row.number("time")
            guard time < .infinity else { throw row.failure("time", "a period cannot start at inf") }
            experiments[try row.text("experimentId"), default: []].append((time, row))
        }
        return experiments
    }
}

/// Collects measurements, and the experiments that they are of.
struct PEtabMeasurementBuilder {
    let reader: PEtabReader
    let models: [String]
    let observables: [PEtabObservable]
    let conditions: [String: [PEtabChange]]
    let periods: [String: [(time: Double, row: PEtabRow)]]
    private(set) var experiments: [PEtabExperiment] = []
    private(set) var measurements: [PEtabMeasurement] = []
    private var places: [[String]: Int] = [:]

    init(
        reader: PEtabReader, models: [String], observables: [PEtabObservable], conditions: [String: [PEtabChange]],
        periods: [String: [(time: Double, row: PEtabRow)]]
    ) {
        self.reader = reader
        self.models = models
        self.observables = observables
        self.conditions = conditions
        self.periods = periods
    }

    mutating func add(_ row: PEtabRow) throws {
        let name = try row.text("observableId")
        guard let observable = observables.firstIndex(where: { $0.id == name }) else {
            throw row.failure("observableId", "there is no observable '\(name)'")
        }
        let experiment = try experiment(row)
        let time = try row.number("time")
        let start = experiments[experiment].periods.first { $0.time.isFinite }?.time ?? 0
        guard time >= start else { throw row.failure("time", "\(time) is before the experiment starts at \(start)") }
        measurements.append(
            PEtabMeasurement(
                observable: observable, model: try model(row), experiment: experiment, time: time,
                value: try row.number("measurement"),
                observableParameters: try overrides(row, "observableParameters", observables[observable].placeholders),
                noiseParameters: try overrides(row, "noiseParameters", observables[observable].noisePlaceholders),
                row: row))
    }

    private func model(_ row: PEtabRow) throws -> Int {
        guard let id = row["modelId"], !reader.isVersion1 else {
            guard models.count == 1 else {
                throw row.failure("modelId", "the problem has \(models.count) models; expected which")
            }
            return 0
        }
        guard let index = models.firstIndex(of: id) else { throw row.failure("modelId", "there is no model '\(id)'") }
        return index
    }

    private func overrides(_ row: PEtabRow, _ column: String, _ names: [String]) throws -> [Expression] {
        let values = row.list(column)
        guard values.count == names.count else {
            throw row.failure(
                column, "\(values.count) values stand here; the observable has \(names.count) placeholders")
        }
        return try values.map { try row.formula($0, in: column) }
    }

    /// The number of a row's experiment, made where it is new.
    private mutating func experiment(_ row: PEtabRow) throws -> Int {
        let keys =
            reader.isVersion1
            ? [row["preequilibrationConditionId"] ?? "", try row.text("simulationConditionId")]
            : [row["experimentId"] ?? ""]
        if let known = places[keys] { return known }
        let made = reader.isVersion1 ? try pair(row, keys) : try sequence(row, keys[0])
        experiments.append(made)
        places[keys] = experiments.count - 1
        return experiments.count - 1
    }

    private func condition(_ id: String, _ row: PEtabRow, _ column: String) throws -> [PEtabChange] {
        guard let changes = conditions[id] else { throw row.failure(column, "there is no condition '\(id)'") }
        return changes
    }

    /// Version 1: a condition to rest in, where there is one, and the condition of the simulation, from time zero.
    private func pair(_ row: PEtabRow, _ keys: [String]) throws -> PEtabExperiment {
        var periods: [PEtabExperiment.Period] = []
        if !keys[0].isEmpty {
            periods.append(.init(time: -.infinity, changes: try condition(keys[0], row, "preequilibrationConditionId")))
        }
        periods.append(.init(time: 0, changes: try condition(keys[1], row, "simulationConditionId")))
        return PEtabExperiment(id: nil, periods: periods)
    }

    /// Version 2: all conditions that start at one moment together.
    private func sequence(_ row: PEtabRow, _ id: String) throws -> PEtabExperiment {
        guard !id.isEmpty else { return PEtabExperiment(id: nil, periods: [.init(time: 0, changes: [])]) }
        guard let moments = periods[id] else { throw row.failure("experimentId", "there is no experiment '\(id)'") }
        let grouped = Dictionary(grouping: moments, by: \.time)
        let made = try grouped.keys.sorted().map { time -> PEtabExperiment.Period in
            var changes: [PEtabChange] = []
            for moment in grouped[time] ?? [] {
                guard let name = moment.row["conditionId"] else { continue }
                for change in try condition(name, moment.row, "conditionId") {
                    guard !changes.contains(where: { $0.target == change.target }) else {
                        throw moment.row.failure(
                            "conditionId", "'\(change.target)' is set by two conditions at one moment")
                    }
                    changes.append(change)
                }
            }
            return .init(time: time, changes: changes)
        }
        return PEtabExperiment(id: id, periods: made)
    }
}

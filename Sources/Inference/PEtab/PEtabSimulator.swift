import Exchange
import Modeling
import Solving
import Symbolics

/// Why a problem could not be simulated.
public struct PEtabFailure: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

extension Tolerances {
    /// How exact simulations of measured problems are, whose quantities may be small in their own units.
    public static let petab = Tolerances(relative: 1e-8, absoluteShare: 1e-14)
}

/// A problem, ready to be simulated with any values of its parameters.
public struct PEtabSimulator: Sendable {
    public let problem: PEtabProblem
    private let runners: [PEtabRunner]
    /// Experiments of models, and the places of their measurements.
    private let runs: [Run]

    private struct Run: Sendable {
        let model: Int
        let experiment: Int
        let measurements: [Int]
    }

    /// - Throws: `FileError` for a model that cannot be simulated, or what cannot be followed.
    public init(_ problem: PEtabProblem, tolerances: Tolerances = .petab) throws {
        self.problem = problem
        let isChanged = problem.experiments.contains { experiment in
            experiment.periods.count > 1 || experiment.periods.contains { !$0.changes.isEmpty }
        }
        runners = try problem.models.map {
            try PEtabRunner($0.description, aliases: problem.aliases, isChanged: isChanged, tolerances: tolerances)
        }
        let grouped = Dictionary(grouping: problem.measurements.indices) { place in
            [problem.measurements[place].model, problem.measurements[place].experiment]
        }
        runs = grouped.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
            Run(model: key[0], experiment: key[1], measurements: grouped[key] ?? [])
        }
        for run in runs where runners[run.model].hasDelays {
            let isWhole =
                problem.experiments[run.experiment].periods.count == 1
                && run.measurements.allSatisfy { problem.measurements[$0].time.isFinite }
            if isWhole { continue }
            throw FileError(
                kind: .unsupported, file: problem.models[run.model].description.file,
                "delayed events or values in a model whose condition changes on the way are not supported")
        }
    }

    /// Simulates every measurement.
    ///
    /// - Parameter values: of all parameters of the table, not on their scales.
    /// - Throws: `PEtabFailure` naming the experiment that could not be integrated, or the measurement without a number.
    public func simulation(_ values: [String: Double]) throws -> PEtabSimulation {
        for parameter in problem.parameters where values[parameter.id] == nil {
            throw PEtabFailure("\(problem.file): the parameter '\(parameter.id)' has no value")
        }
        var simulated = problem.measurements.map { _ in Double.nan }
        var noise = simulated
        for run in runs {
            try Task.checkCancellation()
            do {
                let found = try results(of: run, values)
                for (place, result) in zip(run.measurements, found) { (simulated[place], noise[place]) = result }
            } catch let error as SolverError {
                throw failure(run, "\(error.reason) at time \(error.time)\(error.state.map { ", in '\($0)'" } ?? "")")
            } catch let error as PEtabFailure {
                throw failure(run, error.description)
            } catch let error as ModelError {
                throw failure(run, error.description)
            }
        }
        return try PEtabSimulation(problem, simulated: simulated, noise: noise, values: values)
    }

    private func failure(_ run: Run, _ reason: String) -> PEtabFailure {
        let row = problem.measurements[run.measurements[0]].row
        let names = ["experimentId", "preequilibrationConditionId", "simulationConditionId"].compactMap { row[$0] }
        let experiment = names.isEmpty ? "the model as it is" : names.joined(separator: ", then ")
        return PEtabFailure("\(problem.file): \(experiment): \(reason)")
    }

    /// Simulation and noise of each measurement of a run.
    private func results(of run: Run, _ values: [String: Double]) throws -> [(Double, Double)] {
        let runner = runners[run.model]
        let times = Set(run.measurements.map { problem.measurements[$0].time }).sorted()
        let looks = try looks(runner, problem.experiments[run.experiment], times, values)
        return run.measurements.map { place in
            let measurement = problem.measurements[place]
            guard let look = looks[measurement.time] else { return (.nan, .nan) }
            let reading = PEtabReading(problem, measurement, values, time: measurement.time) { name in
                runner.value(of: name, outputs: look.outputs, parameters: look.parameters)
            }
            let observable = problem.observables[measurement.observable]
            return (reading.value(observable.formula), reading.value(observable.noise))
        }
    }

    private struct Look {
        let outputs: [Double]
        let parameters: [Double]
    }

    /// The model at each of the times of an experiment.
    private func looks(
        _ runner: PEtabRunner, _ experiment: PEtabExperiment, _ times: [Double], _ values: [String: Double]
    ) throws -> [Double: Look] {
        var looks: [Double: Look] = [:]
        var periods = experiment.periods
        if periods.last?.time == -.infinity { periods.append(.init(time: 0, changes: [])) }
        func changes(_ period: PEtabExperiment.Period, at situation: PEtabSituation?) -> [(
            target: String, value: Double
        )] {
            let outputs = situation.map { runner.outputs($0) }
            return period.changes.map { change in
                let value = change.value.evaluate { symbol in
                    if let outputs, let situation, values[symbol.name] == nil {
                        if symbol == .time { return period.time.isFinite ? period.time : 0 }
                        return runner.value(of: symbol.name, outputs: outputs, parameters: situation.parameters) ?? .nan
                    }
                    return values[symbol.name] ?? .nan
                }
                return (change.target, value)
            }
        }
        let isVersion1 = problem.version == 1
        // In version 1 a condition replaces values of the model before initial values follow from them.
        let early = isVersion1 ? changes(periods[0], at: nil).filter { !$0.value.isNaN } : []
        let untouched = try runner.start(values, before: [])
        var situation = early.isEmpty ? untouched : try runner.start(values, before: early)
        for (index, period) in periods.enumerated() {
            if isVersion1, index > 0 {
                let kept = Set(period.changes.map(\.target))
                runner.reset(
                    periods[index - 1].changes.map(\.target).filter { !kept.contains($0) }, to: untouched,
                    in: &situation)
            }
            try runner.apply(changes(period, at: situation), to: &situation)
            guard period.time.isFinite else {
                try runner.settle(&situation)
                continue
            }
            situation.time = period.time
            let next = index + 1 < periods.count ? periods[index + 1].time : .infinity
            let mine = times.filter { $0.isFinite && $0 >= period.time && $0 < next }
            let end = next.isFinite ? Self.justBefore(next, runner) : mine.last ?? period.time
            let parameters = situation.parameters
            let rows = try runner.advance(&situation, to: Swift.max(end, situation.time), times: mine)
            for (time, outputs) in zip(mine, rows) { looks[time] = Look(outputs: outputs, parameters: parameters) }
        }
        if times.last == .infinity {
            try runner.settle(&situation)
            looks[.infinity] = Look(outputs: runner.outputs(situation), parameters: situation.parameters)
        }
        return looks
    }

    /// A period ends before its successor begins, so that events at that moment come after what the successor changes.
    private static func justBefore(_ time: Double, _ runner: PEtabRunner) -> Double {
        runner.hasEvents ? time - 1e-12 * Swift.max(1, abs(time)) : time
    }
}

/// What names mean in the formulas of one measurement.
private struct PEtabReading {
    private let problem: PEtabProblem
    private let values: [String: Double]
    private let time: Double
    private let entity: (String) -> Double?
    private let overrides: [String: Expression]

    init(
        _ problem: PEtabProblem, _ measurement: PEtabMeasurement, _ values: [String: Double], time: Double,
        entity: @escaping (String) -> Double?
    ) {
        self.problem = problem
        self.values = values
        self.time = time
        self.entity = entity
        let observable = problem.observables[measurement.observable]
        overrides = Dictionary(
            zip(
                observable.placeholders + observable.noisePlaceholders,
                measurement.observableParameters + measurement.noiseParameters)
        ) { first, _ in first }
    }

    /// - Parameter depth: how many more observables may be named within each other.
    func value(_ formula: Expression, depth: Int = 8) -> Double {
        formula.evaluate { symbol in
            if let override = overrides[symbol.name] {
                return override.evaluate { entity($0.name) ?? values[$0.name] ?? .nan }
            }
            if symbol == .time { return time }
            if let value = entity(symbol.name) ?? values[symbol.name] { return value }
            guard depth > 0, let other = problem.observables.first(where: { $0.id == symbol.name }) else { return .nan }
            return value(other.formula, depth: depth - 1)
        }
    }
}

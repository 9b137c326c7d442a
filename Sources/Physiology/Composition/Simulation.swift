import Exchange
import Modeling
import Solving
import Symbolics

/// One woman's scenario, run.
public struct Simulation: Sendable {
    public let scenario: Scenario
    public let model: Model
    /// Years since time zero at which outputs were looked at, in order.
    public let times: [Double]
    /// Which of `times` are the scenario's own reporting times.
    public let isReported: [Bool]
    /// How an output is looked at more closely.
    public let zooms: [Zoom]
    public let statistics: SolverStatistics
    private let columns: [String: [Double]]

    /// A stretch of time seen in detail.
    public struct Zoom: Sendable {
        public enum Kind: Sendable { case day, cycle }
        public let kind: Kind
        /// When it begins, in days since time zero.
        public let start: Double
        /// Days since its beginning.
        public let times: [Double]
        /// Outputs by name, at `times`.
        public let values: [String: [Double]]
    }

    /// The values of one output at `times`, in its unit; nil if there is no such output.
    public subscript(output: String) -> [Double]? { columns[output] }

    /// The value of an output at a time that was reported, in years.
    public func value(_ output: String, at time: Double) -> Double? {
        guard let index = times.firstIndex(where: { abs($0 - time) < 1e-5 }) else { return nil }
        return columns[output]?[index]
    }

    /// Refuses what a scenario may say and this model does not have, rather than leave it out unsaid.
    ///
    /// - Throws: `NotSimulated` naming the key.
    public static func check(_ scenario: Scenario) throws(NotSimulated) {
        guard scenario.woman.conditions.isEmpty else {
            throw NotSimulated(
                description: "\(scenario.source ?? scenario.title): woman.conditions: "
                    + "conditions are not simulated by \(WomanModel.version); leave the key out")
        }
    }

    /// Runs a scenario.
    ///
    /// - Parameters:
    ///   - extraTimes: years since time zero to report besides the scenario's own.
    ///   - raw: reports oscillating quantities at the instant instead of over the dosing or cycle period.
    /// - Throws: `NotSimulated`, or `SolverError` naming the state and time at which integration failed.
    public init(
        _ scenario: Scenario, solver: some Solver = CVODES(), extraTimes: [Double] = [], raw: Bool = false
    ) throws {
        try Self.check(scenario)
        let model = try WomanModel.model(for: scenario.therapy)
        let compiled = try CompiledModel(model)
        let timeline = Timeline(scenario)
        let parameters = try compiled.parameterValues()
        let events = try timeline.schedule.events(lag: CompiledDoses(compiled, parameters: parameters).lag)
        var controls = ControlValues(compiled)
        for (name, value) in timeline.traits { controls[name] = value }

        let history = try solver.solve(
            InitialValueProblem(
                compiled, parameters: parameters, controls: controls.values,
                initialState: compiled.restingState(parameters: parameters), span: timeline.start...0, events: events),
            samples: [.instant(0)])
        for event in events where event.time < 0 {
            for case .set(let control, let value) in event.actions { controls[control] = value }
        }
        for (site, density) in scenario.woman.density {
            let usual = history["density.\(site.rawValue)"]?.last ?? .nan
            controls["skeleton.\(site.rawValue).densityScale"] = site.gramsOrT(density) / usual
        }

        let plan = SamplePlan(scenario, extraTimes: extraTimes, raw: raw)
        let trajectory = try solver.solve(
            InitialValueProblem(
                compiled, parameters: parameters, controls: controls.values, initialState: history.finalState,
                span: 0...scenario.horizon, events: events),
            samples: plan.samples)
        let outputs = model.outputs.map(\.name)
        self.scenario = scenario
        self.model = model
        times = plan.times.map { $0 / Unit.daysPerYear }
        isReported = plan.isReported
        columns = plan.columns(of: trajectory, outputs: outputs)
        zooms = plan.zooms(of: trajectory, outputs: outputs)
        statistics = history.statistics + trajectory.statistics
    }
}

/// Something a scenario asks for that the model does not have.
public struct NotSimulated: Error, CustomStringConvertible {
    public let description: String
}

/// The values of a model's controls, by name, in base units.
private struct ControlValues {
    private(set) var values: [Double]
    private let index: [String: Int]

    init(_ compiled: CompiledModel) {
        values = compiled.controlValues
        index = Dictionary(uniqueKeysWithValues: compiled.model.controls.enumerated().map { ($1.name, $0) })
    }

    /// - Precondition: the model declares the control.
    subscript(name: String) -> Double {
        get { values[slot(name)] }
        set { values[slot(name)] = newValue }
    }

    private func slot(_ name: String) -> Int {
        guard let slot = index[name] else { preconditionFailure("'\(name)' is no control of the model") }
        return slot
    }
}

extension SkeletalSite {
    /// A starting density in the site's unit.
    fileprivate func gramsOrT(_ density: StartingDensity) -> Double {
        switch density {
        case .tScore(let score): return reference.mean + score * reference.spread
        case .measured(let quantity): return quantity.value(in: unit) ?? .nan
        }
    }
}

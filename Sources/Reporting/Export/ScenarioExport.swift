import Exchange
import Modeling
import Physiology
import Solving

/// One woman's scenario for other programs: the span, the events, and where she stands at time zero.
///
/// It is the problem that `Simulation` solves, from her resting start to the horizon. Controls of the export hold from
/// the start of her history. Starting densities only scale outputs and are known once her history is, so they show in
/// `controlsAtTimeZero` alone.
public struct ScenarioExport: Sendable, Encodable {
    /// Days; the start is negative, for her history before time zero.
    public struct Span: Sendable, Encodable {
        public let start: Double
        public let end: Double
    }

    /// What happens at one moment: amounts added to states, then values that controls take from there on.
    public struct Event: Sendable, Encodable {
        public struct Jump: Sendable, Encodable {
            public let state: String
            public let amount: Double
        }

        public struct Setting: Sendable, Encodable {
            public let id: String
            public let value: Double
        }

        public let time: Double
        public let jumps: [Jump]
        public let settings: [Setting]
    }

    /// What the reference solver finds at the scenario's reporting times, just before events of the same time.
    public struct Course: Sendable, Encodable {
        public let relativeTolerance: Double
        public let times: [Double]
        /// For each time, the states in their order.
        public let states: [[Double]]
        /// For each time, the outputs in their order, each in its unit.
        public let outputs: [[Double]]
    }

    /// Tight enough to measure other solvers by; her history before time zero is always integrated so.
    public static let reference = Tolerances(relative: 1e-10, absoluteShare: 1e-11)

    public let title: String
    public let span: Span
    /// In time order.
    public let events: [Event]
    /// In the order of the states, by the reference solver at tight tolerances.
    public let stateAtTimeZero: [Double]
    /// In the order of the controls.
    public let controlsAtTimeZero: [Double]
    public let course: Course?

    /// - Parameter course: how exactly to integrate to the horizon as well; nil for not at all.
    init(_ scenario: Scenario, _ problem: WomanProblem, course tolerances: Tolerances?) throws {
        let solver = CVODES(tolerances: Self.reference)
        let before = problem.history
        let history = try solver.solve(before, samples: [.instant(0)])
        let future = problem.future(after: history)
        title = scenario.title
        span = Span(start: before.span.lowerBound, end: future.span.upperBound)
        events = try Self.events(of: before, until: future.span.upperBound)
        stateAtTimeZero = history.finalState
        controlsAtTimeZero = future.controls
        course = try tolerances.map {
            try Self.course(of: future, every: scenario.reportInterval, CVODES(tolerances: $0))
        }
    }

    private static func course(
        of problem: InitialValueProblem, every interval: Double, _ solver: CVODES
    ) throws -> Course {
        let end = problem.span.upperBound
        // A last step shorter than a second would only be rounding.
        let times = stride(from: 0, to: end - 1e-5, by: interval).map { $0 } + [end]
        let trajectory = try solver.solve(problem, samples: times.map { .instant($0) })
        return Course(
            relativeTolerance: solver.tolerances.relative, times: times, states: trajectory.states,
            outputs: trajectory.outputs)
    }

    /// - Parameter problem: her history, which knows the events of all her life.
    private static func events(of problem: InitialValueProblem, until end: Double) throws -> [Event] {
        let states = problem.compiled.model.states.map { Identifiers.identifier($0.name) }
        var doses = CompiledDoses(problem.compiled, parameters: problem.parameters)
        let span = problem.span.lowerBound...end
        return try problem.events.filter { span.contains($0.time) }.map { event in
            var jumps: [Event.Jump] = []
            var settings: [Event.Setting] = []
            for action in event.actions {
                switch action {
                case .dose(let port, let amount):
                    jumps += try doses.jumps(port: port, amount: amount).map {
                        Event.Jump(state: states[$0.state], amount: $0.amount)
                    }
                case .set(let name, let value):
                    settings.append(Event.Setting(id: Identifiers.identifier(name), value: value))
                case .change, .infuse, .reset, .settle:
                    preconditionFailure("a scenario takes doses and sets controls, and no more")
                }
            }
            return Event(time: event.time, jumps: jumps, settings: settings)
        }
    }
}

extension ModelExport {
    /// The equations of a scenario's model, with her control values and everything that happens to her.
    ///
    /// - Parameter course: how exactly the reference solver follows her to the horizon; nil to leave that out.
    /// - Throws: `SolverError` naming the state and time at which integration failed.
    public init(_ scenario: Scenario, course: Tolerances? = nil) throws {
        let prepared = try PreparedScenario(scenario)
        let problem = try prepared.problem()
        self.init(
            prepared.compiled, parameters: problem.parameters, controls: problem.history.controls,
            scenario: try ScenarioExport(scenario, problem, course: course))
    }
}

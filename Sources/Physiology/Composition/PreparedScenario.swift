import Exchange
import Modeling
import Solving
import Symbolics

/// A scenario with its model compiled, ready to be run for the woman it names and for others in her place.
///
/// Compiling takes far longer than finding the values of one woman, so a cohort prepares its scenario once. It is
/// immutable and may be shared between threads.
public struct PreparedScenario: Sendable {
    public let scenario: Scenario
    public let model: Model
    public let compiled: CompiledModel
    let plan: SamplePlan
    private let parameters: [Double]
    private let parameterIndex: [String: Int]
    private let therapy: Schedule
    private let therapyEvents: [Event]
    /// The therapy as all women share whose lags are the model's.
    let sharedSchedule: LaneSchedule
    private let lagParameters: Set<String>

    /// - Parameters:
    ///   - other: one whose model has the same composition, to take it over compiled.
    ///   - extraTimes: years since time zero to report besides the scenario's own.
    ///   - raw: reports oscillating quantities at the instant instead of over the dosing or cycle period.
    ///   - closeLooks: also samples one day, or cycle, in detail.
    ///   - others: medicines the model has besides those of the therapy, which doses given person by person need.
    /// - Throws: `ModelError` if the model does not hang together.
    public init(
        _ scenario: Scenario, like other: PreparedScenario? = nil, extraTimes: [Double] = [], raw: Bool = false,
        closeLooks: Bool = true, alsoTaking others: [Treatment] = []
    ) throws {
        self.scenario = scenario
        compiled =
            try other?.compiled ?? CompiledModel(WomanModel.model(for: scenario.therapy + others, ovary: scenario.ovary))
        model = compiled.model
        parameters = try compiled.parameterValues()
        parameterIndex = Dictionary(uniqueKeysWithValues: model.parameters.enumerated().map { ($1.name, $0) })
        therapy = Timeline.schedule(of: scenario.therapy)
        therapyEvents = try therapy.events(lag: CompiledDoses(compiled, parameters: parameters).lag)
        sharedSchedule = LaneSchedule(LaneEvent.shared(therapyEvents))
        lagParameters = Set(model.dosePorts.flatMap { $0.lag.symbols.map(\.name) })
        plan = SamplePlan(scenario, extraTimes: extraTimes, raw: raw, closeLooks: closeLooks)
    }

    /// The model's value of a parameter, in its own unit; nil if there is none of that name.
    func value(ofParameter name: String) -> Double? {
        parameterIndex[name].map { parameters[$0] / model.parameters[$0].unit.factor }
    }

    /// Years since time zero that are reported, in order.
    public var reportedTimes: [Double] {
        zip(plan.times, plan.isReported).filter(\.1).map { $0.0 / Unit.daysPerYear }
    }

    /// Years since time zero that are looked at, in order: those reported and those asked for besides.
    public var times: [Double] { plan.times.map { $0 / Unit.daysPerYear } }

    /// What is looked at while a woman is integrated from time zero on.
    public var samples: [Sample] { plan.samples }

    /// The values of one woman under this scenario's therapy.
    ///
    /// - Parameters:
    ///   - woman: who is in the place of the scenario's woman; nil for her.
    ///   - factors: for parameters by name, what the model's value is multiplied by. Names the model lacks, as of
    ///     medicines that are not taken, are passed over.
    ///   - replacements: values in the parameters' own units, in place of the model's and before any factor; names the model
    ///     lacks are passed over.
    ///   - held: values of controls from her start on, in their own units; names the model lacks are passed over.
    ///   - isTreated: whether she takes what the scenario says.
    ///   - ownTherapy: what she takes instead, of the scenario's medicines and forms; nil for no difference.
    /// - Throws: `ModelError` if a dose has no place to enter.
    public func problem(
        of woman: Woman? = nil, parameterFactors factors: [String: Double] = [:],
        parameterValues replacements: [String: Double] = [:], controlValues held: [String: Double] = [:],
        isTreated: Bool = true, ownTherapy: [Treatment]? = nil
    ) throws -> WomanProblem {
        var hers = scenario
        if let woman { hers.woman = woman }
        var values = parameters
        for (name, value) in replacements {
            if let index = parameterIndex[name] { values[index] = value * model.parameters[index].unit.factor }
        }
        for (name, factor) in factors {
            if let index = parameterIndex[name] { values[index] *= factor }
        }
        let sharesTherapy =
            isTreated && ownTherapy == nil && lagParameters.isDisjoint(with: factors.keys)
            && lagParameters.isDisjoint(with: replacements.keys)
        let schedule = isTreated ? ownTherapy.map(Timeline.schedule) ?? therapy : Timeline.schedule(of: [])
        let events =
            sharesTherapy
            ? therapyEvents
            : try schedule.events(lag: CompiledDoses(compiled, parameters: values).lag)
        return WomanProblem(
            compiled, timeline: Timeline(hers), woman: hers.woman, parameters: values, held: held, therapy: events,
            sharesTherapy: sharesTherapy, horizon: scenario.horizon)
    }

    /// The values of one woman under this scenario's therapy and what she is given besides.
    ///
    /// - Parameters:
    ///   - course: doses of medicines the model was made with.
    ///   - states: those that take part in steady states.
    /// - Throws: `ModelError` if a dose has no place to enter.
    func problem(of woman: Woman, given course: DoseCourse, steady states: Set<String>) throws -> WomanProblem {
        var hers = scenario
        hers.woman = woman
        let given = try course.events(steady: states, lag: CompiledDoses(compiled, parameters: parameters).lag)
        return WomanProblem(
            compiled, timeline: Timeline(hers), woman: woman, parameters: parameters,
            therapy: (therapyEvents + given).sorted { $0.time < $1.time }, sharesTherapy: false, horizon: scenario.horizon)
    }

    /// Everything that happens to the scenario's woman, in time order, each dose at the moment it is taken: its lag follows.
    public var eventsAsTaken: [Event] {
        (Timeline(scenario).own.events { _ in 0 } + therapy.events { _ in 0 }).sorted { $0.time < $1.time }
    }

    /// The controls of hypotheses, which are on or off for all women and all the time, by name.
    var switches: [String: Double] {
        Dictionary(
            uniqueKeysWithValues: WomanModel.hypotheses.map { hypothesis in
                (hypothesis.control, scenario.hypotheses.contains(hypothesis.name) ? 1 : 0)
            })
    }

    /// Outputs at the reported times, time after time, the outputs of each in the order of `columns`.
    ///
    /// - Parameters:
    ///   - columns: places of the outputs among the model's.
    ///   - isWhole: gives rows of all ``times``, not only of those reported.
    public func rows(of trajectory: Trajectory, columns: [Int], isWhole: Bool = false) -> [Double] {
        let isSlow = columns.map { SamplePlan.isSlow(model.outputs[$0].name) }
        var rows: [Double] = []
        rows.reserveCapacity(plan.times.count * columns.count)
        for time in plan.times.indices where isWhole || plan.isReported[time] {
            for (column, isSlow) in zip(columns, isSlow) {
                rows.append(trajectory.outputs[plan.sample(at: time, isSlow: isSlow)][column])
            }
        }
        return rows
    }
}

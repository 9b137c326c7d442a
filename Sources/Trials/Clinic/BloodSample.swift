import Exchange
import Foundation
import Modeling
import Physiology
import Solving
import Symbolics

/// What there is in a woman's blood, urine and bones on one day of a scenario.
///
/// Levels are means over the interval of what she takes, but for cortisol, which is that of eight in the morning. While she
/// cycles, levels are those of a phase of the last cycle before that day.
public struct BloodSample: Sendable {
    /// When in her cycle blood is drawn.
    public enum Phase: String, CaseIterable, Sendable, Codable {
        case follicular
        case midCycle = "mid-cycle"
        case luteal
    }

    /// Where in life she stands.
    public enum Stage: Sendable, Hashable {
        case cycling(Phase)
        /// Not past menopause, and not ovulating.
        case notOvulating
        /// Twelve months after her last bleeding, or operated.
        case afterMenopause
    }

    public let scenario: Scenario
    /// When, in years since time zero.
    public let years: Double
    public let stage: Stage
    public let model: Model
    private let levels: [String: Double]
    private let yearBefore: [String: Double]

    /// Her age, in years.
    public var age: Double { scenario.woman.age / Unit.daysPerYear + years }
    /// What she takes on that day.
    public var therapy: [Treatment] {
        let days = years * Unit.daysPerYear
        return scenario.therapy.filter { $0.from < days && (days <= $0.until + 1e-6 || $0.isGivenOnce) }
    }

    /// A level in the unit of the model's output of that name; nil if there is none.
    public func level(_ output: String) -> Double? { levels[output] }

    /// How far an output moved in the year before, in its unit; nil in the first year.
    public func changeInYear(_ output: String) -> Double? {
        levels[output].flatMap { now in yearBefore[output].map { now - $0 } }
    }

    /// Cycles whose last part is looked at before levels are those of a cycle, in days.
    private static let leastForCycle = 57.0
    /// Days of the early follicular phase and of the middle of the luteal phase, from the peak of LH.
    private static let follicular = -12.0 ... -10.0
    private static let luteal = 6.0...8.0
    /// LH over its mean from which on it is a surge and no ripple.
    private static let surge = 2.0
    /// The model's stage after menopause.
    private static let past = 3.0
    private static let cortisol = "serum.cortisol"
    /// When blood is drawn for cortisol, in days after midnight.
    private static let morning = 8.0 / 24

    /// - Parameters:
    ///   - days: when, in days since time zero.
    ///   - phase: of her cycle, while she has one.
    /// - Throws: `SolverError` if she cannot be integrated.
    public init(
        _ scenario: Scenario, at days: Double, phase: Phase = .follicular, resolution: Resolution = .auto,
        tolerances: Tolerances? = nil
    ) throws {
        let years = days / Unit.daysPerYear
        let untilThen = days > 0 ? scenario.ending(at: max(days, 1)) : scenario.untreated.ending(at: 1)
        let simulation = try Simulation(
            untilThen, resolution: resolution, tolerances: tolerances,
            extraTimes: [years] + (years >= 1 ? [years - 1] : []))
        var levels: [String: Double] = [:]
        var before: [String: Double] = [:]
        for output in simulation.model.outputs {
            levels[output.name] = simulation.value(output.name, at: years)
            before[output.name] = simulation.value(output.name, at: years - 1)
        }
        var stage = Stage.afterMenopause
        if (levels["outcome.menopausalStage"] ?? Self.past) < Self.past {
            let cycle = try Self.cycle(
                untilThen, days: days, phase: phase, resolution: resolution, tolerances: tolerances)
            stage = cycle.isOvulating ? .cycling(phase) : .notOvulating
            if cycle.isOvulating { levels.merge(cycle.levels) { $1 } }
        }
        // The last eight o'clock that is not after the sample.
        let midnight = days.rounded(.down)
        let eight =
            midnight + Self.morning <= max(days, 1) ? midnight + Self.morning : max(0, midnight - 1 + Self.morning)
        let hours = try Simulation(
            untilThen, resolution: resolution, tolerances: tolerances, extraTimes: [eight / Unit.daysPerYear], raw: true
        )
        levels[Self.cortisol] = hours.value(Self.cortisol, at: eight / Unit.daysPerYear)
        self.scenario = scenario
        self.years = years
        self.stage = stage
        self.model = simulation.model
        self.levels = levels
        yearBefore = before
    }

    /// What there is at the end of a run, without simulating again, and without cortisol, which hangs on the hour; nil while she
    /// has not passed menopause, when levels hang on the day.
    public init?(atEndOf simulation: Simulation) {
        let end = simulation.scenario.years
        guard let stage = simulation.value("outcome.menopausalStage", at: end), stage >= Self.past else { return nil }
        var levels: [String: Double] = [:]
        var before: [String: Double] = [:]
        for output in simulation.model.outputs where output.name != Self.cortisol {
            levels[output.name] = simulation.value(output.name, at: end)
            before[output.name] = simulation.value(output.name, at: end - 1)
        }
        scenario = simulation.scenario
        years = end
        self.stage = .afterMenopause
        model = simulation.model
        self.levels = levels
        yearBefore = before
    }

    /// Levels in a phase of her last cycle, and whether it is one.
    private static func cycle(
        _ scenario: Scenario, days: Double, phase: Phase, resolution: Resolution, tolerances: Tolerances?
    ) throws -> (levels: [String: Double], isOvulating: Bool) {
        var resolved = scenario.ending(at: max(days, leastForCycle))
        resolved.ovary = .resolved
        let simulation = try Simulation(resolved, resolution: resolution, tolerances: tolerances)
        guard let zoom = simulation.zooms.first(where: { $0.kind == .ownCycle }), let lh = zoom.values["serum.LH"],
            let peak = lh.indices.max(by: { lh[$0] < lh[$1] }),
            lh[peak] > surge * lh.mean
        else { return ([:], false) }
        let from = zoom.times[peak]
        let window: ClosedRange<Double> =
            switch phase {
            case .follicular: follicular
            case .midCycle: 0...0
            case .luteal: luteal
            }
        let chosen = zoom.times.indices.filter { window.contains(zoom.times[$0] - from) }
        guard !chosen.isEmpty else { return ([:], false) }
        return (
            zoom.values.mapValues { values in chosen.map { values[$0] }.mean }, true
        )
    }
}

import Symbolics

/// One woman, her therapy and how long to look: everything a simulation needs to know about the person it is for.
///
/// Times are in days from time zero throughout, the model's own unit; every other measured value is a `Quantity` as it
/// was written, read with `inBaseUnits` or `value(in:)`. A file becomes a scenario through `ScenarioReader`.
///
/// ```swift
/// let scenario = try ScenarioReader(catalogue: catalogue).read(file: "Examples/pepi-cee.yaml")
/// let years = scenario.horizon / Unit.daysPerYear
/// ```
public struct Scenario: Hashable, Sendable {
    /// What the run is called; the file's name where no title is written.
    public var title: String
    public var woman: Woman
    /// The medicines she takes, in the order written; empty for natural history.
    public var therapy: [Treatment]
    /// How long to simulate, in days.
    public var horizon: Double
    /// The time between two reported rows, in days.
    public var reportInterval: Double
    /// Whether her cycles are followed day by day or count by their average.
    public var ovary: OvaryResolution
    /// Identifiers (`O0123`) of the published observations to show beside the simulation.
    public var compare: [String]
    /// The scenario file of the comparator arm, resolved against this file's folder, for observations that are
    /// differences between arms.
    public var comparator: String?
    /// Hypotheses, off by default, that this scenario switches on.
    public var hypotheses: [String]
    /// What she hopes for from a plan, and what stands against medicines.
    public var wishes: PlanWishes
    /// How it enters a model read from an SBML file, where it is simulated with one.
    public var mapping: ModelMapping?
    /// The file the scenario was read from, as the reader was given it.
    public var source: String?

    public init(
        title: String, woman: Woman, therapy: [Treatment] = [], horizon: Double,
        reportInterval: Double = Scenario.usualReportInterval, ovary: OvaryResolution = .averaged,
        compare: [String] = [], comparator: String? = nil, hypotheses: [String] = [],
        wishes: PlanWishes = PlanWishes(), mapping: ModelMapping? = nil, source: String? = nil
    ) {
        self.title = title
        self.woman = woman
        self.therapy = therapy
        self.horizon = horizon
        self.reportInterval = reportInterval
        self.ovary = ovary
        self.compare = compare
        self.comparator = comparator
        self.hypotheses = hypotheses
        self.wishes = wishes
        self.mapping = mapping
        self.source = source
    }

    /// How long to simulate, in years.
    public var years: Double { horizon / Unit.daysPerYear }

    /// One month, the interval between rows when `report` is left out.
    public static let usualReportInterval = Unit.daysPerYear / 12

    /// The scenario as it is until some time, with what is taken before it.
    ///
    /// - Parameter days: when it ends, in days; later than its own end prolongs what is taken to the end.
    public func ending(at days: Double) -> Scenario {
        var part = self
        part.horizon = days
        part.reportInterval = days
        part.compare = []
        part.therapy = therapy.filter { $0.from < days }.map { treatment in
            var treatment = treatment
            treatment.until = treatment.until >= horizon - 1e-6 ? days : min(treatment.until, days)
            return treatment
        }
        return part
    }

    /// The same woman without her therapy.
    public var untreated: Scenario {
        var alone = self
        alone.therapy = []
        return alone
    }
}

/// How a woman's menstrual cycles enter a simulation.
public enum OvaryResolution: String, CaseIterable, Sendable {
    /// By their average, which is all that bone needs, and fast.
    case averaged
    /// Each of them, from day to day.
    case resolved
}

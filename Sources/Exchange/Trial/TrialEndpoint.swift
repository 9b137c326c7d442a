import Symbolics

/// What a trial estimates: one output of the model, measured at one or two times, in one way.
public struct TrialEndpoint: Hashable, Sendable {
    /// How the numbers of the women of an arm become one.
    public enum Measure: String, CaseIterable, Sendable {
        /// Mean change since `from`, in % of each woman's own value then.
        case percentChange = "percent change"
        /// The same, divided by the years between.
        case percentPerYear = "percent per year"
        /// Mean change since `from`, in the output's unit.
        case change
        /// Mean at `at`, in the output's unit.
        case level
        /// Share of women who lose more than a part of their value at `from`.
        case losers
        /// Mean change in % less that of another arm.
        case difference
        /// Mean at `at` over that of another arm; of a probability, the relative risk.
        case ratio
        /// Ratio of cumulated hazards of a fracture over those of another arm.
        case hazardRatio = "hazard ratio"

        /// Whether it sets one arm against another.
        public var comparesArms: Bool { [.difference, .ratio, .hazardRatio].contains(self) }
    }

    /// What the times of an endpoint count from.
    public enum Clock: String, CaseIterable, Sendable {
        case randomisation
        /// Each woman's own; between two visits values are taken from the line between them.
        case finalPeriod = "final period"
    }

    /// A published row beside the estimate of an arm.
    public struct Published: Hashable, Sendable {
        public var arm: Int
        public var row: String

        public init(arm: Int, row: String) {
            self.arm = arm
            self.row = row
        }
    }

    public var output: String
    public var measure: Measure
    /// In days of the clock.
    public var from: Double
    /// In days of the clock.
    public var at: Double
    public var clock: Clock
    /// For ``Measure/losers``, what a loss has to exceed, in %.
    public var loss: Double?
    /// For a measure that compares arms, the place of the arm compared with.
    public var against: Int?
    public var published: [Published]

    public init(
        output: String, measure: Measure, from: Double = 0, at: Double, since clock: Clock = .randomisation,
        loss: Double? = nil, against: Int? = nil, published: [Published] = []
    ) {
        self.output = output
        self.measure = measure
        self.from = from
        self.at = at
        self.clock = clock
        self.loss = loss
        self.against = against
        self.published = published
    }
}

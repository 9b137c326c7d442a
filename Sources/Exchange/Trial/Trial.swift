import Symbolics

/// A trial as its protocol says it: who is let in, which arms there are, when one looks and what is estimated.
///
/// A file becomes a trial through `TrialReader`. Times are in days from randomisation unless said otherwise.
public struct Trial: Hashable, Sendable {
    /// One arm: how many women and what they take besides ``Trial/shared``.
    public struct Arm: Hashable, Sendable {
        public var name: String
        /// How many women were randomised to it.
        public var women: Int
        /// What stops when a woman stops her study medicine.
        public var therapy: [Treatment]
        /// Instead of the trial's.
        public var adherence: Adherence?

        public init(name: String, women: Int, therapy: [Treatment] = [], adherence: Adherence? = nil) {
            self.name = name
            self.women = women
            self.therapy = therapy
            self.adherence = adherence
        }
    }

    public var title: String
    /// The publication, with its PMID.
    public var source: String?
    /// What the publication does not say and the file takes for granted, a sentence each.
    public var assumptions: [String]
    /// The woman that the others are drawn around.
    public var woman: Woman
    public var eligibility: Eligibility
    public var arms: [Arm]
    /// Taken by women of all arms, to the end.
    public var shared: [Treatment]
    /// How long the trial lasts, in days.
    public var horizon: Double
    /// Days since randomisation at which women are measured, in order, besides the times of endpoints.
    public var visits: [Double]
    public var endpoints: [TrialEndpoint]
    public var adherence: Adherence
    /// For outputs by name, the coefficient of variation of one measurement; others have that of the literature.
    public var measurement: [String: Double]
    /// How often the trial is done.
    public var replicates: Int
    /// The file the trial was read from, as the reader was given it.
    public var file: String?

    public init(
        title: String, source: String? = nil, assumptions: [String] = [], woman: Woman,
        eligibility: Eligibility = Eligibility(), arms: [Arm], shared: [Treatment] = [], horizon: Double,
        visits: [Double] = [], endpoints: [TrialEndpoint], adherence: Adherence = Adherence(),
        measurement: [String: Double] = [:], replicates: Int = 1, file: String? = nil
    ) {
        self.title = title
        self.source = source
        self.assumptions = assumptions
        self.woman = woman
        self.eligibility = eligibility
        self.arms = arms
        self.shared = shared
        self.horizon = horizon
        self.visits = visits
        self.endpoints = endpoints
        self.adherence = adherence
        self.measurement = measurement
        self.replicates = replicates
        self.file = file
    }

    /// How long the trial lasts, in years.
    public var years: Double { horizon / Unit.daysPerYear }

    /// The place of an arm of this name.
    public func arm(named name: String) -> Int? { arms.firstIndex { $0.name == name } }

    /// How women of an arm keep to their medicine.
    public func adherence(ofArm arm: Int) -> Adherence { arms[arm].adherence ?? adherence }

    /// What the trial's own woman lives through in an arm if she never stops.
    public func scenario(ofArm arm: Int) -> Scenario {
        Scenario(
            title: "\(title): \(arms[arm].name)", woman: woman, therapy: shared + arms[arm].therapy, horizon: horizon,
            reportInterval: horizon, source: file)
    }

    /// What a woman of an arm takes who stops her study medicine at a day.
    public func therapy(ofArm arm: Int, stoppedAt stop: Double) -> [Treatment] {
        shared
            + arms[arm].therapy.compactMap { treatment in
                guard treatment.from < stop else { return nil }
                var shortened = treatment
                shortened.until = min(treatment.until, stop)
                return shortened
            }
    }
}

/// How women keep to their study medicine.
public struct Adherence: Hashable, Sendable {
    /// What becomes of a woman who has stopped.
    public enum AfterStopping: String, CaseIterable, Sendable {
        /// She goes on being measured: the analysis by intention to treat.
        case kept
        /// She is not measured any more: the analysis of those who stay.
        case lost
    }

    /// How many stop in a year, of those still taking it; none by default.
    public var stopsPerYear: Double
    public var afterStopping: AfterStopping

    public init(stopsPerYear: Double = 0, afterStopping: AfterStopping = .kept) {
        self.stopsPerYear = stopsPerYear
        self.afterStopping = afterStopping
    }
}

import Symbolics

/// How claims are tried: in which scenarios, and by what.
public struct ClaimPlan: Sendable {
    /// A scenario in which claims are tried, and what an experiment does to the model in it.
    public struct Setting: Hashable, Sendable {
        public var name: String
        public var scenario: Scenario
        /// Values of parameters and controls that are not the model's, in their own units, by name. They are hers from rest on.
        public var laboratory: [String: Double]
        /// Whether oscillating quantities are those of the moment.
        public var isRaw: Bool
        /// How many women are drawn; one is the scenario's own.
        public var women: Int
        /// The study whose women they are like; nil where they are drawn around the scenario's.
        public var population: String?

        public init(
            name: String, scenario: Scenario, laboratory: [String: Double] = [:], isRaw: Bool = false, women: Int = 1,
            population: String? = nil
        ) {
            self.name = name
            self.scenario = scenario
            self.laboratory = laboratory
            self.isRaw = isRaw
            self.women = women
            self.population = population
        }
    }

    /// How one claim is tried.
    public struct Attempt: Sendable {
        public var claim: String
        /// What the claim states, a criterion each; the claim holds where all of them do.
        public var parts: [ClaimCriterion]
        /// What a simulation must show besides to be consistent with the evidence.
        public var shows: [ClaimCriterion]
        /// Hypotheses under which every part is tried again and has to hold.
        public var hypotheses: [String]
        /// What a reader should know of how it is tried.
        public var note: String?
        /// Why a verdict that differs from that of the literature is known and stands.
        public var known: String?
    }

    /// Why a claim is not tried.
    public struct Omission: Sendable {
        public enum Reason: String, CaseIterable, Sendable {
            /// It is about how people are taught, or what a page looks like.
            case education
            /// It says what a word means.
            case definition
            /// It is about habits, choices or values.
            case opinion
            /// It is about trials and papers, not about bodies.
            case literature
            /// Nothing in the model stands for what it is about.
            case notModelled = "not modelled"
        }

        public var claim: String
        public var reason: Reason
        public var words: String
    }

    public var settings: [String: Setting]
    /// In the order of the file.
    public var attempts: [Attempt]
    /// In the order of the file.
    public var omissions: [Omission]
}

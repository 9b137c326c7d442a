/// What is fitted, to which scenarios, and from which priors: the content of a plan file.
public struct CalibrationPlan: Hashable, Sendable {
    /// A parameter that is fitted, and what is believed of it beforehand.
    public struct Prior: Hashable, Sendable {
        /// The parameter's name in the model.
        public var name: String
        /// Median of the prior, in `unit`; never zero, since its sign stays.
        public var centre: Double
        /// The parameter's own unit.
        public var unit: String
        /// Standard deviation of the logarithm of its size.
        public var logDeviation: Double
        /// Where the prior comes from, in a sentence; nil where the plan does not say.
        public var source: String?

        public init(name: String, centre: Double, unit: String, logDeviation: Double, source: String? = nil) {
            self.name = name
            self.centre = centre
            self.unit = unit
            self.logDeviation = logDeviation
            self.source = source
        }
    }

    /// A parameter that stays where it is while the others are fitted.
    public struct Held: Hashable, Sendable {
        public var name: String
        /// In `unit`.
        public var value: Double
        /// The parameter's own unit.
        public var unit: String
        /// By how much it may be wrong either way, as a factor above one.
        public var factor: Double
        /// Why it is held, in a sentence without its full stop.
        public var reason: String

        public init(name: String, value: Double, unit: String, factor: Double, reason: String) {
            self.name = name
            self.value = value
            self.unit = unit
            self.factor = factor
            self.reason = reason
        }
    }

    /// How far a row pulls that cannot be met.
    public struct Robustness: Hashable, Sendable {
        /// Misfits beyond this many standard deviations count linearly.
        public var misfit = 4.0
        /// Share of a row's tolerance up to which nothing is added.
        public var grace = 0.9
        /// What is beyond that counts linearly from this many tenths of the tolerance on; low, so that a row that cannot be
        /// met does not carry the others away.
        public var excess = 1.5

        public init() {}
    }

    /// Where the generated files go.
    public struct Files: Hashable, Sendable {
        /// The Swift file of fitted values.
        public var values: String
        /// The Swift file of the ensemble.
        public var ensemble: String
        /// The page whose facts on the fit are written anew; nil for none.
        public var documentation: String?

        public init(values: String, ensemble: String, documentation: String? = nil) {
            self.values = values
            self.ensemble = ensemble
            self.documentation = documentation
        }
    }

    /// Scenario files in the order of their names.
    public var scenarios: [String]
    /// In the order of their names.
    public var fitted: [Prior]
    /// In the order of their names.
    public var held: [Held]
    public var robustness = Robustness()
    /// How many searches there are: one from the centres of the priors, the others from draws of them.
    public var starts = 8
    /// The most steps of one search.
    public var steps = 40
    public var seed: UInt64 = 1
    /// How many sets of parameters carry the uncertainty.
    public var members = 96
    public var files: Files?

    public init(scenarios: [String], fitted: [Prior], held: [Held] = []) {
        self.scenarios = scenarios
        self.fitted = fitted
        self.held = held
    }
}

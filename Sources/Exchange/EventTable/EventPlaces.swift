import Symbolics

/// What the records of an event table may name: where doses enter, what is observed, and which covariates mean something.
public struct EventPlaces: Sendable {
    /// Where doses enter, numbered from one in this order.
    public struct Entrance: Sendable, Hashable {
        /// How something enters.
        public enum Habit: Sendable, Hashable {
            /// At once, or at a rate where one is given.
            case dose
            /// At a rate, for as long as it is worn.
            case worn
        }

        public let name: String
        /// Of an amount that carries no unit; nil where the model has none.
        public let unit: Unit?
        /// The unit as it is declared, for people.
        public let unitText: String
        /// The most that is believable, in `unit`, or in `unit` a day for what is worn.
        public let most: Double?
        public let habit: Habit

        public init(
            _ name: String, unit: Unit?, unitText: String? = nil, most: Double? = nil, habit: Habit = .dose
        ) {
            self.name = name
            self.unit = unit
            self.unitText = unitText ?? unit?.symbol ?? ""
            self.most = most
            self.habit = habit
        }
    }

    /// What can be observed, numbered from one in this order.
    public struct Observed: Sendable, Hashable {
        public let name: String
        public let unit: Unit?
        /// The unit as it is declared, for people.
        public let unitText: String

        public init(_ name: String, unit: Unit?, unitText: String? = nil) {
            self.name = name
            self.unit = unit
            self.unitText = unitText ?? unit?.symbol ?? ""
        }
    }

    public let entrances: [Entrance]
    public let observed: [Observed]
    public let covariates: [EventCovariate]
    /// What names are taken to mean, for messages: `the file's species`.
    public let entrancesInWords: String
    public let observedInWords: String

    public init(
        entrances: [Entrance], observed: [Observed], covariates: [EventCovariate], entrancesInWords: String,
        observedInWords: String
    ) {
        self.entrances = entrances
        self.observed = observed
        self.covariates = covariates
        self.entrancesInWords = entrancesInWords
        self.observedInWords = observedInWords
    }
}

/// A column that means something to the model: a trait of the person, or a parameter.
public struct EventCovariate: Sendable, Hashable {
    /// What it is called in the model.
    public let name: String
    /// Headers it is known by, in capitals.
    public let headers: [String]
    /// In which its values are, where the header says no other.
    public let unit: Unit
    /// What is possible, in that unit.
    public let range: ClosedRange<Double>
    /// Whether it is a yes (1) or a no (0).
    public var isFlag: Bool { unit == .one && range == 0...1 }

    /// Whether it may change over time; else all rows of a person agree.
    public let mayChange: Bool

    public init(_ name: String, headers: [String], unit: Unit, range: ClosedRange<Double>, mayChange: Bool) {
        self.name = name
        self.headers = headers
        self.unit = unit
        self.range = range
        self.mayChange = mayChange
    }
}

/// How a covariate goes from one record to the next.
public enum CovariateInterpolation: String, Sendable, CaseIterable {
    /// The last value is carried forward until the next record that has one.
    case locf
    /// The next value holds since the record before it.
    case nocb
    /// In a straight line, for which no model here has a place.
    case linear
}

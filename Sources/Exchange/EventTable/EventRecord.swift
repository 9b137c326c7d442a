import Symbolics

/// One row of an event table, understood: times in days, amounts in base units (in the file's own for a model from one).
public struct EventRecord: Sendable, Hashable {
    /// What a row does, as EVID says.
    public enum Kind: Int, Sendable, Hashable {
        case observation = 0
        case dose = 1
        /// A change of covariates, or nothing.
        case other = 2
        case reset = 3
        case resetAndDose = 4
    }

    /// What is given.
    public struct Dose: Sendable, Hashable {
        /// How a steady state enters.
        public enum Steady: Int, Sendable, Hashable {
            case none = 0
            /// The state becomes that of the regimen.
            case alone = 1
            /// What the regimen brings is added to what is there.
            case added = 2
        }

        /// Where among the entrances.
        public let entrance: Int
        /// Zero for an infusion that has gone on for ever.
        public let amount: Double
        /// A day; nil for a dose at once.
        public let rate: Double?
        /// How many more follow.
        public let additional: Int
        /// Days from one to the next; nil where none follows.
        public let interval: Double?
        public let steady: Steady

        /// Days it flows; nil for a dose at once, infinite for an infusion that has gone on for ever.
        public var duration: Double? { rate.map { amount == 0 ? .infinity : amount / $0 } }

        /// An infusion to steady state that ends when it is reached.
        public var isConstantInfusion: Bool { steady != .none && amount == 0 }
    }

    /// What is looked at.
    public struct Observation: Sendable, Hashable {
        /// Where among what can be observed.
        public let output: Int
        /// What was measured, in the output's unit; nil where a prediction alone is wanted.
        public let value: Double?
    }

    /// The line of the table, counted from one.
    public let line: Int
    public let time: Double
    public let kind: Kind
    public let dose: Dose?
    public let observation: Observation?
    /// For each of the table's covariates, its value here in the covariate's unit; nil where none stands.
    public let covariates: [Double?]
}

/// The records of one person.
public struct EventPerson: Sendable, Hashable {
    public let id: String
    /// In the order of the table.
    public let records: [EventRecord]

    /// The first value of a covariate, by its place; nil where no row has one.
    public func first(_ covariate: Int) -> Double? { records.lazy.compactMap { $0.covariates[covariate] }.first }
}

/// An event table, read and understood.
public struct EventTable: Sendable {
    public let file: String
    /// In the order in which they first stand there.
    public let persons: [EventPerson]
    public let places: EventPlaces
    /// Those of the model's covariates that have a column, in the order of the columns.
    public let covariates: [EventCovariate]
    /// In which its times are written.
    public let timeUnit: Unit
    /// What was taken for granted, one sentence each: units, columns without a meaning, rows left out.
    public let notes: [String]

    /// Why a row cannot be honoured by a model, although it could be read.
    public func refusal(_ line: Int, _ column: String, _ message: String) -> FileError {
        FileError(file: file, line: line, place: column, message)
    }

    /// What was measured and what is to be predicted, over all persons.
    public var observationCount: Int { persons.flatMap(\.records).count { $0.observation != nil } }
}

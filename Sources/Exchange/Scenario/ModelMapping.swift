import Symbolics

/// How a scenario enters a model that somebody else published, read from an SBML file.
///
/// The model has its own person in it: of the scenario it takes the medicines, the changes and the times.
public struct ModelMapping: Hashable, Sendable {
    /// Where a medicine goes.
    public struct Entry: Hashable, Sendable {
        public var medicine: String
        /// The form that is meant; nil for every one.
        public var form: String?
        /// What a dose is added to: a species as the file's mathematics mean it, or its amount (`ID.amount`).
        public var target: String
        /// What is added, in the file's unit …
        public var increase: Double
        /// … by a dose of this size.
        public var dose: Quantity

        public init(medicine: String, form: String? = nil, target: String, increase: Double, dose: Quantity) {
            self.medicine = medicine
            self.form = form
            self.target = target
            self.increase = increase
            self.dose = dose
        }
    }

    /// A parameter that takes another value.
    public struct Change: Hashable, Sendable {
        public var parameter: String
        public var value: Double
        /// From when on, in days; at zero it holds for initial values too.
        public var from: Double

        public init(parameter: String, value: Double, from: Double = 0) {
            self.parameter = parameter
            self.value = value
            self.from = from
        }
    }

    /// Days in one of the file's units of time; nil where the file says it.
    public var timeUnit: Double?
    public var entries: [Entry]
    public var changes: [Change]
    /// What is reported; nil for all species and all else that has a rate.
    public var outputs: [String]?

    public init(
        timeUnit: Double? = nil, entries: [Entry] = [], changes: [Change] = [], outputs: [String]? = nil
    ) {
        self.timeUnit = timeUnit
        self.entries = entries
        self.changes = changes
        self.outputs = outputs
    }

    /// Where a treatment's doses go; nil where nothing is said of it.
    public func entry(for treatment: Treatment) -> Entry? {
        entries.first { $0.medicine == treatment.medicine && ($0.form ?? treatment.form) == treatment.form }
    }
}

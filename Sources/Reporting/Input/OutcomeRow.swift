/// What befalls a thousand women like her by the end, with and without the therapy.
public struct OutcomeRow: Sendable {
    /// What is counted, for example `Hip fracture`.
    public var label: String
    /// Women per thousand without therapy; nil where there is nothing to set against.
    public var without: Double?
    /// Women per thousand with what was simulated.
    public var with: Double
    /// 95 % interval of ``with``, as far as it is known from trials of the medicines alone.
    public var interval: ClosedRange<Double>?

    public init(label: String, without: Double?, with: Double, interval: ClosedRange<Double>? = nil) {
        self.label = label
        self.without = without
        self.with = with
        self.interval = interval
    }

    /// How many more (fewer where negative).
    public var difference: Double? { without.map { with - $0 } }
}

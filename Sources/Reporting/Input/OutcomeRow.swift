/// What befalls a woman by the end, with and without the therapy: how many of a thousand, or a level in its unit.
public struct OutcomeRow: Sendable {
    /// A number with its 95 % interval, as far as one is known.
    public struct Estimate: Sendable {
        public var value: Double
        public var interval: ClosedRange<Double>?

        public init(_ value: Double, _ interval: ClosedRange<Double>? = nil) {
            self.value = value
            self.interval = interval
        }
    }

    /// What the therapy changes, as far as the model knows any change.
    public enum Effect: Sendable {
        /// With minus without in the row's unit, and with over without.
        case change(difference: Estimate, ratio: Estimate?)
        /// Nothing in the model leads from this therapy to this outcome, which is no finding that it is safe.
        case notModelled
    }

    /// The output behind it, for example `fracture.hip`.
    public var output: String
    /// What is counted or measured, for example `Hip fracture`.
    public var label: String
    /// Of levels; empty where women of a thousand are counted.
    public var unit: String
    /// Without therapy; nil where there is nothing to set against.
    public var without: Double?
    /// With what was simulated.
    public var with: Double
    /// Nil where there is nothing to set against.
    public var effect: Effect?
    /// Where the numbers behind it come from, in short.
    public var source: String

    public init(
        output: String = "", label: String, unit: String = "", without: Double?, with: Double, effect: Effect? = nil,
        source: String = ""
    ) {
        self.output = output
        self.label = label
        self.unit = unit
        self.without = without
        self.with = with
        self.effect = effect
        self.source = source
    }
}

/// The words of a row's cells, alike in the terminal and on the page.
extension OutcomeRow {
    static let notModelled = "no effect modelled"

    var differenceText: String {
        switch effect {
        case .change(let difference, _): Self.text(difference) { NumberText.signed($0, decimals: 1) }
        case .notModelled: Self.notModelled
        case nil: "–"
        }
    }

    var ratioText: String {
        switch effect {
        case .change(_, let ratio?): Self.text(ratio) { NumberText.fixed($0, decimals: 2) }
        case .change, nil: "–"
        case .notModelled: Self.notModelled
        }
    }

    static func count(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }

    private static func text(_ estimate: Estimate, _ number: (Double) -> String) -> String {
        guard let interval = estimate.interval else { return number(estimate.value) }
        return "\(number(estimate.value)) (\(number(interval.lowerBound)) to \(number(interval.upperBound)))"
    }
}

/// A published result beside the simulated one.
public struct Comparison: Sendable, Equatable {
    /// What the observation may be used for.
    public enum Use: String, Sendable, Codable, CaseIterable {
        case calibrate, validate, plausibility
    }

    /// How the numbers relate to the output, which decides whether they can be drawn on its chart.
    public enum Quantity: String, Sendable, Codable {
        /// Per cent change from time zero.
        case percentChange
        /// The output itself, in the unit of its series.
        case absolute
        /// A difference between arms, a slope or a ratio; in the table only.
        case other
    }

    /// How near the simulation comes.
    public enum Verdict: String, Sendable, Codable {
        /// Within the observed interval.
        case inside
        /// Outside the interval, or without one, but within the tolerance.
        case near
        case outside
        /// Neither interval nor tolerance, or a number is missing.
        case notJudged
    }

    /// Identifier of the evidence row, for example `O0123`.
    public var observation: String
    /// Study and arm, for example `PEPI, CEE + MPA`.
    public var label: String
    /// Name of the output, for example `density.lumbarSpine`.
    public var output: String
    /// For people, for example `Lumbar spine`.
    public var outputLabel: String
    /// Years since time zero.
    public var time: Double
    public var quantity: Quantity
    /// Unit of the numbers, for example `%`.
    public var unit: String
    public var observed: Double
    /// 95 % interval of ``observed``.
    public var interval: ClosedRange<Double>?
    public var simulated: Double
    /// Largest misfit that still counts as near, in ``unit``; for density change 1.5.
    public var tolerance: Double?
    public var use: Use
    public var citation: String

    public init(
        observation: String, label: String, output: String, outputLabel: String, time: Double, quantity: Quantity,
        unit: String, observed: Double, interval: ClosedRange<Double>? = nil, simulated: Double,
        tolerance: Double? = nil, use: Use, citation: String
    ) {
        self.observation = observation
        self.label = label
        self.output = output
        self.outputLabel = outputLabel
        self.time = time
        self.quantity = quantity
        self.unit = unit
        self.observed = observed
        self.interval = interval
        self.simulated = simulated
        self.tolerance = tolerance
        self.use = use
        self.citation = citation
    }

    /// Simulated minus observed, in ``unit``.
    public var misfit: Double { simulated - observed }

    /// How near the simulation comes.
    public var verdict: Verdict {
        guard misfit.isFinite else { return .notJudged }
        if let interval, interval.contains(simulated) { return .inside }
        if let tolerance, abs(misfit) <= tolerance { return .near }
        return interval == nil && tolerance == nil ? .notJudged : .outside
    }
}

import Physiology

extension Simulation {
    /// Outcomes whose interval the model carries itself, from its medicines' hazard ratios.
    private static let carryingIntervals: Set<String> = [
        "outcome.venousThrombosis", "outcome.stroke", "outcome.breastCancer",
    ]

    /// Whether the model carries the interval of an outcome itself.
    public static func carriesInterval(of output: String) -> Bool { carryingIntervals.contains(output) }

    /// The interval of an outcome that the model carries itself, in the outcome's unit; nil where it has none, or no width.
    ///
    /// - Parameter time: years since time zero, one that was reported.
    public func carriedInterval(of output: String, at time: Double) -> ClosedRange<Double>? {
        guard let low = value(output + "Low", at: time), let high = value(output + "High", at: time), low < high else {
            return nil
        }
        return low...high
    }
}

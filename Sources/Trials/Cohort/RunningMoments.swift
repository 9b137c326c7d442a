/// Means and standard deviations of many quantities at once, from women who come one after another.
///
/// Welford's updates (Technometrics 1962;4:419) in the order of the women, so that the result is the same to the last
/// bit however the women were simulated. What is not a finite number is not counted.
public struct RunningMoments: Sendable, Hashable, Codable {
    private var counts: [Int]
    private var means: [Double]
    /// Sums of squared deviations from the mean.
    private var squares: [Double]

    public init(quantities: Int) {
        counts = Array(repeating: 0, count: quantities)
        means = Array(repeating: 0, count: quantities)
        squares = means
    }

    /// Takes in one woman's values of all quantities.
    public mutating func add(_ values: [Double]) {
        precondition(values.count == counts.count)
        for (index, value) in values.enumerated() where value.isFinite {
            counts[index] += 1
            let deviation = value - means[index]
            means[index] += deviation / Double(counts[index])
            squares[index] += deviation * (value - means[index])
        }
    }

    /// How many women a quantity is known of.
    public func count(_ quantity: Int) -> Int { counts[quantity] }

    /// The mean; not a number where nothing was counted.
    public func mean(_ quantity: Int) -> Double { counts[quantity] > 0 ? means[quantity] : .nan }

    /// The standard deviation between women, with n - 1; not a number for fewer than two.
    public func standardDeviation(_ quantity: Int) -> Double {
        counts[quantity] > 1 ? (squares[quantity] / Double(counts[quantity] - 1)).squareRoot() : .nan
    }
}

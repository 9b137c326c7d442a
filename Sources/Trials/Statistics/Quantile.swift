/// Quantiles of what was simulated.
public enum Quantile {
    /// Linear between the two nearest of sorted values; not a number where there is none.
    public static func of(_ share: Double, sorted: [Double]) -> Double {
        guard let last = sorted.indices.last else { return .nan }
        let place = share * Double(last)
        let below = Int(place)
        let above = min(below + 1, last)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}

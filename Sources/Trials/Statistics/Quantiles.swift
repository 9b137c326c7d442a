extension Array where Element == Double {
    /// A quantile of sorted numbers, interpolated between neighbours; not a number of none.
    public func quantile(_ probability: Double) -> Double {
        guard !isEmpty else { return .nan }
        let place = probability * Double(count - 1)
        let below = Int(place.rounded(.down))
        return self[below] + (place - Double(below)) * (self[Swift.min(below + 1, count - 1)] - self[below])
    }
}

/// Keeps labels apart that want the same place.
enum LabelSpacing {
    /// Positions as near the wanted ones as a least distance and the limits allow, in the order of the input.
    static func spread(_ wanted: [Double], distance: Double, within limits: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
        var placed = order.map { min(max(wanted[$0], limits.lowerBound), limits.upperBound) }
        for index in placed.indices.dropFirst() {
            placed[index] = max(placed[index], placed[index - 1] + distance)
        }
        // What was pushed out at the end is pushed back from there.
        if let last = placed.last, last > limits.upperBound {
            placed[placed.count - 1] = limits.upperBound
            for index in placed.indices.dropLast().reversed() {
                placed[index] = min(placed[index], placed[index + 1] - distance)
            }
        }
        var result = wanted
        for (position, index) in order.enumerated() { result[index] = placed[position] }
        return result
    }

    /// Sideways shifts that keep marks at nearly the same place apart.
    static func dodge(_ positions: [Double], distance: Double) -> [Double] {
        let order = positions.indices.sorted { positions[$0] < positions[$1] }
        var shifts = positions.map { _ in 0.0 }
        var group: [Int] = []
        func close() {
            for (place, index) in group.enumerated() {
                shifts[index] = (Double(place) - Double(group.count - 1) / 2) * distance
            }
        }
        for index in order {
            if let last = group.last, positions[index] - positions[last] >= distance {
                close()
                group = []
            }
            group.append(index)
        }
        close()
        return shifts
    }
}

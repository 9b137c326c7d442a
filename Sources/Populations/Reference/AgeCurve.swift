/// A quantity known at some ages: straight between them, level beyond the first and the last.
struct AgeCurve: Sendable {
    private let points: [(age: Double, value: Double)]

    /// - Precondition: at least one point, ages rising.
    init(_ points: [(age: Double, value: Double)]) {
        precondition(!points.isEmpty && zip(points, points.dropFirst()).allSatisfy { $0.age < $1.age })
        self.points = points
    }

    func callAsFunction(_ age: Double) -> Double {
        guard let next = points.firstIndex(where: { $0.age >= age }) else { return points[points.count - 1].value }
        guard next > 0 else { return points[0].value }
        let (before, after) = (points[next - 1], points[next])
        return before.value + (after.value - before.value) * (age - before.age) / (after.age - before.age)
    }
}

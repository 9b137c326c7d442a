import Populations

/// Points of a unit cube, as functions of a seed and their number.
struct UnitCube: Sendable {
    let dimensions: Int
    let seed: UInt64
    /// What the points are for; another purpose gives other points.
    let purpose: String

    /// A point drawn evenly.
    func point(_ number: Int) -> [Double] {
        var generator = CounterBasedGenerator(seed: seed, woman: UInt32(number), purpose: purpose)
        return (0..<dimensions).map { _ in generator.uniform() }
    }

    /// A generator of its own for a number.
    func generator(_ number: Int) -> CounterBasedGenerator {
        CounterBasedGenerator(seed: seed, woman: UInt32(number), purpose: purpose)
    }
}

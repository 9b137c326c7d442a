import Populations

/// Screening of many factors by elementary effects.
///
/// Morris MD. Factorial sampling plans for preliminary computational experiments. Technometrics 1991;33:161, doi
/// 10.1080/00401706.1991.10484804; the mean of absolute effects is that of Campolongo F, Cariboni J, Saltelli A. Environ Model
/// Softw 2007;22:1509, doi 10.1016/j.envsoft.2006.10.004.
public struct MorrisDesign: Sendable {
    /// What a factor does to one output.
    public struct Effect: Sendable, Hashable {
        /// Mean size of the elementary effects, in the output's unit over the whole range of the factor.
        public let meanAbsolute: Double
        /// Mean of the elementary effects, with their signs.
        public let mean: Double
        /// Standard deviation of the elementary effects: how much the effect bends or depends on other factors.
        public let deviation: Double
        /// How many effects they are of.
        public let count: Int
    }

    /// Levels of the grid, as Morris advises with steps of two thirds of the range.
    private static let levels = 4
    private static let step = Double(levels) / Double(2 * (levels - 1))

    public let factors: Int
    public let trajectories: Int
    /// The order in which each trajectory moves its factors.
    private let orders: [[Int]]
    /// Points of the unit cube, trajectory after trajectory, one more than there are factors in each.
    public let points: [[Double]]

    public init(factors: Int, trajectories: Int, seed: UInt64) {
        self.factors = factors
        self.trajectories = trajectories
        let cube = UnitCube(dimensions: factors, seed: seed, purpose: "trajectory of elementary effects")
        var orders: [[Int]] = []
        var points: [[Double]] = []
        for number in 0..<trajectories {
            var generator = cube.generator(number)
            let half = Self.levels / 2
            var point = (0..<factors).map { _ -> Double in
                (generator.uniform() * Double(half)).rounded(.down) / Double(Self.levels - 1)
            }
            // Half of the factors begin above and go down.
            let falls = (0..<factors).map { _ in generator.uniform() < 0.5 }
            for factor in 0..<factors where falls[factor] { point[factor] += Self.step }
            let keys = (0..<factors).map { _ in generator.uniform() }
            let order = (0..<factors).sorted { keys[$0] < keys[$1] }
            orders.append(order)
            points.append(point)
            for factor in order {
                point[factor] += falls[factor] ? -Self.step : Self.step
                points.append(point)
            }
        }
        self.orders = orders
        self.points = points
    }

    /// The effects of all factors.
    ///
    /// - Parameter values: an output at each point, not a number where it could not be computed; effects that need it are
    ///   left out.
    public func effects(_ values: [Double]) -> [Effect] {
        var found: [[Double]] = Array(repeating: [], count: factors)
        for (trajectory, order) in orders.enumerated() {
            let first = trajectory * (factors + 1)
            for (place, factor) in order.enumerated() {
                let (before, after) = (first + place, first + place + 1)
                let effect = (values[after] - values[before]) / (points[after][factor] - points[before][factor])
                if effect.isFinite { found[factor].append(effect) }
            }
        }
        return found.map { effects in
            let count = Double(effects.count)
            let mean = effects.reduce(0, +) / count
            let squares = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return Effect(
                meanAbsolute: effects.reduce(0) { $0 + abs($1) } / count, mean: mean,
                deviation: (squares / (count - 1)).squareRoot(), count: effects.count)
        }
    }
}

extension MorrisDesign {
    /// The factors that do most to any output, in shares of what the strongest does to it; in their own order.
    ///
    /// - Parameter effects: for each output, the effects of all factors.
    public static func strongest(_ effects: [[Effect]], count: Int) -> [Int] {
        guard let factors = effects.first?.indices else { return [] }
        let most = effects.map { $0.map(\.meanAbsolute).filter(\.isFinite).max() ?? 0 }
        let score = factors.map { factor in
            zip(effects, most).map { $1 > 0 ? $0[factor].meanAbsolute / $1 : 0 }.filter(\.isFinite).max() ?? 0
        }
        return factors.sorted { (-score[$0], $0) < (-score[$1], $1) }.prefix(count).sorted()
    }
}

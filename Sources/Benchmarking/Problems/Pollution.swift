import Modeling
import Symbolics

/// The chemistry of polluted air: 25 reactions of 20 substances.
///
/// Verwer JG. Gauss–Seidel iteration for stiff ODEs from chemical kinetics. SIAM J Sci Comput 1994;15:1243.
struct Pollution: Component {
    let path = "pollution"
    let summary = "Reactions of an air pollution model."

    /// One reaction: what it takes and makes, by number of the substance.
    private struct Reaction {
        let coefficient: Double
        let reactants: [Int]
        let consumed: [Int]
        let produced: [Int]

        /// - Parameter catalyst: a reactant that is not used up.
        init(_ coefficient: Double, _ reactants: [Int], to produced: [Int], catalyst: Int? = nil) {
            self.coefficient = coefficient
            self.reactants = reactants
            consumed = reactants.filter { $0 != catalyst }
            self.produced = produced
        }
    }

    private static let reactions: [Reaction] = [
        Reaction(0.35, [1], to: [2, 3]),
        Reaction(26.6, [2, 4], to: [1]),
        Reaction(1.23e4, [5, 2], to: [6, 1]),
        Reaction(8.6e-4, [7], to: [5, 5, 8]),
        Reaction(8.2e-4, [7], to: [8]),
        Reaction(1.5e4, [7, 6], to: [5, 8]),
        Reaction(1.3e-4, [9], to: [5, 8, 10]),
        Reaction(2.4e4, [9, 6], to: [11]),
        Reaction(1.65e4, [11, 2], to: [10, 1, 12]),
        Reaction(9e3, [11, 1], to: [13]),
        Reaction(0.022, [13], to: [11, 1]),
        Reaction(1.2e4, [10, 2], to: [14, 1]),
        Reaction(1.88, [14], to: [7, 5]),
        Reaction(1.63e4, [1, 6], to: [15]),
        Reaction(4.8e6, [3], to: [4]),
        Reaction(3.5e-4, [4], to: [16]),
        Reaction(0.0175, [4], to: [3]),
        Reaction(1e8, [16], to: [6, 6]),
        Reaction(4.44e11, [16], to: [3]),
        Reaction(1.24e3, [17, 6], to: [5, 18]),
        Reaction(2.1, [19], to: [2]),
        Reaction(5.78, [19], to: [1, 3]),
        Reaction(0.0474, [1, 4], to: [19]),
        Reaction(1.78e3, [19, 1], to: [20]),
        Reaction(3.12, [20], to: [19, 1]),
    ]

    private static let starts: [Int: Double] = [2: 0.2, 4: 0.04, 7: 0.1, 8: 0.3, 9: 0.01, 17: 0.007]

    private static let scales = [
        1e-2, 1e-1, 1e-9, 1e-3, 1e-7, 1e-7, 1e-1, 1e-1, 1e-2, 1e-8, 1e-8, 1e-3, 1e-4, 1e-5, 1e-2, 1e-18, 1e-2, 1e-4,
        1e-6, 1e-5,
    ]

    func define(in b: ComponentBuilder) {
        let y = Self.scales.enumerated().map { index, scale in
            b.state(
                "y\(index + 1)", .one, initial: Expression(Self.starts[index + 1] ?? 0, .one), scale: scale,
                "Substance \(index + 1)")
        }
        var rates = y.map { _ in Expression(0, "1/d") }
        for (number, reaction) in Self.reactions.enumerated() {
            let rate = b.variable(
                "r\(number + 1)", "1/d",
                reaction.reactants.reduce(.perDay(reaction.coefficient)) { $0 * y[$1 - 1] }, "Reaction \(number + 1)")
            for substance in reaction.consumed { rates[substance - 1] = rates[substance - 1] - rate }
            for substance in reaction.produced { rates[substance - 1] += rate }
        }
        for (substance, rate) in zip(y, rates) { b.rate(of: substance, rate) }
    }
}

extension StiffProblem {
    /// Polluted air after an hour of the problem's minutes.
    public static func pollution() throws -> StiffProblem {
        try StiffProblem(
            "Pollution", source: testSet, Pollution(), span: 0...60,
            end: [
                5.646255480022769e-2, 1.342484130422339e-1, 4.139734331099427e-9, 5.523140207484359e-3,
                2.018977262302196e-7, 1.464541863493966e-7, 7.784249118997964e-2, 3.245075353396018e-1,
                7.494013383880406e-3, 1.622293157301561e-8, 1.135863833257075e-8, 2.230505975721359e-3,
                2.087162882798630e-4, 1.396921016840158e-5, 8.964884856898295e-3, 4.352846369330103e-18,
                6.899219696263405e-3, 1.007803037365946e-4, 1.772146513969984e-6, 5.682943292316392e-5,
            ])
    }
}

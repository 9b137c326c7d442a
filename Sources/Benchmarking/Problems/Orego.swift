import Modeling
import Symbolics

/// The Oregonator: a chemical reaction that goes round in circles, with changes over seven orders of magnitude.
///
/// Field RJ, Noyes RM. Oscillations in chemical systems IV. J Chem Phys 1974;60:1877; values as in Hairer E, Wanner G.
/// Solving Ordinary Differential Equations II, 2nd ed. Springer 1996, section IV.10.
struct Orego: Component {
    let path = "orego"
    let summary = "Belousov–Zhabotinskii reaction."

    func define(in b: ComponentBuilder) {
        let y1 = b.state("y1", .one, initial: 1, "Bromous acid")
        let y2 = b.state("y2", .one, initial: 2, scale: 100, "Bromide")
        let y3 = b.state("y3", .one, initial: 3, scale: 100, "Cerium")
        b.rate(of: y1, .perDay(77.27) * (y2 + y1 * (1 - 8.375e-6 * y1 - y2)))
        b.rate(of: y2, (y3 - (1 + y1) * y2) * .perDay(1) / 77.27)
        b.rate(of: y3, .perDay(0.161) * (y1 - y3))
    }
}

extension StiffProblem {
    /// The Oregonator through its bursts up to day 360.
    public static func orego() throws -> StiffProblem {
        try StiffProblem(
            "OREGO", source: testSet, Orego(), span: 0...360,
            end: [1.000814870318523, 1228.178521549917, 132.0554942846706])
    }
}

import Modeling
import Symbolics

/// Growth under high irradiance, as phytochrome steers it: eight reactants.
///
/// Schäfer E. A new approach to explain the "high irradiance responses" of photomorphogenesis on the basis of
/// phytochrome. J Math Biol 1975;2:41.
struct HIRES: Component {
    let path = "hires"
    let summary = "High irradiance response of a plant."

    func define(in b: ComponentBuilder) {
        let starts: [Double] = [1, 0, 0, 0, 0, 0, 0, 0.0057]
        let scales = [1e-3, 1e-4, 1e-4, 1e-3, 1e-3, 1e-2, 1e-3, 1e-3]
        let y = zip(starts, scales).enumerated().map { index, values in
            b.state(
                "y\(index + 1)", .one, initial: Expression(values.0, .one), scale: values.1, "Reactant \(index + 1)")
        }
        func flow(_ coefficient: Double, _ index: Int) -> Expression { .perDay(coefficient) * y[index - 1] }
        let binding = b.variable("binding", "1/d", flow(280, 6) * y[7], "Binding of the sixth to the eighth")
        b.rate(of: y[0], flow(0.43, 2) + flow(8.32, 3) - flow(1.71, 1) + .perDay(0.0007))
        b.rate(of: y[1], flow(1.71, 1) - flow(8.75, 2))
        b.rate(of: y[2], flow(0.43, 4) + flow(0.035, 5) - flow(10.03, 3))
        b.rate(of: y[3], flow(8.32, 2) + flow(1.71, 3) - flow(1.12, 4))
        b.rate(of: y[4], flow(0.43, 6) + flow(0.43, 7) - flow(1.745, 5))
        b.rate(of: y[5], flow(0.69, 4) + flow(1.71, 5) - flow(0.43, 6) + flow(0.69, 7) - binding)
        b.rate(of: y[6], binding - flow(1.81, 7))
        b.rate(of: y[7], flow(1.81, 7) - binding)
    }
}

extension StiffProblem {
    /// The high irradiance response.
    public static func hires() throws -> StiffProblem {
        try StiffProblem(
            "HIRES", source: testSet, HIRES(), span: 0...321.8122,
            end: [
                7.371312573325668e-4, 1.442485726316185e-4, 5.888729740967575e-5, 1.175651343283149e-3,
                2.386356198831331e-3, 6.238968252742796e-3, 2.849998395185769e-3, 2.850001604814231e-3,
            ])
    }
}

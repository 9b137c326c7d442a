import Modeling
import Symbolics

/// A relaxation oscillator that creeps for hundreds of days and turns within a thousandth of one.
///
/// van der Pol B. On relaxation oscillations. Phil Mag 1926;2:978.
struct VanDerPol: Component {
    let path = "vanDerPol"
    let summary = "Relaxation oscillator with a stiffness of 1000."

    func define(in b: ComponentBuilder) {
        let stiffness = b.parameter("stiffness", 1000, "1/d", .assumed("the test set's value"), "Damping at rest")
        let x = b.state("x", .one, initial: 2, "Position")
        let v = b.state("v", "1/d", initial: Expression(0, "1/d"), scale: 1e-3, "Velocity")
        b.rate(of: x, v)
        b.rate(of: v, stiffness * (1 - x * x) * v - Expression(1, "1/d2") * x)
    }
}

extension StiffProblem {
    /// The oscillator over more than one of its periods.
    public static func vanDerPol() throws -> StiffProblem {
        try StiffProblem(
            "van der Pol", source: testSet, VanDerPol(), span: 0...2000,
            end: [1.706167732170469, -8.928097010248125e-4])
    }
}

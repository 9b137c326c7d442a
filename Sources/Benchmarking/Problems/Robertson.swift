import Modeling
import Symbolics

/// Three reactions whose speeds span nine orders of magnitude.
///
/// Robertson HH. The solution of a set of reaction rate equations. In: Walsh J (ed). Numerical Analysis: An
/// Introduction. Academic Press 1966:178.
struct Robertson: Component {
    let path = "robertson"
    let summary = "Autocatalysis of three substances."

    func define(in b: ComponentBuilder) {
        // Scales are sizes at the end, because a relative error is asked of each substance.
        let y1 = b.state("y1", .one, initial: 1, scale: 1e-8, "Substance consumed")
        let y2 = b.state("y2", .one, initial: 0, scale: 1e-13, "Intermediate")
        let y3 = b.state("y3", .one, initial: 0, "Product")
        let slow = b.variable("slow", "1/d", .perDay(0.04) * y1, "From the first to the second")
        let middle = b.variable("middle", "1/d", .perDay(1e4) * y2 * y3, "From the second back to the first")
        let fast = b.variable("fast", "1/d", .perDay(3e7) * y2 * y2, "From the second to the third")
        b.rate(of: y1, middle - slow)
        b.rate(of: y2, slow - middle - fast)
        b.rate(of: y3, fast)
    }
}

extension StiffProblem {
    /// Robertson's reactions up to day 1e11, when all but two parts in 1e8 have reacted.
    public static func robertson() throws -> StiffProblem {
        try StiffProblem(
            "Robertson", source: testSet, Robertson(), span: 0...1e11,
            end: [2.083340149701255e-8, 8.333360770334713e-14, 0.9999999791665050])
    }

    /// Robertson's reactions on the way, to the digits on which two formulations at three tolerances agree.
    ///
    /// The values that circulate in example programs are a solver's output at a relative tolerance of 1e-4, and off by
    /// up to 7 % at 4e10.
    public static let robertsonOnTheWay: [(time: Double, states: [Double])] = [
        (0.4, [0.985172113861, 3.38639537897e-5, 0.0147940221852]),
        (4, [0.905518678584, 2.24047568756e-5, 0.0944589166589]),
        (40, [0.715827068719, 9.18553476456e-6, 0.284163745746]),
        (400, [0.450518668471, 3.22290144167e-6, 0.549478108627]),
        (4e3, [0.183202257777, 8.94237125278e-7, 0.816796847986]),
        (4e4, [0.0389833770855, 1.62176831591e-7, 0.961016460738]),
        (4e5, [4.93827452098e-3, 1.98499408795e-8, 0.995061705629]),
        (4e6, [5.16809601493e-4, 2.06829449122e-9, 0.999483188330]),
        (4e7, [5.2030718441e-5, 2.0813357319e-10, 0.999947969073]),
        (4e8, [5.2077021036e-6, 2.0830915594e-11, 0.999994792277]),
        (4e9, [5.208276611e-7, 2.083311717e-12, 0.999999479170]),
        (4e10, [5.20834518e-8, 2.08333818e-13, 0.9999999479]),
    ]
}

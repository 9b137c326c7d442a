import Symbolics
import Testing

@testable import Reporting

@Suite("Expressions for other programs")
struct InfixTests {
    private static let x = Expression(Symbol("x", unit: .one))
    private static let y = Expression(Symbol("y", unit: .one))

    @Test(
        "expressions are written as SBML reads them",
        arguments: [
            (x - (y - 1), "x - (y - 1)"), (x / (y * 2), "x / (y * 2)"), (-(x + y), "-(x + y)"),
            (pow(x, 2.5), "pow(x, 2.5)"), (log(x) * exp(y), "ln(x) * exp(y)"), (sqrt(x), "sqrt(x)"),
            (sin(x) + cos(y) * atan(x), "sin(x) + cos(y) * atan(x)"), (floor(x), "floor(x)"),
            (gamma(x), "factorial(x - 1)"), (select(x == y, x, 0), "piecewise(x, x == y, 0)"),
            (Expression(50, "%") * x, "0.5 * x"), (x * Expression(-2, .one), "x * (-2)"),
            (select(x <= y, x, 0), "piecewise(x, x <= y, 0)"), (select(x, 1, y), "piecewise(1, x != 0, y)"),
            (2 * (x < y), "2 * piecewise(1, x < y, 0)"), (min(x, max(y, 1)), "min(x, max(y, 1))"),
            (Expression(Symbol("a.b", unit: .one)), "a__b"), (Expression(1.0 / 3, .one), "0.3333333333333333"),
        ])
    func infix(expression: Expression, text: String) {
        #expect(expression.infix == text)
    }
}

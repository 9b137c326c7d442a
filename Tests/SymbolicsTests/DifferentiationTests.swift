import Symbolics
import Testing

@Suite("Expressions")
struct ExpressionTests {
    static let x = Symbol("x", unit: .one)
    static let y = Symbol("y", unit: .one)

    /// Every operation, on arguments where all are smooth.
    static let samples: [Expression] = {
        let (x, y) = (Expression(ExpressionTests.x), Expression(ExpressionTests.y))
        return [
            x + y, x - 2 * y, x * y, x / y, -x, exp(x / y), log(x * y), sqrt(x + y), sin(x * y), cos(x / y),
            tan(x * y), atan(x / y), asin(x * y / 2), acos(x * y / 2), sinh(x * y), tanh(x - y), asinh(-x * y),
            acosh(x + y),
            atanh(y * y), gamma(x / y), factorial(x * y), floor(3 * x) * y, abs(y - x), root(y - x, degree: 3),
            pow(x, 3), pow(x, y), pow(2.5, x),
            min(x * x, y), max(x * x, y), select(x < y, x * y, x / y), select(y <= x, exp(x), log(y)),
            (x + y) * exp(-(x * y)) / (1 + pow(x, 2.1) * sqrt(y)),
        ]
    }()

    @Test("The derivative of every operation agrees with a central difference", arguments: samples.indices)
    func derivative(index: Int) {
        let expression = Self.samples[index]
        for (symbol, at) in [(Self.x, 1.3), (Self.y, 0.7)] {
            var differentiator = Differentiator(to: symbol)
            let derivative = differentiator.derivative(of: expression)
            func value(_ e: Expression, shift: Double) -> Double {
                e.evaluate { s in (s == Self.x ? 1.3 : 0.7) + (s == symbol ? shift : 0) }
            }
            let h = 1e-5 * at
            let difference = (value(expression, shift: h) - value(expression, shift: -h)) / (2 * h)
            let exact = value(derivative, shift: 0)
            #expect(abs(exact - difference) <= 1e-8 * Swift.max(1, abs(exact)), "d(\(expression))/d\(symbol.name)")
        }
    }

    @Test("Differentiation does not grow a shared expression exponentially")
    func sharing() {
        var expression = Expression(Self.x)
        for _ in 0..<60 { expression = expression * expression + 1 }
        var differentiator = Differentiator(to: Self.x)
        let symbols = differentiator.derivative(of: expression).symbols
        #expect(symbols == [Self.x])
    }

    @Test("Mathematics prints with as few parentheses as it needs")
    func printing() {
        let (x, y) = (Expression(Self.x), Expression(Self.y))
        #expect("\((x + y) * x)" == "(x + y)·x")
        #expect("\(x - (y - x))" == "x - (y - x)")
        #expect("\(x / (y * x))" == "x/(y·x)")
        #expect("\(pow(x + 1, 2))" == "(x + 1)^2")
        #expect("\(-(x + y) + log(x))" == "-(x + y) + ln(x)")
    }

    @Test("Substitution replaces symbols everywhere and simplifies what becomes trivial")
    func substitution() {
        let (x, y) = (Expression(Self.x), Expression(Self.y))
        var substitution = Substitution([Self.y: 0])
        #expect(substitution.apply(to: x + y * exp(x)).symbol == Self.x)
    }
}

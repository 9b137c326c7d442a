import Foundation
import Symbolics
import Testing

import struct Symbolics.Expression

@Suite("Functions made of others")
struct FunctionTests {
    private static let x = Symbol("x", unit: .one)

    private static func value(_ function: (Expression) -> Expression, at number: Double) -> Double {
        function(Expression(x)).evaluate { _ in number }
    }

    private static func literal(_ number: Double) -> Expression { Expression(number, .one) }

    /// Beside the C library's own functions; the bar leaves room for a handful of roundings.
    @Test(
        "Angles and hyperbolas are what the C library computes, within 1e-15 of the larger of one and the result",
        arguments: [
            -30.0, -1.7, -1, -0.99999999, -0.3, -1e-9, 0, 1e-9, 0.3, 0.5, 0.99999999, 1, 1.0000001, 1.7, 30, 800,
        ])
    func library(number: Double) {
        typealias Ours = (Expression) -> Expression
        typealias Theirs = (Double) -> Double
        var pairs: [(Ours, Theirs)] = []
        func pair(_ ours: @escaping Ours, _ theirs: @escaping Theirs) { pairs.append((ours, theirs)) }
        pair({ sin($0) }, { sin($0) })
        pair({ cos($0) }, { cos($0) })
        pair({ tan($0) }, { tan($0) })
        pair({ atan($0) }, { atan($0) })
        pair({ asin($0) }, { asin($0) })
        pair({ acos($0) }, { acos($0) })
        pair({ sinh($0) }, { sinh($0) })
        pair({ cosh($0) }, { cosh($0) })
        pair({ tanh($0) }, { tanh($0) })
        pair({ asinh($0) }, { asinh($0) })
        pair({ acosh($0) }, { acosh($0) })
        pair({ atanh($0) }, { atanh($0) })
        pair({ floor($0) }, { $0.rounded(.down) })
        pair({ ceiling($0) }, { $0.rounded(.up) })
        pair({ truncated($0) }, { $0.rounded(.towardZero) })
        pair({ abs($0) }, { $0.magnitude })
        pair({ root($0, degree: 3) }, { cbrt($0) })
        pair({ sec($0) }, { 1 / cos($0) })
        pair({ asec($0) }, { acos(1 / $0) })
        pair({ acoth($0) }, { atanh(1 / $0) })
        for (index, (ours, theirs)) in pairs.enumerated() {
            let (found, expected) = (Self.value(ours, at: number), theirs(number))
            let isSame: Bool = (found.isNaN && expected.isNaN) || found == expected
            // An exponential of 30 magnifies the rounding of its argument.
            #expect(
                isSame || (found - expected).magnitude <= 4e-15 * Swift.max(1, expected.magnitude),
                "function \(index) of \(number): \(found) and not \(expected)")
        }
    }

    @Test("The inverse cotangent is odd, as Abramowitz and Stegun have it")
    func inverseCotangent() {
        #expect(abs(Self.value({ acot($0) }, at: -0.1) + 1.471_127_674_303_734_6) < 1e-15)
        #expect(Self.value({ acot($0) }, at: 0) == .pi / 2)
    }

    @Test(
        "The remainder has the sign of the dividend and is smaller than the divisor",
        arguments: [
            (7.0, 2.0, 3.0, 1.0), (-7, 2, -3, -1), (7, -2, -3, 1), (-7, -2, 3, -1), (6, 3, 2, 0), (0.5, 2, 0, 0.5),
        ])
    func division(dividend: Double, divisor: Double, whole: Double, rest: Double) {
        let (a, b) = (Self.literal(dividend), Self.literal(divisor))
        #expect(quotient(a, b).evaluate { _ in 0 } == whole)
        #expect(remainder(a, b).evaluate { _ in 0 } == rest)
    }

    @Test("The factorial of whole numbers is exact as long as a double is, and there is none of negative ones")
    func factorials() {
        var exact = 1.0
        for number in 1...18 {
            exact *= Double(number)
            let found = factorial(Self.literal(Double(number))).evaluate { _ in 0 }
            #expect(abs(found - exact) <= 2e-15 * exact, "\(number)! is \(exact), not \(found)")
        }
        #expect(factorial(Self.literal(-2)).evaluate { _ in 0 }.isNaN)
        #expect(gamma(Self.literal(0)).evaluate { _ in 0 }.isNaN)
    }

    @Test("A root of odd degree has negative radicands, one of even degree has not")
    func roots() {
        #expect(abs(root(Self.literal(-8), degree: 3).evaluate { _ in 0 } + 2) < 1e-15)
        #expect(root(Self.literal(-16), degree: 4).evaluate { _ in 0 }.isNaN)
        #expect(root(Self.literal(16), degree: 2).evaluate { _ in 0 } == 4)
        #expect(abs(log(Self.literal(8), base: 2).evaluate { _ in 0 } - 3) < 1e-15)
    }

    @Test(
        "Logic takes whatever is not zero for true and answers with one or zero",
        arguments: [
            [], [0.0], [2.5], [0, 3], [3, 4], [1, 1, 1], [0, 0, -1], [1, 0, 1],
        ])
    func logic(numbers: [Double]) {
        let conditions = numbers.map { Self.literal($0) }
        let truths = numbers.map { $0 != 0 }
        #expect(and(conditions).evaluate { _ in 0 } == (truths.allSatisfy { $0 } ? 1 : 0))
        #expect(or(conditions).evaluate { _ in 0 } == (truths.contains(true) ? 1 : 0))
        #expect(xor(conditions).evaluate { _ in 0 } == Double(truths.filter { $0 }.count % 2))
        for (condition, truth) in zip(conditions, truths) {
            #expect(not(condition).evaluate { _ in 0 } == (truth ? 0 : 1))
            #expect(implies(condition, 0).evaluate { _ in 0 } == (truth ? 0 : 1))
            #expect(implies(condition, 2).evaluate { _ in 0 } == 1)
        }
    }

    @Test("A chain of relations holds where every neighbouring pair does")
    func chains() {
        let (one, two) = (Self.literal(1), Self.literal(2))
        #expect(chain([one, two, two]) { $0 <= $1 }.evaluate { _ in 0 } == 1)
        #expect(chain([one, two, two]) { $0 < $1 }.evaluate { _ in 0 } == 0)
        #expect(chain([one, one, two]) { $0 != $1 }.evaluate { _ in 0 } == 0)
        #expect(chain([two, one]) { $0 > $1 }.evaluate { _ in 0 } == 1)
        #expect(chain([two, one, one]) { $0 >= $1 }.evaluate { _ in 0 } == 1)
        #expect(chain([one]) { $0 == $1 }.evaluate { _ in 0 } == 1)
    }

    @Test("The first piece that applies counts, and nothing is no number")
    func pieces() {
        let x = Expression(Self.x)
        let ladder = piecewise([(1, x < 1), (2, x < 2)], otherwise: 3)
        #expect([0.5, 1, 2].map { number in ladder.evaluate { _ in number } } == [1, 2, 3])
        let open = piecewise([(Expression(5, .days), x < 1)])
        #expect(open.evaluate { _ in 2 }.isNaN)
        #expect((try? open.checkedDimension()) == Unit.days.dimension, "what is no number fits any unit")
    }
}

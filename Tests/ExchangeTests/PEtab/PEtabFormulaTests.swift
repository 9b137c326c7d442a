import Exchange
import Foundation
import Symbolics
import Testing

@Suite("Mathematics of PEtab")
struct PEtabFormulaTests {
    private func value(_ text: String, _ names: [String: Double] = [:]) throws -> Double {
        try PEtabFormula.read(text).evaluate { names[$0.name] ?? .nan }
    }

    @Test(
        "Operators bind as the grammar of the format has it",
        arguments: [
            ("-2^4", -16.0), ("2^2^3", 256), ("9 * 3 ^ -2", 1), ("1 + 2 * 3 - 4 / 2", 5), ("8 / 4 / 2", 1),
            ("2 - 1 - 1", 0),
            ("--1.0", 1), ("true || false && false", 0), ("1 < 2 == 3 > 2", 1), ("!(2 < 3)", 0), ("3 + true", 4),
            ("1e-2 * 1.5E+2", 1.5), (".5", 0.5),
        ])
    func precedence(_ text: String, _ expected: Double) throws { #expect(try value(text) == expected) }

    @Test("Functions give what mathematics has for them")
    func functions() throws {
        #expect(try abs(value("log(100, 10) + log10(1000) + log2(8) + ln(exp(2))") - 10) < 1e-14)
        #expect(try value("piecewise(1, false, 2, 3 > 2, 4)") == 2)
        #expect(try value("piecewise(1, a > 2, b)", ["a": 1, "b": 7]) == 7)
        #expect(try value("sign(-2) + abs(-4) + min(1, 2) + max(1, 2)") == 6)
        #expect(try abs(value("arcsinh(sinh(0.5)) + arctan(tan(0.25))") - 0.75) < 1e-15)
        #expect(try value("-inf") == -.infinity)
    }

    @Test(
        "What is no formula is told with the place it goes wrong",
        arguments: ["", "1 +", "(1", "a b", "sine(1)", "pow(1)", "1 $ 2", "piecewise(1, 2)"])
    func malformed(_ text: String) { #expect(throws: PEtabFormula.Unreadable.self) { try PEtabFormula.read(text) } }

    @Test("A formula nested without end is refused before the stack is used up")
    func depth() {
        let text = String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000)
        #expect(throws: PEtabFormula.Unreadable.self) { try PEtabFormula.read(text) }
    }

    @Test("A truncated prior is a density: it integrates to one between its bounds")
    func truncation() {
        let bounds = 0.5...6.0
        let priors: [(PEtabPrior.Distribution, [Double])] = [
            (.normal, [4, 2]), (.laplace, [3, 1.5]), (.cauchy, [3, 2]), (.chisquare, [4]), (.exponential, [3]),
            (.gamma, [3, 1.2]), (.rayleigh, [2]), (.logNormal, [1, 0.7]), (.logLaplace, [1, 0.4]), (.uniform, [1, 9]),
            (.logUniform, [0.1, 20]),
        ]
        for (kind, parameters) in priors {
            let prior = PEtabPrior(kind, parameters, truncation: bounds)
            let steps = 200_000
            let width = (bounds.upperBound - bounds.lowerBound) / Double(steps)
            let mass = (0..<steps).reduce(0.0) { sum, step in
                sum + exp(prior.logDensity(at: bounds.lowerBound + (Double(step) + 0.5) * width)) * width
            }
            // The midpoint rule errs by less than a millionth, but at the edge of a uniform distribution.
            #expect(abs(mass - 1) < 1e-5, "\(kind) has a mass of \(mass)")
            #expect(prior.logDensity(at: 7) == -.infinity)
        }
    }
}

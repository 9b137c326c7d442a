import Foundation
import Populations
import Testing

@testable import Trials

@Suite("Statistics of trials")
struct TrialStatisticsTests {
    @Test("t with one degree of freedom is Cauchy's, with two it has a closed form")
    func closedForms() {
        for t in [-30, -2.5, -0.3, 0, 0.7, 4, 100] {
            #expect(abs(StudentT(degrees: 1).cumulative(t) - (0.5 + atan(t) / .pi)) < 1e-13)
            let two = 0.5 + t / (2 * (2 + t * t).squareRoot())
            #expect(abs(StudentT(degrees: 2).cumulative(t) - two) < 1e-13)
        }
    }

    @Test("quantiles of t undo its distribution, and come to the normal one as women become many")
    func quantiles() {
        for degrees in [1, 4.5, 30, 400] {
            for probability in [0.025, 0.2, 0.5, 0.9, 0.999] {
                let t = StudentT(degrees: degrees)
                #expect(abs(t.cumulative(t.quantile(probability)) - probability) < 1e-12)
            }
        }
        // tan(0.475 pi), and the closed form of two degrees of freedom solved for t.
        #expect(abs(StudentT(degrees: 1).quantile(0.975) - tan(0.475 * .pi)) < 1e-9)
        let two = 0.95 * (2 / (1 - 0.95 * 0.95)).squareRoot()
        #expect(abs(StudentT(degrees: 2).quantile(0.975) - two) < 1e-10)
        #expect(abs(StudentT(degrees: 1e7).quantile(0.975) - NormalDistribution.quantile(0.975)) < 1e-6)
    }

    @Test("without an effect a test finds as much as its level, and with a large one all")
    func power() {
        for degrees in [3.0, 12, 200] {
            #expect(abs(StudentT(degrees: degrees).power(noncentrality: 0, level: 0.05) - 0.05) < 1e-6)
        }
        #expect(StudentT(degrees: 20).power(noncentrality: 12, level: 0.05) > 0.999_999)
        // Among very many women the normal approximation is exact.
        let normal = NormalDistribution.cumulative(2.5 - NormalDistribution.quantile(0.975))
        #expect(abs(StudentT(degrees: 1e6).power(noncentrality: 2.5, level: 0.05) - normal) < 1e-4)
    }

    @Test("power is how often t tests of normal samples reject")
    func simulatedPower() {
        let (size, difference, trials) = (12, 1.1, 20_000)
        var generator = CounterBasedGenerator(seed: 7, woman: 1, purpose: "power")
        let critical = StudentT(degrees: Double(2 * size - 2)).quantile(0.975)
        var rejected = 0
        for _ in 0..<trials {
            let a = SampleMoments((0..<size).map { _ in generator.normal() + difference })
            let b = SampleMoments((0..<size).map { _ in generator.normal() })
            let error = ((a.deviation * a.deviation + b.deviation * b.deviation) / Double(size)).squareRoot()
            if abs(a.mean - b.mean) > critical * error { rejected += 1 }
        }
        let noncentrality = difference / (2 / Double(size)).squareRoot()
        let expected = StudentT(degrees: Double(2 * size - 2)).power(noncentrality: noncentrality, level: 0.05)
        // Three standard errors of 20,000 trials are 0.01.
        #expect(abs(Double(rejected) / Double(trials) - expected) < 0.01, "\(rejected) of \(trials), \(expected)")
    }

    @Test("intervals of a mean hold the truth nineteen times in twenty")
    func coverage() {
        var generator = CounterBasedGenerator(seed: 3, woman: 1, purpose: "coverage")
        let trials = 10_000
        let held = (0..<trials).count { _ in
            let estimate = Estimate.mean(SampleMoments((0..<6).map { _ in generator.normal() }), size: 6)
            return estimate.low < 0 && 0 < estimate.high
        }
        #expect(abs(Double(held) / Double(trials) - 0.95) < 0.007, "three standard errors; \(held)")
    }

    @Test("a difference of equal arms is that of the pooled test, and an interval narrows with the root of the number")
    func differences() {
        let a = SampleMoments([1, 2, 3, 4, 5])
        let b = SampleMoments([3, 4, 5, 6, 7])
        // Both variances are 2.5, so the standard error is 1 and Welch has all eight degrees of freedom.
        let estimate = Estimate.difference(a, b, sizes: (5, 5))
        #expect(abs(estimate.value + 2) < 1e-14)
        #expect(abs(estimate.high - estimate.low - 2 * StudentT(degrees: 8).quantile(0.975)) < 1e-9)
        let (few, many) = (Estimate.mean(a, size: 1_000), Estimate.mean(a, size: 4_000))
        #expect(abs((few.high - few.low) / (many.high - many.low) - 2) < 0.01)
        #expect(Estimate.mean(a, size: 1).interval == nil)
    }

    @Test("shares have Wilson's interval, which solves the quadratic equation of the score test")
    func shares() {
        for (share, size) in [(0.0, 10), (0.3, 20), (0.02, 500)] {
            let estimate = Estimate.share(share, size: size)
            for bound in [estimate.low, estimate.high].map({ $0 / 100 }) where bound > 1e-12 {
                let z = (share - bound) / (bound * (1 - bound) / Double(size)).squareRoot()
                #expect(abs(abs(z) - Estimate.normal) < 1e-9)
            }
        }
    }

    @Test("a hazard ratio follows from probabilities, and its interval from events")
    func hazardRatios() {
        let risks = (-expm1(-0.06), -expm1(-0.1))
        let estimate = Estimate.hazardRatio(risks, sizes: (1_000, 2_000))
        #expect(abs(estimate.value - 0.6) < 1e-12)
        let variance = 1 / (1_000 * risks.0) + 1 / (2_000 * risks.1)
        #expect(abs(log(estimate.high / estimate.value) - 1.959_963_984_54 * variance.squareRoot()) < 1e-9)
        #expect(abs(estimate.low * estimate.high - estimate.value * estimate.value) < 1e-12)
    }

    @Test("what is not a number is in no mean and is not counted")
    func missing() {
        let sample = SampleMoments([1, .nan, 3, .infinity])
        #expect(sample.count == 2 && sample.mean == 2)
        #expect(Estimate.mean(SampleMoments([Double.nan]), size: 10).value.isNaN)
    }
}

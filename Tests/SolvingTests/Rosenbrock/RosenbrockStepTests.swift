import Symbolics
import Testing

import func Foundation.exp
import func Foundation.log2
import func Foundation.pow

@testable import Modeling
@testable import Solving

/// y1' = −(1/ε + 2) y1 + y2²/ε, y2' = y1 − y2 − y2², from (1, 1): y1 = e^(−2t) and y2 = e^(−t) whatever ε.
///
/// Kaps P. In: Fatunla SO (ed). Numerical Integration of Differential Equations. 1981.
private func kaps(_ epsilon: Double) throws -> CompiledModel {
    try Equations.compiled([1, 1]) { y, _ in
        [(y[1] * y[1] - y[0]) * Expression(1 / epsilon, .one) - 2 * y[0], y[0] - y[1] - y[1] * y[1]]
    }
}

@Suite("The Rosenbrock step")
struct RosenbrockStepTests {
    /// By which power of the step length the error at time one falls.
    private func order(_ compiled: CompiledModel, steps: Int, exact: [Double]) throws -> Double {
        let integrator = try FixedSteps(compiled)
        let errors = [steps, 2 * steps].map { count in
            zip(integrator.end(at: 1, steps: count), exact).map { abs($0 - $1) }.max() ?? .nan
        }
        #expect(errors[1] > 1e-14, "an error that is rounding says nothing about order")
        return log2(errors[0] / errors[1])
    }

    @Test("The error of a smooth problem falls with the fourth power of the step", arguments: [8, 16])
    func smooth(steps: Int) throws {
        let order = try order(kaps(1), steps: steps, exact: [exp(-2), exp(-1)])
        #expect(abs(order - 4) < 0.2, "observed order \(order)")
    }

    @Test("Order four holds where a state follows another a million times as fast")
    func stiff() throws {
        let order = try order(kaps(1e-6), steps: 16, exact: [exp(-2), exp(-1)])
        #expect(abs(order - 4) < 0.3, "observed order \(order)")
    }

    @Test(
        "A rate that depends on time keeps the order, because its derivative to time is in the step",
        arguments: [16, 32])
    func explicitTime(steps: Int) throws {
        let falling = try Equations.compiled([1]) { y, t in [-2 * t * y[0] * y[0]] }
        let order = try order(falling, steps: steps, exact: [0.5])
        #expect(abs(order - 4) < 0.2, "y' = −2 t y²: observed order \(order)")
    }

    @Test("A driven fast state keeps the order")
    func driven() throws {
        // y' = −(y − e^(−t²)) − 2 t e^(−t²), so that y = e^(−t²).
        let driven = try Equations.compiled([1]) { y, t in
            let aim = Symbolics.exp(-(t * t))
            return [-(y[0] - aim) - 2 * t * aim]
        }
        let order = try order(driven, steps: 16, exact: [exp(-1)])
        #expect(abs(order - 4) < 0.2, "observed order \(order)")
    }

    @Test("Between the ends of a step, the error falls with the third power of the step or faster")
    func extension3() throws {
        let integrator = try FixedSteps(kaps(1))
        func worst(_ steps: Int) -> Double {
            var largest = 0.0
            var rows = LaneRows(2, .women)
            _ = integrator.end(at: 1, steps: steps) { step in
                for share in stride(from: 0.1, to: 0.95, by: 0.1) {
                    let time = step.from + share * (step.to - step.from)
                    step.states(at: time, into: &rows)
                    largest = max(largest, abs(rows[0, 0] - exp(-2 * time)), abs(rows[1, 0] - exp(-time)))
                }
            }
            return largest
        }
        let errors = [worst(8), worst(16), worst(32)]
        for (coarse, fine) in zip(errors, errors.dropFirst()) {
            let order = log2(coarse / fine)
            #expect(order > 3.4, "observed order \(order)")
        }
        #expect(
            errors[0] < 1.4e-5, "largest error between the ends of 8 steps; 1.27e-5 with the published coefficients")
    }

    @Test("The interpolant meets the states at both ends of a step")
    func ends() throws {
        let integrator = try FixedSteps(kaps(1))
        var rows = LaneRows(2, .women)
        _ = integrator.end(at: 1, steps: 3) { step in
            step.states(at: step.from, into: &rows)
            #expect(rows.values == step.before.values)
            step.states(at: step.to, into: &rows)
            #expect(rows.values == step.after.values)
            let nearEnd = step.to - 1e-9 * (step.to - step.from)
            step.states(at: nearEnd, into: &rows)
            #expect(abs(rows[0, 0] - step.after[0, 0]) < 1e-8)
        }
    }

    @Test("A step a million times as long as the fast time damps what is fast")
    func damping() throws {
        let decay = try Equations.compiled([1]) { y, _ in [-1e6 * y[0]] }
        let left = try FixedSteps(decay).end(at: 1, steps: 1)
        #expect(abs(left[0]) < 1e-5, "left of 1 after one step; a method that is only A-stable may leave ±1")
    }

    @Test("A fast state falls onto its slow one within a step")
    func slowManifold() throws {
        let pair = try Equations.compiled([1, 5]) { y, _ in [-y[0], 999_999 * y[0] - 1e6 * y[1]] }
        let end = try FixedSteps(pair).end(at: 0.1, steps: 1)
        #expect(abs(end[1] - end[0]) < 1e-4 * 4, "of a difference of 4")
    }

    @Test("The error estimate of a step falls with the fourth power of its length")
    func estimate() throws {
        let compiled = try kaps(1)
        let step = RosenbrockStep(compiled.equations)
        let machine = LaneMachine(step.program, .women)
        machine.set(RosenbrockStep.toleranceGroup, 0, to: 0)
        machine.set(RosenbrockStep.toleranceGroup, 1, to: 1)
        machine.prepare()
        machine.set(EquationSystem.timeGroup, to: 0)
        var states = LaneRows(2, .women)
        for row in 0..<2 { states.set(row: row, to: 1) }
        machine.set(EquationSystem.stateGroup, to: states)
        func estimate(_ length: Double) -> Double {
            machine.set(RosenbrockStep.lengthGroup, to: length)
            machine.run()
            return machine.result(step.squaredError)[0].squareRoot()
        }
        let order = log2(estimate(0.02) / estimate(0.01))
        #expect(abs(order - RosenbrockMethod.errorOrder) < 0.2, "observed power \(order)")
    }
}

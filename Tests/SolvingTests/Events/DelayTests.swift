import Modeling
import Solving
import Symbolics
import Testing

import func Foundation.exp
import func Foundation.sin

@Suite("Quantities of the past")
struct DelayTests {
    private static let past = Symbol("past", unit: .one)

    private static func delayed(
        _ quantity: Expression, by delay: Expression, before: Expression, as symbol: Symbol = past
    ) -> DelayedQuantity {
        DelayedQuantity(symbol: symbol, quantity: quantity, delay: delay * Expression(1, .days), before: before)
    }

    @Test("A state that falls by what it was a day ago follows the method of steps")
    func methodOfSteps() throws {
        let model = try EventModel(
            [1], rates: { _ in [-Expression(Self.past)] }, delayed: { [Self.delayed($0[0], by: 1, before: 1)] })
        // Bellman and Cooke 1963: a sum of (-1)^k (t - k + 1)^k / k! as long as t - k + 1 is positive.
        func exact(_ time: Double) -> Double {
            var (sum, factorial) = (1.0, 1.0)
            for k in 1...20 where time - Double(k) + 1 > 0 {
                factorial *= Double(k)
                sum +=
                    (0..<k).reduce(k % 2 == 0 ? 1.0 : -1) { product, _ in product * (time - Double(k) + 1) } / factorial
            }
            return sum
        }
        let times = stride(from: 0.0, through: 8, by: 0.25).map { $0 }
        for (time, row) in zip(times, try model.outputs(at: times)) {
            #expect(abs(row[0] - exact(time)) < 1e-8, "at \(time): \(row[0]) and not \(exact(time))")
        }
    }

    @Test("A delay that grows from nothing with time is followed, as the pantograph equation shows")
    func pantograph() throws {
        let model = try EventModel(
            [1], rates: { _ in [Expression(Self.past)] },
            delayed: { [Self.delayed($0[0], by: $0.time / 2, before: 1)] })
        // y'(t) = y(t/2) has the series of t^n / (n! 2^(n (n - 1) / 2)).
        func exact(_ time: Double) -> Double {
            var (sum, term) = (1.0, 1.0)
            for n in 1...40 {
                term *= time / Double(n) / (0..<(n - 1)).reduce(1.0) { product, _ in product * 2 }
                sum += term
            }
            return sum
        }
        for (time, row) in zip([0.5, 1, 2, 5], try model.outputs(at: [0.5, 1, 2, 5])) {
            #expect(abs(row[0] - exact(time)) < 1e-7 * exact(time), "at \(time): \(row[0]) and not \(exact(time))")
        }
    }

    @Test("Before the start the quantity is what it is said to have been, and time is negative")
    func before() throws {
        let model = try EventModel(
            [0], rates: { _ in [Expression(Self.past)] },
            delayed: { [Self.delayed($0[0], by: 2, before: cos($0.time))] })
        // The integral of cos(t - 2) from zero.
        for (time, row) in zip([0.5, 2], try model.outputs(at: [0.5, 2])) {
            #expect(abs(row[0] - (sin(time - 2) + sin(2))) < 1e-8)
        }
    }

    @Test("What an event does is felt a delay later, at that moment, and can trigger again")
    func jumps() throws {
        let model = try EventModel(
            [0, 0, 0], rates: { [0, Expression(Self.past), 0 * $0[0]] },
            events: { n in
                [
                    TriggeredEvent("jump", when: n.time >= 1, n, sets: [(0, 5)]),
                    TriggeredEvent("echo", when: Expression(Self.past) > 4, n, sets: [(2, n.time)]),
                ]
            },
            delayed: { [Self.delayed($0[0], by: 2, before: 0)] })
        let rows = try model.outputs(at: [0.5, 3, 3.5, 4])
        #expect(rows.map { $0[0] } == [0, 5, 5, 5])
        for (row, exact) in zip(rows, [0, 0, 2.5, 5]) { #expect(abs(row[1] - exact) < 1e-9) }
        #expect(abs(rows[2][2] - 3) < 1e-9, "the echo comes at three, not \(rows[2][2])")
    }

    @Test("What refers to its own past is a sum over it")
    func ownPast() throws {
        // p = time + p a day ago / 2, and nothing before the start.
        let model = try EventModel(
            [0], rates: { [$0.time + Expression(Self.past) / 2] },
            delayed: { [Self.delayed($0.time + Expression(Self.past) / 2, by: 1, before: 0)] })
        // By then p is t, plus (t - 1) / 2 from one on, plus (t - 2) / 4 from two on.
        let found = try model.outputs(at: [2.5])[0][0]
        #expect(abs(found - (2.5 * 2.5 + 1.5 * 1.5 / 2 + 0.5 * 0.5 / 4) / 2) < 1e-8)
    }

    @Test("The past keeps the parameters it had")
    func parameters() throws {
        var assembly = Assembly("past")
        assembly.add(Absorption())
        let plain = try assembly.model()
        let ke = try #require(plain.parameters.first { $0.name == "drug.ke" }).symbol
        let rate = Symbol("rate.yesterday", unit: ke.unit)
        let model = try Model(
            name: plain.name, components: plain.components, states: plain.states, parameters: plain.parameters,
            controls: plain.controls, variables: plain.variables,
            outputs: plain.outputs + [
                Output(name: "yesterday", unit: ke.unit, expression: Expression(rate), meaning: "A day ago")
            ], dosePorts: plain.dosePorts,
            delayedQuantities: [
                DelayedQuantity(
                    symbol: rate, quantity: Expression(ke), delay: Expression(1, .days), before: Expression(ke))
            ])
        var schedule = Schedule()
        schedule.change(parameter: "drug.ke", to: 7, at: 2)
        let problem = try InitialValueProblem(
            resting: CompiledModel(model), span: 0...5, events: schedule.events(lag: { _ in 0 }))
        let trajectory = try CVODES().solve(problem, samples: [0.5, 2.5, 2.99, 3.01].map { .instant($0) })
        #expect(trajectory["yesterday"] == [0.5, 0.5, 0.5, 7])
    }

    @Test("Solvers on lanes refuse models that look back")
    func refusal() throws {
        let model = try EventModel(
            [1], rates: { _ in [-Expression(Self.past)] }, delayed: { [Self.delayed($0[0], by: 1, before: 1)] })
        let problem = try InitialValueProblem(resting: model.compiled, span: 0...2)
        let error = #expect(throws: ModelError.self) {
            try BatchedSolver(model.compiled).solve(problem, samples: [.instant(2)])
        }
        #expect(error?.description.contains("looks back") == true)
    }
}

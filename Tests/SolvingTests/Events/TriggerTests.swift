import Modeling
import Solving
import Symbolics
import Testing

import func Foundation.exp
import func Foundation.log
import func Foundation.pow

@Suite("When triggered events happen")
struct TriggerTests {
    @Test("A ball that loses a fifth of its speed at every bounce is where the closed form has it")
    func bouncingBall() throws {
        let model = try EventModel([10, 0], rates: { [$0[1], -9.81] }) { n in
            [TriggeredEvent(when: n[0] < 0, n, sets: [(0, 0), (1, -0.8 * n[1])])]
        }
        // Falls for t0, then flies for 2 · 0.8ⁿ · t0 after the nth bounce.
        let fall = (2 * 10 / 9.81).squareRoot()
        func height(_ time: Double) -> Double {
            if time < fall { return 10 - 9.81 * time * time / 2 }
            var (start, speed) = (fall, 0.8 * 9.81 * fall)
            while time > start + 2 * speed / 9.81 { (start, speed) = (start + 2 * speed / 9.81, 0.8 * speed) }
            return speed * (time - start) - 9.81 * pow(time - start, 2) / 2
        }
        let times = stride(from: 0.1, through: 10, by: 0.1).map { $0 }
        for (time, row) in zip(times, try model.outputs(at: times)) {
            #expect(abs(row[0] - height(time)) < 1e-6, "height at \(time): \(row[0]) and not \(height(time))")
        }
    }

    @Test("A drug that is given again whenever it falls to a threshold follows the closed form")
    func doseByThreshold() throws {
        let model = try EventModel([8], rates: { [-0.7 * $0[0]] }) { n in
            [TriggeredEvent(when: n[0] <= 1, n, sets: [(0, n[0] + 7)])]
        }
        let interval = log(8) / 0.7
        let times = stride(from: 0.3, through: 60, by: 0.7).map { $0 }
        for (time, row) in zip(times, try model.outputs(at: times)) {
            let exact = 8 * exp(-0.7 * time.truncatingRemainder(dividingBy: interval))
            // Thousands of steps of 1e-10 add up, and a late dose delays all that follow.
            #expect(abs(row[0] - exact) < 1e-5, "at \(time): \(row[0]) and not \(exact)")
        }
    }

    @Test("At the moment of an event a sample shows what it has set; a strict comparison is true only after its bound")
    func boundsOfTime() throws {
        let model = try EventModel([0, 0, 0]) { n in
            [
                TriggeredEvent("from", when: n.time >= 5, n, sets: [(0, 1)]),
                TriggeredEvent("after", when: n.time > 5, n, sets: [(1, 1)]),
                TriggeredEvent("at", when: n.time == 5, n, sets: [(2, 1)]),
            ]
        }
        #expect(try model.outputs(at: [4.999, 5, 5.000001, 9]) == [[0, 0, 0], [1, 0, 1], [1, 1, 1], [1, 1, 1]])
    }

    @Test("A condition that holds at one point of a moving state only is met there")
    func equality() throws {
        let model = try EventModel([0, 0, 0], rates: { [1, 0, 0 * $0[0]] }) { n in
            [
                TriggeredEvent("same", when: n[0] == 3, n, sets: [(1, n.time)]),
                TriggeredEvent("between", when: and([n[0] <= 4, 4 <= n[0]]), n, sets: [(2, n.time)]),
            ]
        }
        let row = try model.outputs(at: [10])[0]
        #expect(abs(row[1] - 3) < 1e-12 && abs(row[2] - 4) < 1e-12)
    }

    @Test("A point that a state passes between two numbers that a computer has is met all the same")
    func betweenNumbers() throws {
        // At day 900 neighbouring times are 1e-13 apart, in which the state moves by 1e-10.
        let model = try EventModel([-900_000, 0], rates: { _ in [1000, 0] }) { n in
            [TriggeredEvent(when: n[0] == 0.3, n, sets: [(1, n.time)])]
        }
        #expect(try abs(model.outputs(at: [901], tolerance: 1e-8)[0][1] - 900.0003) < 1e-6)
    }

    @Test("A condition that holds for less than a step is not stepped over")
    func shortPulse() throws {
        let model = try EventModel([0]) { n in
            [TriggeredEvent(when: and([n.time > 20, n.time < 20.001]), n, sets: [(0, n[0] + 1)])]
        }
        #expect(try model.outputs(at: [19, 21, 1000]) == [[0], [1], [1]])
    }

    @Test("What swings with time alone triggers once a swing, though no state moves")
    func swings() throws {
        let model = try EventModel([0]) { n in
            [TriggeredEvent(when: sin(6.283185307179586 * n.time) > 0.5, n, sets: [(0, n[0] + 1)])]
        }
        #expect(try model.outputs(at: [0.08, 0.09, 50]) == [[0], [1], [50]])
        let rounding = try EventModel([0]) { n in
            [TriggeredEvent(when: remainder(floor(n.time), 3) == 0, n, sets: [(0, n[0] + 1)])]
        }
        #expect(try rounding.outputs(at: [2.9, 3, 5.9, 6, 50]) == [[0], [1], [1], [2], [16]])
    }

    @Test("A state that starts on its threshold and leaves it triggers at once")
    func startsAtThreshold() throws {
        let model = try EventModel([0, 0, 0], rates: { [1, 0, 0 * $0[0]] }) { n in
            [
                TriggeredEvent("above", when: n[0] > 0, n, sets: [(1, n.time + 1)]),
                TriggeredEvent("not at", when: n[0] != 0, n, sets: [(2, n.time + 1)]),
            ]
        }
        let rows = try model.outputs(at: [0, 2])
        #expect(rows[0] == [0, 0, 0], "at time zero it is not above yet")
        #expect(abs(rows[1][1] - 1) < 1e-12 && abs(rows[1][2] - 1) < 1e-12)
    }

    @Test("At the start an event happens if its trigger is true and is taken to have been false before")
    func start() throws {
        let model = try EventModel([1, 0, 0, 0]) { n in
            [
                TriggeredEvent("was true", when: n[0] > 0, n, sets: [(1, 1)], wasTrueBeforeStart: true),
                TriggeredEvent("was false", when: n[0] > 0, n, sets: [(2, 1)], wasTrueBeforeStart: false),
                TriggeredEvent("is false", when: n[0] > 2, n, sets: [(3, 1)], wasTrueBeforeStart: false),
            ]
        }
        #expect(try model.outputs(at: [0, 1], until: 3) == [[1, 0, 1, 0], [1, 0, 1, 0]])
    }

    @Test("A dose can trigger; what is sampled at its time is before the dose, and what it triggers too")
    func doses() throws {
        var assembly = Assembly("drug")
        assembly.add(Absorption())
        let plain = try assembly.model()
        let gut = try #require(plain.states.first { $0.name == "drug.gut" })
        let event = TriggeredEvent(
            name: "vomiting", trigger: Expression(3, "mg") < Expression(gut.symbol),
            assignments: [.init(target: gut.symbol, value: 0)])
        let model = try Model(
            name: plain.name, components: plain.components, states: plain.states, parameters: plain.parameters,
            controls: plain.controls, variables: plain.variables, outputs: plain.outputs, dosePorts: plain.dosePorts,
            triggeredEvents: [event])
        var schedule = Schedule()
        schedule.dose(4 * milligram, port: "drug.oral", at: 1)
        schedule.dose(10 * milligram, port: "drug.oral", at: 2)
        let problem = try InitialValueProblem(
            resting: CompiledModel(model), span: 0...3, events: schedule.events(lag: { _ in 0 }))
        let trajectory = try CVODES(tolerances: Tolerances(relative: 1e-9)).solve(
            problem, samples: [.instant(1), .instant(2), .instant(2.001)])
        let places = model.states.enumerated().first { $0.element.name == "drug.gut" }.map(\.offset)
        let amounts = try trajectory.states.map { $0[try #require(places)] / milligram }
        #expect(amounts[0] == 0 && amounts[1] > 0, "before each dose")
        #expect(amounts[2] == 0, "the second dose is lost at once")
        #expect(trajectory.statistics.events == 3)
    }

    @Test("A pulse of a thousandth of a day in a rate, between long steps, is not missed and costs no accuracy")
    func pulseInRate() throws {
        var assembly = Assembly("pulse")
        assembly.add(Equations(starts: [1]) { _, time in [select(and([20 <= time, time < 20.001]), 1000, 0)] })
        let problem = try InitialValueProblem(resting: CompiledModel(assembly.model()), span: 0...100)
        let trajectory = try CVODES().solve(problem, samples: [.instant(20), .instant(20.001), .instant(90)])
        let y = try #require(trajectory["y1"])
        #expect(abs(y[0] - 1) < 1e-9 && abs(y[1] - 2) < 1e-9 && abs(y[2] - 2) < 1e-9, "\(y)")
    }

    @Test("An event can set a state without a rate to infinity, and others go on")
    func infinite() throws {
        let model = try EventModel([1, 1], rates: { [-$0[0], 0] }) { n in
            [TriggeredEvent(when: n.time >= 1, n, sets: [(1, Expression(.infinity, .one))])]
        }
        let rows = try model.outputs(at: [0.5, 2])
        #expect(rows[0][1] == 1 && rows[1][1] == .infinity && abs(rows[1][0] - exp(-2)) < 1e-9)
    }
}

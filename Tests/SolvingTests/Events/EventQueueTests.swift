import Modeling
import Solving
import Symbolics
import Testing

import func Foundation.exp

@Suite("What triggered events do")
struct EventQueueTests {
    @Test("A delay is what it is worth when the event is triggered, and another trigger meanwhile waits beside it")
    func delay() throws {
        let model = try EventModel([2, 0], rates: { _ in [1, 0] }) { n in
            // Triggered at 1 and at 2, when y1 is 3 and 4; due at 4 and 6.
            [
                TriggeredEvent(
                    when: or([and([n.time >= 1, n.time < 1.5]), n.time >= 2]), n, sets: [(1, n[1] + 1)], after: n[0],
                    takesValuesAtTrigger: false)
            ]
        }
        #expect(try model.outputs(at: [3.9, 4, 5.9, 6, 9]).map { $0[1] } == [0, 1, 1, 2, 2])
    }

    @Test("Values are those of the trigger, or of the execution")
    func values() throws {
        let model = try EventModel([0, 0, 0], rates: { [1, 0, 0 * $0[0]] }) { n in
            [
                TriggeredEvent(when: n.time >= 1, n, sets: [(1, n[0])], after: 2, takesValuesAtTrigger: true),
                TriggeredEvent(when: n.time >= 1, n, sets: [(2, n[0])], after: 2, takesValuesAtTrigger: false),
            ]
        }
        let row = try model.outputs(at: [4])[0]
        #expect(abs(row[1] - 1) < 1e-9 && abs(row[2] - 3) < 1e-9)
    }

    @Test("An event that does not persist is withdrawn when its trigger becomes false before it is due")
    func persistence() throws {
        let model = try EventModel([0, 0, 0]) { n in
            let pulse = and([n.time >= 1, n.time < 2])
            return [
                TriggeredEvent("persists", when: pulse, n, sets: [(0, 1)], after: 1.5),
                TriggeredEvent("does not", when: pulse, n, sets: [(1, 1)], after: 1.5, isPersistent: false),
                TriggeredEvent("is in time", when: pulse, n, sets: [(2, 1)], after: 0.5, isPersistent: false),
            ]
        }
        #expect(try model.outputs(at: [3]) == [[1, 0, 1]])
    }

    @Test("The higher priority goes first, and priorities are computed anew after every execution")
    func priorities() throws {
        // Each writes its digit behind those before it; the first one turns the order of the others round.
        let model = try EventModel([0, 1]) { n in
            func event(_ digit: Double, _ priority: Expression?, also: [(Int, Expression)] = []) -> TriggeredEvent {
                TriggeredEvent(
                    "digit \(digit)", when: n.time >= 1, n, sets: [(0, 10 * n[0] + Expression(digit, .one))] + also,
                    priority: priority, takesValuesAtTrigger: false)
            }
            return [
                event(1, nil), event(2, n[1]), event(3, 2 * n[1]), event(4, 10, also: [(1, -1)]), event(5, nil),
            ]
        }
        #expect(
            try model.outputs(at: [2])[0][0] == 42315, "four first; then -1 before -2; those without one in their order"
        )
    }

    @Test("One event can withdraw another that is due at the same moment and does not persist")
    func withdrawal() throws {
        let model = try EventModel([0, 0]) { n in
            [
                TriggeredEvent("first", when: n.time >= 1, n, sets: [(0, 1)], priority: 2),
                TriggeredEvent(
                    "second", when: and([n.time >= 1, n[0] < 0.5]), n, sets: [(1, 1)], priority: 1, isPersistent: false),
            ]
        }
        #expect(try model.outputs(at: [2]) == [[1, 0]])
    }

    @Test("All assignments of an event see the states before it")
    func swap() throws {
        let model = try EventModel([3, 7]) { n in
            [TriggeredEvent(when: n.time >= 1, n, sets: [(0, n[1]), (1, n[0])])]
        }
        #expect(try model.outputs(at: [0.5, 1]) == [[3, 7], [7, 3]])
    }

    @Test("One event sets off the next at the same moment, as many as there are")
    func cascade() throws {
        let model = try EventModel([0, 0, 0]) { n in
            [
                TriggeredEvent("third", when: n[1] > 0, n, sets: [(2, n.time)]),
                TriggeredEvent("second", when: n[0] > 0, n, sets: [(1, n.time)]),
                TriggeredEvent("first", when: n.time >= 4, n, sets: [(0, n.time)]),
            ]
        }
        #expect(try model.outputs(at: [3, 4]) == [[0, 0, 0], [4, 4, 4]])
    }

    @Test("Events that set each other off for ever end in an error that names one of them")
    func endless() throws {
        let model = try EventModel([0]) { n in
            [
                TriggeredEvent("up", when: and([n.time >= 1, n[0] < 1]), n, sets: [(0, 1)]),
                TriggeredEvent("down", when: and([n.time >= 1, n[0] > 0]), n, sets: [(0, 0)]),
            ]
        }
        let error = #expect(throws: SolverError.self) { try model.outputs(at: [2]) }
        #expect(error?.time == 1)
        #expect(error?.reason.contains("'up'") == true || error?.reason.contains("'down'") == true)
    }

    @Test("A delay below zero is an error that names the event")
    func negativeDelay() throws {
        let model = try EventModel([0]) { n in
            [TriggeredEvent("early", when: n.time >= 1, n, sets: [(0, 1)], after: -1)]
        }
        let error = #expect(throws: SolverError.self) { try model.outputs(at: [2]) }
        #expect(error?.description.contains("'early'") == true)
    }

    @Test("A thermostat holds its room between its bounds, however often it switches")
    func thermostat() throws {
        let model = try EventModel([20, 0], rates: { [0.1 * (10 - $0[0]) + 5 * $0[1], 0] }) { n in
            [
                TriggeredEvent("on", when: n[0] < 18, n, sets: [(1, 1)]),
                TriggeredEvent("off", when: n[0] > 22, n, sets: [(1, 0)]),
            ]
        }
        let times = stride(from: 0.0, through: 500, by: 0.5).map { $0 }
        for (time, row) in zip(times, try model.outputs(at: times, tolerance: 1e-7)) {
            #expect((17.9999...22.0001).contains(row[0]), "at \(time): \(row[0])")
        }
    }

    @Test("The average over a window through an event is that of both sides")
    func average() throws {
        let model = try EventModel([1], rates: { _ in [1] }) { n in
            [TriggeredEvent(when: n[0] >= 2, n, sets: [(0, 0)])]
        }
        let trajectory = try CVODES().solve(
            InitialValueProblem(resting: model.compiled, span: 0...2), samples: [.average(from: 0, to: 2)])
        // One to two in the first day, nothing to one in the second.
        #expect(abs(trajectory.outputs[0][0] - 1) < 1e-6)
    }

    @Test("Solvers on lanes refuse triggered events, and the reference refuses sensitivities through them")
    func refusals() throws {
        func events(_ n: EventModel.Names) -> [TriggeredEvent] {
            [TriggeredEvent("E1", when: n.time >= 1, n, sets: [(0, 1)])]
        }
        let model = try EventModel([0], events: events)
        let problem = try InitialValueProblem(resting: model.compiled, span: 0...2)
        let error = #expect(throws: ModelError.self) {
            try BatchedSolver(model.compiled).solve(problem, samples: [.instant(2)])
        }
        #expect(error?.description.contains("'E1'") == true && error?.description.contains("reference") == true)
        #expect(model.compiled.reasonForReference != nil)
    }
}

import Modeling
import Solving
import Symbolics
import Testing

import func Foundation.exp

@Suite("CVODES, the reference solver")
struct CVODESTests {
    private func compiled(_ sensitivity: [String] = []) throws -> CompiledModel {
        try Absorption.compiled(sensitivityTo: sensitivity)
    }

    private func doses(_ count: Int) -> [Event] {
        var schedule = Schedule()
        schedule.doses(10 * milligram, port: "drug.oral", every: 1, from: 0, until: Double(count))
        return schedule.events(lag: { _ in 0 })
    }

    @Test("Repeated doses follow the closed form to the tolerance asked for", arguments: [1e-5, 1e-8])
    func closedForm(tolerance: Double) throws {
        let problem = try InitialValueProblem(resting: compiled(), span: 0...10, events: doses(10))
        let times = stride(from: 0.1, through: 10, by: 0.3).map { $0 }
        let solver = CVODES(tolerances: Tolerances(relative: tolerance, absoluteShare: tolerance * 1e-3))
        let trajectory = try solver.solve(problem, samples: times.map { .instant($0) })
        let blood = try #require(trajectory["blood"])
        for (time, value) in zip(times, blood) {
            let exact = (0..<10).filter { Double($0) < time }.map { 4 * bateman(time - Double($0)) }.reduce(0, +)
            #expect(abs(value - exact) < 60 * tolerance * 4, "mg in blood on day \(time)")
        }
    }

    @Test("The average over a dosing interval at steady state is input over clearance")
    func average() throws {
        let problem = try InitialValueProblem(resting: compiled(), span: 0...41, events: doses(41))
        let trajectory = try CVODES().solve(problem, samples: [.average(from: 40, to: 41)])
        let mean = try #require(trajectory["blood"]?.first)
        #expect(abs(mean - 4 / 0.5) < 1e-4, "4 mg a day cleared at 0.5 a day leave 8 mg on average, not \(mean)")
    }

    @Test("An infusion starts and stops exactly when it should")
    func infusion() throws {
        var schedule = Schedule()
        schedule.infuse(2 * milligram, control: "drug.infusion", from: 1, until: 3)
        let problem = try InitialValueProblem(
            resting: compiled(), span: 0...5, events: schedule.events(lag: { _ in 0 }))
        let trajectory = try CVODES(tolerances: Tolerances(relative: 1e-9, absoluteShare: 1e-12))
            .solve(problem, samples: [.instant(1), .instant(3), .instant(5)])
        let blood = try #require(trajectory["blood"])
        let atEnd = 4 * (1 - exp(-1.0))
        #expect(blood[0] == 0)
        #expect(abs(blood[1] - atEnd) < 1e-7)
        #expect(abs(blood[2] - atEnd * exp(-1.0)) < 1e-7)
    }

    @Test("Sensitivities to parameters go through doses and agree with the closed form")
    func sensitivities() throws {
        let problem = try InitialValueProblem(
            resting: compiled(["drug.ka", "drug.ke", "drug.share"]), span: 0...5, events: doses(3))
        let solver = CVODES(tolerances: Tolerances(relative: 1e-8, absoluteShare: 1e-11))
        let trajectory = try solver.solve(problem, samples: [.instant(4.5)])
        let derivatives = try #require(trajectory.sensitivities.first).map { $0[1] }
        func blood(ka: Double, ke: Double, share: Double) -> Double {
            (0..<3).map { share * 10 * milligram * bateman(4.5 - Double($0), ka: ka, ke: ke) }.reduce(0, +)
        }
        let h = 1e-5
        let expected = [
            (blood(ka: 3 + h, ke: 0.5, share: 0.4) - blood(ka: 3 - h, ke: 0.5, share: 0.4)) / (2 * h),
            (blood(ka: 3, ke: 0.5 + h, share: 0.4) - blood(ka: 3, ke: 0.5 - h, share: 0.4)) / (2 * h),
            blood(ka: 3, ke: 0.5, share: 1),
        ]
        for (derivative, exact) in zip(derivatives, expected) {
            #expect(abs(derivative - exact) < 1e-5 * abs(exact), "\(derivative) against \(exact)")
        }
    }

    @Test("A parameter can change at a time")
    func parameterChange() throws {
        var schedule = Schedule()
        schedule.dose(10 * milligram, port: "drug.oral", at: 0)
        schedule.change(parameter: "drug.ke", to: 0, at: 2)
        let problem = try InitialValueProblem(
            resting: compiled(), span: 0...9, events: schedule.events(lag: { _ in 0 }))
        let trajectory = try CVODES().solve(problem, samples: [.instant(2), .instant(9)])
        let blood = try #require(trajectory["blood"])
        let left = 4 * bateman(2) + 4 * exp(-6.0)
        #expect(abs(blood[1] - left) < 1e-4, "nothing is cleared any more, so all that was left is still there")
    }

    private struct Explosion: Component {
        let path = "bomb"
        let summary = "A state that reaches infinity at time one."
        func define(in b: ComponentBuilder) {
            let calm = b.state("calm", .one, initial: 1, "Harmless")
            b.rate(of: calm, -Expression(1, "1/d") * calm)
            let x = b.state("charge", .one, initial: 1, "Grows without bound")
            b.rate(of: x, Expression(1, "1/d") * x * x)
            b.output("charge", .one, x, "Charge")
        }
    }

    @Test("An integration that cannot go on names the state and the time")
    func failure() throws {
        var assembly = Assembly("explosion")
        assembly.add(Explosion())
        let problem = try InitialValueProblem(resting: CompiledModel(assembly.model()), span: 0...2)
        let error = #expect(throws: SolverError.self) { try CVODES().solve(problem, samples: [.instant(2)]) }
        #expect(error?.state == "bomb.charge")
        #expect(abs((error?.time ?? 0) - 1) < 0.01)
    }
}

import Exchange
import Foundation
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

/// Compiled models that are shared between scenarios.
struct SolverShelfTests {
    /// Everything of a model that a number depends on.
    private func text(_ model: Model) -> String {
        let states = model.states.map { "\($0.name) \($0.rate) \($0.initial)" }
        let variables = model.variables.map { "\($0.name) \($0.definition)" }
        let parameters = model.parameters.map { "\($0.name) \($0.value) \($0.unit.symbol)" }
        let ports = model.dosePorts.map { port in "\(port.name) \(port.lag) \(port.shares.map { "\($0.state.name) \($0.amount)" })" }
        let outputs = model.outputs.map { "\($0.name) \($0.expression)" }
        return (states + variables + parameters + ports + outputs + model.controls.map(\.name)).joined(separator: "\n")
    }

    private func scenario(_ therapy: [Treatment]) -> Scenario {
        Scenario(title: "", woman: Woman(age: 55 * 365.25), therapy: therapy, horizon: 365.25)
    }

    @Test("another dose, interval or time of any medicine changes no equation")
    func dosesShareEquations() throws {
        for medicine in Medicines.catalogue.medicines {
            for form in medicine.forms {
                let dose = form.doses[0].example
                func treatment(_ factor: Double, every: Double, from: Double) -> Treatment {
                    Treatment(
                        medicine: medicine.name, form: form.name, dose: Quantity(dose.value * factor, dose.unit),
                        every: every, from: from, until: 300, food: form.isSwallowed ? .fasted : nil)
                }
                let (one, other) = ([treatment(1, every: 1, from: 0)], [treatment(1.7, every: 28, from: 12)])
                #expect(ModelComposition(of: scenario(one)) == ModelComposition(of: scenario(other)))
                #expect(
                    text(try WomanModel.model(for: one)) == text(try WomanModel.model(for: other)), "\(medicine.name) \(form.name)")
            }
        }
    }

    @Test("progesterone with food and leuprolide for three months are not taken for what they resemble")
    func variants() throws {
        let fasted = Treatment(
            medicine: "progesterone", form: "oral micronized", dose: Quantity(100, "mg"), every: 1, until: 300, food: .fasted)
        var fed = fasted
        fed.food = .fed
        let month = Treatment(medicine: "leuprolide", form: "depot", dose: Quantity(3.75, "mg"), every: 28, until: 300)
        var quarter = month
        quarter.every = 84
        for (one, other) in [(fasted, fed), (month, quarter)] {
            #expect(ModelComposition(of: scenario([one])) != ModelComposition(of: scenario([other])))
        }
    }

    @Test("a solver from the shelf gives to the last digit what one compiled for the scenario gives")
    func sameNumbers() throws {
        func taking(_ milligrams: Double) -> Scenario {
            scenario([
                Treatment(medicine: "estradiol", form: "oral", dose: Quantity(milligrams, "mg"), every: 1, until: 300, food: .fasted)
            ])
        }
        let shelf = SolverShelf(capacity: 2)
        _ = try shelf.solver(taking(1))
        let shared = try Simulation(shelf.solver(taking(0.5)))
        let own = try Simulation(taking(0.5), resolution: .multiscale)
        for output in ["density.lumbarSpine", "serum.estradiol", "marker.CTX", "fracture.hip"] {
            #expect(shared[output] == own[output], "\(output)")
        }
        #expect(shared["serum.estradiol"] != (try Simulation(shelf.solver(taking(1))))["serum.estradiol"])
    }

    @Test("an integration whose task was cancelled ends as cancelled and not as a result")
    func cancelled() async throws {
        let solver = try SolverShelf(capacity: 1).solver(scenario([]))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try Simulation(solver)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("of women of 52, one in twenty has died after ten years, as in the life table behind the model")
    func alive() throws {
        let run = try Simulation(
            Scenario(title: "", woman: Woman(age: 52 * 365.25), horizon: 10 * 365.25), resolution: .multiscale)
        let alive = try #require(run.shareAlive(at: 10))
        // The same integral by hand: death rate 0.01728 a year at 70, rising 0.0967 a year in the logarithm.
        let steps = 100_000
        let hazard = (0..<steps).reduce(0.0) { sum, step in
            let age = 52 + 10 * (Double(step) + 0.5) / Double(steps)
            return sum + 0.01728 * exp(0.0967 * (age - 70)) * 10 / Double(steps)
        }
        #expect(abs(alive - exp(-hazard)) < 1e-9)
        #expect(run.shareAlive(at: 0) == 1)
    }
}

import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Sensitivities of the whole model")
struct SensitivityTests {
    private static let parameters = [
        "receptors.estrogen.halfEffect", "skeleton.lumbarSpine.turnover", "skeleton.mineral.mineralisation",
        "skeleton.osteoclasts.dyingShare",
    ]

    /// Twenty years from rest at 40, through a natural menopause at 52.5, without medicines.
    private func problem(_ changes: [String: Double] = [:], sensitivity: Bool) throws -> InitialValueProblem {
        let compiled = try CompiledModel(
            WomanModel.model(for: []), sensitivityTo: sensitivity ? Self.parameters : [])
        let parameters = try compiled.parameterValues(replacing: changes)
        return InitialValueProblem(
            compiled, parameters: parameters, controls: compiled.controlValues,
            initialState: compiled.restingState(parameters: parameters), span: 0...(20 * Unit.daysPerYear))
    }

    @Test("CVODES' derivatives of the skeleton to parameters agree with central differences")
    func againstDifferences() throws {
        let solver = CVODES(tolerances: Tolerances(relative: 1e-9, absoluteShare: 1e-11))
        let end = 20 * Unit.daysPerYear
        let exact = try solver.solve(problem(sensitivity: true), samples: [.instant(end)])
        let states = try problem(sensitivity: false).compiled.model.states.map(\.name)
        let watched = ["skeleton.lumbarSpine.volume", "skeleton.lumbarSpine.mineral", "skeleton.osteoclasts.count"]
        for (index, name) in Self.parameters.enumerated() {
            let model = try WomanModel.model(for: [])
            let parameter = try #require(model.parameters.first { $0.name == name })
            let value = parameter.value * parameter.unit.factor
            let h = 1e-4 * value
            let above = try solver.solve(problem([name: value + h], sensitivity: false), samples: []).finalState
            let below = try solver.solve(problem([name: value - h], sensitivity: false), samples: []).finalState
            for state in watched {
                let row = try #require(states.firstIndex(of: state))
                let difference = (above[row] - below[row]) / (2 * h)
                let derivative = try #require(exact.sensitivities.first)[index][row]
                // Differences of two integrations at 1e-9 over a step of 1e-4 are good to about 1e-5 of the state.
                #expect(
                    abs(derivative - difference) * value < 2e-5,
                    "d(\(state))/d(\(name)): \(derivative) against \(difference)")
            }
        }
    }
}

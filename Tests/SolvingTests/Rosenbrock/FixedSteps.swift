@testable import Modeling
@testable import Solving

/// Integrates in steps of one length, whatever the error estimate says.
struct FixedSteps {
    private let step: RosenbrockStep
    private let machine: LaneMachine
    private let extensionMachine: LaneMachine
    private let start: [Double]

    init(_ compiled: CompiledModel) throws {
        step = RosenbrockStep(compiled.equations)
        machine = LaneMachine(step.program, .women)
        extensionMachine = LaneMachine(step.extensionProgram, .women)
        start = try compiled.restingState(parameters: compiled.parameterValues())
        var constants = LaneRows(compiled.equations.constants.count, .women)
        for (row, value) in (compiled.controlValues + (try compiled.parameterValues())).enumerated() {
            constants.set(row: row, to: value)
        }
        machine.set(EquationSystem.constantGroup, to: constants)
        machine.set(RosenbrockStep.toleranceGroup, 0, to: 1)
        machine.set(RosenbrockStep.toleranceGroup, 1, to: 1)
        machine.prepare()
    }

    /// The states after so many steps from time zero on.
    ///
    /// - Parameter visit: sees every step.
    func end(at time: Double, steps: Int, _ visit: (LaneStep) -> Void = { _ in }) -> [Double] {
        let length = time / Double(steps)
        var states = LaneRows(start.count, .women)
        for (row, value) in start.enumerated() { states.set(row: row, to: value) }
        for index in 0..<steps {
            let from = length * Double(index)
            machine.set(EquationSystem.timeGroup, to: from)
            machine.set(EquationSystem.stateGroup, to: states)
            machine.set(RosenbrockStep.lengthGroup, to: length)
            machine.run()
            let after = machine.results(step.newStates)
            visit(
                LaneStep(
                    from: from, to: from + length, before: states, after: after,
                    extensions: step.extensions(of: machine, on: extensionMachine)))
            states = after
        }
        return (0..<start.count).map { states[$0, 0] }
    }
}

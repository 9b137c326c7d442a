import Modeling

extension LaneRows {
    /// The resting state of a model for constants of its own on every lane, with derivatives where the lanes carry them.
    package static func resting(_ compiled: CompiledModel, constants: LaneRows) -> LaneRows {
        let program = LaneProgram(compiled.restingProgram)
        let machine = LaneMachine(program, constants.shape)
        machine.set(EquationSystem.constantGroup, to: constants)
        machine.prepare()
        machine.run()
        return machine.results(0..<compiled.restingProgram.results.count)
    }
}

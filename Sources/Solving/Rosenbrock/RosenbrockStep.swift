import Modeling
import Symbolics

/// One step of the method over a system of equations, as a single straight-line program: Jacobian, factorisation, six
/// stages and error estimate, with everything shared that can be; and the continuous extension, for the few steps that
/// are looked into.
struct RosenbrockStep: Sendable {
    let program: LaneProgram
    /// Two terms of the continuous extension, one after the other, from the stages.
    let extensionProgram: LaneProgram
    let stateCount: Int

    /// Group numbers of the inputs after those of `EquationSystem`.
    static let lengthGroup = EquationSystem.nextGroup
    /// Relative error and absolute share.
    static let toleranceGroup = lengthGroup + 1

    private static let extendingStages = RosenbrockMethod.extensions[0].count

    /// Where results stand: states after the step, the stages that its extension is made of, mean square of the
    /// weighted error.
    var newStates: Range<Int> { 0..<stateCount }
    var stages: Range<Int> { stateCount..<squaredError }
    var squaredError: Int { (1 + Self.extendingStages) * stateCount }

    init(_ system: EquationSystem) {
        typealias Value = ProgramBuilder.Value
        let count = system.states.count
        stateCount = count
        var builder = ProgramBuilder()
        let inputs = system.inputs(of: &builder)
        let length = builder.inputs(1, changing: .always)[0]
        let tolerances = builder.inputs(2, changing: .rarely)

        var start = system.lowering(inputs, time: inputs.time, states: inputs.states)
        let jacobian = SymbolicJacobian(rates: system.rates, states: system.states)
        let inverseLength = builder.apply(.divide, builder.constant(1), length)
        let diagonal = builder.apply(.multiply, inverseLength, builder.constant(1 / RosenbrockMethod.gamma))
        var rows: [[Int: Value]] = Array(repeating: [:], count: count)
        for (place, entry) in zip(jacobian.sparsity.places, jacobian.entries) {
            let value = start.lower(entry, into: &builder)
            rows[place.row][place.column] =
                place.row == place.column
                ? builder.apply(.subtract, diagonal, value) : builder.apply(.negate, value)
        }
        let elimination = SparseElimination(rows, &builder)
        var timeDerivative = Differentiator(to: .time)
        let timeDerivatives = system.rates.map { rate in
            start.lower(timeDerivative.derivative(of: rate), into: &builder)
        }

        func combination(_ weights: [Double], of stages: [[Value]], _ state: Int, plus base: Value) -> Value {
            Self.combination(weights, of: stages.map { $0[state] }, plus: base, &builder)
        }
        var stages: [[Value]] = []
        var position = inputs.states
        for (index, share) in RosenbrockMethod.stageTimes.enumerated() {
            if index > 0 {
                position = (0..<count).map { state in
                    combination(RosenbrockMethod.positions[index], of: stages, state, plus: inputs.states[state])
                }
            }
            let time = builder.apply(.multiplyAdd, length, builder.constant(share), inputs.time)
            var reading = index == 0 ? start : system.lowering(inputs, time: time, states: position)
            let weight = builder.apply(
                .multiply, length, builder.constant(RosenbrockMethod.timeDerivativeWeights[index]))
            let right = (0..<count).map { state -> Value in
                let rate = reading.lower(system.rates[state], into: &builder)
                let explicit = builder.apply(.multiplyAdd, timeDerivatives[state], weight, rate)
                let zero = builder.constant(0)
                let coupling = combination(RosenbrockMethod.couplings[index], of: stages, state, plus: zero)
                return builder.apply(.multiplyAdd, coupling, inverseLength, explicit)
            }
            stages.append(elimination.solve(right, &builder))
        }
        // The last stage is the error estimate and, added to where it stood, the step's end.
        let error = stages[stages.count - 1]
        let end = (0..<count).map { builder.apply(.add, position[$0], error[$0]) }
        var squares = builder.constant(0)
        for state in 0..<count {
            func magnitude(_ value: Value) -> Value {
                builder.apply(.maximum, value, builder.apply(.negate, value))
            }
            let size = builder.apply(.maximum, magnitude(inputs.states[state]), magnitude(end[state]))
            let absolute = builder.apply(.multiply, tolerances[1], builder.constant(system.scales[state]))
            let allowed = builder.apply(.multiplyAdd, size, tolerances[0], absolute)
            let share = builder.apply(.divide, error[state], allowed)
            squares = builder.apply(.multiplyAdd, share, share, squares)
        }
        let mean = builder.apply(.multiply, squares, builder.constant(1 / Double(max(count, 1))))
        program = LaneProgram(
            builder.program(results: end + stages.prefix(Self.extendingStages).flatMap(\.self) + [mean]))
        extensionProgram = LaneProgram(Self.extensionProgram(count))
    }

    private static func combination(
        _ weights: [Double], of values: [ProgramBuilder.Value], plus base: ProgramBuilder.Value,
        _ builder: inout ProgramBuilder
    ) -> ProgramBuilder.Value {
        zip(weights, values).reduce(base) { sum, term in
            builder.apply(.multiplyAdd, term.1, builder.constant(term.0), sum)
        }
    }

    private static func extensionProgram(_ count: Int) -> Program {
        var builder = ProgramBuilder()
        let stages = (0..<extendingStages).map { _ in builder.inputs(count, changing: .always) }
        let results = RosenbrockMethod.extensions.flatMap { weights in
            (0..<count).map { state in
                combination(weights, of: stages.map { $0[state] }, plus: builder.constant(0), &builder)
            }
        }
        return builder.program(results: results)
    }

    /// The extension of the step that a machine has just made.
    func extensions(of step: LaneMachine, on machine: LaneMachine) -> LaneRows {
        for stage in 0..<Self.extendingStages {
            let first = stages.lowerBound + stage * stateCount
            machine.set(stage, to: step.results(first..<(first + stateCount)))
        }
        machine.run()
        return machine.results(0..<(RosenbrockMethod.extensions.count * stateCount))
    }
}

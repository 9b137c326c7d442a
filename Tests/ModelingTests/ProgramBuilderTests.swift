import Testing

@testable import Modeling

@Suite("Program builder")
struct ProgramBuilderTests {
    private typealias Value = ProgramBuilder.Value

    /// A builder with inputs in the order that the scalar machine reads: time, states, controls, parameters.
    private static func inputs(
        states: Int, parameters: Int
    ) -> (builder: ProgramBuilder, states: [Value], parameters: [Value]) {
        var builder = ProgramBuilder()
        _ = builder.inputs(1, changing: .always)
        let dynamic = builder.inputs(states, changing: .always)
        _ = builder.inputs(0, changing: .rarely)
        let rare = builder.inputs(parameters, changing: .rarely)
        return (builder, dynamic, rare)
    }

    private static func run(_ program: Program, states: [Double], parameters: [Double]) -> [Double] {
        let machine = Machine(program)
        machine.load(controls: [], parameters: parameters)
        var results = Array(repeating: 0.0, count: program.results.count)
        // Twice, because what a first evaluation leaves behind must not reach the second.
        machine.evaluate(time: 0, states: states.map { $0 + 1 }, into: &results)
        machine.evaluate(time: 0, states: states, into: &results)
        return results
    }

    @Test("A long program in a small workspace, put in another order, computes what its text says", arguments: 1...5)
    func reuse(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var (builder, states, parameters) = Self.inputs(states: 4, parameters: 3)
        let (x, k) = ([0.3, -1.2, 0.9, 1.7], [0.5, 2, -0.4])
        var values = zip(states + parameters, x + k).map { (value: $0, number: $1) }
        let operations: [Program.Operation] = [
            .add, .subtract, .multiply, .minimum, .maximum, .less, .select, .multiplyAdd, .multiplySubtract, .negate,
        ]
        for _ in 0..<3000 {
            let operation = operations[Int(random.next() % UInt64(operations.count))]
            let picked = (0..<3).map { _ in
                values[values.count - 1 - Int(random.next() % UInt64(min(values.count, 30)))]
            }
            let made = builder.apply(operation, picked[0].value, picked[1].value, picked[2].value)
            let number = operation.apply(picked[0].number, picked[1].number, picked[2].number)
            // Kept between limits, so that nothing overflows.
            let low = builder.apply(.maximum, made, builder.constant(-4))
            let kept = builder.apply(.minimum, low, builder.constant(4))
            values.append((kept, min(max(number, -4), 4)))
        }
        let results = values.suffix(5)
        let program = builder.program(results: results.map(\.value))
        #expect(program.body.count > 1000)
        #expect(
            program.workspaceCount * 5 < program.body.count,
            "\(program.workspaceCount) places for \(program.body.count) operations")
        #expect(Self.run(program, states: x, parameters: k) == results.map(\.number))
    }

    @Test("Literals are folded, inputs never")
    func folding() {
        var (builder, states, parameters) = Self.inputs(states: 1, parameters: 1)
        let five = builder.apply(.add, builder.constant(2), builder.constant(3))
        #expect(builder.literal(five) == 5)
        let chosen = builder.apply(.select, builder.constant(0), builder.constant(7), five)
        #expect(builder.literal(chosen) == 5)
        let product = builder.apply(.multiply, parameters[0], states[0])
        #expect(builder.literal(product) == nil)
        let program = builder.program(results: [five, product])
        #expect(program.body.map(\.operation) == [.multiply])
        #expect(Self.run(program, states: [3], parameters: [1]) == [5, 3])
    }

    @Test("What a literal zero or one makes superfluous costs nothing")
    func neutral() {
        var (builder, states, _) = Self.inputs(states: 2, parameters: 0)
        let (zero, one, x, y) = (builder.constant(0), builder.constant(1), states[0], states[1])
        #expect(builder.apply(.add, zero, x) == x)
        #expect(builder.apply(.add, x, zero) == x)
        #expect(builder.apply(.subtract, x, zero) == x)
        #expect(builder.apply(.multiply, one, x) == x)
        #expect(builder.apply(.divide, x, one) == x)
        #expect(builder.apply(.multiplyAdd, zero, x, y) == y)
        #expect(builder.apply(.multiplySubtract, x, zero, y) == y)
        #expect(builder.apply(.multiplyAdd, one, x, y) == builder.apply(.add, x, y))
        #expect(builder.apply(.multiplySubtract, one, x, y) == builder.apply(.subtract, y, x))
        #expect(builder.apply(.multiply, zero, x) == zero)
    }

    @Test("A product and a sum are the same whichever way round they are written")
    func commuting() {
        var (builder, states, _) = Self.inputs(states: 2, parameters: 0)
        for operation in [Program.Operation.add, .multiply] {
            #expect(
                builder.apply(operation, states[0], states[1]) == builder.apply(operation, states[1], states[0]))
        }
        for operation in [Program.Operation.subtract, .divide, .power, .less] {
            #expect(
                builder.apply(operation, states[0], states[1]) != builder.apply(operation, states[1], states[0]))
        }
    }

    @Test("Many divisions by what rarely changes invert it once, outside the loop")
    func inversion() {
        var (builder, states, parameters) = Self.inputs(states: 3, parameters: 1)
        let quotients = states.map { builder.apply(.divide, $0, parameters[0]) }
        let program = builder.program(results: quotients)
        #expect(program.prologue.map(\.operation) == [.divide])
        #expect(program.body.map(\.operation) == [.multiply, .multiply, .multiply])
        #expect(Self.run(program, states: [1, 2, 6], parameters: [4]) == [0.25, 0.5, 1.5])
    }

    @Test("A division by what always changes stays a division, exact to the last bit")
    func division() {
        var (builder, states, _) = Self.inputs(states: 2, parameters: 0)
        let quotient = builder.apply(.divide, states[0], states[1])
        let program = builder.program(results: [quotient])
        #expect(program.prologue.isEmpty)
        #expect(Self.run(program, states: [1, 3], parameters: []) == [1.0 / 3])
    }

    @Test("Whole and half powers become products and roots")
    func powers() {
        var (builder, states, _) = Self.inputs(states: 1, parameters: 0)
        let results = [2.0, 3, -1, 0.5].map { builder.apply(.power, states[0], builder.constant($0)) }
        let program = builder.program(results: results)
        #expect(!program.body.contains { $0.operation == .power })
        #expect(Self.run(program, states: [4], parameters: []) == [16, 64, 0.25, 2])
    }

    @Test("What no result needs is not computed")
    func unneeded() {
        var (builder, states, _) = Self.inputs(states: 1, parameters: 0)
        _ = builder.apply(.exp, states[0])
        let negative = builder.apply(.negate, states[0])
        let program = builder.program(results: [negative, states[0]])
        #expect(program.body.map(\.operation) == [.negate])
        #expect(Self.run(program, states: [2], parameters: []) == [-2, 2], "a result may be an input itself")
    }
}

/// The same numbers at every run (SplitMix64, Steele GL et al. OOPSLA 2014).
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

import Symbolics
import Testing

@testable import Modeling
@testable import Solving

@Suite("Derivatives on lanes")
struct LaneDerivativeTests {
    /// A value with its derivatives to x, y and z.
    private static func derivatives(_ operation: Program.Operation, at arguments: [Double]) -> [Double] {
        var rows = LaneRows(3, .derivatives(3))
        for (row, value) in arguments.enumerated() {
            rows[row, 0] = value
            rows[row, row + 1] = 1
        }
        return Array(SingleOperation(operation).lanes(rows).prefix(4))
    }

    private static func symbolic(_ operation: Program.Operation, at arguments: [Double]) -> [Double] {
        let expression = SingleOperation(operation).expression
        return [SingleOperation.evaluate(expression, arguments)]
            + SingleOperation.symbols.map { symbol in
                var differentiator = Differentiator(to: symbol)
                return SingleOperation.evaluate(differentiator.derivative(of: expression), arguments)
            }
    }

    @Test(
        "Every operation carries the derivatives that symbolic differentiation finds",
        arguments: Program.Operation.allCases)
    func rules(operation: Program.Operation) {
        var numbers = SeededNumbers(seed: 2)
        let needsPositive = [.log, .squareRoot, .power, .gamma].contains(operation)
        for index in 0..<500 {
            var arguments = (0..<3).map { _ in numbers.number(in: -3...3) }
            if needsPositive { arguments[0] = abs(arguments[0]) + 0.01 }
            // Ties and a false condition, which decide which branch counts.
            if index % 5 == 0, !needsPositive { arguments[0] = index % 10 == 0 ? arguments[1] : 0 }
            let (found, expected) = (
                Self.derivatives(operation, at: arguments), Self.symbolic(operation, at: arguments)
            )
            for (a, b) in zip(found, expected) where b.isFinite {
                #expect(abs(a - b) <= 1e-14 * max(1, abs(b)), "\(arguments): \(found) against \(expected)")
            }
        }
    }

    @Test("A product is rounded twice where a fused one is rounded once, and both carry the product rule")
    func fused() {
        let found = Self.derivatives(.multiplySubtract, at: [3, 5, 7])
        #expect(found == [7 - 15, -5, -3, 1])
        #expect(Self.derivatives(.multiplyAdd, at: [3, 5, 7]) == [22, 5, 3, 1])
    }

    @Test(
        "A power's slope at zero is right for every exponent",
        arguments: [(2.0, 0.0), (3.3, 0), (1, 1), (0.5, .infinity), (0, 0), (-1, -.infinity), (-0.5, -.infinity)])
    func powerAtZero(exponent: Double, slope: Double) {
        let found = Self.derivatives(.power, at: [0, exponent, 0])
        #expect(found[1] == slope, "by the base")
        if exponent > 0 { #expect(found[2] == 0, "by the exponent: zero to any positive power stays zero") }
    }

    /// Lanes 1 to 3 are derivatives to x, y and nothing.
    private static func derivatives(
        _ operation: Program.Operation, at arguments: [Double], by rows: [[Double]]
    ) -> [Double] {
        var lanes = LaneRows(3, .derivatives(3))
        for (row, value) in arguments.enumerated() {
            lanes[row, 0] = value
            for (index, derivative) in rows[row].enumerated() { lanes[row, index + 1] = derivative }
        }
        return Array(SingleOperation(operation).lanes(lanes).prefix(4))
    }

    @Test("What does not depend on a quantity has no derivative to it, even where its slope is infinite")
    func independent() {
        let nothing = [0.0, 0, 0]
        #expect(
            Self.derivatives(.squareRoot, at: [0, 0, 0], by: [[1, 0, 0], nothing, nothing]) == [0, .infinity, 0, 0])
        #expect(
            Self.derivatives(.power, at: [0, 0.5, 0], by: [[1, 0, 0], nothing, nothing]) == [0, .infinity, 0, 0])
    }

    @Test("A negative base with a whole exponent keeps its derivatives, because the exponent does not move")
    func negativeBase() {
        let nothing = [0.0, 0, 0]
        let found = Self.derivatives(.power, at: [-2, 3, 0], by: [[1, 0, 0], nothing, nothing])
        #expect(found == [-8, 12, 0, 0], "(-2)³ with slope 3 · (-2)²")
    }

    @Test("Lanes that pad a row never reach those that mean something", arguments: Program.Operation.allCases)
    func padding(operation: Program.Operation) {
        let shape = LaneShape.derivatives(9)
        #expect(shape.used == 10)
        #expect(shape.width == 16)
        var clean = LaneRows(3, shape)
        for (row, value) in [1.25, 0.75, -2].enumerated() {
            for lane in 0..<shape.used { clean[row, lane] = lane == 0 ? value : value / Double(lane) }
        }
        var dirty = clean
        for row in 0..<3 {
            for lane in shape.used..<shape.width { dirty[row, lane] = row == 0 ? .nan : .infinity }
        }
        let single = SingleOperation(operation)
        let (a, b) = (single.lanes(clean), single.lanes(dirty))
        #expect(a.prefix(shape.used).map(\.bitPattern) == b.prefix(shape.used).map(\.bitPattern))
        #expect(a.suffix(shape.width - shape.used).allSatisfy { $0 == 0 }, "padding that starts at zero stays there")
    }

    @Test("A parameter that seems constant keeps its derivative, through what is computed only once too")
    func parameters() {
        let names = ["k", "m"].map { Symbol($0, unit: .one) }
        let x = Symbol("x", unit: .one)
        let system = EquationSystem(
            states: [x], scales: [1], constants: names.map(\.name), rates: [], outputs: [], outputFactors: [])
        let (k, m) = (Expression(names[0]), Expression(names[1]))
        let program = system.program(for: [k * Expression(x) + m, exp(k) * Expression(x) / (1 + m)])
        #expect(!program.prologue.isEmpty, "exp(k) needs computing only once")
        let shape = LaneShape.derivatives(2)
        let machine = LaneMachine(LaneProgram(program), shape)
        var constants = LaneRows(2, shape)
        // One and zero, which a builder that folded inputs would drop.
        (constants[0, 0], constants[0, 1], constants[1, 0], constants[1, 2]) = (1, 1, 0, 1)
        machine.set(EquationSystem.constantGroup, to: constants)
        machine.prepare()
        var states = LaneRows(1, shape)
        states[0, 0] = 5
        machine.set(EquationSystem.stateGroup, to: states)
        machine.run()
        #expect(Array(machine.result(0).prefix(3)) == [5, 5, 1])
        let e = SingleOperation.evaluate(exp(1), [])
        for (found, exact) in zip(machine.result(1).prefix(3), [5 * e, 5 * e, -5 * e]) {
            #expect(abs(found - exact) < 1e-14 * abs(exact))
        }
    }
}

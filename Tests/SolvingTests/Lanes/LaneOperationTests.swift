import CLanes
import Symbolics
import Testing

import func Foundation.log

@testable import Modeling
@testable import Solving

@Suite("Operations on lanes")
struct LaneOperationTests {
    private static let awkward: [Double] = [
        0, -0.0, 1, -1, 0.5, 2, 3, -2.5, .pi, 1e-20, -1e-20, Double.leastNormalMagnitude / 8, 700, -700, 1e19, 1e308,
        -1e308, .infinity,
        -.infinity, .nan,
    ]

    private static func arguments(for operation: Program.Operation) -> [[Double]] {
        var numbers = SeededNumbers(seed: 1)
        let random = (0..<2000).map { _ in
            (0..<3).map { _ -> Double in
                let size = Expression.tenToThe(numbers.number(in: -12...12))
                return Bool.random(using: &numbers) ? size : -size
            }
        }
        let near = (0..<2000).map { _ in
            [numbers.number(in: 0...4), numbers.number(in: -4...4), numbers.number(in: -4...4)]
        }
        let third = operation.argumentCount > 2 ? awkward : [0]
        let second = operation.argumentCount > 1 ? awkward : [0]
        return random + near + awkward.flatMap { x in second.flatMap { y in third.map { z in [x, y, z] } } }
    }

    /// Functions are within a rounding or two of each other, a power by as many as its exponent magnifies the rounding of
    /// a logarithm; everything else is the same to the last bit.
    private static func agree(_ found: Double, _ expected: Double, _ operation: Program.Operation) -> Bool {
        if found.isNaN || expected.isNaN { return found.isNaN && expected.isNaN }
        if found.bitPattern == expected.bitPattern { return true }
        guard [.exp, .log, .power, .sine, .cosine, .arctangent, .gamma].contains(operation), found.isFinite,
            expected.isFinite
        else { return false }
        // A gamma function is a power of its argument, which the C library keeps to ten units in the last place.
        let magnified = operation == .power ? max(1, abs(log(abs(expected)))) : operation == .gamma ? 4 : 1
        return abs(found - expected) <= max(1e-15 * magnified * abs(expected), .leastNormalMagnitude)
    }

    @Test(
        "Every operation on lanes gives what the scalar machine gives, for random and awkward values",
        arguments: Program.Operation.allCases)
    func values(operation: Program.Operation) {
        let single = SingleOperation(operation)
        let all = Self.arguments(for: operation)
        for start in stride(from: 0, to: all.count, by: LaneShape.batch) {
            let batch = all[start..<min(start + LaneShape.batch, all.count)]
            var rows = LaneRows(3, .women)
            for (lane, arguments) in batch.enumerated() {
                for (row, value) in arguments.enumerated() { rows[row, lane] = value }
            }
            for (arguments, found) in zip(batch, single.lanes(rows)) {
                let scalar = single.scalar(arguments)
                #expect(Self.agree(found, scalar, operation), "\(arguments): \(found) against \(scalar)")
                let folded = operation.apply(arguments[0], arguments[1], arguments[2])
                #expect(Self.agree(found, folded, operation), "\(arguments): \(found) against \(folded) when folded")
            }
        }
    }

    @Test(
        "Operations that expressions have give what plain recursion gives",
        arguments: Program.Operation.allCases.filter { $0 != .multiplyAdd && $0 != .multiplySubtract })
    func recursion(operation: Program.Operation) {
        let single = SingleOperation(operation)
        for arguments in Self.arguments(for: operation) {
            let (machine, plain) = (single.scalar(arguments), SingleOperation.evaluate(single.expression, arguments))
            #expect(Self.agree(machine, plain, operation), "\(arguments): \(machine) against \(plain)")
        }
    }

    @Test("What the other lanes hold does not change a bit of a lane", arguments: Program.Operation.allCases)
    func independence(operation: Program.Operation) {
        let single = SingleOperation(operation)
        for arguments in Self.arguments(for: operation).prefix(4000) {
            func result(_ others: Double) -> Double {
                var rows = LaneRows(3, .women)
                for (row, value) in arguments.enumerated() {
                    for lane in 0..<LaneShape.batch { rows[row, lane] = lane == 5 ? value : others }
                }
                return single.lanes(rows)[5]
            }
            let (ordinary, strange) = (result(1.5), result(.nan))
            #expect(
                ordinary.bitPattern == strange.bitPattern || ordinary.isNaN && strange.isNaN,
                "\(arguments): \(ordinary) beside ordinary numbers, \(strange) beside none")
        }
    }

    @Test("The kernels number operations as programs do")
    func numbering() {
        let kernels = [
            osteon_add, osteon_subtract, osteon_multiply, osteon_divide, osteon_negate, osteon_exp, osteon_log,
            osteon_square_root, osteon_power, osteon_minimum, osteon_maximum, osteon_less, osteon_less_or_equal,
            osteon_select, osteon_multiply_add, osteon_multiply_subtract, osteon_sine, osteon_cosine, osteon_arctangent,
            osteon_floor, osteon_gamma, osteon_equal,
        ]
        let named: [Program.Operation] = [
            .add, .subtract, .multiply, .divide, .negate, .exp, .log, .squareRoot, .power, .minimum, .maximum, .less,
            .lessOrEqual, .select, .multiplyAdd, .multiplySubtract, .sine, .cosine, .arctangent, .floor, .gamma, .equal,
        ]
        #expect(kernels.map { UInt32($0.rawValue) } == named.map { UInt32($0.rawValue) })
        #expect(named.count == Program.Operation.allCases.count, "an operation that the kernels do not know")
    }
}

extension Expression {
    fileprivate static func tenToThe(_ exponent: Double) -> Double {
        SingleOperation.evaluate(pow(10, Expression(SingleOperation.symbols[0])), [exponent])
    }
}

import Symbolics

@testable import Modeling
@testable import Solving

/// A program that does one operation to three inputs, readable by the scalar machine and by lanes.
struct SingleOperation {
    let operation: Program.Operation
    let program: Program

    init(_ operation: Program.Operation) {
        self.operation = operation
        var builder = ProgramBuilder()
        _ = builder.inputs(1, changing: .always)
        let x = builder.inputs(3, changing: .always)
        _ = builder.inputs(0, changing: .rarely)
        _ = builder.inputs(0, changing: .rarely)
        let result = builder.apply(
            operation, x[0], operation.argumentCount > 1 ? x[1] : nil, operation.argumentCount > 2 ? x[2] : nil)
        program = builder.program(results: [result])
    }

    /// What the scalar machine gives.
    func scalar(_ arguments: [Double]) -> Double {
        let machine = Machine(program)
        var result = [0.0]
        machine.evaluate(time: 0, states: arguments, into: &result)
        return result[0]
    }

    /// What lanes give to as many arguments as there are lanes, or to one value with derivatives.
    func lanes(_ rows: LaneRows) -> [Double] {
        let machine = LaneMachine(LaneProgram(program), rows.shape)
        machine.set(1, to: rows)
        machine.prepare()
        machine.run()
        return Array(machine.result(0))
    }

    static let symbols = ["x", "y", "z"].map { Symbol($0, unit: .one) }

    /// The same as an expression of `symbols`.
    var expression: Expression {
        let (x, y, z) = (Expression(Self.symbols[0]), Expression(Self.symbols[1]), Expression(Self.symbols[2]))
        switch operation {
        case .add: return x + y
        case .subtract: return x - y
        case .multiply: return x * y
        case .divide: return x / y
        case .negate: return -x
        case .exp: return exp(x)
        case .log: return log(x)
        case .squareRoot: return sqrt(x)
        case .power: return pow(x, y)
        case .minimum: return min(x, y)
        case .maximum: return max(x, y)
        case .less: return x < y
        case .lessOrEqual: return x <= y
        case .equal: return x == y
        case .sine: return sin(x)
        case .cosine: return cos(x)
        case .arctangent: return atan(x)
        case .floor: return floor(x)
        case .gamma: return gamma(x)
        case .select: return select(x, y, z)
        case .multiplyAdd: return x * y + z
        case .multiplySubtract: return z - x * y
        }
    }

    static func evaluate(_ expression: Expression, _ arguments: [Double]) -> Double {
        expression.evaluate { symbol in
            symbols.firstIndex(of: symbol).map { arguments[$0] } ?? .nan
        }
    }
}

import CSBML
import Symbolics

/// An operation of MathML that has a meaning of its own, whatever it is applied to.
enum MathML: String, CustomStringConvertible {
    case plus, minus, times, divide, power, root, exp, ln, log, abs, floor, ceiling, factorial
    case sin, cos, tan, sec, csc, cot, sinh, cosh, tanh, sech, csch, coth
    case arcsin, arccos, arctan, arcsec, arccsc, arccot, arcsinh, arccosh, arctanh, arcsech, arccsch, arccoth
    case and, or, xor, not, implies, eq, neq, lt, leq, gt, geq
    case max, min, quotient, rem

    var description: String { rawValue }

    private static let types: [UInt32: MathML] = [
        AST_PLUS.rawValue: .plus, AST_MINUS.rawValue: .minus, AST_TIMES.rawValue: .times,
        AST_DIVIDE.rawValue: .divide, AST_POWER.rawValue: .power, AST_FUNCTION_POWER.rawValue: .power,
        AST_FUNCTION_ROOT.rawValue: .root, AST_FUNCTION_EXP.rawValue: .exp, AST_FUNCTION_LN.rawValue: .ln,
        AST_FUNCTION_LOG.rawValue: .log, AST_FUNCTION_ABS.rawValue: .abs, AST_FUNCTION_FLOOR.rawValue: .floor,
        AST_FUNCTION_CEILING.rawValue: .ceiling, AST_FUNCTION_FACTORIAL.rawValue: .factorial,
        AST_FUNCTION_SIN.rawValue: .sin, AST_FUNCTION_COS.rawValue: .cos, AST_FUNCTION_TAN.rawValue: .tan,
        AST_FUNCTION_SEC.rawValue: .sec, AST_FUNCTION_CSC.rawValue: .csc, AST_FUNCTION_COT.rawValue: .cot,
        AST_FUNCTION_SINH.rawValue: .sinh, AST_FUNCTION_COSH.rawValue: .cosh, AST_FUNCTION_TANH.rawValue: .tanh,
        AST_FUNCTION_SECH.rawValue: .sech, AST_FUNCTION_CSCH.rawValue: .csch, AST_FUNCTION_COTH.rawValue: .coth,
        AST_FUNCTION_ARCSIN.rawValue: .arcsin, AST_FUNCTION_ARCCOS.rawValue: .arccos,
        AST_FUNCTION_ARCTAN.rawValue: .arctan, AST_FUNCTION_ARCSEC.rawValue: .arcsec,
        AST_FUNCTION_ARCCSC.rawValue: .arccsc, AST_FUNCTION_ARCCOT.rawValue: .arccot,
        AST_FUNCTION_ARCSINH.rawValue: .arcsinh, AST_FUNCTION_ARCCOSH.rawValue: .arccosh,
        AST_FUNCTION_ARCTANH.rawValue: .arctanh, AST_FUNCTION_ARCSECH.rawValue: .arcsech,
        AST_FUNCTION_ARCCSCH.rawValue: .arccsch, AST_FUNCTION_ARCCOTH.rawValue: .arccoth,
        AST_LOGICAL_AND.rawValue: .and, AST_LOGICAL_OR.rawValue: .or, AST_LOGICAL_XOR.rawValue: .xor,
        AST_LOGICAL_NOT.rawValue: .not, AST_LOGICAL_IMPLIES.rawValue: .implies,
        AST_RELATIONAL_EQ.rawValue: .eq, AST_RELATIONAL_NEQ.rawValue: .neq, AST_RELATIONAL_LT.rawValue: .lt,
        AST_RELATIONAL_LEQ.rawValue: .leq, AST_RELATIONAL_GT.rawValue: .gt, AST_RELATIONAL_GEQ.rawValue: .geq,
        AST_FUNCTION_MAX.rawValue: .max, AST_FUNCTION_MIN.rawValue: .min,
        AST_FUNCTION_QUOTIENT.rawValue: .quotient, AST_FUNCTION_REM.rawValue: .rem,
    ]

    init?(_ type: ASTNodeType_t) {
        guard let found = Self.types[UInt32(type.rawValue)] else { return nil }
        self = found
    }
}

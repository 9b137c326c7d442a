import CSBML
import Symbolics

/// Turns mathematics of an SBML file into expressions, with functions written out where they are called.
///
/// A class because everything read from one file shares its functions, its limit and its list of refusals.
final class MathematicsReader {
    struct Function {
        let arguments: [String]
        /// None where the file defines a function without saying what it does.
        let body: OpaquePointer?
    }

    private let file: String
    private var functions: [String: Function] = [:]
    /// Names of the constants that only the rate being read sees.
    var locals: [String: Symbol] = [:]
    /// Where the element that is being read stands.
    var line = 0
    private(set) var refusals: [FileError.Problem] = []
    /// What mathematics look back to, in the order in which it is met.
    private(set) var delays: [SBMLDelay] = []
    private var operations = 0

    init(file: String) { self.file = file }

    func define(_ name: String, _ function: Function) { functions[name] = function }

    /// - Throws: `FileError` for mathematics that are malformed or longer than `SBMLLimits` allows.
    func expression(_ node: OpaquePointer) throws -> Expression {
        try expression(node, [:], XMLLimits.depth)
    }

    /// What an argument stands for, and how many operations that is.
    private typealias Argument = (expression: Expression, size: Int)

    /// - Parameters:
    ///   - bound: what the arguments of the function being written out stand for.
    ///   - depth: how many more operations may lie within each other.
    private func expression(
        _ node: OpaquePointer, _ bound: [String: Argument], _ depth: Int
    ) throws -> Expression {
        operations += 1
        guard operations <= SBMLLimits.operations, depth > 0 else {
            throw failure("mathematics are too long or too deep once functions are written out")
        }
        let type = ASTNode_getType(node)
        func child(_ index: UInt32) throws -> Expression {
            guard let child = ASTNode_getChild(node, index) else { throw failure("an operand is missing") }
            return try expression(child, bound, depth - 1)
        }
        func children() throws -> [Expression] { try (0..<ASTNode_getNumChildren(node)).map(child) }

        switch type {
        case AST_INTEGER: return Expression(Double(ASTNode_getInteger(node)), .one)
        case AST_REAL, AST_REAL_E, AST_RATIONAL: return Expression(ASTNode_getReal(node), .one)
        case AST_CONSTANT_E: return Expression(2.718281828459045, .one)
        case AST_CONSTANT_PI: return Expression(.pi, .one)
        case AST_CONSTANT_TRUE: return 1
        case AST_CONSTANT_FALSE: return 0
        case AST_NAME_TIME: return Expression(SBMLName.time)
        // As SBML Level 3 has it (section 3.4.6; CODATA 2006).
        case AST_NAME_AVOGADRO: return Expression(6.02214179e23, .one)
        case AST_NAME: return named(text(ASTNode_getName(node)) ?? "", bound)
        case AST_FUNCTION:
            let arguments = try (0..<ASTNode_getNumChildren(node)).map { index -> Argument in
                let before = operations
                return (try child(index), operations - before)
            }
            return try call(text(ASTNode_getName(node)) ?? "", arguments, depth)
        case AST_FUNCTION_DELAY:
            delays.append(SBMLDelay(quantity: try child(0), delay: try child(1)))
            return Expression(SBMLName.delayed(delays.count - 1))
        case AST_FUNCTION_RATE_OF:
            guard let symbol = try child(0).symbol else { throw failure("rateOf needs the name of a quantity") }
            return Expression(SBMLName.rate(of: SBMLName.identifier(symbol)))
        case AST_FUNCTION_PIECEWISE: return piecewise(try children())
        default:
            guard let mathematics = MathML(type) else {
                refuse("the operation '\(text(ASTNode_getName(node)) ?? "number \(type.rawValue)")'")
                return Expression(.nan, .one)
            }
            guard let result = mathematics.expression(try children()) else {
                throw failure("'\(mathematics)' has a number of operands that it cannot have")
            }
            return result
        }
    }

    private func named(_ name: String, _ bound: [String: Argument]) -> Expression {
        guard let argument = bound[name] else { return Expression(locals[name] ?? SBMLName.symbol(name)) }
        // An argument that a function mentions twice is written out twice.
        operations += argument.size
        return argument.expression
    }

    private func call(_ name: String, _ arguments: [Argument], _ depth: Int) throws -> Expression {
        guard let function = functions[name] else { throw failure("no function is called '\(name)'") }
        guard function.arguments.count == arguments.count else {
            throw failure(
                "the function '\(name)' takes \(function.arguments.count) arguments and is given \(arguments.count)")
        }
        guard let body = function.body else { return Expression(.nan, .one) }
        let bound = Dictionary(zip(function.arguments, arguments)) { first, _ in first }
        // A function sees its arguments alone, so that a local parameter of the same name is not meant.
        let outer = locals
        locals = [:]
        defer { locals = outer }
        return try expression(body, bound, depth - 1)
    }

    /// Pairs of value and condition, and a last value for when none holds; without it, no number.
    private func piecewise(_ parts: [Expression]) -> Expression {
        var result = parts.count % 2 == 1 ? parts[parts.count - 1] : Expression(.nan, .one)
        for pair in stride(from: parts.count - parts.count % 2 - 2, through: 0, by: -2) {
            result = select(parts[pair + 1], parts[pair], result)
        }
        return result
    }

    private func refuse(_ what: String) {
        let problem = FileError.Problem(file: file, line: line, "\(what) is not supported")
        if !refusals.contains(problem) { refusals.append(problem) }
    }

    private func failure(_ message: String) -> FileError { FileError(file: file, line: line, message) }
}

/// A text that libSBML hands out and keeps; none where it is empty.
func text(_ characters: UnsafePointer<CChar>?) -> String? {
    guard let characters, characters.pointee != 0 else { return nil }
    return String(cString: characters)
}

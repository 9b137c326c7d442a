import Symbolics

/// Reads the mathematics of PEtab: infix text to an expression in the symbols it names.
///
/// By the grammar of the format: powers bind most tightly and to the right, then signs and `!`, products, sums,
/// comparisons, equalities; `&&` and `||` bind alike. True is one and false is zero.
public struct PEtabFormula {
    /// Why a text is no formula.
    public struct Unreadable: Error, CustomStringConvertible {
        public let reason: String
        public var description: String { reason }
    }

    private enum Token: Equatable {
        case number(Double)
        case name(String)
        case sign(String)
        case end

        var text: String {
            switch self {
            case .number(let number): return "\(number)"
            case .name(let name): return name
            case .sign(let sign): return sign
            case .end: return "the end"
            }
        }
    }

    private var tokens: [Token]
    private var position = 0
    private var depth = 0

    /// - Throws: `Unreadable` with what was expected.
    public static func read(_ text: String) throws -> Expression {
        var reader = PEtabFormula(tokens: try tokens(of: text))
        let result = try reader.expression(0)
        guard reader.next == .end else { throw Unreadable(reason: "'\(reader.next.text)' is not expected there") }
        return result
    }

    private init(tokens: [Token]) { self.tokens = tokens }

    private var next: Token { tokens[position] }

    private mutating func take(_ sign: String) -> Bool {
        guard next == .sign(sign) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ sign: String) throws {
        guard take(sign) else { throw Unreadable(reason: "expected '\(sign)' before \(next.text)") }
    }

    private static let signs = [
        "&&", "||", "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ",", "!",
    ]

    private static func tokens(of text: String) throws -> [Token] {
        var rest = Substring(text)
        var tokens: [Token] = []
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard let first = rest.first else { return tokens + [.end] }
            if let match = rest.prefixMatch(of: /([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/),
                let number = Double(match.0)
            {
                tokens.append(.number(number))
                rest = rest[match.range.upperBound...]
            } else if let match = rest.prefixMatch(of: /[A-Za-z_][A-Za-z_0-9]*/) {
                tokens.append(.name(String(match.0)))
                rest = rest[match.range.upperBound...]
            } else if let sign = signs.first(where: rest.hasPrefix) {
                tokens.append(.sign(sign))
                rest = rest.dropFirst(sign.count)
            } else {
                throw Unreadable(reason: "'\(first)' has no meaning there")
            }
        }
    }

    /// How tightly an infix operator binds.
    private static let strengths: [String: Int] = [
        "&&": 1, "||": 1, "==": 2, "!=": 2, "<": 3, ">": 3, "<=": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "^": 7,
    ]
    private static let prefixStrength = 6
    /// More than any formula that a person writes, and less than what the stack holds.
    private static let mostDepth = 200

    /// Operators that bind more tightly than `least`, and what they bind.
    private mutating func expression(_ least: Int) throws -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.mostDepth else { throw Unreadable(reason: "it is nested too deeply") }
        var left = try operand()
        while case .sign(let sign) = next, let strength = Self.strengths[sign], strength > least {
            position += 1
            let right = try expression(sign == "^" ? Self.prefixStrength - 1 : strength)
            left = Self.combine(sign, left, right)
        }
        return left
    }

    private static func combine(_ sign: String, _ a: Expression, _ b: Expression) -> Expression {
        switch sign {
        case "&&": return and([a, b])
        case "||": return or([a, b])
        case "==": return a == b
        case "!=": return a != b
        case "<": return a < b
        case ">": return a > b
        case "<=": return a <= b
        case ">=": return a >= b
        case "+": return a + b
        case "-": return a - b
        case "*": return a * b
        case "/": return a / b
        default: return pow(a, b)
        }
    }

    private mutating func operand() throws -> Expression {
        let token = next
        position += token == .end ? 0 : 1
        switch token {
        case .number(let number): return Expression(number, .one)
        case .name(let name):
            guard take("(") else { return Self.named(name) }
            var arguments = [try expression(0)]
            while take(",") { arguments.append(try expression(0)) }
            try expect(")")
            guard let result = Self.call(name, arguments) else {
                throw Unreadable(reason: "there is no function '\(name)' of \(arguments.count) arguments")
            }
            return result
        case .sign("("):
            let inner = try expression(0)
            try expect(")")
            return inner
        case .sign("-"): return -(try expression(Self.prefixStrength))
        case .sign("+"): return try expression(Self.prefixStrength)
        case .sign("!"): return not(try expression(Self.prefixStrength))
        case .sign, .end: throw Unreadable(reason: "expected a value before \(token.text)")
        }
    }

    private static func named(_ name: String) -> Expression {
        switch name {
        case "true": return 1
        case "false": return 0
        case "inf": return Expression(.infinity, .one)
        default: return Expression(Symbol(name, unit: .one))
        }
    }

    private static func call(_ name: String, _ arguments: [Expression]) -> Expression? {
        switch (name, arguments.count) {
        case (_, 1): return function(name)?(arguments[0])
        case ("pow", 2): return pow(arguments[0], arguments[1])
        case ("log", 2): return log(arguments[0], base: arguments[1])
        case ("min", 2): return min(arguments[0], arguments[1])
        case ("max", 2): return max(arguments[0], arguments[1])
        case ("piecewise", let count) where count >= 3 && count % 2 == 1:
            let pieces = stride(from: 0, to: count - 1, by: 2).map {
                (value: arguments[$0], condition: arguments[$0 + 1])
            }
            return piecewise(pieces, otherwise: arguments[count - 1])
        default: return nil
        }
    }

    private static func function(_ name: String) -> ((Expression) -> Expression)? {
        switch name {
        case "exp": return { exp($0) }
        case "sqrt": return { sqrt($0) }
        case "log", "ln": return { log($0) }
        case "log10": return { log($0, base: 10) }
        case "log2": return { log($0, base: 2) }
        case "abs": return { abs($0) }
        case "sign": return { select(0 < $0, 1, select($0 < 0, -1, 0)) }
        case "sin": return sin
        case "cos": return cos
        case "tan": return tan
        case "cot": return cot
        case "sec": return sec
        case "csc": return csc
        case "arcsin": return asin
        case "arccos": return acos
        case "arctan": return atan
        case "arccot": return acot
        case "arcsec": return asec
        case "arccsc": return acsc
        case "sinh": return sinh
        case "cosh": return cosh
        case "tanh": return tanh
        case "coth": return coth
        case "sech": return sech
        case "csch": return csch
        case "arcsinh": return asinh
        case "arccosh": return acosh
        case "arctanh": return atanh
        case "arccoth": return acoth
        case "arcsech": return asech
        case "arccsch": return acsch
        default: return nil
        }
    }
}

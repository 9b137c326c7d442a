import Foundation

/// Evaluates exported infix text the way another program would, knowing nothing of expressions.
struct InfixReader {
    struct Unreadable: Error { let rest: String }

    private let text: [Character]
    private let values: [String: Double]
    private var position = 0

    static func value(_ text: String, _ values: [String: Double]) throws -> Double {
        var reader = InfixReader(text: text.filter { $0 != " " }.map { $0 }, values: values)
        let value = try reader.comparison()
        guard reader.position == reader.text.count else { throw reader.unreadable }
        return value
    }

    private init(text: [Character], values: [String: Double]) {
        self.text = text
        self.values = values
    }

    private var unreadable: Unreadable { Unreadable(rest: String(text[position...])) }

    private mutating func take(_ wanted: String) -> Bool {
        let next = text[position...].prefix(wanted.count)
        guard String(next) == wanted else { return false }
        position += wanted.count
        return true
    }

    private mutating func comparison() throws -> Double {
        let left = try sum()
        if take("<=") { return left <= (try sum()) ? 1 : 0 }
        if take("==") { return left == (try sum()) ? 1 : 0 }
        if take("<") { return left < (try sum()) ? 1 : 0 }
        if take("!=") { return left != (try sum()) ? 1 : 0 }
        return left
    }

    private mutating func sum() throws -> Double {
        var value = try product()
        while true {
            if take("+") { value += try product() } else if take("-") { value -= try product() } else { return value }
        }
    }

    private mutating func product() throws -> Double {
        var value = try factor()
        while true {
            if take("*") { value *= try factor() } else if take("/") { value /= try factor() } else { return value }
        }
    }

    private mutating func factor() throws -> Double {
        if take("-") { return -(try factor()) }
        if take("(") {
            let value = try comparison()
            guard take(")") else { throw unreadable }
            return value
        }
        guard let first = position < text.count ? text[position] : nil else { throw unreadable }
        return first.isNumber ? try literal() : try named()
    }

    private mutating func literal() throws -> Double {
        let start = position
        while position < text.count {
            let isSign = "+-".contains(text[position]) && text[position - 1] == "e"
            guard text[position].isNumber || ".e".contains(text[position]) || isSign else { break }
            position += 1
        }
        guard let value = Double(String(text[start..<position])) else { throw unreadable }
        return value
    }

    private mutating func named() throws -> Double {
        let start = position
        while position < text.count, text[position].isLetter || text[position].isNumber || text[position] == "_" {
            position += 1
        }
        let name = String(text[start..<position])
        guard take("(") else {
            guard let value = values[name] else { throw unreadable }
            return value
        }
        var arguments = [try comparison()]
        while take(",") { arguments.append(try comparison()) }
        guard take(")") else { throw unreadable }
        switch (name, arguments.count) {
        case ("exp", 1): return exp(arguments[0])
        case ("ln", 1): return log(arguments[0])
        case ("sqrt", 1): return arguments[0].squareRoot()
        case ("pow", 2): return pow(arguments[0], arguments[1])
        case ("sin", 1): return sin(arguments[0])
        case ("cos", 1): return cos(arguments[0])
        case ("atan", 1): return atan(arguments[0])
        case ("floor", 1): return floor(arguments[0])
        case ("factorial", 1): return tgamma(arguments[0] + 1)
        case ("min", 2): return min(arguments[0], arguments[1])
        case ("max", 2): return max(arguments[0], arguments[1])
        case ("piecewise", 3): return arguments[1] != 0 ? arguments[0] : arguments[2]
        default: throw unreadable
        }
    }
}

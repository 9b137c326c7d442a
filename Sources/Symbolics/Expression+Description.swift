extension Expression: CustomStringConvertible {
    /// Readable mathematics, with as few parentheses as the precedence of operators allows.
    public var description: String { text(shortening: { $0.name }) }

    /// Readable mathematics with each symbol written by `shortening`.
    public func text(shortening: (Symbol) -> String) -> String { write(shortening).text }

    private enum Precedence: Int { case comparison, sum, product, prefix, power, atom }

    private func write(_ name: (Symbol) -> String) -> (text: String, precedence: Precedence) {
        switch node {
        case .constant(let value, let unit):
            let number = value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : "\(value)"
            return unit == .one ? (number, value < 0 ? .prefix : .atom) : ("\(number) \(unit)", .product)
        case .symbol(let symbol): return (name(symbol), .atom)
        case .unary(.negate, let x): return ("-" + x.wrapped(.product, name), .prefix)
        case .unary(let operation, let x):
            return ("\(operation.writtenName)(\(x.write(name).text))", .atom)
        case .binary(let operation, let a, let b):
            switch operation {
            case .add: return ("\(a.wrapped(.sum, name)) + \(b.wrapped(.sum, name))", .sum)
            case .subtract: return ("\(a.wrapped(.sum, name)) - \(b.wrapped(.product, name))", .sum)
            case .multiply: return ("\(a.wrapped(.product, name))·\(b.wrapped(.product, name))", .product)
            case .divide: return ("\(a.wrapped(.product, name))/\(b.wrapped(.power, name))", .product)
            case .power: return ("\(a.wrapped(.atom, name))^\(b.wrapped(.atom, name))", .power)
            case .minimum: return ("min(\(a.write(name).text), \(b.write(name).text))", .atom)
            case .maximum: return ("max(\(a.write(name).text), \(b.write(name).text))", .atom)
            case .less: return ("\(a.wrapped(.sum, name)) < \(b.wrapped(.sum, name))", .comparison)
            case .lessOrEqual: return ("\(a.wrapped(.sum, name)) ≤ \(b.wrapped(.sum, name))", .comparison)
            case .equal: return ("\(a.wrapped(.sum, name)) = \(b.wrapped(.sum, name))", .comparison)
            }
        case .select(let condition, let then, let otherwise):
            let parts = [condition, then, otherwise].map { $0.write(name).text }
            return ("(\(parts[1]) if \(parts[0]), else \(parts[2]))", .atom)
        }
    }

    private func wrapped(_ least: Precedence, _ name: (Symbol) -> String) -> String {
        let (text, precedence) = write(name)
        return precedence.rawValue < least.rawValue ? "(\(text))" : text
    }
}

extension UnaryOperation {
    fileprivate var writtenName: String {
        switch self {
        case .negate: return "-"
        case .exp: return "exp"
        case .log: return "ln"
        case .squareRoot: return "√"
        case .sine: return "sin"
        case .cosine: return "cos"
        case .arctangent: return "arctan"
        case .floor: return "floor"
        case .gamma: return "Γ"
        }
    }
}

import Symbolics

/// A place where an expression can jump as time goes on: a comparison, or a number that is rounded down.
struct Discontinuity {
    enum Kind: Sendable { case less, lessOrEqual, equal, floor }

    let kind: Kind
    /// Left less right of a comparison; the number that is rounded.
    let quantity: Expression

    /// Below, at or above zero for a comparison; the whole number for one that is rounded. It changes where the
    /// expression can jump and nowhere else.
    static func category(_ value: Double, _ kind: Kind) -> Double {
        if kind == .floor { return value.rounded(.down) }
        if value.isNaN { return noCategory }
        return value < 0 ? -1 : value > 0 ? 1 : 0
    }

    /// Of what is no number, which no comparison is true of.
    private static let noCategory = 2.0

    /// What a comparison is worth in a category.
    static func truth(_ category: Double, _ kind: Kind) -> Double {
        switch kind {
        case .less: return category == -1 ? 1 : 0
        case .lessOrEqual: return category == -1 || category == 0 ? 1 : 0
        case .equal: return category == 0 ? 1 : 0
        case .floor: return category
        }
    }
}

/// Collects what can jump in expressions and puts switches in its place.
struct DiscontinuityFinder {
    private let moving: Set<Symbol>
    private(set) var found: [Discontinuity] = []
    private var places: [ObjectIdentifier: Int] = [:]
    private var movements: [ObjectIdentifier: Bool] = [:]
    private var searched = Set<ObjectIdentifier>()
    /// Keeps every visited expression alive, because a freed object's identity may be given to another.
    private var visited: [Expression] = []

    /// - Parameter moving: what changes as time goes on.
    init(moving: Set<Symbol>) { self.moving = moving }

    /// Names of the switches, in the order of `found`.
    var switches: [String] { found.indices.map(Self.switchName) }

    private static func switchName(_ place: Int) -> String { "switch.\(place)" }

    /// Adds whatever can jump, within what is compared or rounded too.
    mutating func search(_ expression: Expression) {
        guard moves(expression), searched.insert(expression.identity).inserted else { return }
        visited.append(expression)
        _ = place(of: expression)
        switch expression.node {
        case .constant, .symbol: return
        case .unary(_, let x): search(x)
        case .binary(_, let a, let b):
            search(a)
            search(b)
        case .select(let condition, let then, let otherwise):
            for part in [condition, then, otherwise] { search(part) }
        }
    }

    /// The expression with a switch for each comparison that is not within another; a number that serves as a condition
    /// is compared with zero.
    mutating func switching(_ expression: Expression) -> Expression {
        guard moves(expression) else { return expression }
        visited.append(expression)
        if let place = place(of: expression) { return Expression(Symbol(Self.switchName(place), unit: .one)) }
        if case .select(let condition, let then, let otherwise) = expression.node, !condition.isZeroOrOne {
            return select(switching(not(condition == 0)), switching(then), switching(otherwise))
        }
        return expression.rebuilt { switching($0) }
    }

    /// Where an expression that can jump by itself stands among those found.
    private mutating func place(of expression: Expression) -> Int? {
        if let place = places[expression.identity] { return place }
        let jump: Discontinuity
        switch expression.node {
        case .binary(.less, let a, let b): jump = Discontinuity(kind: .less, quantity: a - b)
        case .binary(.lessOrEqual, let a, let b): jump = Discontinuity(kind: .lessOrEqual, quantity: a - b)
        case .binary(.equal, let a, let b): jump = Discontinuity(kind: .equal, quantity: a - b)
        case .unary(.floor, let x): jump = Discontinuity(kind: .floor, quantity: x)
        default: return nil
        }
        found.append(jump)
        places[expression.identity] = found.count - 1
        visited.append(expression)
        return found.count - 1
    }

    private mutating func moves(_ expression: Expression) -> Bool {
        if let known = movements[expression.identity] { return known }
        let result: Bool
        switch expression.node {
        case .constant: result = false
        case .symbol(let symbol): result = moving.contains(symbol)
        case .unary(_, let x): result = moves(x)
        case .binary(_, let a, let b): result = moves(a) || moves(b)
        case .select(let condition, let then, let otherwise):
            result = moves(condition) || moves(then) || moves(otherwise)
        }
        movements[expression.identity] = result
        visited.append(expression)
        return result
    }
}

import Modeling
import Symbolics

/// A system split in two: kinetics, linear and on their own, that have a closed form; and the rest, which sees the
/// kinetics only through a few functions of them.
///
/// The rest must be affine in those functions: then the average of its rates over a dose is its rate at the average of
/// the functions, which is what multiscale integration uses (the average of the response, not the response to the
/// average).
struct Separation: Sendable {
    /// Positions of the linear states, and of the others, among the system's; of those that wanted outputs rest on.
    let linear: [Int]
    let slow: [Int]
    /// Positions of the wanted outputs among the system's.
    let wanted: [Int]
    /// Entries of the matrix of the linear part, by row and column among `linear`.
    let matrix: [(row: Int, column: Int, value: Expression)]
    /// What flows into each linear state besides.
    let inflows: [Expression]
    /// Functions of linear states, time and constants that rates and outputs of the rest are affine in.
    let interface: [Expression]
    /// Which of them rates see; the others are only reported.
    let driving: [Int]
    /// The rest, with each function of `interface` replaced by a cubic in time whose coefficients vary from cell to cell.
    let slowSystem: EquationSystem

    /// A cell is its start and inverse length, then so many coefficients for each function.
    static let coefficients = 4

    /// Where a coefficient stands among the numbers of a cell.
    static func place(of function: Int, power: Int) -> Int { 2 + coefficients * function + power }

    /// - Parameter outputs: positions of the outputs that are wanted; all if left out.
    /// - Throws: `NotSeparable` saying what stands in the way.
    init(
        _ compiled: CompiledModel, _ system: EquationSystem, outputs chosen: [Int]? = nil
    ) throws(NotSeparable) {
        let isLinear = Self.linearStates(system, reachedFrom: Self.sources(of: compiled, system))
        let kept = system.states(behind: chosen)
        let linear = kept.filter { isLinear[$0] }
        slow = kept.filter { !isLinear[$0] }
        self.linear = linear
        let wanted = chosen ?? Array(system.outputs.indices)
        self.wanted = wanted
        guard isLinear.contains(true) || compiled.model.dosePorts.isEmpty else {
            throw NotSeparable("no part of the model is linear on its own")
        }
        let dosed = compiled.model.dosePorts.flatMap { port in port.shares.map { (port.name, $0.state) } }
        for (port, state) in dosed where slow.contains(where: { system.states[$0] == state }) {
            throw NotSeparable("doses of '\(port)' enter '\(state.name)', which is not linear")
        }
        var entries: [(row: Int, column: Int, value: Expression)] = []
        for (column, state) in linear.enumerated() {
            var differentiator = Differentiator(to: system.states[state])
            for (row, other) in linear.enumerated() {
                let entry = differentiator.derivative(of: system.rates[other])
                if entry.constantValue != 0 { entries.append((row, column, entry)) }
            }
        }
        matrix = entries
        var atZero = Substitution(Dictionary(uniqueKeysWithValues: linear.map { (system.states[$0], 0) }))
        inflows = linear.map { atZero.apply(to: system.rates[$0]) }

        var frontier = Frontier(
            inner: Set(linear.map { system.states[$0] }), outer: Set(slow.map { system.states[$0] }))
        let rates = slow.map { frontier.cut(system.rates[$0]) }
        let outputs = wanted.map { frontier.cut(system.outputs[$0]) }
        let names = slow.map { system.states[$0].name } + wanted.map { compiled.model.outputs[$0].name }
        for (name, expression) in zip(names, rates + outputs) {
            guard frontier.isAffine(expression) else {
                throw NotSeparable("'\(name)' is not affine in what it sees of the medicines")
            }
        }
        interface = frontier.functions
        let driven = Set(rates.flatMap(\.symbols))
        driving = frontier.symbols.indices.filter { driven.contains(frontier.symbols[$0]) }
        var cubics = Substitution(Self.cubics(for: frontier.symbols))
        slowSystem = EquationSystem(
            states: slow.map { system.states[$0] }, scales: slow.map { system.scales[$0] },
            constants: system.constants, varying: Self.cellNames(interface.count),
            rates: rates.map { cubics.apply(to: $0) }, outputs: outputs.map { cubics.apply(to: $0) },
            outputFactors: wanted.map { system.outputFactors[$0] })
    }

    /// States that doses enter or that controls set going.
    private static func sources(of compiled: CompiledModel, _ system: EquationSystem) -> [Bool] {
        let dosed = Set(compiled.model.dosePorts.flatMap { $0.shares.map(\.state) })
        let controls = Set(compiled.model.controls.map(\.symbol))
        return system.states.indices.map { row in
            dosed.contains(system.states[row]) || system.rates[row].symbols.contains { controls.contains($0) }
        }
    }

    /// The largest set of states whose rates are linear in themselves, with constant coefficients, and see nothing
    /// else; without those that nothing given reaches, which the rest may then use as it likes.
    private static func linearStates(_ system: EquationSystem, reachedFrom sources: [Bool]) -> [Bool] {
        let states = Set(system.states)
        let index = Dictionary(uniqueKeysWithValues: system.states.enumerated().map { ($1, $0) })
        let seen = system.rates.map { $0.symbols.filter { states.contains($0) } }
        var isLinear = system.rates.indices.map { row in
            !system.rates[row].symbols.contains(.time)
                && seen[row].allSatisfy { state in
                    var differentiator = Differentiator(to: state)
                    let slope = differentiator.derivative(of: system.rates[row])
                    return !slope.symbols.contains { states.contains($0) || $0 == .time }
                }
                && !system.rates[row].hasCondition(on: states)
        }
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for row in isLinear.indices where isLinear[row] {
                if seen[row].contains(where: { !isLinear[index[$0] ?? row] }) {
                    isLinear[row] = false
                    hasChanged = true
                }
            }
        }
        // A system that nothing is given to is kinetics by itself.
        guard sources.contains(true) else { return isLinear }
        var isKept = system.states.indices.map { sources[$0] && isLinear[$0] }
        hasChanged = true
        while hasChanged {
            hasChanged = false
            for row in isKept.indices where isLinear[row] {
                let neighbours = seen[row].compactMap { index[$0] }
                if !isKept[row], neighbours.contains(where: { isKept[$0] }) {
                    isKept[row] = true
                    hasChanged = true
                }
                // What a kept state sees has to be kept with it, reached or not.
                if isKept[row] {
                    for other in neighbours where !isKept[other] {
                        isKept[other] = true
                        hasChanged = true
                    }
                }
            }
        }
        return isKept
    }

    private static func cellNames(_ count: Int) -> [String] {
        ["multiscale.start", "multiscale.inverseLength"]
            + (0..<count).flatMap { index in (0..<coefficients).map { "multiscale.\(index).\($0)" } }
    }

    private static func cubics(for symbols: [Symbol]) -> [Symbol: Expression] {
        func constant(_ name: String) -> Expression { Expression(Symbol("multiscale.\(name)", unit: .one)) }
        let x = (Expression(.time) - constant("start")) * constant("inverseLength")
        return Dictionary(
            uniqueKeysWithValues: symbols.enumerated().map { index, symbol in
                func c(_ power: Int) -> Expression { constant("\(index).\(power)") }
                return (symbol, c(0) + x * (c(1) + x * (c(2) + x * c(3))))
            })
    }
}

/// Why a model has no separation of time scales; full resolution is then used.
public struct NotSeparable: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

/// Cuts expressions where what depends on inner states alone meets what depends on outer ones.
private struct Frontier {
    private let inner: Set<Symbol>
    private let outer: Set<Symbol>
    private var reaches: [ObjectIdentifier: (inner: Bool, outer: Bool)] = [:]
    private var known: [ObjectIdentifier: Expression] = [:]
    private var visited: [Expression] = []
    private(set) var functions: [Expression] = []
    private(set) var symbols: [Symbol] = []

    init(inner: Set<Symbol>, outer: Set<Symbol>) {
        self.inner = inner
        self.outer = outer
    }

    /// The expression with each largest part that sees inner but no outer states replaced by a symbol.
    mutating func cut(_ expression: Expression) -> Expression {
        if let result = known[expression.identity] { return result }
        let reach = reach(of: expression)
        let result: Expression
        if !reach.inner {
            result = expression
        } else if !reach.outer {
            let symbol = Symbol("multiscale.interface.\(functions.count)", unit: .one)
            functions.append(expression)
            symbols.append(symbol)
            result = Expression(symbol)
        } else {
            switch expression.node {
            case .constant, .symbol: result = expression
            case .unary(let operation, let x): result = Expression(.unary(operation, cut(x)))
            case .binary(let operation, let a, let b): result = Expression(.binary(operation, cut(a), cut(b)))
            case .select(let condition, let then, let otherwise):
                result = Expression(.select(condition: cut(condition), then: cut(then), otherwise: cut(otherwise)))
            }
        }
        known[expression.identity] = result
        visited.append(expression)
        return result
    }

    private mutating func reach(of expression: Expression) -> (inner: Bool, outer: Bool) {
        if let found = reaches[expression.identity] { return found }
        var result = (inner: false, outer: false)
        func add(_ other: (inner: Bool, outer: Bool)) {
            result = (result.inner || other.inner, result.outer || other.outer)
        }
        switch expression.node {
        case .constant: break
        case .symbol(let symbol): result = (inner.contains(symbol), outer.contains(symbol))
        case .unary(_, let x): add(reach(of: x))
        case .binary(_, let a, let b):
            add(reach(of: a))
            add(reach(of: b))
        case .select(let condition, let then, let otherwise):
            for part in [condition, then, otherwise] { add(reach(of: part)) }
        }
        reaches[expression.identity] = result
        visited.append(expression)
        return result
    }

    /// Whether a cut expression has no products of functions, and no function within another.
    func isAffine(_ expression: Expression) -> Bool {
        let all = Set(symbols)
        return expression.symbols.filter { all.contains($0) }.allSatisfy { symbol in
            var differentiator = Differentiator(to: symbol)
            return !differentiator.derivative(of: expression).symbols.contains { all.contains($0) }
                && !expression.hasCondition(on: [symbol])
        }
    }
}

extension Expression {
    /// Whether a choice within the expression depends on any of the symbols; a derivative does not show that.
    fileprivate func hasCondition(on chosen: Set<Symbol>) -> Bool {
        switch node {
        case .constant, .symbol: return false
        case .unary(.floor, let x): return x.symbols.contains { chosen.contains($0) }
        case .unary(_, let x): return x.hasCondition(on: chosen)
        case .binary(let operation, let a, let b):
            switch operation {
            case .less, .lessOrEqual, .equal, .minimum, .maximum:
                return (a.symbols + b.symbols).contains { chosen.contains($0) }
            default: return a.hasCondition(on: chosen) || b.hasCondition(on: chosen)
            }
        case .select(let condition, let then, let otherwise):
            return condition.symbols.contains { chosen.contains($0) } || then.hasCondition(on: chosen)
                || otherwise.hasCondition(on: chosen)
        }
    }
}

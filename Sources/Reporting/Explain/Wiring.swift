import Modeling
import Physiology
import Symbolics

/// What passes from one quantity to another on the whole: with every hypothesis off, and with each of them alone on.
///
/// A link between two quantities is an effect only if the first can move at all and some output hears the second.
/// Slopes at rest do not tell that: behind a gain of zero stand links whose own slopes are not zero.
struct Wiring: Sendable {
    /// Quantities and what their equations mention, under one choice of hypotheses.
    private struct Paths: Sendable {
        var mentions: [String: Set<String>]
        var moving: Set<String> = []
        var heard: Set<String> = []
    }

    private let hypotheses: [Hypothesis]
    private let off: Paths
    private let alone: [Paths]
    private let isInput: Set<String>
    private let isState: Set<String>
    private let names: ModelNames

    init(_ writer: ModelWriter, _ hypotheses: [Hypothesis]) {
        let model = writer.model
        self.hypotheses = hypotheses.filter { model.quantity(named: $0.control) != nil }
        names = writer.names
        isInput = Set(model.variables.filter(\.isInput).map(\.name))
        isState = Set(model.states.map(\.name))
        let switches = Set(self.hypotheses.map(\.control))
        let equations = writer.equations.filter { [.rate, .variable, .input, .output].contains($0.kind) }
        var fixed: [String: Set<String>] = [:]
        var switched: [ModelEquation] = []
        for equation in equations {
            let symbols = Set(equation.expression.symbols.map(\.name))
            if symbols.isDisjoint(with: switches) {
                fixed[Self.key(equation), default: []].formUnion(symbols)
            } else {
                switched.append(equation)
            }
        }
        let seeds =
            Set(model.controls.map(\.name)).subtracting(switches)
            .union(model.dosePorts.flatMap { $0.shares.map(\.state.name) }).union([Symbol.time.name])
        let outputs = equations.filter { $0.kind == .output }.map(Self.key)
        func paths(with on: String?) -> Paths {
            var mentions = fixed
            let values = Dictionary(
                uniqueKeysWithValues: switches.compactMap { name in
                    model.quantity(named: name).map { ($0, Expression(name == on ? 1 : 0, .one)) }
                })
            for equation in switched {
                var substitution = Substitution(values)
                let symbols = substitution.apply(to: equation.expression).symbols.map(\.name)
                mentions[Self.key(equation), default: []].formUnion(symbols)
            }
            var found = Paths(mentions: mentions)
            found.moving = Self.closure(of: seeds, along: Self.reversed(mentions))
            found.heard = Self.closure(of: Set(outputs), along: mentions)
            return found
        }
        off = paths(with: nil)
        alone = self.hypotheses.map { paths(with: $0.control) }
    }

    /// The hypotheses each of which would make one quantity an effect of another; empty where there is one without
    /// any, nil where no single one would.
    func needed(from source: String, to target: String) -> [Hypothesis]? {
        if passes(source, target, off) { return [] }
        let found = zip(hypotheses, alone).filter { hypothesis, paths in
            hypothesis.control == source || passes(source, target, paths)
        }
        return found.isEmpty ? nil : found.map(\.0)
    }

    /// Whether a quantity can move with every hypothesis off.
    func moves(_ name: String) -> Bool { off.moving.contains(name) }

    private func passes(_ source: String, _ target: String, _ paths: Paths) -> Bool {
        guard paths.moving.contains(source) else { return false }
        return [target, Self.outputKey(target)].contains { key in
            paths.heard.contains(key) && reaches(source, key, paths)
        }
    }

    /// Whether an equation mentions a quantity, itself or through derived quantities of its component and its inputs.
    private func reaches(_ source: String, _ target: String, _ paths: Paths) -> Bool {
        var open = [target]
        var seen = Set(open)
        while let name = open.popLast() {
            for next in paths.mentions[name] ?? [] where seen.insert(next).inserted {
                if next == source { return true }
                if isInput.contains(next) {
                    if paths.mentions[next]?.contains(source) == true { return true }
                } else if !isState.contains(next) {
                    open.append(next)
                }
            }
        }
        return false
    }

    /// An output may be called like the quantity behind it.
    private static func key(_ equation: ModelEquation) -> String {
        equation.kind == .output ? outputKey(equation.name) : equation.name
    }

    private static func outputKey(_ name: String) -> String { "output \(name)" }

    private static func reversed(_ mentions: [String: Set<String>]) -> [String: Set<String>] {
        var users: [String: Set<String>] = [:]
        for (name, symbols) in mentions { for symbol in symbols { users[symbol, default: []].insert(name) } }
        return users
    }

    private static func closure(of seeds: Set<String>, along edges: [String: Set<String>]) -> Set<String> {
        var found = seeds
        var open = Array(seeds)
        while let name = open.popLast() {
            for next in edges[name] ?? [] where found.insert(next).inserted { open.append(next) }
        }
        return found
    }
}

import Modeling
import Physiology
import Symbolics

/// Which quantities raise and lower which, with every hypothesis off: signs of exact derivatives in the resting woman
/// and, where they are zero there, in a woman on a usual therapy.
struct Influences: Sendable {
    /// How a small rise of one quantity moves another.
    enum Direction: Sendable {
        case raises, lowers
        /// Only where a hypothesis is switched on.
        case hypothesis
        /// Connected, but neither at rest nor on a usual therapy does it move anything.
        case nothing

        var opposite: Direction {
            switch self {
            case .raises: .lowers
            case .lowers: .raises
            case .hypothesis, .nothing: self
            }
        }
    }

    struct Link: Sendable {
        let source: String
        let target: String
        fileprivate(set) var direction: Direction
        /// Whether the slope is zero at rest and was taken on a usual therapy.
        fileprivate(set) var isOnTherapy = false
        /// Whether it leads through a state on the way.
        fileprivate(set) var isThroughState = false
        /// For a link that is one by hypothesis only: those of which any would make it one.
        fileprivate(set) var hypotheses: [Hypothesis] = []

        /// The same cause of what lies behind the next link.
        func reaching(_ end: String, through next: Link) -> Link {
            let composed: Direction =
                if direction == .hypothesis || next.direction == .hypothesis {
                    .hypothesis
                } else {
                    switch next.direction {
                    case .raises: direction
                    case .lowers: direction.opposite
                    default: .nothing
                    }
                }
            let behind = next.hypotheses.filter { !hypotheses.contains($0) }
            return Link(
                source: source, target: end, direction: composed, isOnTherapy: isOnTherapy || next.isOnTherapy,
                isThroughState: true, hypotheses: hypotheses + behind)
        }
    }

    /// The component that adds up levels of blood.
    private static let serum = "serum"

    private let model: Model
    private let writer: ModelWriter
    private let names: ModelNames
    private let rest: RestingWoman
    private let treated: TreatedWoman
    private let wiring: Wiring
    private let equations: [ModelEquation]
    private let inputs: [String: [String]]
    /// Inputs by what they are connected to.
    private let readers: [String: [String]]
    /// Derived quantities by component, inputs aside, in the model's order.
    private let derived: [String: [Variable]]
    private let constants: Set<String>
    private let switchedOff: [Symbol: Expression]

    init(_ writer: ModelWriter, _ rest: RestingWoman, _ treated: TreatedWoman, hypotheses: [Hypothesis]) {
        model = writer.model
        self.writer = writer
        names = writer.names
        self.rest = rest
        self.treated = treated
        wiring = Wiring(writer, hypotheses)
        equations = writer.equations.filter { [.rate, .variable, .output].contains($0.kind) }
        inputs = Dictionary(
            uniqueKeysWithValues: model.variables.filter(\.isInput).map { ($0.name, $0.definition.symbols.map(\.name)) })
        var readers: [String: [String]] = [:]
        for (input, sources) in inputs { for source in sources { readers[source, default: []].append(input) } }
        self.readers = readers
        let names = names
        derived = Dictionary(grouping: model.variables.filter { !$0.isInput }) { names.component(of: $0.name) ?? "" }
        var constants = Set(model.parameters.map(\.name))
        // What is made of constants alone moves nothing.
        for variable in model.variables where variable.definition.symbols.allSatisfy({ constants.contains($0.name) }) {
            constants.insert(variable.name)
        }
        self.constants = constants.union([Symbol.time.name])
        let model = model
        switchedOff = Dictionary(
            uniqueKeysWithValues: hypotheses.compactMap { model.quantity(named: $0.control) }.map { ($0, Expression(0, .one)) })
    }

    /// What moves a state, derived quantity, input or output, itself aside.
    func causes(of name: String) -> [Link] {
        if let sources = inputs[name] { return sources.compactMap { link($0, name, slope: 1) } }
        return equations.filter { $0.name == name }.flatMap { equation -> [Link] in
            let expression = withoutDerived(equation)
            return expression.symbols.filter { $0.name != name && !constants.contains($0.name) }
                .flatMap { symbol -> [Link] in
                    let slope = slope(of: symbol, in: expression)
                    return (inputs[symbol.name] ?? [symbol.name]).compactMap { link($0, name, slope: slope) }
                }
        }
    }

    /// Which states, outputs and quantities that other components use it moves, itself aside.
    func effects(of name: String) -> [Link] {
        let aliases = Set([name] + (readers[name] ?? []))
        let places = Set(aliases.compactMap(names.component(of:)))
        return equations.filter { places.contains($0.component) && $0.name != name && isSeen($0) }
            .flatMap { equation -> [Link] in
                let expression = withoutDerived(equation, keeping: name)
                return expression.symbols.filter { aliases.contains($0.name) }
                    .compactMap { link(name, equation.name, slope: slope(of: $0, in: expression)) }
            }
    }

    /// What moves with the quantities that an output shows, as it does when the output is higher.
    func effects(of output: Output) -> [Link] {
        let own = writer.equations.first { $0.kind == .output && $0.name == output.name }?.component
        return output.expression.symbols.filter { !constants.contains($0.name) }.flatMap { symbol -> [Link] in
            let shows = direction(slope(of: symbol, in: output.expression))
            // A serum level is the sum of what others give, each of which acts; elsewhere an input is only a condition.
            let level = model.variables.first { $0.name == symbol.name }?.definition.symbols.map(\.name) ?? []
            let parts = own == Self.serum ? level.flatMap { inputs[$0] ?? [] } : []
            let shown = inputs[symbol.name] == nil ? [symbol.name] : []
            return (shown + parts).flatMap(effects(of:)).map { link in
                var seen = link
                if shows.direction == .lowers { seen.direction = link.direction.opposite }
                return seen
            }
        }
    }

    /// The quantities of the model that an output shows, parameters aside.
    func shown(by output: Output) -> [String] {
        output.expression.symbols.map(\.name).filter { !constants.contains($0) }
    }

    /// Whether a component's quantity is seen outside it; the others are steps of its own.
    private func isSeen(_ equation: ModelEquation) -> Bool {
        equation.kind != .variable || readers[equation.name] != nil
    }

    /// The right side with the component's own derived quantities written out.
    private func withoutDerived(_ equation: ModelEquation, keeping kept: String? = nil) -> Expression {
        var replacements: [Symbol: Expression] = [:]
        for variable in derived[equation.component] ?? [] where variable.name != kept {
            var substitution = Substitution(replacements)
            replacements[variable.symbol] = substitution.apply(to: variable.definition)
        }
        var substitution = Substitution(replacements)
        return substitution.apply(to: equation.expression)
    }

    /// The derivative of an expression to a symbol, with every hypothesis off.
    private func slope(of symbol: Symbol, in expression: Expression) -> Expression {
        var off = Substitution(switchedOff)
        var differentiator = Differentiator(to: symbol)
        return differentiator.derivative(of: off.apply(to: expression))
    }

    /// The link of two quantities; nil where none is one, with any hypothesis.
    private func link(_ source: String, _ target: String, slope: Expression) -> Link? {
        guard let hypotheses = wiring.needed(from: source, to: target) else { return nil }
        guard hypotheses.isEmpty else {
            return Link(source: source, target: target, direction: .hypothesis, hypotheses: hypotheses)
        }
        let found = direction(slope)
        return Link(source: source, target: target, direction: found.direction, isOnTherapy: found.isOnTherapy)
    }

    private func direction(_ slope: Expression) -> (direction: Direction, isOnTherapy: Bool) {
        let atRest = rest.value(of: slope)
        if !atRest.isNaN, atRest != 0 { return (atRest > 0 ? .raises : .lowers, false) }
        let onTherapy = treated.value(of: slope)
        if !onTherapy.isNaN, onTherapy != 0 { return (onTherapy > 0 ? .raises : .lowers, true) }
        return (.nothing, false)
    }
}

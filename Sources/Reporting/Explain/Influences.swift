import Modeling
import Symbolics

/// Which quantities raise and lower which: signs of exact derivatives in the resting woman.
struct Influences {
    /// How a small rise of one quantity moves another.
    enum Direction: Sendable {
        case raises, lowers, changesNothingAtRest

        var opposite: Direction {
            switch self {
            case .raises: .lowers
            case .lowers: .raises
            case .changesNothingAtRest: .changesNothingAtRest
            }
        }
    }

    struct Link: Sendable {
        let source: String
        let target: String
        fileprivate(set) var direction: Direction

        /// The same cause of what lies behind the next link.
        func reaching(_ end: String, through next: Link) -> Link {
            let composed: Direction =
                switch next.direction {
                case .raises: direction
                case .lowers: direction.opposite
                case .changesNothingAtRest: .changesNothingAtRest
                }
            return Link(source: source, target: end, direction: composed)
        }
    }

    private let model: Model
    private let names: ModelNames
    private let rest: RestingWoman
    private let equations: [ModelEquation]
    private let inputs: [String: [String]]
    private let constants: Set<String>

    init(_ writer: ModelWriter, _ rest: RestingWoman) {
        model = writer.model
        names = writer.names
        self.rest = rest
        equations = writer.equations.filter { [.rate, .variable, .output].contains($0.kind) }
        inputs = Dictionary(
            uniqueKeysWithValues: model.variables.filter(\.isInput).map { ($0.name, $0.definition.symbols.map(\.name)) })
        var constants = Set(model.parameters.map(\.name))
        // What is made of constants alone moves nothing.
        for variable in model.variables where variable.definition.symbols.allSatisfy({ constants.contains($0.name) }) {
            constants.insert(variable.name)
        }
        self.constants = constants.union([Symbol.time.name])
    }

    /// What moves a state, derived quantity, input or output, itself aside.
    func causes(of name: String) -> [Link] {
        if let sources = inputs[name] { return sources.map { Link(source: $0, target: name, direction: .raises) } }
        return equations.filter { $0.name == name }.flatMap { equation -> [Link] in
            let expression = withoutDerived(equation)
            return expression.symbols.filter { $0.name != name && !constants.contains($0.name) }
                .flatMap { symbol -> [Link] in
                    let direction = direction(of: symbol, in: expression)
                    return (inputs[symbol.name] ?? [symbol.name])
                        .map { Link(source: $0, target: name, direction: direction) }
                }
        }
    }

    /// Which states, outputs and quantities that other components use it moves, itself aside.
    func effects(of name: String) -> [Link] {
        let aliases = Set([name] + inputs.filter { $0.value.contains(name) }.map(\.key))
        let places = Set(aliases.compactMap(names.component(of:)))
        return equations.filter { places.contains($0.component) && $0.name != name && isSeen($0) }
            .flatMap { equation -> [Link] in
                let expression = withoutDerived(equation, keeping: name)
                return expression.symbols.filter { aliases.contains($0.name) }
                    .map { Link(source: name, target: equation.name, direction: direction(of: $0, in: expression)) }
            }
    }

    /// What moves with the quantities that an output shows, as it does when the output is higher.
    func effects(of output: Output) -> [Link] {
        shown(by: output).flatMap { name -> [Link] in
            let shows = model.quantity(named: name).map { direction(of: $0, in: output.expression) }
            return effects(of: name).map { link in
                var seen = link
                if shows == .lowers { seen.direction = link.direction.opposite }
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
        equation.kind != .variable || inputs.values.contains { $0.contains(equation.name) }
    }

    /// The right side with the component's own derived quantities written out.
    private func withoutDerived(_ equation: ModelEquation, keeping kept: String? = nil) -> Expression {
        var replacements: [Symbol: Expression] = [:]
        for variable in model.variables where !variable.isInput && variable.name != kept {
            guard names.component(of: variable.name) == equation.component else { continue }
            var substitution = Substitution(replacements)
            replacements[variable.symbol] = substitution.apply(to: variable.definition)
        }
        var substitution = Substitution(replacements)
        return substitution.apply(to: equation.expression)
    }

    private func direction(of symbol: Symbol, in expression: Expression) -> Direction {
        var differentiator = Differentiator(to: symbol)
        let slope = rest.value(of: differentiator.derivative(of: expression))
        if slope.isNaN || slope == 0 { return .changesNothingAtRest }
        return slope > 0 ? .raises : .lowers
    }
}

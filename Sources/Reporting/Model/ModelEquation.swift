import Modeling
import Symbolics

/// One equation of a model: what is defined, and by what.
struct ModelEquation {
    enum Kind { case rate, rest, variable, input, output, dose, lag }

    let kind: Kind
    /// The full name of the state, variable, output or port that it defines.
    let name: String
    /// What the right side has to measure.
    let unit: Unit
    let expression: Expression
    /// The path of the component that states it.
    let component: String
    /// The state a dose enters.
    var target: String?

    /// Checks that both sides measure the same.
    ///
    /// - Throws: `UnitMismatch` naming the equation.
    func checkUnits() throws { try expression.check(against: unit, equation: left(name, target: target ?? "")) }

    /// The left side, with the names of what is defined and of the state a dose enters as given.
    func left(_ name: String, target: String) -> String {
        switch kind {
        case .rate: return "d \(name)/dt"
        case .rest: return "\(name) at rest"
        case .variable, .input, .output: return name
        case .dose: return "rise of \(target)"
        case .lag: return "lag of \(name)"
        }
    }
}

extension Model {
    /// Every equation, component by component.
    func equations(_ names: ModelNames) -> [ModelEquation] {
        var byComponent: [String: [ModelEquation]] = [:]
        func add(
            _ kind: ModelEquation.Kind, _ name: String, _ unit: Unit, _ expression: Expression,
            of owner: String? = nil, into target: String? = nil
        ) {
            let component = owner ?? names.component(of: name) ?? ""
            byComponent[component, default: []].append(
                ModelEquation(
                    kind: kind, name: name, unit: unit, expression: expression, component: component, target: target))
        }
        for state in states {
            add(.rate, state.name, Unit(rateOf: state.unit), state.rate)
            add(.rest, state.name, state.unit, state.initial)
        }
        for variable in variables {
            add(variable.isInput ? .input : .variable, variable.name, variable.unit, variable.definition)
        }
        for port in dosePorts {
            for share in port.shares {
                add(.dose, port.name, share.state.unit, share.amount, into: share.state.name)
            }
            add(.lag, port.name, .days, port.lag)
        }
        for output in outputs {
            // An output may only mention what its own component declares, so any symbol tells which that is.
            let owner = output.expression.symbols.lazy.compactMap { names.component(of: $0.name) }.first
            add(.output, output.name, output.unit, output.expression, of: owner ?? "")
        }
        return (components.map(\.path) + [""]).flatMap { byComponent[$0] ?? [] }
    }
}

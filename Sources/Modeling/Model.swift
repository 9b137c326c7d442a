import Symbolics

/// A flat system of equations: states with rates, parameters, controls, derived variables, outputs and dose ports.
///
/// A model is checked when it is made: every name resolves, no definition is circular, every equation balances in
/// its units.
public struct Model: Sendable {
    /// One component, for listings.
    public struct ComponentSummary: Sendable {
        public let path: String
        public let summary: String
    }

    public let name: String
    public let components: [ComponentSummary]
    public let states: [State]
    public let parameters: [Parameter]
    public let controls: [Control]
    /// In an order in which each depends only on those before it.
    public let variables: [Variable]
    public let outputs: [Output]
    public let dosePorts: [DosePort]
    /// What happens to states when a condition becomes true.
    public let triggeredEvents: [TriggeredEvent]
    /// What equations want from the past.
    public let delayedQuantities: [DelayedQuantity]

    /// - Throws: `ModelError` or `UnitMismatch` naming the equation at fault.
    public init(
        name: String, components: [ComponentSummary], states: [State], parameters: [Parameter],
        controls: [Control], variables: [Variable], outputs: [Output], dosePorts: [DosePort],
        triggeredEvents: [TriggeredEvent] = [], delayedQuantities: [DelayedQuantity] = []
    ) throws {
        self.name = name
        self.components = components
        self.parameters = parameters
        self.controls = controls
        self.outputs = outputs
        self.dosePorts = dosePorts
        self.triggeredEvents = triggeredEvents
        self.delayedQuantities = delayedQuantities
        self.variables = try Self.ordered(variables)
        var inliner = Self.inliner(for: self.variables)
        self.states = states.map { state in
            var resolved = state
            resolved.initial = inliner.apply(to: state.initial)
            return resolved
        }
        try checkNames()
        try checkUnits()
    }

    /// Sorts definitions so that each follows what it needs.
    private static func ordered(_ variables: [Variable]) throws -> [Variable] {
        let byName = Dictionary(uniqueKeysWithValues: variables.map { ($0.name, $0) })
        var result: [Variable] = []
        var done = Set<String>()
        var open: [String] = []
        func visit(_ variable: Variable) throws {
            if done.contains(variable.name) { return }
            if let start = open.firstIndex(of: variable.name) {
                let circle = (open[start...] + [variable.name]).joined(separator: " → ")
                throw ModelError("these definitions go in a circle: \(circle)")
            }
            open.append(variable.name)
            for symbol in variable.definition.symbols {
                if let next = byName[symbol.name] { try visit(next) }
            }
            open.removeLast()
            done.insert(variable.name)
            result.append(variable)
        }
        for variable in variables { try visit(variable) }
        return result
    }

    private func checkNames() throws {
        let constants = Set(parameters.map(\.symbol))
        let delayed = Set(delayedQuantities.map(\.symbol))
        let known = constants.union(states.map(\.symbol)).union(controls.map(\.symbol))
            .union(variables.map(\.symbol)).union(delayed).union([Symbol.time])
        func check(_ expression: Expression, _ equation: String, _ allowed: Set<Symbol>) throws {
            for symbol in expression.symbols where !allowed.contains(symbol) {
                throw ModelError("'\(equation)' mentions '\(symbol.name)', which it may not or nobody declares")
            }
        }
        for state in states {
            try check(state.rate, state.name, known)
            try check(state.initial, "\(state.name) at rest", constants)
        }
        for variable in variables { try check(variable.definition, variable.name, known) }
        for output in outputs { try check(output.expression, output.name, known) }
        for past in delayedQuantities {
            try check(past.quantity, past.symbol.name, known)
            try check(past.delay, "\(past.symbol.name) delay", known)
            try check(
                past.before, "\(past.symbol.name) before the start", constants.union(delayed).union([Symbol.time]))
        }
        for event in triggeredEvents {
            for expression in [event.trigger, event.delay, event.priority].compactMap(\.self) {
                try check(expression, event.name, known)
            }
            for assignment in event.assignments {
                try check(assignment.value, event.name, known)
                guard states.contains(where: { $0.symbol == assignment.target }) else {
                    throw ModelError("'\(event.name)' sets '\(assignment.target.name)', which is no state")
                }
            }
        }
        for port in dosePorts {
            try check(port.lag, "\(port.name) lag", constants)
            for share in port.shares { try check(share.amount, port.name, constants.union([port.dose])) }
        }
        var names = Set<String>()
        for output in outputs where !names.insert(output.name).inserted {
            throw ModelError("output '\(output.name)' is declared twice")
        }
    }

    private func checkUnits() throws {
        for state in states {
            try state.rate.check(
                against: Unit(rateOf: state.unit), equation: "d \(state.name)/dt")
            try state.initial.check(against: state.unit, equation: "\(state.name) at rest")
        }
        for variable in variables { try variable.definition.check(against: variable.unit, equation: variable.name) }
        for output in outputs { try output.expression.check(against: output.unit, equation: output.name) }
        for past in delayedQuantities {
            try past.quantity.check(against: past.symbol.unit, equation: past.symbol.name)
            try past.before.check(against: past.symbol.unit, equation: "\(past.symbol.name) before the start")
            try past.delay.check(against: .days, equation: "\(past.symbol.name) delay")
        }
        for event in triggeredEvents {
            try event.trigger.check(against: .one, equation: "\(event.name) trigger")
            try event.delay?.check(against: .days, equation: "\(event.name) delay")
            try event.priority?.check(against: .one, equation: "\(event.name) priority")
            for assignment in event.assignments {
                try assignment.value.check(
                    against: assignment.target.unit, equation: "\(event.name) on \(assignment.target.name)")
            }
        }
        let unitOf = Dictionary(uniqueKeysWithValues: states.map { ($0.name, $0.unit) })
        for port in dosePorts {
            try port.lag.check(against: .days, equation: "\(port.name) lag")
            for share in port.shares {
                guard let unit = unitOf[share.state.name] else {
                    throw ModelError("'\(port.name)' gives doses to '\(share.state.name)', which is no state")
                }
                try share.amount.check(against: unit, equation: "\(port.name) into \(share.state.name)")
            }
        }
    }

    /// Replaces derived variables by what they stand for, down to states, parameters, controls and time.
    public func inliner() -> Substitution { Self.inliner(for: variables) }

    private static func inliner(for variables: [Variable]) -> Substitution {
        var replacements: [Symbol: Expression] = [:]
        for variable in variables {
            var substitution = Substitution(replacements)
            replacements[variable.symbol] = substitution.apply(to: variable.definition)
        }
        return Substitution(replacements)
    }
}

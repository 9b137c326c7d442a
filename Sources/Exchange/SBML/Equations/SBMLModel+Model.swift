import Modeling
import Symbolics

extension SBMLModel {
    /// What is taken as a state's typical magnitude, which tolerances are shares of.
    public enum Scales: Sendable {
        /// One in the file's unit, so that an absolute tolerance is what it says.
        case one
        /// Where the state starts, or one for those that start at zero.
        case initial
    }

    /// The model to simulate.
    ///
    /// States, parameters, variables and outputs carry the file's identifiers; a species also has `ID.amount` and, in a
    /// compartment with a size, the output `ID.concentration`; a local parameter has its reaction's in front.
    ///
    /// - Parameters:
    ///   - timeUnit: what one of the file's units of time is.
    ///   - isChanged: whether doses or changes of parameters will be put on it: what initial assignments gave stays
    ///     then what it was, and an algebraic rule that only the file's own equations keep is refused.
    /// - Throws: `FileError` naming everything that is not supported, or what is wrong.
    public func model(timeUnit: Unit = .days, scales: Scales = .one, isChanged: Bool = false) throws -> Model {
        var assembly = try SBMLAssembly(
            SBMLEquations(self, isChanged: isChanged), timeUnit: timeUnit, scales: scales)
        return try assembly.model()
    }
}

/// Collects states, parameters, variables and outputs from the equations of a file.
private struct SBMLAssembly {
    private let equations: SBMLEquations
    private let timeUnit: Unit
    private let scales: SBMLModel.Scales
    private var time: Substitution
    private var states: [State] = []
    private var parameters: [Parameter] = []
    private var variables: [Variable] = []
    private var outputs: [Output] = []
    private var dosePorts: [DosePort] = []
    private var delayed: [DelayedQuantity] = []
    /// Rates of change that expressions have mentioned, and those of them that are declared.
    private var wantedRates: [String] = []
    private var declaredRates = Set<String>()

    init(_ equations: SBMLEquations, timeUnit: Unit, scales: SBMLModel.Scales) {
        self.equations = equations
        self.timeUnit = timeUnit
        self.scales = scales
        time = Substitution([SBMLName.time: Expression(.time) / Expression(1, timeUnit)])
    }

    private var source: SBMLModel { equations.source }

    mutating func model() throws -> Model {
        for compartment in source.compartments {
            try addScalar(compartment.id, compartment.name, compartment.unit, "compartment")
        }
        for parameter in source.parameters {
            try addScalar(parameter.id, parameter.name, parameter.unit, "parameter")
        }
        for id in equations.stoichiometries.keys.sorted() where source.level >= 3 {
            try addScalar(id, id, nil, "stoichiometry")
        }
        for species in source.species { try add(species) }
        for reaction in source.reactions { add(reaction) }
        let events = try source.events.map { try finish(equations.triggered($0, timeUnit: timeUnit)) }
        // Rates may look back, and what is looked back to may be a rate.
        repeat {
            declareRates()
            try declareDelays()
        } while !wantedRates.isEmpty
        if states.isEmpty { try addClock() }
        do {
            return try Model(
                name: source.name, components: [], states: states, parameters: parameters, controls: [],
                variables: variables, outputs: outputs, dosePorts: dosePorts, triggeredEvents: events,
                delayedQuantities: delayed)
        } catch {
            throw equations.failure("the model does not hang together: \(error)")
        }
    }

    /// A compartment, parameter or stoichiometry.
    private mutating func addScalar(_ id: String, _ name: String, _ unit: String?, _ role: String) throws {
        let symbol = SBMLName.symbol(id)
        let meaning = "\(role) \(name)\(unit.map { " [\($0)]" } ?? "")"
        if let definition = equations.assignments[id] {
            addVariable(symbol, definition, meaning)
        } else if equations.isState(id) {
            try addState(symbol, initial: equations.initial(of: id), rate: equations.rates[id] ?? 0, meaning)
        } else if source.initialAssignments[id] != nil {
            try addInitial(symbol, equations.initial(of: id), meaning)
        } else {
            addParameter(symbol, equations.value(of: id), meaning)
        }
        addOutput(id, Expression(symbol), meaning)
    }

    private mutating func add(_ species: SBMLSpecies) throws {
        let symbol = SBMLName.symbol(species.id)
        let amount = SBMLName.amount(species.id)
        let unit = species.unit.map { " [\($0)]" } ?? ""
        let divisor = equations.divisor(of: species)
        let meaning = "\(divisor == nil ? "amount" : "concentration") of \(species.name)"
        let amountMeaning = "amount of \(species.name)\(unit)"
        if let definition = equations.assignments[species.id] {
            addVariable(symbol, definition, meaning)
            addVariable(amount, divisor.map { Expression(symbol) * $0 } ?? Expression(symbol), amountMeaning)
        } else if equations.isState(species.id) {
            try addState(
                amount, initial: equations.initialAmount(of: species), rate: equations.amountRate(of: species),
                amountMeaning)
            addVariable(symbol, divisor.map { Expression(amount) / $0 } ?? Expression(amount), meaning)
            addDosePorts(species, amount, size: divisor)
        } else {
            let initial = try equations.initialAmount(of: species)
            if let number = initial.constantValue {
                addParameter(amount, number, amountMeaning)
            } else {
                try addInitial(amount, initial, amountMeaning)
            }
            addVariable(symbol, divisor.map { Expression(amount) / $0 } ?? Expression(amount), meaning)
        }
        addOutput(species.id, Expression(symbol), meaning)
        addOutput(amount.name, Expression(amount), amountMeaning)
        if let size = equations.size(around: species) {
            addOutput(
                SBMLName.concentration(species.id), species.isAmount ? Expression(amount) / size : Expression(symbol),
                "concentration of \(species.name)")
        }
    }

    private mutating func add(_ reaction: SBMLReaction) {
        for parameter in reaction.localParameters {
            addParameter(
                SBMLName.local(parameter.id, of: reaction.id), parameter.value ?? .nan,
                "parameter \(parameter.name) of \(reaction.name)")
        }
        let symbol = SBMLName.symbol(reaction.id)
        addVariable(symbol, reaction.rate ?? 0, "rate of \(reaction.name)")
        addOutput(reaction.id, Expression(symbol), "rate of \(reaction.name)")
    }

    /// A solver needs something to integrate where all is assigned.
    private mutating func addClock() throws {
        try addState(Symbol("file.clock", unit: .one), initial: 0, rate: 1, "time since the start")
    }

    private mutating func addState(
        _ symbol: Symbol, initial: Expression, rate: Expression, _ meaning: String
    ) throws {
        // Initial values are computed by walking through all of it.
        guard initial.extent.size <= Double(SBMLLimits.operations) else {
            throw equations.failure("the initial value of '\(symbol.name)' is too long once it is written out")
        }
        let start = abs(initial.evaluate { symbol in parameters.first { $0.symbol == symbol }?.value ?? .nan })
        let scale = scales == .initial && start > 0 && start.isFinite ? start : 1
        states.append(
            State(
                symbol: symbol, initial: initial, rate: finish(rate) / Expression(1, timeUnit), scale: scale,
                meaning: meaning))
    }

    /// What is set at the start and stays.
    private mutating func addInitial(_ symbol: Symbol, _ value: Expression, _ meaning: String) throws {
        if equations.isChanged {
            try addState(symbol, initial: value, rate: 0, meaning)
        } else {
            addVariable(symbol, value, meaning)
        }
    }

    private mutating func addParameter(_ symbol: Symbol, _ value: Double, _ meaning: String) {
        parameters.append(
            Parameter(
                symbol: symbol, value: value, provenance: .measured("as written in \(source.file)"), meaning: meaning))
    }

    private mutating func addVariable(_ symbol: Symbol, _ definition: Expression, _ meaning: String) {
        variables.append(Variable(symbol: symbol, definition: finish(definition), meaning: meaning))
    }

    private mutating func addOutput(_ name: String, _ expression: Expression, _ meaning: String) {
        outputs.append(Output(name: name, unit: .one, expression: expression, meaning: meaning))
    }

    /// Doses are added to the amount, or to what mathematics mean where the compartment's size is a parameter.
    private mutating func addDosePorts(_ species: SBMLSpecies, _ amount: Symbol, size: Expression?) {
        func add(_ name: String, times factor: Expression) {
            let dose = Symbol("\(name).dose", unit: .one)
            dosePorts.append(
                DosePort(
                    name: name, dose: dose, shares: [.init(state: amount, amount: Expression(dose) * factor)],
                    lag: Expression(0, .days), meaning: "into \(species.name)"))
        }
        add(amount.name, times: 1)
        if let size {
            let isParameter = parameters.contains { $0.symbol == size.symbol }
            if isParameter { add(species.id, times: size) }
        } else {
            add(species.id, times: 1)
        }
    }

    /// An expression in the model's time, its rates of change noted.
    private mutating func finish(_ expression: Expression) -> Expression {
        wantedRates += expression.symbols.compactMap(SBMLName.identifier(ofRate:))
        return time.apply(to: expression)
    }

    private mutating func finish(_ event: TriggeredEvent) -> TriggeredEvent {
        TriggeredEvent(
            name: event.name, trigger: finish(event.trigger), wasTrueBeforeStart: event.wasTrueBeforeStart,
            isPersistent: event.isPersistent, delay: event.delay.map { finish($0) },
            priority: event.priority.map { finish($0) }, takesValuesAtTrigger: event.takesValuesAtTrigger,
            assignments: event.assignments.map { .init(target: $0.target, value: finish($0.value)) })
    }

    /// Declares what mathematics look back to.
    private mutating func declareDelays() throws {
        while delayed.count < equations.delays.count {
            let place = delayed.count
            let delay = equations.delays[place]
            delayed.append(
                DelayedQuantity(
                    symbol: SBMLName.delayed(place), quantity: finish(delay.quantity),
                    delay: finish(delay.delay) * Expression(1, timeUnit),
                    before: finish(try equations.past(ofDelayed: place))))
        }
    }

    /// Declares what `rateOf` asks for, and what that asks for in turn.
    private mutating func declareRates() {
        while let id = wantedRates.popLast() {
            guard declaredRates.insert(id).inserted else { continue }
            addVariable(SBMLName.rate(of: id), equations.rate(of: id), "rate of change of \(id)")
        }
    }
}

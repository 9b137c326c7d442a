import Exchange
import Modeling
import Solving
import Symbolics

/// Where a model stands between two periods of an experiment.
struct PEtabSituation {
    var time: Double
    var parameters: [Double]
    var state: [Double]
    /// Whether each trigger held just before; nil before anything was simulated.
    var wereTriggered: [Bool]?
}

/// A model of a problem, compiled, with what conditions can do to it.
struct PEtabRunner: Sendable {
    let description: SBMLModel
    let compiled: CompiledModel
    let aliases: [String: String]
    let tolerances: Tolerances
    private let triggers: [Expression]
    private let outputPlaces: [String: Int]
    private let parameterPlaces: [String: Int]
    private let statePlaces: [String: Int]

    /// - Throws: `FileError` for a model that cannot be simulated.
    init(_ description: SBMLModel, aliases: [String: String], isChanged: Bool, tolerances: Tolerances) throws {
        self.description = description
        self.aliases = aliases
        self.tolerances = tolerances
        let model = try description.model(isChanged: isChanged)
        compiled = try CompiledModel(model)
        var inliner = model.inliner()
        triggers = model.triggeredEvents.map { inliner.apply(to: $0.trigger) }
        func places(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        }
        outputPlaces = places(model.outputs.map(\.name))
        parameterPlaces = places(model.parameters.map(\.name))
        statePlaces = places(model.states.map(\.name))
    }

    var hasEvents: Bool { !triggers.isEmpty }
    /// Whether something is on its way that a new period would know nothing of.
    var hasDelays: Bool {
        compiled.model.triggeredEvents.contains { $0.delay != nil } || !compiled.model.delayedQuantities.isEmpty
    }

    // MARK: Looking

    /// All outputs of the model where it stands.
    func outputs(_ situation: PEtabSituation) -> [Double] {
        let machine = compiled.machine(for: compiled.outputs)
        machine.load(controls: [], parameters: situation.parameters)
        var values = compiled.model.outputs.map { _ in 0.0 }
        machine.evaluate(time: situation.time, states: situation.state, into: &values)
        return values
    }

    /// What a name of the problem means in the model; nil where it has no such thing.
    func value(of name: String, outputs: [Double], parameters: [Double]) -> Double? {
        let name = aliases[name] ?? name
        return outputPlaces[name].map { outputs[$0] } ?? parameterPlaces[name].map { parameters[$0] }
    }

    /// Which triggers hold where the model stands.
    func triggered(_ situation: PEtabSituation) -> [Bool] {
        triggers.map { trigger in
            let value = trigger.evaluate { symbol in
                if symbol == .time { return situation.time }
                return statePlaces[symbol.name].map { situation.state[$0] }
                    ?? parameterPlaces[symbol.name].map { situation.parameters[$0] } ?? .nan
            }
            return value != 0 && !value.isNaN
        }
    }

    // MARK: Changing

    /// The model at its start, with values of parameters from a problem's table and, before initial values follow from
    /// them, others besides.
    func start(_ table: [String: Double], before early: [(target: String, value: Double)]) throws -> PEtabSituation {
        var parameters = try compiled.parameterValues()
        var late: [(target: String, value: Double)] = []
        for (name, value) in table.sorted(by: { $0.key < $1.key }).map({ ($0.key, $0.value) })
            + early.map({ ($0.target, $0.value) })
        {
            let name = aliases[name] ?? name
            if let place = parameterPlaces[name] {
                parameters[place] = value
            } else if statePlaces[name] != nil, early.allSatisfy({ $0.target != name }) {
                late.append((name, value))
            }
        }
        var situation = PEtabSituation(
            time: 0, parameters: parameters, state: compiled.restingState(parameters: parameters))
        try apply(late, to: &situation)
        return situation
    }

    /// Sets targets, all at once. A species whose identifier means a concentration keeps it where its compartment
    /// changes; one that is meant as an amount keeps that.
    ///
    /// - Throws: `ModelError` for what follows from a rule.
    func apply(_ changes: [(target: String, value: Double)], to situation: inout PEtabSituation) throws {
        guard !changes.isEmpty else { return }
        let values = Dictionary(changes.map { (aliases[$0.target] ?? $0.target, $0.value) }) { $1 }
        let species = Dictionary(description.species.map { ($0.id, $0) }) { $1 }
        let before = outputs(situation)
        for (target, value) in values where species[target] == nil { try set(target, to: value, in: &situation) }
        let after = outputs(situation)
        for one in description.species {
            let isConcentration = !one.isAmount && outputPlaces["\(one.id).concentration"] != nil
            let size = isConcentration ? outputPlaces[one.compartment].map { after[$0] } ?? .nan : 1
            if let value = values[one.id] {
                try set("\(one.id).amount", to: value * size, in: &situation)
            } else if isConcentration, values[one.compartment] != nil, let place = outputPlaces[one.id],
                statePlaces["\(one.id).amount"] != nil || parameterPlaces["\(one.id).amount"] != nil
            {
                try set("\(one.id).amount", to: before[place] * size, in: &situation)
            }
        }
    }

    private func set(_ name: String, to value: Double, in situation: inout PEtabSituation) throws {
        if let place = parameterPlaces[name] {
            situation.parameters[place] = value
        } else if let place = statePlaces[name] {
            situation.state[place] = value
        } else {
            throw ModelError("'\(name)' follows from a rule of the model and cannot be set")
        }
    }

    /// Gives constants back their values of the start, as version 1 has it of what the next condition leaves open.
    func reset(_ names: [String], to start: PEtabSituation, in situation: inout PEtabSituation) {
        for name in names {
            if let place = parameterPlaces[name] { situation.parameters[place] = start.parameters[place] }
        }
    }

    // MARK: Going on

    /// The compiled model that knows how its triggers stood before.
    private func continued(_ situation: PEtabSituation) throws -> CompiledModel {
        guard let were = situation.wereTriggered, hasEvents else { return compiled }
        let model = compiled.model
        guard zip(were, model.triggeredEvents).contains(where: { $0 != $1.wasTrueBeforeStart }) else { return compiled }
        let events = zip(were, model.triggeredEvents).map { was, event in
            TriggeredEvent(
                name: event.name, trigger: event.trigger, wasTrueBeforeStart: was, isPersistent: event.isPersistent,
                delay: event.delay, priority: event.priority, takesValuesAtTrigger: event.takesValuesAtTrigger,
                assignments: event.assignments)
        }
        return try CompiledModel(
            Model(
                name: model.name, components: model.components, states: model.states, parameters: model.parameters,
                controls: model.controls, variables: model.variables, outputs: model.outputs,
                dosePorts: model.dosePorts, triggeredEvents: events, delayedQuantities: model.delayedQuantities))
    }

    /// Simulates to a time and stands there.
    ///
    /// - Returns: all outputs at each of the times.
    func advance(_ situation: inout PEtabSituation, to end: Double, times: [Double]) throws -> [[Double]] {
        let model = try continued(situation)
        let problem = InitialValueProblem(
            model, parameters: situation.parameters, controls: [], initialState: situation.state,
            span: situation.time...end)
        let trajectory = try CVODES(tolerances: tolerances).solve(problem, samples: times.map(Sample.instant))
        situation.state = trajectory.finalState
        situation.time = end
        situation.wereTriggered = triggered(situation)
        return trajectory.outputs
    }

    /// Simulates until nothing moves: decade after decade of time, until rates are small beside what they are of, or a
    /// whole late decade has changed nothing.
    ///
    /// - Throws: `PEtabFailure` for a model that does not come to rest.
    func settle(_ situation: inout PEtabSituation) throws {
        let start = situation.time
        var length = 1.0
        while length <= Self.longestRest {
            let before = situation.state
            _ = try advance(&situation, to: start + length, times: [])
            let rates = self.rates(situation)
            // Quantities far below the largest count as a millionth of it.
            let floor = 1e-6 * zip(situation.state, before).map { Swift.max(abs($0), abs($1)) }.reduce(0, Swift.max)
            let names = compiled.model.states.map(\.name)
            let isStill = names.indices.allSatisfy { place in
                names[place] == "file.clock"
                    || abs(rates[place]) <= Self.restingRate * (abs(situation.state[place]) + floor)
            }
            let isLate = length >= Self.lateLength
            let isUnchanged = names.indices.allSatisfy { place in
                names[place] == "file.clock"
                    || abs(situation.state[place] - before[place])
                        <= Self.restingChange * (abs(situation.state[place]) + floor)
            }
            if isStill || (isLate && isUnchanged) { return }
            length *= 10
        }
        throw PEtabFailure("the model does not come to rest within \(length / 10) units of its time")
    }

    /// Rates below so much of a quantity per unit of time are rest.
    private static let restingRate = 1e-9
    /// A change by less than so much of a quantity over nine tenths of the time so far is rest …
    private static let restingChange = 1e-7
    /// … once so much time has gone by.
    private static let lateLength = 1e5
    private static let longestRest = 1e10

    private func rates(_ situation: PEtabSituation) -> [Double] {
        let machine = compiled.machine(for: compiled.rates)
        machine.load(controls: [], parameters: situation.parameters)
        var rates = compiled.model.states.map { _ in 0.0 }
        machine.evaluate(time: situation.time, states: situation.state, into: &rates)
        return rates
    }
}

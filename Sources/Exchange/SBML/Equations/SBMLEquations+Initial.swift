import Symbolics

/// Values at the start, from the model's parameters alone.
extension SBMLEquations {
    /// What an identifier means at the start.
    ///
    /// - Throws: `FileError` where values need each other in a circle.
    func initial(of id: String) throws -> Expression {
        if let known = knownInitials[id] { return known }
        if let start = pendingInitials.firstIndex(of: id) {
            let circle = (pendingInitials[start...] + [id]).joined(separator: " → ")
            throw failure("these initial values need each other in a circle: \(circle)")
        }
        pendingInitials.append(id)
        defer { pendingInitials.removeLast() }
        let value = try computeInitial(of: id)
        knownInitials[id] = value
        return value
    }

    private func computeInitial(of id: String) throws -> Expression {
        if let definition = assignments[id] ?? source.initialAssignments[id] { return try atStart(definition) }
        if let solved = solvedInitials[id] { return solved }
        if let species = species[id] {
            guard let size = divisor(of: species) else { return try initialAmount(of: species) }
            if let concentration = species.initialConcentration { return Expression(concentration, .one) }
            return try initialAmount(of: species) / atStart(size)
        }
        if let reaction = reactions[id] { return try reaction.rate.map(atStart) ?? 0 }
        if isState(id) { return Expression(value(of: id), .one) }
        return meaning(id)
    }

    /// The number written for a compartment, parameter or stoichiometry; not a number where there is none.
    func value(of id: String) -> Double {
        if let compartment = compartments[id] { return compartment.size ?? .nan }
        if let parameter = parameters[id] { return parameter.value ?? .nan }
        return stoichiometries[id]?.stoichiometry ?? .nan
    }

    /// A species' amount at the start.
    func initialAmount(of species: SBMLSpecies) throws -> Expression {
        let isGiven =
            assignments[species.id] != nil || source.initialAssignments[species.id] != nil
            || solvedInitials[species.id] != nil
        if isGiven {
            let value = try initial(of: species.id)
            return try divisor(of: species).map { try value * atStart($0) } ?? value
        }
        if let amount = species.initialAmount { return Expression(amount, .one) }
        guard let concentration = species.initialConcentration else { return Expression(.nan, .one) }
        let value = Expression(concentration, .one)
        return try size(around: species).map { try value * atStart($0) } ?? value
    }

    /// An expression with everything in it at the start.
    func atStart(_ expression: Expression) throws -> Expression {
        var values: [Symbol: Expression] = [:]
        for symbol in expression.symbols {
            if symbol == SBMLName.time {
                values[symbol] = 0
            } else if let place = SBMLName.place(ofDelayed: symbol) {
                values[symbol] = try pastAtStart(place)
            } else if let id = SBMLName.identifier(ofRate: symbol) {
                values[symbol] = try atStart(rate(of: id))
            } else {
                values[symbol] = try initial(of: SBMLName.identifier(symbol))
            }
        }
        var substitution = Substitution(values)
        return substitution.apply(to: expression)
    }
}

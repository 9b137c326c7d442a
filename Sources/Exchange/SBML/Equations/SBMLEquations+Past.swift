import Symbolics

/// Values before the start, as SBML Level 3 Version 2 has them (section 3.4.8): rules and initial assignments hold at all
/// times, with the time that it is, and nothing else moves.
extension SBMLEquations {
    /// What the quantity that a delay looks back to was before the start, from parameters and the time then.
    ///
    /// - Throws: `FileError` for a quantity that looks back to itself without end.
    func past(ofDelayed place: Int) throws -> Expression {
        guard let base = delays[place].derivativeOf else { return try past(delays[place].quantity) }
        var differentiator = Differentiator(to: SBMLName.time)
        return differentiator.derivative(of: try past(delays[base].quantity))
    }

    /// What a delay gives at the start.
    func pastAtStart(_ place: Int) throws -> Expression {
        let delay = try atStart(delays[place].delay)
        if delay.constantValue == 0 { return try atStart(delays[place].quantity) }
        var substitution = Substitution([SBMLName.time: -delay])
        let past = substitution.apply(to: try past(ofDelayed: place))
        if delay.constantValue != nil { return past }
        return select(0 < delay, past, try atStart(delays[place].quantity))
    }

    /// How fast what a delay gives changes, per unit of the file's time.
    func rate(ofDelayed place: Int) -> Expression {
        let known = delays.firstIndex { $0.derivativeOf == place }
        let slope = known ?? delays.count
        if known == nil {
            // Listed first, because a quantity that looks back to itself has a rate that does.
            delays.append(SBMLDelay(quantity: 0, delay: delays[place].delay, derivativeOf: place))
            delays[slope].quantity = totalDerivative(of: delays[place].quantity)
        }
        return Expression(SBMLName.delayed(slope)) * (1 - totalDerivative(of: delays[place].delay))
    }

    /// An expression before the start.
    private func past(_ expression: Expression) throws -> Expression {
        var values: [Symbol: Expression] = [:]
        for symbol in expression.symbols where symbol != SBMLName.time {
            if let place = SBMLName.place(ofDelayed: symbol) {
                let name = symbol.name
                values[symbol] = try remembering(name) {
                    var shift = Substitution([
                        SBMLName.time: Expression(SBMLName.time) - (try past(delays[place].delay))
                    ])
                    return shift.apply(to: try past(ofDelayed: place))
                }
            } else if let id = SBMLName.identifier(ofRate: symbol) {
                values[symbol] = try pastRate(of: id)
            } else {
                values[symbol] = try past(of: SBMLName.identifier(symbol))
            }
        }
        var substitution = Substitution(values)
        return substitution.apply(to: expression)
    }

    private func past(of id: String) throws -> Expression {
        try remembering(id) {
            if let definition = assignments[id] ?? source.initialAssignments[id] { return try past(definition) }
            if let reaction = reactions[id] { return try reaction.rate.map(past) ?? 0 }
            return try initial(of: id)
        }
    }

    /// Only what a rule or an initial assignment makes of time changes then.
    private func pastRate(of id: String) throws -> Expression {
        var differentiator = Differentiator(to: SBMLName.time)
        return differentiator.derivative(of: try past(of: id))
    }

    private func remembering(_ name: String, _ compute: () throws -> Expression) throws -> Expression {
        if let known = knownPasts[name] { return known }
        guard !pendingPasts.contains(name) else {
            throw FileError(
                kind: .unsupported, file: source.file, line: nil,
                "'\(name)' looks back to itself without an end before the start, which is not supported")
        }
        pendingPasts.append(name)
        defer { pendingPasts.removeLast() }
        let value = try compute()
        knownPasts[name] = value
        return value
    }
}

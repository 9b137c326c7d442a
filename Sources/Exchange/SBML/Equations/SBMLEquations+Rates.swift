import Symbolics

/// Rates of change, per unit of the file's time.
extension SBMLEquations {
    /// How fast what an identifier means changes.
    func rate(of id: String) -> Expression {
        if let definition = assignments[id] { return totalDerivative(of: definition) }
        if let species = species[id] {
            guard let size = divisor(of: species) else { return amountRate(of: species) }
            let dilution = meaning(id) * rate(of: species.compartment)
            return (amountRate(of: species) - dilution) / size
        }
        if let reaction = reactions[id] { return reaction.rate.map(totalDerivative) ?? 0 }
        return rates[id] ?? 0
    }

    /// How fast a species' amount changes. A rule on a concentration says how fast that changes, whatever the size of
    /// the compartment does, so that a growing one takes more in.
    func amountRate(of species: SBMLSpecies) -> Expression {
        if let rule = rates[species.id] {
            guard let size = divisor(of: species) else { return rule }
            return rule * size + meaning(species.id) * rate(of: species.compartment)
        }
        let turnover = sum(
            (turnovers[species.id] ?? []).map { turnover in
                let extent = stoichiometry(turnover.participant) * meaning(turnover.reaction)
                return turnover.sign < 0 ? -extent : extent
            })
        guard let factor = species.conversionFactor ?? source.conversionFactor else { return turnover }
        return meaning(factor) * turnover
    }

    private func stoichiometry(_ participant: SBMLReaction.Participant) -> Expression {
        if let mathematics = participant.mathematics { return mathematics }
        if source.level >= 3, let id = participant.id { return meaning(id) }
        return Expression(participant.stoichiometry ?? .nan, .one)
    }

    /// The chain rule over whatever an expression mentions.
    func totalDerivative(of expression: Expression) -> Expression {
        sum(
            expression.symbols.map { symbol in
                var differentiator = Differentiator(to: symbol)
                let partial = differentiator.derivative(of: expression)
                if partial.constantValue == 0 { return 0 }
                return partial * rate(of: symbol)
            })
    }

    /// How fast what a symbol of mathematics stands for changes.
    func rate(of symbol: Symbol) -> Expression {
        if symbol == SBMLName.time { return 1 }
        if let place = SBMLName.place(ofDelayed: symbol) { return rate(ofDelayed: place) }
        if let id = SBMLName.identifier(ofRate: symbol) { return totalDerivative(of: rate(of: id)) }
        return rate(of: SBMLName.identifier(symbol))
    }
}

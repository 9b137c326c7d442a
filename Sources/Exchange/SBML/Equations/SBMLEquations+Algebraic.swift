import Symbolics

/// Algebraic rules: each determines one quantity that nothing else does.
extension SBMLEquations {
    /// Turns every algebraic rule into a definition, or where that cannot be written, into a rate that keeps it.
    ///
    /// - Throws: `FileError` for a rule that determines nothing, or one whose solution cannot be found.
    func solveAlgebraicRules() throws {
        let rules = source.rules.filter { if case .algebraic = $0.kind { true } else { false } }
        guard !rules.isEmpty else { return }
        let candidates = rules.map { rule in free(in: inlined(rule.expression)) }
        let chosen = Self.matching(candidates)
        for (index, rule) in rules.enumerated() where chosen[index] == nil {
            throw failure("the algebraic rule determines nothing that is not determined already", line: rule.line)
        }
        let all = Set(candidates.flatMap(\.self))
        guard all.count == rules.count else {
            throw FileError(
                kind: .unsupported, file: source.file, line: rules[0].line,
                "the algebraic rules leave open which of \(all.sorted().joined(separator: ", ")) they determine")
        }
        for (index, rule) in rules.enumerated() {
            // Those solved before stand in it by now.
            let residual = inlined(rule.expression)
            let left = free(in: residual)
            let order = [chosen[index]].compactMap(\.self).filter(left.contains) + left.filter { $0 != chosen[index] }
            if let (id, definition) = order.lazy.compactMap({ id in
                self.definition(of: id, from: residual).map { (id, $0) }
            }).first {
                assignments[id] = definition
            } else if let id = order.first {
                try follow(id, residual, line: rule.line)
            } else {
                throw failure("the algebraic rule determines nothing that is not determined already", line: rule.line)
            }
        }
    }

    /// What an expression mentions that may vary and that neither a rule, nor a reaction, nor an event determines.
    private func free(in expression: Expression) -> [String] {
        expression.symbols.map(SBMLName.identifier).filter { id in
            guard assignments[id] == nil, !isState(id) else { return false }
            let isConstant =
                species[id]?.isConstant ?? parameters[id]?.isConstant ?? compartments[id]?.isConstant
                ?? stoichiometries[id]?.isConstant ?? true
            return !isConstant
        }
    }

    /// An expression with assigned quantities replaced by what is assigned.
    private func inlined(_ expression: Expression) -> Expression {
        var result = expression
        // Each pass goes one definition deeper; a circle ends at the number of definitions and is reported by the model.
        for _ in 0...assignments.count {
            let replacements = result.symbols.compactMap { symbol in
                assignments[SBMLName.identifier(symbol)].map { (symbol, $0) }
            }
            if replacements.isEmpty { return result }
            var substitution = Substitution(Dictionary(replacements) { $1 })
            result = substitution.apply(to: result)
        }
        return result
    }

    /// The quantity that makes an expression zero, where the expression is linear in it.
    private func definition(of id: String, from residual: Expression) -> Expression? {
        let symbol = SBMLName.symbol(id)
        var differentiator = Differentiator(to: symbol)
        let slope = differentiator.derivative(of: residual)
        guard slope.constantValue != 0, !slope.symbols.contains(symbol) else { return nil }
        // A rate of the quantity itself would make it a differential equation.
        guard !residual.symbols.contains(where: { SBMLName.identifier(ofRate: $0) != nil }) else { return nil }
        var atZero = Substitution([symbol: 0])
        return -atZero.apply(to: residual) / slope
    }

    /// Makes a quantity a state that starts where the expression is zero and moves so that it stays zero.
    private func follow(_ id: String, _ residual: Expression, line: Int) throws {
        func unsupported(_ reason: String) -> FileError {
            FileError(
                kind: .unsupported, file: source.file, line: line,
                "an algebraic rule that is not linear in '\(id)' is not supported \(reason)")
        }
        guard source.events.isEmpty else { throw unsupported("in a model with events") }
        guard !isChanged else { throw unsupported("where doses or changes are put on the model") }
        guard !residual.symbols.contains(SBMLName.rate(of: id)) else {
            throw unsupported("where it holds its rate as well")
        }
        let symbol = SBMLName.symbol(id)
        var differentiator = Differentiator(to: symbol)
        let slope = differentiator.derivative(of: residual)
        guard let start = try root(of: residual, slope, id) else { throw unsupported("where no start is found") }
        solvedInitials[id] = Expression(start, .one)
        let others = residual.symbols.filter { $0 != symbol }
        let drift = others.map { other -> Expression in
            var differentiator = Differentiator(to: other)
            let partial = differentiator.derivative(of: residual)
            return partial * rate(of: other)
        }
        rates[id] = -sum(drift) / slope
    }

    /// Newton's method from what the file gives as a guess.
    private func root(of residual: Expression, _ slope: Expression, _ id: String) throws -> Double? {
        let symbol = SBMLName.symbol(id)
        let constants = Dictionary(
            uniqueKeysWithValues: try residual.symbols.filter { $0 != symbol }.map { other in
                (other, try atStart(Expression(other)).evaluate { value(of: SBMLName.identifier($0)) })
            })
        let guess = species[id].flatMap { $0.initialConcentration ?? $0.initialAmount } ?? value(of: id)
        var x = guess.isFinite ? guess : 1
        for _ in 0..<100 {
            func number(_ expression: Expression) -> Double {
                expression.evaluate { $0 == symbol ? x : constants[$0] ?? .nan }
            }
            let step = number(residual) / number(slope)
            guard step.isFinite else { return nil }
            x -= step
            if abs(step) <= 1e-14 * abs(x) { return x }
        }
        return nil
    }

    /// For each list of candidates one of its own, as many as possible (augmenting paths).
    private static func matching(_ candidates: [[String]]) -> [String?] {
        var owner: [String: Int] = [:]
        func assign(_ rule: Int, _ visited: inout Set<String>) -> Bool {
            for candidate in candidates[rule] where visited.insert(candidate).inserted {
                if let other = owner[candidate], !assign(other, &visited) { continue }
                owner[candidate] = rule
                return true
            }
            return false
        }
        for rule in candidates.indices {
            var visited = Set<String>()
            _ = assign(rule, &visited)
        }
        var chosen: [String?] = candidates.map { _ in nil }
        for (candidate, rule) in owner { chosen[rule] = candidate }
        return chosen
    }
}

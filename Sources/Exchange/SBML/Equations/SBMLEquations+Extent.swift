import Symbolics

/// How large expressions become once definitions are written out. What would be too large is refused before anything
/// walks through it.
extension SBMLEquations {
    /// - Throws: `SBMLError` for definitions that rest on each other in too long a chain.
    func checkDepth() throws {
        var definitions: [String: [Expression]] = [:]
        for (id, expression) in assignments { definitions[id, default: []].append(expression) }
        for (id, expression) in source.initialAssignments { definitions[id, default: []].append(expression) }
        for reaction in source.reactions { definitions[reaction.id] = reaction.rate.map { [$0] } }

        var depths: [String: Int] = [:]
        var isOpen = Set<String>()
        // A list of its own in place of calls, which would be as deep as what is looked for.
        for start in definitions.keys.sorted() where depths[start] == nil {
            var pending = [start]
            while let id = pending.last {
                let mentioned = (definitions[id] ?? []).flatMap(\.symbols).map { SBMLName.identifier($0) }
                let unknown = mentioned.filter { definitions[$0] != nil && depths[$0] == nil && !isOpen.contains($0) }
                if isOpen.insert(id).inserted, !unknown.isEmpty {
                    pending += unknown
                    continue
                }
                pending.removeLast()
                guard depths[id] == nil else { continue }
                isOpen.remove(id)
                let own = (definitions[id] ?? []).map(\.extent.depth).max() ?? 0
                let depth = own + (mentioned.compactMap { depths[$0] }.max() ?? 0)
                guard depth <= SBMLLimits.chain else {
                    throw failure("the definitions that '\(id)' rests on are nested deeper than \(SBMLLimits.chain)")
                }
                depths[id] = depth
            }
        }
    }
}

extension Expression {
    /// How many operations it is when written out, and how deep; shared parts are visited once.
    var extent: (size: Double, depth: Int) {
        var known: [ObjectIdentifier: (size: Double, depth: Int)] = [:]
        func measure(_ expression: Expression) -> (size: Double, depth: Int) {
            if let found = known[expression.identity] { return found }
            let parts: [Expression]
            switch expression.node {
            case .constant, .symbol: parts = []
            case .unary(_, let x): parts = [x]
            case .binary(_, let a, let b): parts = [a, b]
            case .select(let condition, let then, let otherwise): parts = [condition, then, otherwise]
            }
            let inner = parts.map(measure)
            let result = (1 + inner.map(\.size).reduce(0, +), 1 + (inner.map(\.depth).max() ?? 0))
            known[expression.identity] = result
            return result
        }
        return measure(self)
    }
}

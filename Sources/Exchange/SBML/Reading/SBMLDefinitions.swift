import Symbolics

/// What rests on what in a file. What would be too large, once definitions are written out in each other, is refused
/// before anything walks through it.
struct SBMLDefinitions {
    private let model: SBMLModel
    private let definitions: [String: [Expression]]
    /// How many pairs of a definition and one that it rests on there are, directly or not; counted to a limit.
    private(set) var pairs = 0

    /// - Throws: `FileError` for definitions that rest on each other in too long a chain.
    init(_ model: SBMLModel) throws {
        self.model = model
        var definitions: [String: [Expression]] = [:]
        for rule in model.rules {
            if case .assignment(let id) = rule.kind { definitions[id, default: []].append(rule.expression) }
        }
        for (id, expression) in model.initialAssignments { definitions[id, default: []].append(expression) }
        for reaction in model.reactions { definitions[reaction.id] = reaction.rate.map { [$0] } }
        self.definitions = definitions
        try followAll()
    }

    private mutating func followAll() throws {
        var depths: [String: Int] = [:]
        var reached: [String: Set<String>] = [:]
        var isOpen = Set<String>()
        // A list of its own in place of calls, which would be as deep as what is looked for.
        for start in definitions.keys.sorted() where depths[start] == nil {
            var pending = [start]
            while let id = pending.last {
                let own = definitions[id] ?? []
                let mentioned = own.flatMap(\.symbols).map { SBMLName.identifier($0) }.filter { definitions[$0] != nil }
                let unknown = mentioned.filter { depths[$0] == nil && !isOpen.contains($0) }
                if isOpen.insert(id).inserted, !unknown.isEmpty {
                    pending += unknown
                    continue
                }
                pending.removeLast()
                guard depths[id] == nil else { continue }
                isOpen.remove(id)
                let depth = (own.map(\.extent.depth).max() ?? 0) + (mentioned.compactMap { depths[$0] }.max() ?? 0)
                guard depth <= SBMLLimits.chain else {
                    throw FileError(
                        file: model.file,
                        "the definitions that '\(id)' rests on are nested deeper than \(SBMLLimits.chain)")
                }
                depths[id] = depth
                if pairs <= SBMLLimits.pairs {
                    let all = mentioned.reduce(into: Set(mentioned)) { $0.formUnion(reached[$1] ?? []) }
                    reached[id] = all
                    pairs += all.count
                }
            }
        }
    }

    /// That nothing is determined twice, and nothing constant at all: what libSBML finds as well, where it has the time.
    ///
    /// - Throws: `FileError` with everything that is.
    func checkDetermination() throws {
        var problems: [FileError.Problem] = []
        var ruled = Set<String>()
        let constants = Set(
            model.species.filter(\.isConstant).map(\.id) + model.parameters.filter(\.isConstant).map(\.id)
                + model.compartments.filter(\.isConstant).map(\.id))
        for rule in model.rules {
            guard let id = rule.target else { continue }
            if !ruled.insert(id).inserted {
                problems.append(.init(file: model.file, line: rule.line, "'\(id)' has two rules"))
            }
            if constants.contains(id) {
                problems.append(.init(file: model.file, line: rule.line, "'\(id)' is constant and has a rule"))
            }
        }
        for event in model.events {
            for (id, _) in event.assignments {
                if constants.contains(id) {
                    problems.append(
                        .init(file: model.file, line: event.line, "'\(id)' is constant and is set by an event"))
                }
                if model.rules.contains(where: { if case .assignment(id) = $0.kind { true } else { false } }) {
                    problems.append(
                        .init(file: model.file, line: event.line, "'\(id)' has a rule and is set by an event"))
                }
            }
        }
        let participants = Set(model.reactions.flatMap { $0.reactants + $0.products }.map(\.species))
        for species in model.species where participants.contains(species.id) && !species.isBoundary {
            if ruled.contains(species.id) {
                problems.append(.init(file: model.file, "'\(species.id)' has a rule and takes part in reactions"))
            }
            if species.isConstant {
                problems.append(.init(file: model.file, "'\(species.id)' is constant and takes part in reactions"))
            }
        }
        guard problems.isEmpty else { throw FileError(problems) }
    }
}

extension SBMLRule {
    /// What the rule is of; nil for an algebraic one.
    fileprivate var target: String? {
        switch kind {
        case .assignment(let id), .rate(let id): return id
        case .algebraic: return nil
        }
    }
}

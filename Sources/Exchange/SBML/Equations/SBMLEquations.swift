import Modeling
import Symbolics

/// What the identifiers of a file are to a model, and the equations between them.
///
/// Amounts of species are the states, so that nothing is made or lost where a compartment grows or shrinks; what
/// nothing changes is a parameter; what a rule assigns is a variable. A class because initial values are found by
/// asking each other, and remembered.
final class SBMLEquations {
    let source: SBMLModel
    /// Whether others than the file itself will change something on the way.
    let isChanged: Bool
    let compartments: [String: SBMLCompartment]
    let species: [String: SBMLSpecies]
    let parameters: [String: SBMLParameter]
    let reactions: [String: SBMLReaction]
    /// Stoichiometries that mathematics may mean, by identifier.
    let stoichiometries: [String: SBMLReaction.Participant]
    /// Definitions: of assignment rules, and of algebraic ones that could be turned into such.
    var assignments: [String: Expression] = [:]
    /// Rates of change that rules give, or that keep an algebraic rule.
    var rates: [String: Expression] = [:]
    /// What events set.
    let eventTargets: Set<String>
    /// For each species, the reactions that make it or use it up.
    let turnovers: [String: [Turnover]]
    /// Values at the start that algebraic rules determine.
    var solvedInitials: [String: Expression] = [:]
    var knownInitials: [String: Expression] = [:]
    var pendingInitials: [String] = []
    /// What mathematics look back to, those of the file first.
    var delays: [SBMLDelay]
    /// What identifiers meant before the start.
    var knownPasts: [String: Expression] = [:]
    var pendingPasts: [String] = []

    /// What one turn of a reaction does to a species.
    struct Turnover {
        let reaction: String
        let participant: SBMLReaction.Participant
        /// Minus one where it is used up.
        let sign: Double
    }

    /// - Throws: `FileError` naming everything that is not supported, or the rule that has no solution.
    init(_ source: SBMLModel, isChanged: Bool) throws {
        guard source.refusals.isEmpty else {
            throw FileError(kind: .unsupported, source.refusals)
        }
        self.source = source
        delays = source.delays
        self.isChanged = isChanged
        compartments = Dictionary(source.compartments.map { ($0.id, $0) }) { $1 }
        species = Dictionary(source.species.map { ($0.id, $0) }) { $1 }
        parameters = Dictionary(source.parameters.map { ($0.id, $0) }) { $1 }
        reactions = Dictionary(source.reactions.map { ($0.id, $0) }) { $1 }
        let participants = source.reactions.flatMap { $0.reactants + $0.products }
        stoichiometries = Dictionary(participants.compactMap { one in one.id.map { ($0, one) } }) { $1 }
        eventTargets = Set(source.events.flatMap { $0.assignments.map(\.target) })
        var turnovers: [String: [Turnover]] = [:]
        for reaction in source.reactions {
            for (list, sign) in [(reaction.reactants, -1.0), (reaction.products, 1.0)] {
                for participant in list {
                    turnovers[participant.species, default: []].append(
                        Turnover(reaction: reaction.id, participant: participant, sign: sign))
                }
            }
        }
        self.turnovers = turnovers.filter { [species] in
            species[$0.key].map { !$0.isBoundary && !$0.isConstant } ?? false
        }
        for rule in source.rules {
            switch rule.kind {
            case .assignment(let id): assignments[id] = rule.expression
            case .rate(let id): rates[id] = rule.expression
            case .algebraic: break
            }
        }
        try solveAlgebraicRules()
    }

    /// Whether something changes it over time otherwise than by a definition.
    func isState(_ id: String) -> Bool {
        rates[id] != nil || eventTargets.contains(id) || turnovers[id] != nil
    }

    /// The size of a species' compartment; none where that is a point, in which amounts are all there is.
    func size(around species: SBMLSpecies) -> Expression? {
        guard let compartment = compartments[species.compartment] else { return nil }
        let hasSize =
            compartment.size != nil || assignments[compartment.id] != nil || rates[compartment.id] != nil
            || source.initialAssignments[compartment.id] != nil || eventTargets.contains(compartment.id)
        return compartment.dimensions == 0 && !hasSize ? nil : Expression(SBMLName.symbol(compartment.id))
    }

    /// What turns a species' amount into what mathematics mean by its identifier; none where that is the amount.
    func divisor(of species: SBMLSpecies) -> Expression? { species.isAmount ? nil : size(around: species) }

    /// What mathematics mean by an identifier.
    func meaning(_ id: String) -> Expression { Expression(SBMLName.symbol(id)) }

    func failure(_ message: String, line: Int? = nil) -> FileError {
        FileError(file: source.file, line: line, message)
    }
}

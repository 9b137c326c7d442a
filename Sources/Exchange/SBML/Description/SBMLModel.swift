import Symbolics

/// A model as an SBML file describes it, without its XML: what there is, how it starts and what it obeys.
///
/// Mathematics are expressions in the file's own identifiers. Every number is pure: in files in the wild units do not
/// balance, so they are kept as text beside what they belong to and never computed with. Time is in the file's unit.
public struct SBMLModel: Sendable {
    /// The file, as it was named.
    public let file: String
    public let id: String
    /// What the model is called, or its identifier where it has no name.
    public let name: String
    public let level: Int
    public let version: Int
    /// The unit of time, where the file says it.
    public let time: SBMLUnit?
    /// The parameter that turns extents of reactions into amounts of species without one of their own.
    public let conversionFactor: String?
    public internal(set) var compartments: [SBMLCompartment]
    public internal(set) var species: [SBMLSpecies]
    public internal(set) var parameters: [SBMLParameter]
    public internal(set) var reactions: [SBMLReaction]
    /// Values at the start, by what they are of; in place of those written there.
    public let initialAssignments: [String: Expression]
    public let rules: [SBMLRule]
    public let events: [SBMLEvent]
    /// What mathematics look back to; they mean one by its place.
    public let delays: [SBMLDelay]
    /// How many function definitions were written out where they are called.
    public let functionCount: Int
    /// How many conditions the author expects to hold; they change nothing and are not looked at.
    public let constraintCount: Int
    /// The packages that the file uses.
    public let packages: [SBMLPackage]
    /// What it asks for that this program does not do; none in a model that runs.
    public let refusals: [FileError.Problem]

    /// What an output is measured in, as the file declares it; nil where it does not.
    public func unit(of output: String) -> String? {
        let parts = output.split(separator: ".", maxSplits: 1).map(String.init)
        if let species = species.first(where: { $0.id == parts[0] }) {
            let isAmount = parts.count == 2 ? parts[1] == "amount" : species.isAmount
            guard !isAmount else { return species.unit }
            let size = compartments.first { $0.id == species.compartment }?.unit
            return species.unit.flatMap { amount in size.map { "\(amount)/\($0)" } }
        }
        return compartments.first { $0.id == output }?.unit ?? parameters.first { $0.id == output }?.unit
    }

    /// All species, and whatever else a rule gives a rate.
    public var moving: [String] {
        let known = Set(species.map(\.id))
        return species.map(\.id)
            + rules.compactMap { rule in
                if case .rate(let id) = rule.kind, !known.contains(id) { return id }
                return nil
            }
    }
}

/// A unit as a file declares it.
public struct SBMLUnit: Hashable, Sendable {
    /// For people, such as `mole` or `(3600 second)`.
    public let text: String
    /// Its length in days where it is a unit of time.
    public let days: Double?
}

/// A place where species are, with a size that may change.
public struct SBMLCompartment: Sendable {
    public let id: String
    public let name: String
    public let dimensions: Double
    public internal(set) var size: Double?
    public let isConstant: Bool
    public let unit: String?
}

/// A pool of something in a compartment.
public struct SBMLSpecies: Sendable {
    public let id: String
    public let name: String
    public let compartment: String
    public internal(set) var initialAmount: Double?
    public internal(set) var initialConcentration: Double?
    /// Whether mathematics mean its amount; else they mean its concentration.
    public let isAmount: Bool
    /// Whether reactions leave it alone.
    public let isBoundary: Bool
    public let isConstant: Bool
    public let conversionFactor: String?
    /// Of its amount.
    public let unit: String?
}

/// A number with a name, constant or not.
public struct SBMLParameter: Sendable {
    public let id: String
    public let name: String
    public internal(set) var value: Double?
    public let isConstant: Bool
    public let unit: String?
}

/// A process that turns species into others.
public struct SBMLReaction: Sendable {
    /// A species that is made or used up, and how much of it per turn.
    public struct Participant: Sendable {
        /// By which mathematics mean the stoichiometry.
        public let id: String?
        public let species: String
        public let stoichiometry: Double?
        /// In place of a number, in Level 2.
        public let mathematics: Expression?
        public let isConstant: Bool
    }

    public let id: String
    public let name: String
    public let reactants: [Participant]
    public let products: [Participant]
    /// Extent per time; none where the file gives none.
    public let rate: Expression?
    /// Constants that only its rate sees, named with the reaction in front.
    public internal(set) var localParameters: [SBMLParameter]
}

/// An equation besides the reactions.
public struct SBMLRule: Sendable {
    public enum Kind: Sendable {
        case assignment(of: String)
        case rate(of: String)
        /// The expression is zero at all times.
        case algebraic
    }

    public let kind: Kind
    public let expression: Expression
    public let line: Int
}

/// Values that change when a condition becomes true.
public struct SBMLEvent: Sendable {
    public let name: String
    public let trigger: Expression
    public let initialValue: Bool
    public let isPersistent: Bool
    public let takesValuesAtTrigger: Bool
    public let delay: Expression?
    public let priority: Expression?
    public let assignments: [(target: String, value: Expression)]
    public let line: Int
}

/// What a quantity was some of the file's time ago.
public struct SBMLDelay: Sendable {
    public internal(set) var quantity: Expression
    public let delay: Expression
    /// The place of the one whose change over time this is; nil for one that the file asks for.
    var derivativeOf: Int?
}

/// A package of SBML that a file declares.
public struct SBMLPackage: Hashable, Sendable {
    public let name: String
    /// Whether the mathematics cannot be understood without it.
    public let isRequired: Bool

    /// Packages whose meaning is taken in: submodels are written out, more functions are read as any.
    static let understood = ["comp", "l3v2extendedmath"]
}

import Evidence
import Exchange
import Symbolics

/// What came of one claim.
public struct ClaimResult: Sendable, Identifiable {
    /// The one place that every claim has.
    public enum Place: Sendable {
        case tried(ClaimVerdict)
        /// It is about a citation, of which the literature knows how it stands.
        case reference(ReferenceStatus)
        case untried(ClaimPlan.Omission)
    }

    public let claim: Claim
    public let place: Place

    public var id: String { claim.id }

    public init(claim: Claim, place: Place) {
        self.claim = claim
        self.place = place
    }

    /// What was found, if the claim was tried.
    public var verdict: ClaimVerdict? {
        if case .tried(let verdict) = place { verdict } else { nil }
    }
}

/// Whether a citation is what it says.
public enum ReferenceStatus: String, CaseIterable, Sendable {
    case correct
    /// The source exists, but title, author, year or what it is cited for is not right.
    case misquoted = "real but misquoted"
    /// Author, journal or pages belong to something else, or nothing like it exists.
    case wrong
    case notFound = "not found or not confirmed"

    /// - Parameter check: the verdict of the literature on the citation.
    public init(_ check: Claim.LiteratureCheck) {
        switch check {
        case .supported: self = .correct
        case .partly: self = .misquoted
        case .contradicted: self = .wrong
        case .unverifiable: self = .notFound
        }
    }
}

/// One criterion, as simulated.
public struct ClaimFinding: Sendable {
    public let criterion: ClaimCriterion
    /// Whether the literature expects it to hold.
    public let isExpected: Bool
    /// The numbers found, as the series of the criterion are.
    public let found: [[Double]]
    /// Why it could not be tried, in one sentence; nil if it was.
    public let failure: String?
    /// The same with the hypotheses of the claim on; nil where it has none.
    public let assumed: [[Double]]?

    /// Whether simulations are so.
    public var holds: Bool { failure == nil && criterion.isMet(by: found) }

    /// Whether simulations are so where the hypotheses are on; nil where the claim has none.
    public var holdsIfAssumed: Bool? { assumed.map { failure == nil && criterion.isMet(by: $0) } }

    /// Whether it holds for some of the outputs, settings and times that it names.
    public var holdsSomewhere: Bool { failure == nil && criterion.isMetSomewhere(by: found) }

    /// Whether simulation and literature say the same, and a hypothesis does what it says. What the literature speaks against
    /// must hold nowhere.
    public var agrees: Bool {
        failure == nil && (isExpected ? holds : !holdsSomewhere) && holdsIfAssumed != false
    }
}

/// What the simulator says of a claim, and how that stands beside the literature.
public struct ClaimVerdict: Sendable {
    public enum Simulator: String, CaseIterable, Sendable {
        case holds
        case inPart = "holds in part"
        case doesNotHold = "does not hold"
    }

    /// Worst first.
    public enum Standing: String, CaseIterable, Comparable, Sendable {
        /// What the literature contradicts is shown as true.
        case contradictedHolds = "shows a contradicted claim as true"
        /// What nobody has shown is shown as true without being asked.
        case unverifiableHolds = "shows an unverifiable claim as true"
        case failed = "could not be tried"
        case disagrees
        /// The verdicts agree, but a size or a sign that the evidence gives is missed.
        case misses = "agrees, misses a number"
        case agrees

        public static func < (a: Standing, b: Standing) -> Bool {
            (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
        }
    }

    public let attempt: ClaimPlan.Attempt
    /// What the claim states.
    public let parts: [ClaimFinding]
    /// What a simulation must show besides.
    public let shows: [ClaimFinding]
    public let simulator: Simulator
    public let standing: Standing

    init(_ attempt: ClaimPlan.Attempt, parts: [ClaimFinding], shows: [ClaimFinding], check: Claim.LiteratureCheck) {
        self.attempt = attempt
        self.parts = parts
        self.shows = shows
        let holding = parts.count(where: \.holds)
        simulator = holding == parts.count ? .holds : holding == 0 ? .doesNotHold : .inPart
        let isAgainst = parts.contains { !$0.isExpected }
        standing =
            if (parts + shows).contains(where: { $0.failure != nil }) {
                .failed
            } else if simulator == .holds, isAgainst, check == .contradicted {
                .contradictedHolds
            } else if simulator == .holds, isAgainst, check == .unverifiable {
                .unverifiableHolds
            } else if !parts.allSatisfy(\.agrees) {
                .disagrees
            } else if !shows.allSatisfy(\.agrees) {
                .misses
            } else {
                .agrees
            }
    }

    /// How many of all criteria go against the evidence.
    public var misfits: Int { (parts + shows).count { !$0.agrees } }
}

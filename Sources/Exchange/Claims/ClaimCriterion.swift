import Symbolics

/// One statement about simulations that is true or not.
public struct ClaimCriterion: Sendable {
    /// On which side the literature is.
    public enum Evidence: String, CaseIterable, Sendable {
        /// The evidence says so.
        case `for`
        /// The evidence says that it is not so, or there is none.
        case against
    }

    /// The statement in words; nil where the numbers say it.
    public var says: String?
    /// For each output, what is compared along settings and times. The criterion holds where each of them meets
    /// the expectation.
    public var series: [[ClaimQuantity]]
    public var expectation: ClaimExpectation
    /// The unit of what is compared, and of the expectation.
    public var unit: Unit
    /// The unit in which people are told both: that in which the expectation is written.
    public var shownUnit: Unit
    /// Nil for what the claim's own verdict says.
    public var evidence: Evidence?

    public init(
        says: String? = nil, series: [[ClaimQuantity]], expectation: ClaimExpectation, unit: Unit,
        shownUnit: Unit? = nil, evidence: Evidence? = nil
    ) {
        self.says = says
        self.series = series
        self.expectation = expectation
        self.unit = unit
        self.shownUnit = shownUnit ?? unit
        self.evidence = evidence
    }

    /// Whether numbers found, as the series are, are as expected throughout.
    public func isMet(by found: [[Double]]) -> Bool { found.allSatisfy { expectation.isMet(by: $0, in: unit) } }

    /// Whether any of them is as expected.
    public func isMetSomewhere(by found: [[Double]]) -> Bool {
        found.contains { numbers in
            expectation.isOrder
                ? expectation.isMet(by: numbers, in: unit)
                : numbers.contains { expectation.isMet(by: [$0], in: unit) }
        }
    }
}

/// What a number, or a row of them, has to be.
public enum ClaimExpectation: Hashable, Sendable {
    case above(Double)
    case atLeast(Double)
    case below(Double)
    case atMost(Double)
    case between(Double, Double)
    /// Each number more than the one before it.
    case rising
    /// Each number less than the one before it.
    case falling

    /// What the steps of a solver leave open of a ratio of two simulations.
    public static let resolution = 1e-5

    /// Whether the numbers are so; never where one of them is not a number.
    ///
    /// A number counts as above or below another only if it differs by more than solvers leave open.
    public func isMet(by numbers: [Double], in unit: Unit) -> Bool {
        guard !numbers.isEmpty, numbers.allSatisfy(\.isFinite) else { return false }
        // Of changes in per cent, where nothing changes, the level itself is the measure.
        let least = unit.dimension == .one ? 1 / unit.factor : 0
        func exceeds(_ a: Double, _ b: Double) -> Bool { a - b > Self.resolution * max(abs(b), isOrder ? 0 : least) }
        switch self {
        case .above(let limit): return numbers.allSatisfy { exceeds($0, limit) }
        case .atLeast(let limit): return numbers.allSatisfy { $0 >= limit }
        case .below(let limit): return numbers.allSatisfy { exceeds(-$0, -limit) }
        case .atMost(let limit): return numbers.allSatisfy { $0 <= limit }
        case .between(let low, let high): return numbers.allSatisfy { low <= $0 && $0 <= high }
        case .rising: return zip(numbers, numbers.dropFirst()).allSatisfy { exceeds($1, $0) }
        case .falling: return zip(numbers, numbers.dropFirst()).allSatisfy { exceeds($0, $1) }
        }
    }

    /// The same of numbers in another unit.
    public func scaled(by factor: Double) -> ClaimExpectation {
        switch self {
        case .above(let limit): .above(limit * factor)
        case .atLeast(let limit): .atLeast(limit * factor)
        case .below(let limit): .below(limit * factor)
        case .atMost(let limit): .atMost(limit * factor)
        case .between(let low, let high): .between(low * factor, high * factor)
        case .rising, .falling: self
        }
    }

    /// Whether it is about how numbers follow each other.
    public var isOrder: Bool { self == .rising || self == .falling }
}

/// A number taken from simulations.
public indirect enum ClaimQuantity: Hashable, Sendable {
    case measured(ClaimMeasurement)
    /// The first less the second.
    case difference(ClaimQuantity, ClaimQuantity)
    /// The first over the second: a pure number where both are of one kind, in the first's unit where the second is pure.
    case ratio(ClaimQuantity, ClaimQuantity)
    /// Of drawn women, in %: for how many it is so.
    case share(ClaimQuantity, ClaimExpectation)
    /// Standard deviation among drawn women.
    case spread(ClaimQuantity)

    /// All that is measured for it.
    public var measurements: [ClaimMeasurement] {
        switch self {
        case .measured(let measurement): [measurement]
        case .difference(let a, let b), .ratio(let a, let b): a.measurements + b.measurements
        case .share(let of, _), .spread(let of): of.measurements
        }
    }

    /// The unit it is in.
    public var unit: Unit {
        switch self {
        case .measured(let measurement): measurement.unit
        case .difference(let a, _): a.unit
        case .ratio(let a, let b): b.unit == .one ? a.unit : .one
        case .share: ClaimMeasurement.percent
        case .spread(let of): of.unit
        }
    }
}

/// One output of one setting, looked at in one way.
public struct ClaimMeasurement: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// The value at `at`.
        case level
        /// Value at `at` less that at `from`.
        case change
        /// The same in % of the value at `from`.
        case percentChange = "percent change"
        /// The same, a year.
        case percentPerYear = "percent per year"
        /// Of the reported values between `from` and `at`.
        case mean, highest, lowest
        /// Years from `from` until the highest of these.
        case timeOfHighest = "time of highest"
        /// Years from `from` until half of the change up to `at` has come.
        case halfTime = "half-time"
        /// Years from `from` until a reported value is beyond `passing`; not a number where none is, up to `at`.
        case firstAbove = "first above"
        case firstBelow = "first below"
        /// Hazard cumulated up to `at` behind a probability.
        case hazard

        /// Whether it needs a level to be passed.
        public var needsThreshold: Bool { self == .firstAbove || self == .firstBelow }
    }

    public var kind: Kind
    public var output: String
    /// Of the output.
    public var outputUnit: Unit
    public var setting: String
    /// In days since time zero.
    public var from: Double
    /// In days since time zero.
    public var at: Double
    /// For a first time, what is passed, in the output's unit.
    public var passing: Double?

    public init(
        kind: Kind, output: String, outputUnit: Unit, setting: String, from: Double = 0, at: Double,
        passing: Double? = nil
    ) {
        self.kind = kind
        self.output = output
        self.outputUnit = outputUnit
        self.setting = setting
        self.from = from
        self.at = at
        self.passing = passing
    }

    static let percent: Unit = "%"

    /// The unit it is in.
    public var unit: Unit {
        switch kind {
        case .level, .change, .mean, .highest, .lowest: outputUnit
        case .percentChange, .percentPerYear: Self.percent
        case .timeOfHighest, .halfTime, .firstAbove, .firstBelow: .years
        case .hazard: .one
        }
    }
}

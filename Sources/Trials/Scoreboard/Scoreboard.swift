import Evidence
import Physiology

/// Published rows beside what was simulated for them, and what they add up to.
public struct Scoreboard: Sendable {
    /// In the order of the evidence.
    public let rows: [ScoreboardRow]
    /// Rows from which parameters were fitted.
    public let rowsOfFit: Int
    /// Women simulated, each once; those like the women of a study count as one.
    public let women: Int
    /// Members of the ensemble behind the bands; none where there are no bands.
    public let members: Int

    public init(rows: [ScoreboardRow], rowsOfFit: Int, women: Int, members: Int) {
        self.rows = rows
        self.rowsOfFit = rowsOfFit
        self.women = women
        self.members = members
    }

    /// Parameters that were fitted to rows.
    public static let parametersFitted = FittedParameters.table.values.count { !$0.isHeld }

    /// What some rows add up to.
    public struct Total: Sendable, Hashable {
        /// All of them, whatever their standing.
        public let rows: Int
        public let compared: Int
        /// Of those compared, in the interval or, where there is none, within the yardstick.
        public let inside: Int
        /// Of those compared, in the interval or within the yardstick.
        public let near: Int
        /// Of those compared, without a number.
        public let failed: Int
        public let notExpressible: Int
        public let plausibility: Int
        public let disclosed: Int

        public init(_ rows: [ScoreboardRow]) {
            self.rows = rows.count
            let counted = rows.filter { $0.standing == .compared }.compactMap(\.comparison)
            compared = counted.count
            inside = counted.count(where: \.isInside)
            near = counted.count(where: \.isNear)
            failed = counted.count { $0.simulated == nil }
            notExpressible = rows.count { $0.standing == .notExpressible }
            plausibility = rows.count { $0.standing == .plausibility }
            disclosed = rows.count { $0.standing == .disclosed }
        }

        /// The share of those compared that are inside; nil where none is.
        public var share: Double? { compared > 0 ? Double(inside) / Double(compared) : nil }
    }

    /// The rows of a domain and use.
    public func total(_ domain: Observation.Domain? = nil, _ use: Observation.Use? = nil) -> Total {
        Total(
            rows.filter { (domain ?? $0.observation.domain) == $0.observation.domain && (use ?? $0.observation.use) == $0.observation.use })
    }

    /// A share that rows on bone should reach.
    public struct Aim: Sendable {
        public let use: Observation.Use
        public let share: Double
        public let total: Total

        /// Nil where no row is compared.
        public var isMet: Bool? { total.share.map { $0 >= share } }
    }

    /// Of rows on bone (density, markers, fractures): nine tenths of those that may be fitted and eight of those held out.
    public var aims: [Aim] {
        [(Observation.Use.calibrate, 0.9), (.validate, 0.8)].map { use, share in
            Aim(use: use, share: share, total: Total(rows.filter { $0.isOfBone && $0.observation.use == use }))
        }
    }

    /// Rows compared or shown, those furthest from their yardstick first; without a number before all.
    public var worstFirst: [ScoreboardRow] {
        rows.filter { $0.comparison != nil }.sorted { a, b in
            let (left, right) = (a.distance, b.distance)
            return left == right ? a.observation.id < b.observation.id : left > right
        }
    }

    /// Rows compared and not inside, worst first.
    public var misfits: [ScoreboardRow] {
        worstFirst.filter { $0.standing == .compared && $0.comparison?.isInside == false }
    }

    /// Reasons why rows are not expressible and how many there are, most first.
    public var reasons: [(reason: String, rows: [ScoreboardRow])] {
        Dictionary(grouping: rows.filter { $0.standing == .notExpressible }, by: \.reason)
            .map { ($0.key, $0.value) }
            .sorted { ($1.rows.count, $0.reason) < ($0.rows.count, $1.reason) }
    }
}

extension ScoreboardRow {
    /// Without a sign, in units of the yardstick.
    fileprivate var distance: Double { comparison?.misfit.map(abs) ?? .infinity }
}

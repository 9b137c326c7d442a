import Evidence

/// What was published of the women of a study: who could take part, and who did.
public struct Baseline: Sendable {
    /// A mean, or a share, that the women drawn should have.
    public struct Target: Sendable, Hashable {
        public let characteristic: Characteristic
        /// For a share of those from the lower limit to below the upper one; nil otherwise.
        public let band: Range<Double>?
        /// The mean, or the share between zero and one.
        public let mean: Double
        /// Standard deviation; nil where none was published, and for shares.
        public let deviation: Double?
        /// Row of the evidence.
        public let evidence: String
        public let source: String
        /// Whether the number is from memory and not confirmed.
        public let isRecalled: Bool
    }

    /// Outside which nobody took part.
    public struct Limit: Sendable, Hashable {
        public let characteristic: Characteristic
        public let range: ClosedRange<Double>
    }

    /// Short name, for example `WHI`.
    public let name: String
    public let title: String
    /// How many women took part; nil where the evidence does not say.
    public let size: Int?
    /// Whether they joined a trial, and so have fewer hip fractures than women at large.
    public let areVolunteers: Bool
    public let limits: [Limit]
    public let targets: [Target]
    /// Share of women who stop their therapy, and within how many years; nil if nothing was published.
    public let stopping: (share: Double, within: Double, evidence: String)?

    /// Ages between which women are looked for where a study set no limits, in years.
    static let anyAge = 40.0...90.0

    /// The populations there are, in the order of the file.
    ///
    /// - Throws: `EvidenceError` or ``BaselineError`` naming file, row and what was expected.
    public static func all(_ evidence: EvidenceLibrary = .bundled) throws -> [Baseline] {
        let rows = try evidence.baselines()
        let records = Dictionary(
            zip(rows.map(\.evidence), try evidence.parameters(rows.map(\.evidence))).map { ($0, $1) },
            uniquingKeysWith: { first, _ in first })
        var names: [String] = []
        for row in rows where !names.contains(row.population) { names.append(row.population) }
        return try names.map { name in try Baseline(name, rows.filter { $0.population == name }, records) }
    }

    /// The population of a name, whatever its case.
    ///
    /// - Throws: ``BaselineError`` naming those there are.
    public static func named(_ name: String, evidence: EvidenceLibrary = .bundled) throws -> Baseline {
        let all = try all(evidence)
        if let found = all.first(where: { $0.name.lowercased() == name.lowercased() }) { return found }
        throw BaselineError(
            description: "'\(name)' is no population; expected one of \(all.map(\.name).joined(separator: ", ")).")
    }

    private init(_ name: String, _ rows: [BaselineRow], _ records: [String: ParameterRecord]) throws {
        guard let head = rows.first(where: { $0.constraint == .women }) else {
            throw BaselineError(description: "baselines.csv: \(name) has no row 'women', which holds its title.")
        }
        self.name = name
        title = head.note
        areVolunteers = head.characteristic == "volunteers"
        size = records[head.evidence].flatMap { $0.unit == "women" ? $0.value.map { Int($0) } : nil }
        var limits: [Limit] = []
        var targets: [Target] = []
        var stopping: (Double, Double, String)?
        for row in rows where row.constraint != .women {
            guard let record = records[row.evidence] else { continue }
            if row.constraint == .by {
                guard row.characteristic == "stopping" else { throw BaselineError.unknown(row, ["stopping"]) }
                stopping = (try record.number(as: row, isShare: true), row.high ?? 0, row.evidence)
                continue
            }
            guard let characteristic = Characteristic(rawValue: row.characteristic) else {
                throw BaselineError.unknown(row, Characteristic.allCases.map(\.rawValue))
            }
            if row.constraint == .between {
                limits.append(Limit(characteristic: characteristic, range: (row.low ?? 0)...(row.high ?? 0)))
                continue
            }
            let isShare = row.constraint == .share
            targets.append(
                Target(
                    characteristic: characteristic,
                    band: isShare ? row.low.flatMap { low in row.high.map { low..<$0 } } : nil,
                    mean: try record.number(as: row, isShare: isShare),
                    deviation: !isShare && record.dispersion.kind == .standardDeviation ? record.dispersion.low : nil,
                    evidence: row.evidence, source: record.citation, isRecalled: record.sourceKind == .recalled))
        }
        self.limits = limits
        self.targets = targets
        self.stopping = stopping
    }

    /// Ages between which its women are drawn, in years.
    var ages: ClosedRange<Double> { limits.first { $0.characteristic == .age }?.range ?? Self.anyAge }
}

/// What is wrong with a published population, or with the wish for one, in one sentence.
public struct BaselineError: Error, Equatable, CustomStringConvertible {
    public let description: String

    static func unknown(_ row: BaselineRow, _ known: [String]) -> BaselineError {
        BaselineError(
            description:
                "baselines.csv, row \(row.id), column characteristic: found \"\(row.characteristic)\", expected "
                + "one of: \(known.joined(separator: ", ")).")
    }
}

extension ParameterRecord {
    fileprivate func number(as row: BaselineRow, isShare: Bool) throws -> Double {
        let number = value.map { isShare && unit == "percent" ? $0 / 100 : $0 }
        guard let number, !isShare || (0...1).contains(number) else {
            throw BaselineError(
                description: "baselines.csv, row \(row.id): row \(id) of parameters.csv holds no "
                    + "\(isShare ? "share of women" : "number").")
        }
        return number
    }
}

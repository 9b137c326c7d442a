/// How far a source was read.
public enum SourceKind: String, CaseIterable, Sendable, Codable {
    /// The paper itself.
    case fulltext
    /// Only its abstract.
    case abstract
    /// A medicine's label.
    case label
    /// Quoted by another paper.
    case secondary
    /// Computed from other numbers; the note says how.
    case derived
    /// From memory, not confirmed.
    case recalled
}

/// What kind of spread stands beside a value.
public enum DispersionKind: String, CaseIterable, Sendable, Codable {
    case standardDeviation = "SD"
    case standardError = "SE"
    case confidenceInterval95 = "CI95"
    case range
    case interquartileRange = "IQR"
    case none
}

/// The spread printed beside a value, in the unit of the value.
public struct Dispersion: Sendable, Equatable {
    /// What the numbers mean.
    public var kind: DispersionKind
    /// The SD or SE itself, or the lower end of an interval or range.
    public var low: Double?
    /// The upper end of an interval or range.
    public var high: Double?

    init(row: EvidenceRow) throws {
        kind = try row.word("dispersion_kind")
        low = try row.number("dispersion_lo")
        high = try row.number("dispersion_hi")
        if let low, let high, low > high {
            throw row.error("dispersion_hi", expected: "no less than dispersion_lo (\(low))")
        }
    }
}

/// Where a number comes from and how far it is known.
public struct Provenance: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable {
        /// Read from a publication, or computed from published numbers as the source says.
        case measured
        /// Estimated by `osteon calibrate` or by a published fit named in the source.
        case fitted
        /// Chosen by us; the source says why and within what range.
        case assumed
    }

    public let status: Status
    /// A citation (PMID, DOI, label, evidence identifier) or, for an assumed value, its reason.
    public let source: String
    /// Plausible or 68 % range in the parameter's own unit, where known.
    public let range: ClosedRange<Double>?

    public init(_ status: Status, _ source: String, range: ClosedRange<Double>? = nil) {
        self.status = status
        self.source = source
        self.range = range
    }

    public static func measured(_ source: String, range: ClosedRange<Double>? = nil) -> Provenance {
        Provenance(.measured, source, range: range)
    }

    public static func fitted(_ source: String, range: ClosedRange<Double>? = nil) -> Provenance {
        Provenance(.fitted, source, range: range)
    }

    public static func assumed(_ reason: String, range: ClosedRange<Double>? = nil) -> Provenance {
        Provenance(.assumed, reason, range: range)
    }
}

import Evidence

/// A published row with what became of it: every row of the evidence has exactly one standing.
public struct ScoreboardRow: Sendable {
    public enum Standing: String, CaseIterable, Sendable {
        /// Set beside a simulation, and counted.
        case compared
        /// From memory or without weight: shown where it can be, never counted.
        case plausibility
        /// Looked at when something of the model was chosen, so that it vouches for nothing: shown, not counted.
        case disclosed
        /// Nothing that is simulated stands for it.
        case notExpressible = "not expressible"
    }

    public let observation: Observation
    public let standing: Standing
    /// Why it is not compared, or not counted; empty where it is.
    public let reason: String
    public let comparison: RowComparison?

    /// Whether its endpoint is density, a marker of turnover or a fracture.
    public var isOfBone: Bool { comparison?.places.first?.isOfBone ?? observation.isOfBone }
}

/// A published row beside what was simulated for it.
public struct RowComparison: Sendable {
    /// Where it stands; of several arms that were published together, the mean is compared.
    public let places: [RowPlace]
    /// In the row's unit; nil where it could not be simulated.
    public let simulated: Double?
    /// Where nine tenths of the ensemble lie; nil where none was run.
    public let band: ClosedRange<Double>?
    /// Why there is no number.
    public let failure: String?
    public let observed: Double
    /// 95 %, of the mean.
    public let interval: ClosedRange<Double>?
    public let yardstick: Yardstick

    /// Simulated less observed in units of the yardstick.
    public var misfit: Double? { simulated.map { yardstick.misfit($0, observed) } }

    /// Whether it lies in the interval or, where there is none, within the yardstick.
    public var isInside: Bool {
        guard let simulated, let misfit else { return false }
        return interval.map { $0.contains(simulated) } ?? (abs(misfit) <= 1)
    }

    /// Whether it lies in the interval or within the yardstick.
    public var isNear: Bool { isInside || misfit.map { abs($0) <= 1 } == true }
}

extension Observation {
    private static let endpointsOfBone: Set<String> = [
        "BMD", "BMC", "CTX", "NTX", "P1NP", "BSAP", "OC", "ICTP", "PICP", "PIIINP", "ALP", "PYD", "DPD",
        "CTX_time_average", "hydroxyproline",
    ]

    /// Whether its endpoint is density, a marker of turnover or a fracture.
    var isOfBone: Bool {
        Self.endpointsOfBone.contains(endpoint) || endpoint.hasPrefix("BMD") || endpoint.contains("fracture")
    }

    /// 95 % interval of the mean; nil also where the note says that the published limits hold women and not their mean.
    var intervalOfMean: ClosedRange<Double>? {
        dispersion.kind == .confidenceInterval95 && note.contains("limits between women") ? nil : interval95
    }
}

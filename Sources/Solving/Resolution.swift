/// How finely time is resolved.
public enum Resolution: String, Sendable, CaseIterable {
    /// Multiscale where it holds, as found by comparing it with full resolution on a sample, else full.
    case auto
    /// Every dose and hour, many women at once.
    case full
    /// Kinetics in closed form, the skeleton in days to months.
    case multiscale
    /// Every dose and hour with the reference solver.
    case reference

    /// How exact a step is unless told otherwise; each gives densities within 1e-5 and markers within 3e-4 of the limit
    /// on ten years of daily doses.
    public var tolerances: Tolerances {
        switch self {
        case .reference: return Tolerances()
        case .auto, .full, .multiscale: return Tolerances(relative: 1e-4)
        }
    }
}

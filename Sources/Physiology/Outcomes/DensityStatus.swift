/// What a clinician calls a bone density, from its T-score.
public enum DensityStatus: String, Sendable, CaseIterable {
    case normal, osteopenia, osteoporosis

    /// By the limits of the World Health Organization, 1994.
    public init(tScore: Double) {
        self = tScore <= -2.5 ? .osteoporosis : tScore < -1 ? .osteopenia : .normal
    }
}

/// The groups in which NHANES reports American women.
public enum EthnicGroup: String, CaseIterable, Sendable, Hashable {
    case white, black, mexicanAmerican, otherHispanic, other

    /// As in a sentence.
    public var plainName: String {
        switch self {
        case .white: "non-Hispanic white"
        case .black: "non-Hispanic black"
        case .mexicanAmerican: "Mexican American"
        case .otherHispanic: "other Hispanic"
        case .other: "other"
        }
    }

    public var isHispanic: Bool { self == .mexicanAmerican || self == .otherHispanic }
}

/// For whom something is explained. The level changes words and detail, never numbers.
public enum ReadingLevel: String, CaseIterable, Sendable {
    /// For anyone: plain words, no symbols.
    case fundamentals
    /// For someone who reads about health: units, usual values, what raises and lowers it.
    case intermediate
    /// For someone in the field: equations, parameters with sources, claims with citations.
    case academic
}

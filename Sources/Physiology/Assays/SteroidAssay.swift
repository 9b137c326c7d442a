/// How a laboratory measures steroids.
public enum SteroidAssay: String, CaseIterable, Sendable, Codable {
    /// Liquid chromatography and tandem mass spectrometry: the scale of the model's serum levels.
    case massSpectrometry = "LC-MS"
    /// Directly by antibodies, without separating what cross-reacts.
    case immunoassay

    /// The output that holds what this assay reads, where it reads something else than mass spectrometry.
    ///
    /// - Parameter output: of the level in serum.
    public func output(for output: String) -> String {
        self == .immunoassay && output == "serum.progesterone" ? "assay.progesteroneImmunoassay" : output
    }
}

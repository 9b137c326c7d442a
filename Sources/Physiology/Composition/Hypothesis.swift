/// An effect the model can show although the evidence does not support it; off unless a scenario names it.
public struct Hypothesis: Sendable, Equatable, Identifiable {
    /// What scenarios call it, for example `progesteroneOnOPG`.
    public let name: String
    /// The control that switches it on: 0 is off, 1 is on.
    public let control: String
    /// What it would do, as a clause: `progesterone raises OPG through its receptor`.
    public let meaning: String
    /// What is missing or speaks against it; completes `not supported by …`.
    public let unsupportedBy: String
    /// The claims about it whose verdicts are shown, by identifier (`SC048`).
    public let claims: [String]

    public init(name: String, control: String, meaning: String, unsupportedBy: String, claims: [String]) {
        self.name = name
        self.control = control
        self.meaning = meaning
        self.unsupportedBy = unsupportedBy
        self.claims = claims
    }

    public var id: String { name }

    /// What a run in which it is on says of it, in one sentence.
    public var warning: String {
        meaning.prefix(1).uppercased() + meaning.dropFirst() + ": hypothesis, not supported by \(unsupportedBy)."
    }
}

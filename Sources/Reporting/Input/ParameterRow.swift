/// One parameter of the model as the report shows it.
public struct ParameterRow: Sendable, Equatable {
    public var name: String
    /// What it is, in words.
    public var meaning: String
    public var value: Double
    public var unit: String
    /// `measured`, `fitted` or `assumed`, with what is known of it.
    public var status: String
    public var source: String
    /// What it changes, for example `lumbar spine +0.8 % per +10 %`; empty when not known.
    public var influence: String

    public init(
        name: String, meaning: String, value: Double, unit: String, status: String, source: String,
        influence: String = ""
    ) {
        self.name = name
        self.meaning = meaning
        self.value = value
        self.unit = unit
        self.status = status
        self.source = source
        self.influence = influence
    }
}

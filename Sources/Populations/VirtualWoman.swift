import Exchange

/// One woman of a population: who she is, and how her body differs from the model's.
public struct VirtualWoman: Sendable, Hashable {
    /// Her number; with the seed it makes her who she is.
    public let number: Int
    public let woman: Woman
    /// The factor of each variation, by its name, in the table's order.
    public let factors: [Factor]
    /// Factors by name of the model's parameters, of whatever medicines there are.
    public let parameterFactors: [String: Double]
    /// Of a woman like those of a study, the numbers she was chosen by; nil for one drawn around a scenario's.
    let plausible: PlausibleWoman?
    /// How many plausible women were drawn until she was accepted, she among them; one where nobody is refused.
    public let drawn: Int

    /// Her ethnic group; nil for a woman drawn around that of a scenario.
    public var ethnicity: EthnicGroup? { plausible?.ethnicity }
    /// When she would stop a therapy, in years from its start; nil for one of whose like nothing is known.
    public var stopsTherapy: Double? { plausible?.stopsTherapy }

    /// One drawn factor.
    public struct Factor: Sendable, Hashable {
        public let variation: String
        public let value: Double
    }
}

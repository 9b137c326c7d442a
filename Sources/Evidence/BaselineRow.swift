/// One thing that is known of who took part in a study: a limit of age, a mean and its spread, a share of women.
public struct BaselineRow: Sendable, Equatable, Identifiable {
    /// What sort of statement it is.
    public enum Constraint: String, CaseIterable, Sendable, Codable {
        /// Names the population: ``BaselineRow/note`` is its title, the evidence holds how many women there were, and
        /// the characteristic is `volunteers` where they joined a trial, `residents` where they were found by a survey.
        case women
        /// Nobody lies outside ``BaselineRow/low`` and ``BaselineRow/high``.
        case between
        /// The mean of the evidence, with its standard deviation where there is one.
        case mean
        /// The share of the evidence, of women who have the characteristic or lie from low to below high.
        case share
        /// The share of the evidence, of women to whom it has happened ``BaselineRow/high`` years after the start.
        case by
    }

    /// Stable identifier, for example `B010`.
    public let id: String
    /// Short name of the population, for example `WHI`.
    public let population: String
    /// What is stated of, by name.
    public let characteristic: String
    public let constraint: Constraint
    public let low: Double?
    public let high: Double?
    /// The row of `parameters.csv` that holds the number and its source.
    public let evidence: String
    public let note: String

    static let columns = ["row", "population", "characteristic", "constraint", "low", "high", "evidence", "note"]

    init(row: EvidenceRow) throws {
        id = row.identifier
        population = row.text("population")
        characteristic = row.text("characteristic")
        constraint = try row.word("constraint")
        low = try row.number("low")
        high = try row.number("high")
        evidence = row.text("evidence")
        note = row.text("note")
        guard !population.isEmpty else { throw row.error("population", expected: "the name of a population") }
        guard !evidence.isEmpty else { throw row.error("evidence", expected: "a row of parameters.csv") }
        guard !characteristic.isEmpty else { throw row.error("characteristic", expected: "what the row is about") }
        if constraint == .women, !["volunteers", "residents"].contains(characteristic) {
            throw row.error("characteristic", expected: "volunteers or residents")
        }
        if constraint == .between || (constraint == .share && low != nil) {
            guard let low, let high, low <= high else {
                throw row.error("high", expected: "a number no less than low, and both given")
            }
        }
        if constraint == .by {
            guard let high, high > 0 else { throw row.error("high", expected: "years from the start, above zero") }
        }
    }
}

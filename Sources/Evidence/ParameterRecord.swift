/// One published quantity for the model: a rate, a volume, an affinity, a prevalence.
public struct ParameterRecord: Sendable, Equatable, Identifiable {
    /// The file the row was gathered in.
    public enum Group: String, CaseIterable, Sendable, Codable {
        case pharmacokinetics = "pk"
        case axes
        case cellsAndReceptors = "cells_receptors"
        case fracture
        case population
        /// Constants of the Peterson and Riggs calcium and bone model.
        case petersonRiggs = "peterson_riggs"
    }

    /// Stable identifier, for example `pk.progesterone.mw`.
    public let id: String
    public let group: Group
    public let subsystem: String
    /// What the quantity is.
    public let meaning: String
    public let symbol: String
    /// The number in ``unit``; nil when ``valueText`` is empty or in words.
    public let value: Double?
    /// As printed, for example `2 to 3`.
    public let valueText: String
    public let unit: String
    public let dispersion: Dispersion
    public let population: String
    public let conditions: String
    public let citation: String
    public let sourceKind: SourceKind
    public let note: String

    static let columns = [
        "file", "param_id", "subsystem", "description", "symbol", "value", "unit", "dispersion_kind", "dispersion_lo",
        "dispersion_hi", "population", "conditions", "citation", "source_kind", "note",
    ]

    init(row: EvidenceRow) throws {
        id = row.identifier
        group = try row.word("file")
        subsystem = row.text("subsystem")
        meaning = row.text("description")
        symbol = row.text("symbol")
        valueText = row.text("value")
        value = Double(valueText).flatMap { $0.isFinite ? $0 : nil }
        unit = row.text("unit")
        dispersion = try Dispersion(row: row)
        population = row.text("population")
        conditions = row.text("conditions")
        citation = row.text("citation")
        sourceKind = try row.word("source_kind")
        note = row.text("note")
        guard !citation.isEmpty else { throw row.error("citation", expected: "a source for the row") }
    }
}

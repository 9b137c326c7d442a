import Modeling
import Reporting
import Symbolics

/// One output that may be asked for.
struct OutputEntry: Encodable, Sendable {
    let output: String
    let unit: String
    let label: String
    /// What it is, in a sentence.
    let meaning: String
    /// What comes before the first dot of its name.
    let group: String
    /// Whether runs can say how far it could lie from its line.
    let hasBand: Bool

    init(_ output: Output, hasBand: Bool) {
        self.output = output.name
        unit = output.unit.symbol
        label = output.shortLabel
        meaning = output.meaning
        group = output.name.split(separator: ".").first.map(String.init) ?? ""
        self.hasBand = hasBand
    }
}

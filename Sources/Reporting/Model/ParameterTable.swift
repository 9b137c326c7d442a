import Modeling
import Symbolics

/// Parameters with their sources as numbered notes, because many share one.
struct ParameterTable {
    let writer: ModelWriter
    let parameters: [Parameter]

    /// The table and its notes; empty without parameters.
    var lines: [String] {
        guard !parameters.isEmpty else { return [] }
        var sources: [String] = []
        let rows = parameters.map { parameter -> [String] in
            let provenance = parameter.provenance
            if !sources.contains(provenance.source) { sources.append(provenance.source) }
            let note = (sources.firstIndex(of: provenance.source) ?? 0) + 1
            return [
                writer.names.local(parameter.name), parameter.value.exactText, UnitText.pretty(parameter.unit.symbol),
                provenance.status.rawValue, Self.range(provenance) ?? "", "[\(note)]", parameter.meaning,
            ]
        }
        let notes = sources.enumerated().flatMap { index, source in
            TextWrap.lines("[\(index + 1)] \(source)", width: writer.width - 6).enumerated().map { line, text in
                line == 0 ? "  \(text)" : "      \(text)"
            }
        }
        return writer.table(
            [
                .init("name", alignment: .left), .init("value"), .init("unit", alignment: .left),
                .init("status", alignment: .left), .init("range", alignment: .left), .init("source", alignment: .left),
                .init("meaning", alignment: .left, wraps: true),
            ], rows) + [""] + notes
    }

    /// `0.46 to 0.56`; nil where none is known.
    static func range(_ provenance: Provenance) -> String? {
        provenance.range.map {
            "\(NumberText.shortened($0.lowerBound)) to \(NumberText.shortened($0.upperBound))"
        }
    }
}

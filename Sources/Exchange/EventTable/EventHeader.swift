import Foundation
import Symbolics
import struct Symbolics.Unit

/// The columns of an event table: which stands where, and in which unit.
struct EventHeader {
    /// The columns that this program understands, by their names in the field.
    enum Column: String, CaseIterable {
        case ID, TIME, EVID, AMT, CMT, RATE, ADDL, II, SS, DV, DVID, MDV
        /// Rows to leave out.
        case C
    }

    /// Where a column stands and what its header says.
    struct Place {
        let index: Int
        /// As it is written, for messages.
        let title: String
        let unit: Unit?
    }

    private(set) var places: [Column: Place] = [:]
    /// Those of the model's covariates that have a column, in the order of the columns.
    private(set) var covariates: [(covariate: EventCovariate, place: Place)] = []
    /// Headers that mean nothing here.
    private(set) var unused: [String] = []
    let count: Int

    /// Columns of other programs that would change what is given if they were left out, and what to write instead.
    private static let refused = [
        "TINF": "write RATE, which is AMT over the time", "DUR": "write RATE, which is AMT over the duration",
        "UNTIL": "write ADDL, the number of further doses", "TOTAL": "write ADDL, one less than the total",
        "DATE": "write TIME as the time since the first record", "DAT1": "write TIME as the time since the first record",
        "DAT2": "write TIME as the time since the first record", "DAT3": "write TIME as the time since the first record",
        "CALL": "leave it out: the model is followed without pause", "CONT": "write each record in one row",
        "EVENT": "write EVID, a number", "WEEKDAY": "write a row for each day",
    ]

    /// Reads the header, reporting what is wrong with it; nil without a table to speak of.
    init?(_ record: DelimitedText.Record, _ model: EventPlaces, _ problems: Problems) {
        count = record.fields.count
        var seen: [String: String] = [:]
        for (index, title) in record.fields.enumerated() {
            let (name, unitText) = Self.parts(of: title)
            func report(_ message: String) { problems.report(line: record.line, key: "column \(index + 1)", message) }
            guard !name.isEmpty else {
                report("this column has no name; expected one for each column")
                continue
            }
            let key = name.uppercased()
            if let other = seen[key] {
                report("\(quoted(title)) and \(quoted(other)) are the same column; expected each once")
                continue
            }
            seen[key] = title
            if let instead = Self.refused[key] {
                report("\(quoted(title)) would change what is given and is not read; \(instead)")
                continue
            }
            var unit: Unit?
            if let unitText {
                unit = WrittenQuantity("1 \(unitText)")?.unit
                if unit == nil {
                    report("\(quoted(unitText)) is no unit this program knows; expected for example '[mg]'")
                    continue
                }
            }
            let place = Place(index: index, title: title, unit: unit)
            if let column = Column(rawValue: key), column != .C || index == 0 {
                places[column] = place
            } else if let covariate = model.covariates.first(where: { $0.headers.contains(key) }) {
                if let twin = covariates.first(where: { $0.covariate.name == covariate.name }) {
                    report("\(quoted(title)) and \(quoted(twin.place.title)) both mean \(covariate.name); expected one of them")
                } else if let unit, unit.dimension != covariate.unit.dimension {
                    report("\(quoted(title)) is in \(unit); expected a unit such as '[\(covariate.unit)]'")
                } else {
                    covariates.append((covariate, place))
                }
            } else {
                unused.append(title)
            }
        }
        for column in [Column.ID, .TIME] where places[column] == nil {
            let near = nearest(to: column.rawValue, among: record.fields).map { "; did you mean \(quoted($0))?" } ?? ""
            problems.report(
                line: record.line, key: column.rawValue,
                "this column is missing\(near.isEmpty ? "; expected a line of column names such as 'ID,TIME,EVID,AMT,CMT,DV'" : near)")
        }
        for column in [Column.TIME, .II] {
            guard let unit = places[column]?.unit, unit.dimension != Unit.days.dimension else { continue }
            problems.report(
                line: record.line, key: column.rawValue, "'\(unit)' is no unit of time; expected for example '[h]'")
        }
        if places[.ID] == nil || places[.TIME] == nil { return nil }
    }

    /// A header without its unit, `AMT [mg]` or `AMT (mg)`, and the unit.
    private static func parts(of title: String) -> (name: String, unit: String?) {
        for (open, close) in [("[", "]"), ("(", ")")] {
            guard title.hasSuffix(close), let start = title.range(of: open) else { continue }
            return (
                title[..<start.lowerBound].trimmingCharacters(in: .whitespaces),
                title[start.upperBound...].dropLast().trimmingCharacters(in: .whitespaces)
            )
        }
        return (title, nil)
    }
}

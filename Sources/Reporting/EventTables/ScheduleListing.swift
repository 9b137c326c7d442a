import Exchange
import Foundation
import Symbolics

/// The records of an event table written out, person by person, for people and for machines; nothing is simulated.
public struct ScheduleListing: Sendable {
    public enum Format: String, Sendable, CaseIterable { case text, csv }

    private let table: EventTable
    private let schedules: [PersonSchedule]

    public init(_ table: EventTable, _ schedules: [PersonSchedule]) {
        self.table = table
        self.schedules = schedules
    }

    public func written(as format: Format, width: Int) -> String {
        switch format {
        case .text: text(width: width)
        case .csv: csv
        }
    }

    /// One row an entry: `ID,TIME [h],action,place,amount,unit,rate,rate unit,line`.
    public var csv: String {
        CSVWriter.text(
            header: ["ID", "TIME [\(table.timeUnit)]", "action", "place", "amount", "unit", "rate", "rate unit", "line"],
            rows: schedules.flatMap { schedule in
                schedule.entries.map { entry in
                    let row = row(entry)
                    return [
                        schedule.person.id, "\(time(entry))", row.action, row.place, row.amount.map { "\($0)" } ?? "", row.unit,
                        row.rate.map { "\($0)" } ?? "", row.rate == nil ? "" : rateUnit(row.unit), "\(entry.line)",
                    ]
                }
            })
    }

    private func text(width: Int) -> String {
        let facts = table.notes + (table.places.covariates.isEmpty ? [] : [covariates])
        var parts = TextWrap.heading(table.file, width: width) + facts.flatMap { TextWrap.lines($0, width: width) } + [""]
        for schedule in schedules { parts += person(schedule, width: width) }
        parts.append("Numbers of places, for CMT and DVID (names are as good, and stay what they are):")
        parts.append(numbers("doses", table.places.entrances.map { ($0.name, $0.unitText) }, width: width))
        parts.append(numbers("observations", table.places.observed.map { ($0.name, $0.unitText) }, width: width))
        return parts.joined(separator: "\n")
    }

    private var covariates: String {
        let missing = table.places.covariates.filter { known in !table.covariates.contains(known) }
        guard !missing.isEmpty, missing.count <= 20 else { return "" }
        return "Columns that would be used too: \(missing.map { $0.headers[0] }.joined(separator: ", "))."
    }

    /// Rows shown of one person; all of them are in the CSV.
    private static let mostRows = 60

    private func person(_ schedule: PersonSchedule, width: Int) -> [String] {
        let shown = schedule.entries.prefix(Self.mostRows)
        let rows = shown.map { entry -> [String] in
            let cells = cells(entry)
            return [cells.time, cells.action, cells.place, cells.amount, cells.rate, "\(entry.line)"]
        }
        let start = zip(table.covariates, schedule.starting).compactMap { covariate, value in
            value.map { "\(covariate.name) \(NumberText.shortened($0, digits: 6)) \(covariate.unit == .one ? "" : covariate.unit.symbol)".trimmed }
        }
        let columns: [TextTable.Column] = [
            .init("time", unit: table.timeUnit.symbol), .init("action", alignment: .left), .init("place", alignment: .left),
            .init("amount"), .init("rate"), .init("from line"),
        ]
        return ["ID \(schedule.person.id)\(start.isEmpty ? "" : ": \(start.joined(separator: ", "))")", ""]
            + [TextTable(columns: columns, rows: rows, keyColumns: 2).rendered(width: width)]
            + (shown.count < schedule.entries.count
                ? ["  and \(schedule.entries.count - shown.count) more; --format csv writes all of them.", ""] : [])
            + schedule.notes.map { "  \($0)" } + (schedule.notes.isEmpty ? [] : [""])
    }

    /// An entry in words.
    func cells(_ entry: PersonSchedule.Entry) -> (time: String, action: String, place: String, amount: String, rate: String) {
        let row = row(entry)
        return (
            NumberText.shortened(time(entry), digits: 8), row.action, row.place,
            row.amount.map { "\(NumberText.shortened($0, digits: 6)) \(row.unit)".trimmed } ?? "",
            row.rate.map { "\(NumberText.shortened($0, digits: 6)) \(rateUnit(row.unit))" } ?? ""
        )
    }

    private typealias Row = (action: String, place: String, amount: Double?, unit: String, rate: Double?)

    private func time(_ entry: PersonSchedule.Entry) -> Double { Self.plain(entry.time / table.timeUnit.factor) }

    /// Without the noise of a change of units in the last digits.
    static func plain(_ value: Double) -> Double {
        let nearest = (value * 1e6).rounded() / 1e6
        return abs(nearest - value) <= 1e-12 * abs(value) ? nearest : value
    }

    private func rateUnit(_ unit: String) -> String { "\(unit.isEmpty ? "1" : unit)/\(table.timeUnit)" }

    private func row(_ entry: PersonSchedule.Entry) -> Row {
        func given(_ action: String, _ dose: EventRecord.Dose, amount: Bool = true) -> Row {
            let place = table.places.entrances[dose.entrance]
            let factor = place.unit?.factor ?? 1
            return (
                action, place.name, amount ? Self.plain(dose.amount / factor) : nil, place.unitText,
                dose.rate.map { Self.plain($0 / factor * table.timeUnit.factor) }
            )
        }
        switch entry.act {
        case .reset: return ("reset", "everything", nil, "", nil)
        case .steadyState(let dose):
            let every = dose.interval.map { " every \(NumberText.shortened($0 / table.timeUnit.factor, digits: 6)) \(table.timeUnit)" }
            return given(dose.steady == .added ? "add steady state\(every ?? "")" : "steady state\(every ?? "")", dose)
        case .dose(let dose, let number):
            let kind = dose.rate == nil ? "dose" : table.places.entrances[dose.entrance].habit == .worn ? "wear" : "infusion"
            return given(number == 0 ? kind : "\(kind), further \(number)", dose)
        case .endOfInfusion(let dose): return given("end of infusion", dose, amount: false)
        case .covariate(let place, let value):
            let covariate = table.covariates[place]
            return ("covariate", covariate.name, value, covariate.unit == .one ? "" : covariate.unit.symbol, nil)
        case .observation(let observation, let isAfterwards):
            let place = table.places.observed[observation.output]
            return (isAfterwards ? "observation" : "observation, before", place.name, observation.value, place.unitText, nil)
        }
    }

    private func numbers(_ title: String, _ places: [(name: String, unit: String)], width: Int) -> String {
        let longest = places.enumerated().map { "\($0 + 1) \($1.name)\($1.unit.isEmpty ? "" : " [\($1.unit)]")" }
        let wide = (longest.map(\.count).max() ?? 0) + 2
        let across = max(1, width / wide)
        let rows = stride(from: 0, to: longest.count, by: across).map { first in
            longest[first..<min(first + across, longest.count)].map { $0.padding(toLength: wide, withPad: " ", startingAt: 0) }
                .joined().trimmed
        }
        return (["", "  \(title)"] + rows.map { "  \($0)" } + [""]).joined(separator: "\n")
    }
}

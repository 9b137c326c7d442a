import Symbolics

/// Turns rows into records, person by person, reporting what is wrong with them.
struct EventRows {
    private let reader: EventTableReader
    private let header: EventHeader
    private let problems: Problems
    private let timeUnit: Unit
    private let intervalUnit: Unit
    private var persons: [EventPerson] = []
    private var seen = Set<String>()
    private var person: String?
    private var records: [EventRecord] = []
    /// Lines of steady states at the present time that replace what there is.
    private var replacing: (time: Double, line: Int)?

    init(_ reader: EventTableReader, _ header: EventHeader, _ problems: Problems) {
        self.reader = reader
        self.header = header
        self.problems = problems
        timeUnit = header.places[.TIME]?.unit ?? reader.timeUnit
        intervalUnit = header.places[.II]?.unit ?? timeUnit
    }

    /// All persons, once all rows are taken.
    mutating func finished() -> [EventPerson] {
        endPerson()
        return persons
    }

    private mutating func endPerson() {
        if let person { persons.append(EventPerson(id: person, records: records)) }
        records = []
        replacing = nil
    }

    mutating func take(_ record: DelimitedText.Record) {
        let row = EventRow(record, header, problems)
        // Spreadsheets leave separators behind the last column.
        guard record.fields.dropFirst(header.count).allSatisfy(\.isEmpty) else {
            problems.report(
                line: record.line, key: nil,
                "\(record.fields.count) fields where the header has \(header.count); numbers have a point and no comma")
            return
        }
        begin(row)
        guard let time = time(row), let kind = kind(row) else { return }
        if kind != .observation, kind != .other, time >= reader.horizon * (1 - 1e-12) {
            row.report(.TIME, "what is done at the very end of the simulation is not seen; expected an earlier time")
        }
        let dose = kind == .dose || kind == .resetAndDose ? dose(row) : nil
        if dose == nil, kind == .dose || kind == .resetAndDose { return }
        if dose == nil { refuseDosing(row, kind) }
        checkSteady(dose, kind, at: time, row)
        records.append(
            EventRecord(
                line: record.line, time: time, kind: kind, dose: dose, observation: observation(row, kind),
                covariates: header.covariates.map { covariate(row, $0.covariate, $0.place) }))
    }

    private mutating func begin(_ row: EventRow) {
        guard let text = row[.ID] else {
            row.report(.ID, "nothing stands here; expected whom the row is about")
            return
        }
        // Numbers are the same person however they are written.
        let id = row.plainNumber(text).map { $0 == $0.rounded() && abs($0) < 1e15 ? "\(Int($0))" : "\($0)" } ?? text
        guard id != person else { return }
        endPerson()
        person = id
        if !seen.insert(id).inserted {
            row.report(.ID, "\(quoted(text)) stands further up too, with others between; expected the rows of a person together")
        }
        if id.count > Self.longestName || id.hasPrefix(".") || !id.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) }) {
            row.report(
                .ID, "\(quoted(text)) can name no file; expected up to \(Self.longestName) letters, digits, '.', '_' or '-'")
        }
    }

    private static let longestName = 40

    private func time(_ row: EventRow) -> Double? {
        guard row[.TIME] != nil else {
            row.report(.TIME, "nothing stands here; expected the time since the start")
            return nil
        }
        guard let written = row.number(.TIME, hint: "; clock times and dates are not read, write the time since the start")
        else { return nil }
        let days = written * timeUnit.factor
        let kind = row.plainNumber(row[.EVID] ?? "")
        if written < 0 {
            row.report(.TIME, "\(quoted(row[.TIME] ?? "")) lies before the start; expected 0 or later")
        } else if let last = records.last, days < last.time {
            let isReset = kind == 3 || kind == 4
            row.report(
                .TIME,
                isReset
                    ? "a reset does not turn time back here; expected a time not before that of line \(last.line)"
                    : "\(quoted(row[.TIME] ?? "")) lies before the time of line \(last.line); expected times in order")
        } else if days > reader.horizon * (1 + 1e-12) {
            let end = digits(reader.horizon / timeUnit.factor)
            row.report(
                .TIME,
                "\(quoted(row[.TIME] ?? "")) \(timeUnit) is after the end of the simulation (\(end) \(timeUnit)); expected an earlier "
                    + "time, or a longer simulation in the scenario")
        } else {
            return min(days, reader.horizon)
        }
        return nil
    }

    /// What the row does; where there is no EVID, an amount makes a dose and MDV an event without one.
    private func kind(_ row: EventRow) -> EventRecord.Kind? {
        guard row[.EVID] != nil else {
            if let amount = row.number(.AMT), amount != 0 { return .dose }
            return row.number(.MDV) == 1 && row[.DVID] == nil && row[.CMT] == nil ? .other : .observation
        }
        guard let written = row.number(.EVID) else { return nil }
        if let kind = EventRecord.Kind(rawValue: Int(exactly: written) ?? -1) { return kind }
        let others = [5: "replacing an amount", 6: "multiplying an amount", 7: "transit absorption", 8: "replacing an amount"]
        let meaning = Int(exactly: written).flatMap { others[$0] }.map { " (\($0))" } ?? ""
        row.report(
            .EVID, "\(quoted(row[.EVID] ?? ""))\(meaning) is not done here; expected 0 (observation), 1 (dose), 2 (other), "
                + "3 (reset) or 4 (reset and dose)")
        return nil
    }

    /// Reports whatever only a dose may have.
    private func refuseDosing(_ row: EventRow, _ kind: EventRecord.Kind) {
        for column in [EventHeader.Column.AMT, .RATE, .ADDL, .SS] {
            guard let number = row.number(column), number != 0 else { continue }
            row.report(
                column, "\(quoted(row[column] ?? "")) means something on a dose alone, and EVID is \(kind.rawValue); expected 0 or nothing")
        }
        if let compartment = row.number(.CMT, orText: true), compartment < 0 {
            row.report(.CMT, "\(quoted(row[.CMT] ?? "")) would switch a compartment off, which is not done here")
        }
    }

    /// Two steady states that each do away with the other are a slip.
    private mutating func checkSteady(_ dose: EventRecord.Dose?, _ kind: EventRecord.Kind, at time: Double, _ row: EventRow) {
        if kind == .resetAndDose || kind == .reset { replacing = nil }
        guard dose?.steady == .alone else { return }
        if let other = replacing, other.time == time {
            row.report(
                .SS, "this steady state would do away with that of line \(other.line) at the same time; expected 2, which adds to it")
        }
        replacing = (time, row.line)
    }

    /// What is looked at; nil for nothing.
    private func observation(_ row: EventRow, _ kind: EventRecord.Kind) -> EventRecord.Observation? {
        let isMissing = row.number(.MDV)
        if let isMissing, isMissing != 0, isMissing != 1 {
            row.report(.MDV, "\(quoted(row[.MDV] ?? "")) is neither 0 nor 1")
        }
        guard kind == .observation else {
            if isMissing == 0, let value = row.number(.DV), value != 0 {
                row.report(.MDV, "a row that is no observation has no value; expected 1")
            }
            return nil
        }
        guard let output = output(row) else { return nil }
        var value = isMissing == 1 ? nil : row.number(.DV)
        if let found = value, let written = header.places[.DV]?.unit {
            let unit = reader.places.observed[output].unit
            value = unit.flatMap { Quantity(found, written).value(in: $0) }
            if value == nil {
                let name = reader.places.observed[output]
                row.report(
                    .DV, "\(written) is no unit of \(name.name); expected a unit such as \(name.unitText.isEmpty ? "none" : name.unitText)")
            }
        }
        return EventRecord.Observation(output: output, value: value)
    }

    private func output(_ row: EventRow) -> Int? {
        let column: EventHeader.Column = row[.DVID] == nil ? .CMT : .DVID
        guard let text = row[column] else {
            row.report(column, "nothing says what is observed; expected \(reader.places.observedInWords)")
            return nil
        }
        return place(text, column, row, among: reader.places.observed.map(\.name), expecting: reader.places.observedInWords)
    }

    /// A place by its name or its number, counted from one.
    func place(
        _ text: String, _ column: EventHeader.Column, _ row: EventRow, among names: [String], expecting words: String
    ) -> Int? {
        if let number = row.plainNumber(text) {
            if let place = Int(exactly: number), (1...max(1, names.count)).contains(place), !names.isEmpty { return place - 1 }
            row.report(column, "\(quoted(text)) is no number from 1 to \(names.count); expected \(words)")
            return nil
        }
        let known = text.lowercased()
        if let place = names.firstIndex(where: { $0.lowercased() == known }) { return place }
        row.report(
            column,
            "\(quoted(text)) is unknown; "
                + (nearest(to: text, among: names).map { "did you mean '\($0)'?" } ?? "expected \(words)"))
        return nil
    }

    private func dose(_ row: EventRow) -> EventRecord.Dose? {
        EventDose(reader, header, timeUnit: timeUnit, intervalUnit: intervalUnit).read(row) { text in
            place(
                text, .CMT, row, among: reader.places.entrances.map(\.name), expecting: reader.places.entrancesInWords)
        }
    }

    private func covariate(_ row: EventRow, _ covariate: EventCovariate, _ place: EventHeader.Place) -> Double? {
        guard let text = row.text(place.index) else { return nil }
        guard let number = row.number(text, place.title) else { return nil }
        let value = place.unit.map { number * ($0.factor / covariate.unit.factor) } ?? number
        let unit = covariate.unit == .one ? "" : " \(covariate.unit)"
        if covariate.isFlag, value != 0, value != 1 {
            problems.report(line: row.line, key: place.title, "\(quoted(text)) is neither 0 (no) nor 1 (yes)")
            return nil
        }
        guard covariate.range.contains(value) else {
            problems.report(
                line: row.line, key: place.title,
                "\(quoted(text)) is not possible; expected \(digits(covariate.range.lowerBound)) to "
                    + "\(digits(covariate.range.upperBound))\(unit)")
            return nil
        }
        guard let position = header.covariates.firstIndex(where: { $0.place.index == place.index }) else { return value }
        if !covariate.mayChange, let first = records.lazy.compactMap({ $0.covariates[position] }).first, first != value {
            problems.report(
                line: row.line, key: place.title,
                "\(quoted(text)) differs from \(digits(first))\(unit) further up; \(covariate.name) is that of the start and stays so")
        }
        return value
    }
}

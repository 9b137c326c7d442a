import Foundation
import Symbolics
import struct Symbolics.Unit

/// Reads dosing records as NONMEM and its relatives have them, and refuses by row and column what it cannot honour.
///
/// ```swift
/// let table = try EventTableReader(places: places, horizon: 365).read(file: "doses.csv")
/// ```
public struct EventTableReader: Sendable {
    /// Where doses enter and what is observed.
    public var places: EventPlaces
    /// The last time of the simulation, in days.
    public var horizon: Double
    /// In which TIME and II are where their headers say nothing; hours, as the field has them.
    public var timeUnit: Unit
    /// In which AMT is where its header says nothing; nil for the unit of each entrance.
    public var amountUnit: Unit?

    public init(places: EventPlaces, horizon: Double, timeUnit: Unit? = nil, amountUnit: Unit? = nil) {
        self.places = places
        self.horizon = horizon
        self.timeUnit = timeUnit ?? Self.usualTimeUnit
        self.amountUnit = amountUnit
    }

    public static let usualTimeUnit: Unit = "h"
    /// More rows are taken for a mistake.
    public static let mostRecords = 1_000_000
    /// More further doses of one row are taken for a mistake: two hundred years of one a day.
    public static let mostAdditional = 73_000
    /// Faults told at once.
    private static let mostProblems = 20

    /// - Throws: `FileError` with a sentence for each fault.
    public func read(file: String) throws(FileError) -> EventTable {
        func failure(_ message: String) -> FileError {
            FileError(file: file, message)
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else { throw failure("there is no such file") }
        guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: file) else {
            throw failure("it cannot be read; expected a file of comma-separated values")
        }
        guard let text = String(data: data, encoding: .utf8) else { throw failure("this is not UTF-8 text") }
        return try read(text: text, name: file)
    }

    /// - Parameter name: what the table is called in messages.
    /// - Throws: `FileError` with a sentence for each fault.
    public func read(text: String, name: String) throws(FileError) -> EventTable {
        let problems = Problems(file: name)
        let (rows, ignored) = records(of: text, problems)
        guard let first = rows.first else {
            problems.report(line: nil, key: nil, "the table is empty; expected a line of column names and rows below it")
            return try problems.check(nil)
        }
        guard let header = EventHeader(first, places, problems) else { return try problems.check(nil) }
        var reading = EventRows(self, header, problems)
        for row in rows.dropFirst() {
            reading.take(row)
            if problems.count >= Self.mostProblems {
                problems.report(line: row.line, key: nil, "there may be more below; nothing further was read")
                break
            }
        }
        if rows.count == 1, problems.count == 0 {
            problems.report(line: first.line, key: nil, "no rows stand below the column names")
        }
        return try problems.check(
            EventTable(
                file: name, persons: reading.finished(), places: places, covariates: header.covariates.map(\.covariate),
                timeUnit: header.places[.TIME]?.unit ?? timeUnit, notes: notes(header, ignored: ignored)))
    }

    /// All rows, the header first, without those to be ignored; and how many those are.
    private func records(of text: String, _ problems: Problems) -> (rows: [DelimitedText.Record], ignored: Int) {
        var reader = DelimitedText(text)
        var rows: [DelimitedText.Record] = []
        var ignored = 0
        do throws(DelimitedText.Unclosed) {
            while let row = try reader.next() {
                let isComment = row.fields[0].hasPrefix("#") || (!rows.isEmpty && isIgnored(row, header: rows[0]))
                if isComment { ignored += 1 } else { rows.append(row) }
                if rows.count > Self.mostRecords + 1 {
                    problems.report(line: row.line, key: nil, "there are more than \(Self.mostRecords) rows; expected fewer")
                    break
                }
            }
        } catch {
            problems.report(line: error.line, key: nil, "a quotation mark is never closed")
        }
        return (rows, ignored)
    }

    /// Whether a row says that it is to be left out: a `C` in its first field, or anything in a first column `C`.
    private func isIgnored(_ row: DelimitedText.Record, header: DelimitedText.Record) -> Bool {
        let mark = row.fields[0].uppercased()
        if mark == "C" { return true }
        return header.fields[0].uppercased() == "C" && !mark.isEmpty && mark != "."
    }

    private func notes(_ header: EventHeader, ignored: Int) -> [String] {
        func unit(_ column: EventHeader.Column) -> Unit? { header.places[column]?.unit }
        var notes: [String] = []
        let time = unit(.TIME).map { "TIME is in \($0), as its header says" } ?? "TIME is taken in \(timeUnit)"
        let interval = header.places[.II] == nil ? "" : unit(.II).map { ", II in \($0)" } ?? ", and II with it"
        notes.append("\(time)\(interval).")
        if header.places[.AMT] != nil {
            let written = unit(.AMT).map { "AMT is in \($0), as its header says." }
            let asked = amountUnit.map { "AMT is in \($0), as asked for." }
            notes.append(written ?? asked ?? "AMT is taken in the unit of each place.")
        }
        if header.places[.RATE] != nil {
            notes.append(unit(.RATE).map { "RATE is in \($0)." } ?? "RATE is in the unit of AMT over that of TIME.")
        }
        if header.places[.DV] != nil {
            notes.append(unit(.DV).map { "DV is in \($0)." } ?? "DV is taken in the unit of each output.")
        }
        for (covariate, place) in header.covariates {
            let name = place.unit ?? covariate.unit
            notes.append("\(place.title) is \(covariate.name)\(name == .one ? "" : " in \(name)").")
        }
        if !header.unused.isEmpty {
            notes.append("Not used, because the model has no place for it: \(header.unused.joined(separator: ", ")).")
        }
        if ignored > 0 { notes.append("\(ignored) row\(ignored == 1 ? "" : "s") left out as comments.") }
        return notes
    }
}

import ArgumentParser
import Exchange
import Reporting
import Symbolics

/// Doses from a table of records, person by person.
struct EventOptions: ParsableArguments {
    @Option(
        name: .customLong("events"),
        help: """
            Table of dosing records (CSV: ID, TIME, EVID, AMT, CMT, RATE, ADDL, II, SS, DV, DVID, MDV and covariates) \
            to give to the scenario's woman, or to the model of --model; each ID is a person.
            """)
    var table: String?

    @Flag(help: "Print the schedule of --events written out, with the numbers of places, and simulate nothing.")
    var dryRun = false

    @Option(help: "How --dry-run writes the schedule: text or csv.")
    var format: ScheduleListing.Format?

    @Option(help: "Unit of TIME and II where their headers say none; h if left out.")
    var timeUnit: String?

    @Option(help: "Unit of AMT where its header says none; that of each place if left out.")
    var amountUnit: String?

    @Option(help: "How covariates go from row to row: locf (the last one holds) or nocb (the next one holds already).")
    var covariates: CovariateInterpolation?

    func validate() throws {
        let needsTable: [(String, Bool)] = [
            ("--dry-run", dryRun), ("--format", format != nil), ("--time-unit", timeUnit != nil),
            ("--amount-unit", amountUnit != nil), ("--covariates", covariates != nil),
        ]
        if table == nil, let (option, _) = needsTable.first(where: \.1) {
            throw ValidationError("\(option) is about a table of dosing records; expected --events FILE.csv with it.")
        }
        if format != nil, !dryRun { throw ValidationError("--format is how --dry-run writes; expected --dry-run with it.") }
        if let timeUnit, try unit(timeUnit, "--time-unit").dimension != Unit.days.dimension {
            throw ValidationError("--time-unit: '\(timeUnit)' is no unit of time; expected for example h or days.")
        }
        if let amountUnit { _ = try unit(amountUnit, "--amount-unit") }
    }

    private func unit(_ text: String, _ option: String) throws -> Unit {
        do { return try Unit(text) } catch { throw ValidationError("\(option): \(error); expected for example h or mg.") }
    }

    /// The options as they would be written, those left out left out.
    var words: [String] {
        (table.map { ["--events", $0] } ?? []) + (timeUnit.map { ["--time-unit", $0] } ?? [])
            + (amountUnit.map { ["--amount-unit", $0] } ?? []) + (covariates.map { ["--covariates", $0.rawValue] } ?? [])
    }

    /// Reads the table.
    ///
    /// - Throws: `FileError` with a sentence for each fault.
    func read(_ file: String, _ places: EventPlaces, horizon: Double) throws -> (table: EventTable, schedules: [PersonSchedule]) {
        let reader = EventTableReader(
            places: places, horizon: horizon, timeUnit: try timeUnit.map { try Unit($0) },
            amountUnit: try amountUnit.map { try Unit($0) })
        let table = try reader.read(file: file)
        return (table, try table.schedules(horizon: horizon, interpolation: covariates ?? .locf))
    }
}

extension ScheduleListing.Format: ExpressibleByArgument {}
extension CovariateInterpolation: ExpressibleByArgument {}

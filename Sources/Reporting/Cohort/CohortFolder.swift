import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Trials

/// The folder of a cohort: `traits.csv`, who the women are; `women.csv`, what became of them; `summary.json`.
///
/// A run that was stopped or killed goes on where it was and ends with the same bytes in all three.
public struct CohortFolder: Sendable {
    /// How a run ended.
    public struct Ending: Sendable {
        public let summary: CohortSummary
        /// Whether all was there already, so that nothing was simulated.
        public let wasFinished: Bool
        /// How many women had been written by an earlier run that was interrupted.
        public let resumedAfter: Int
    }

    /// What simulates the women of some numbers, in order; called from several threads at once.
    public typealias Simulate = @Sendable (Range<Int>) throws -> [SimulatedWoman]

    public let url: URL
    private let cohort: Cohort
    private let settings: RunSettings
    private let command: String
    private let checkpointInterval: Duration

    /// - Parameters:
    ///   - solver: what the women are simulated with, its tolerances and how it groups women, in words; a run is
    ///     continued only with the same.
    ///   - command: how the run can be made again, for the summary.
    ///   - checkpointInterval: how often the journal is renewed at most.
    /// - Throws: `ModelError` if the scenario cannot be turned into numbers.
    public init(
        path: String, cohort: Cohort, solver: String, command: String, checkpointInterval: Duration = .seconds(1)
    ) throws {
        url = URL(fileURLWithPath: path, isDirectory: true)
        self.cohort = cohort
        self.command = command
        self.checkpointInterval = checkpointInterval
        settings = RunSettings([
            "version": WomanModel.version, "title": cohort.prepared.scenario.title, "women": "\(cohort.count)",
            "seed": "\(cohort.women.seed)", "years": "\(cohort.prepared.scenario.years)",
            "report days": "\(cohort.prepared.scenario.reportInterval)",
            "outputs": cohort.outputs.map(\.name).joined(separator: ","), "solver": solver,
            "model and scenario": try cohort.prepared.fingerprint, "population": cohort.women.fingerprint,
        ])
    }

    private var table: URL { url.appendingPathComponent("women.csv") }
    private var traits: URL { url.appendingPathComponent("traits.csv") }
    private var summary: URL { url.appendingPathComponent("summary.json") }

    /// Simulates and writes all women who are not yet written.
    ///
    /// - Parameters:
    ///   - run: chunks and threads.
    ///   - progress: told how many women are written, after each chunk.
    /// - Throws: ``Interruption`` if the task was cancelled, ``OutputError`` if files cannot be written or were begun
    ///   with other settings, and whatever `simulate` throws. In each case the journal has been brought up to date.
    public func run(
        _ run: CohortRun, simulate: @escaping Simulate, progress: (Int) -> Void = { _ in }
    ) async throws -> Ending {
        try OutputFolder(path: url.path).create()
        if let known = CohortSummary.finished(summary, table: table, settings: settings) { return Ending(summary: known, wasFinished: true, resumedAfter: 0) }
        let csv = CohortCSV(cohort)
        let table = try ResumableTable(
            table, header: csv.header, settings: settings, empty: CohortTally(quantities: cohort.valuesPerWoman),
            checkpointInterval: checkpointInterval)
        let before = table.progress.women
        progress(before)
        // One that stands beside an unfinished table belongs to an earlier run.
        try? FileManager.default.removeItem(at: summary)
        // The traits are whole before the first woman is in the table.
        if before == 0 || !FileManager.default.fileExists(atPath: traits.path) { try writeTraits() }
        do {
            try await run.run(
                after: before,
                make: { numbers in
                    let women = try simulate(numbers)
                    return (women: women, rows: csv.rows(women))
                },
                deliver: { chunk in
                    try table.append(chunk.rows, women: chunk.women.count) { tally in
                        for woman in chunk.women { tally.add(woman) }
                    }
                    progress(table.progress.women)
                })
        } catch {
            try table.checkpoint()
            guard error is CancellationError else { throw error }
            throw Interruption(done: table.progress.women, women: cohort.count)
        }
        var written: CohortSummary?
        try table.finish { progress in
            let made = CohortSummary(
                cohort, model: WomanModel.version, command: command, settings: settings, tally: progress.tally,
                bytes: progress.bytes)
            try OpenFile.replace(summary, with: made.json())
            written = made
        }
        guard let written else { preconditionFailure("a table concludes before it is finished") }
        return Ending(summary: written, wasFinished: false, resumedAfter: before)
    }

    private func writeTraits() throws(OutputError) {
        let csv = TraitsCSV(cohort.women)
        let (last, step) = (cohort.count, 1000)
        try OpenFile.replace(traits) { file throws(OutputError) in
            try file.append([UInt8](csv.header.utf8))
            for first in stride(from: 1, through: last, by: step) {
                try file.append(csv.rows(first..<min(first + step, last + 1)))
            }
        }
    }
}

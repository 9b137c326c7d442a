import Exchange
import Foundation
import Physiology
import Solving
import Trials

/// The folder of a trial: `women.csv`, what became of each woman; `results.csv`, `summary.json` and `report.html`.
///
/// A run that was stopped or killed goes on where it was and ends with the same bytes in all of them: estimates are made
/// from the table of women alone, once it is complete.
public struct TrialFolder: Sendable {
    /// How a run ended.
    public struct Ending: Sendable {
        public let document: TrialDocument
        /// Whether all was there already, so that nothing was simulated.
        public let wasFinished: Bool
        /// How many women had been written by an earlier run that was interrupted.
        public let resumedAfter: Int
    }

    /// Simulates the women of a block, by its place; called from several threads at once.
    public typealias Simulate = @Sendable (Int) throws -> [SimulatedWoman]

    /// Blocks of women that are handed on together.
    private static let chunk = 8

    public let url: URL
    private let run: TrialRun
    private let settings: RunSettings
    private let command: String
    private let checkpointInterval: Duration

    /// - Parameters:
    ///   - command: how the run can be made again, for the summary.
    ///   - checkpointInterval: how often the journal is renewed at most.
    /// - Throws: `ModelError` if an arm cannot be turned into numbers.
    public init(
        path: String, run: TrialRun, command: String, checkpointInterval: Duration = .seconds(1)
    ) throws {
        url = URL(fileURLWithPath: path, isDirectory: true)
        self.run = run
        self.command = command
        self.checkpointInterval = checkpointInterval
        let solvers = run.trial.arms.indices.map { arm in
            let solved = run.resolution(ofArm: arm)
            return "\(solved.resolution.rawValue) \(solved.tolerances.relative)"
        }
        settings = RunSettings([
            "version": WomanModel.version, "title": run.trial.title, "seed": "\(run.seed)",
            "women": run.sizes.map(String.init).joined(separator: ","), "replicates": "\(run.replicates)",
            "solver": solvers.joined(separator: ", "), "trial, model and population": try run.fingerprint,
        ])
    }

    private var table: URL { url.appendingPathComponent("women.csv") }
    private var summary: URL { url.appendingPathComponent("summary.json") }

    /// Simulates and writes all women who are not yet written, and then what they come to.
    ///
    /// - Parameters:
    ///   - simulate: the run's own simulation if left out.
    ///   - progress: told how many women are written.
    /// - Throws: `Interruption` if the task was cancelled, ``OutputError`` if files cannot be written or were
    ///   begun with other settings, and whatever `simulate` throws.
    public func write(
        threads: Int, simulate: Simulate? = nil, progress: (Int) -> Void = { _ in }
    ) async throws -> Ending {
        try OutputFolder(path: url.path).create()
        let women = run.enrolment.women.count
        if let known = TrialSummary.finished(summary, table: table, settings: settings) {
            let document = try document(failures: known.failures)
            try conclude(document, bytes: known.bytes)
            return Ending(document: document, wasFinished: true, resumedAfter: 0)
        }
        let table = try ResumableTable(
            table, header: TrialCSV.header(run), settings: settings, empty: CohortTally(quantities: 0),
            checkpointInterval: checkpointInterval)
        let before = table.progress.women
        progress(before)
        // One that stands beside an unfinished table belongs to an earlier run.
        try? FileManager.default.removeItem(at: summary)
        let run = run
        let make = simulate ?? { run.results(ofBlock: $0) }
        // Chunks end with blocks, and the journal with chunks.
        let blocksDone = run.blocks.firstIndex { $0.lowerBound >= before } ?? run.blocks.count
        do {
            try await CohortRun(women: run.blocks.count, chunkSize: Self.chunk, threads: threads).run(
                after: blocksDone,
                make: { numbers in
                    let women = try numbers.flatMap { number in
                        try Task.checkCancellation()
                        return try make(number - 1)
                    }
                    let first = run.blocks[numbers.lowerBound - 1].lowerBound
                    return (women: women, rows: TrialCSV.rows(women, from: first, of: run))
                },
                deliver: { chunk in
                    try table.append(chunk.rows, women: chunk.women.count) { tally in
                        for woman in chunk.women { tally.note(woman) }
                    }
                    progress(table.progress.women)
                })
        } catch {
            try table.checkpoint()
            guard error is CancellationError else { throw error }
            throw Interruption(done: table.progress.women, women: women)
        }
        var written: TrialDocument?
        try table.finish { progress in
            let document = try document(failures: progress.tally.failures)
            try conclude(document, bytes: progress.bytes)
            written = document
        }
        guard let written else { preconditionFailure("a table concludes before it is finished") }
        return Ending(document: written, wasFinished: false, resumedAfter: before)
    }

    private func document(failures: [CohortTally.Failure]) throws -> TrialDocument {
        let data = TrialData(run, values: try TrialCSV.read(table, of: run), failures: failures)
        return TrialDocument(try TrialAnalysis(data), command: command)
    }

    /// The summary comes last, for it tells that all is there.
    private func conclude(_ document: TrialDocument, bytes: Int) throws {
        try OutputFolder(path: url.path).write(document.files())
        try OpenFile.replace(summary, with: TrialSummary(document, settings: settings, bytes: bytes).json())
    }
}

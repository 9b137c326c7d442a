import Foundation
import Physiology
import Populations
import Trials

/// Draws women like those of a study, writes them as they come and counts what they are like.
///
/// A run that was stopped or killed goes on where it was and ends with the same bytes.
public struct PopulationSample: Sendable {
    public let women: VirtualWomen
    public let selection: Selection
    public let count: Int

    /// Women a chunk.
    private static let chunkSize = 250

    /// - Throws: `EvidenceError`, `SpreadError` or `BaselineError`.
    public init(like baseline: Baseline, count: Int, seed: UInt64) throws {
        women = try VirtualWomen(seed: seed, like: baseline)
        guard let selection = women.selection else { preconditionFailure("women like a study's are selected") }
        self.selection = selection
        self.count = count
    }

    /// Draws all of them.
    ///
    /// - Parameters:
    ///   - file: where to write them; nil to count them only.
    ///   - progress: told how many are done, after each chunk.
    /// - Throws: `CancellationError` if the task was cancelled, ``OutputError`` if the file cannot be written or was begun
    ///   with other settings.
    public func run(
        file: URL?, threads: Int, progress: (Int) -> Void = { _ in }
    ) async throws -> PopulationTally {
        var tally = PopulationTally(targets: selection.baseline.targets.count)
        let run = CohortRun(women: count, chunkSize: Self.chunkSize, threads: threads)
        let women = women
        let selection = selection
        let csv = PopulationCSV(women)
        let make: @Sendable (Range<Int>) throws -> (women: [VirtualWoman], rows: [UInt8]) = { numbers in
            let drawn = numbers.map { women[$0] }
            return (drawn, csv.rows(drawn))
        }
        guard let file else {
            var done = 0
            try await run.run(make: make) { chunk in
                for woman in chunk.women { tally.add(woman, of: selection) }
                done += chunk.women.count
                progress(done)
            }
            return tally
        }
        let table = try ResumableTable(file, header: csv.header, settings: settings, empty: tally)
        progress(table.progress.women)
        do {
            try await run.run(after: table.progress.women, make: make) { chunk in
                try table.append(chunk.rows, women: chunk.women.count) { tally in
                    for woman in chunk.women { tally.add(woman, of: selection) }
                }
                progress(table.progress.women)
            }
        } catch {
            try table.checkpoint()
            throw error
        }
        try table.finish { tally = $0.tally }
        return tally
    }

    private var settings: RunSettings {
        RunSettings([
            "version": WomanModel.version, "like": selection.baseline.name, "women": "\(count)",
            "seed": "\(women.seed)", "population": women.fingerprint,
        ])
    }
}

import Foundation

/// A table that grows by whole chunks of rows and survives being killed: started again, it goes on where it was.
///
/// Beside `FILE` stands a journal, `FILE.progress`, with the settings, the women completed, the bytes they fill and
/// what was tallied of them. Rows become durable before the journal speaks of them, and the journal is replaced in
/// one step; so a journal never promises more than there is, and what lies beyond its promise is cut off at the next
/// start. It is renewed at most once in an interval, which bounds both the work lost and the time spent on disks.
///
/// A class because it owns an open file.
public final class ResumableTable<Tally: Codable & Sendable> {
    /// What the journal says.
    public struct Progress: Codable, Sendable {
        public fileprivate(set) var settings: RunSettings
        /// How many women are completely in the table.
        public fileprivate(set) var women = 0
        /// How many bytes of the table they fill, with the header.
        public fileprivate(set) var bytes = 0
        public fileprivate(set) var tally: Tally
    }

    /// What is in the table; the journal may be behind it by one interval.
    public private(set) var progress: Progress
    private let file: OpenFile
    private let journal: URL
    private let interval: Duration
    private var last = ContinuousClock.now

    /// Where the journal of a table stands.
    public static func journal(of table: URL) -> URL {
        table.deletingLastPathComponent().appendingPathComponent(table.lastPathComponent + ".progress")
    }

    /// Begins a table, or goes on with one that was begun with the same settings.
    ///
    /// - Parameters:
    ///   - empty: the tally of no women.
    ///   - checkpointInterval: how often the journal is renewed at most.
    /// - Throws: ``OutputError`` when the table was begun with other settings, is being written by another run, does
    ///   not match its journal or cannot be written.
    public init(
        _ table: URL, header: String, settings: RunSettings, empty: Tally,
        checkpointInterval: Duration = .seconds(1)
    ) throws(OutputError) {
        // The lock comes before the journal, which another run could still be writing.
        file = try OpenFile(table)
        journal = Self.journal(of: table)
        interval = checkpointInterval
        if let known = try Self.read(journal) {
            guard known.settings == settings else {
                throw OutputError(
                    description: "\(table.path) was begun with other settings "
                        + "(\(settings.differences(from: known.settings))); remove it or choose another folder.")
            }
            guard try file.size >= known.bytes else {
                throw OutputError(
                    description: "\(table.path) is shorter than \(journal.lastPathComponent) says; "
                        + "remove both to begin anew.")
            }
            progress = known
        } else {
            progress = Progress(settings: settings, tally: empty)
            // From here on a table without a journal is a finished one.
            try checkpoint()
        }
        try file.truncate(to: progress.bytes)
        if progress.bytes == 0 {
            let bytes = [UInt8](header.utf8)
            try file.append(bytes)
            progress.bytes = bytes.count
        }
    }

    /// Appends the rows of the next women and takes them into the tally.
    ///
    /// - Throws: ``OutputError`` when they cannot be written; the table can then be continued later.
    public func append(_ rows: [UInt8], women: Int, tally: (inout Tally) -> Void) throws(OutputError) {
        try file.append(rows)
        progress.bytes += rows.count
        progress.women += women
        tally(&progress.tally)
        if last.duration(to: .now) >= interval { try checkpoint() }
    }

    /// Brings the journal up to what is in the table.
    public func checkpoint() throws(OutputError) {
        try file.synchronize()
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try OpenFile.replace(journal, with: [UInt8](encoder.encode(progress)))
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError(description: "\(journal.path) cannot be written: \(error).")
        }
        last = .now
    }

    /// Ends the table: what tells that it is finished is written, then the journal removed.
    ///
    /// - Parameter conclude: writes what tells, durably; it may be called again after a kill, with the same progress.
    public func finish(_ conclude: (Progress) throws -> Void) throws {
        try checkpoint()
        try conclude(progress)
        guard unlink(journal.path) == 0 else {
            throw OutputError(description: "\(journal.path) cannot be removed.")
        }
        try OpenFile.synchronize(folder: journal.deletingLastPathComponent())
    }

    private static func read(_ journal: URL) throws(OutputError) -> Progress? {
        guard FileManager.default.fileExists(atPath: journal.path) else { return nil }
        do {
            return try JSONDecoder().decode(Progress.self, from: Data(contentsOf: journal))
        } catch {
            throw OutputError(
                description: "\(journal.path) is not the journal of a table; remove it and the table to begin anew.")
        }
    }
}

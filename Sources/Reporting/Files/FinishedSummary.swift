import Foundation
import Trials

/// The content of the `summary.json` of a folder whose table is written as the run goes on; written last, it tells that all
/// is there.
protocol FinishedSummary: Codable {
    var settings: RunSettings { get }
    /// The size of the table, in bytes.
    var bytes: Int { get }
}

extension FinishedSummary {
    /// The file's bytes: keys sorted, indented, ended by a line break; a number that is not finite is left out.
    func json() throws -> [UInt8] {
        [UInt8](try prettyJSON().utf8)
    }

    /// A summary written before; nil if there is none, or what is there is something else.
    static func read(_ url: URL) -> Self? {
        (try? Data(contentsOf: url)).flatMap { try? JSONDecoder().decode(Self.self, from: $0) }
    }

    /// The summary of a finished run with the same settings whose table is still there; nil if there is none.
    static func finished(_ url: URL, table: URL, settings: RunSettings) -> Self? {
        let files = FileManager.default
        guard !files.fileExists(atPath: ResumableTable<CohortTally>.journal(of: table).path),
            let known = read(url), known.settings == settings,
            let size = try? files.attributesOfItem(atPath: table.path)[.size] as? Int, size == known.bytes
        else { return nil }
        return known
    }
}

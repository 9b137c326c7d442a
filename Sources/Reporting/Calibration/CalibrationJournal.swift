import Foundation
import Inference

/// Beside a plan: the searches of a fit that are finished, so that a fit that was stopped goes on where it was.
public struct CalibrationJournal: Sendable {
    private struct Content: Codable {
        var fingerprint: String
        var starts: [CalibrationFit.Start]
    }

    private let url: URL
    private var content: Content

    /// The searches that were finished with the same plan, rows, equations and program.
    public var starts: [CalibrationFit.Start] { content.starts }

    /// - Parameter fingerprint: a text that changes with anything the searches follow from.
    public init(plan path: String, fingerprint: String) {
        url = URL(fileURLWithPath: path + ".progress")
        let data = try? Data(contentsOf: url)
        let known = data.flatMap { try? JSONDecoder().decode(Content.self, from: $0) }
        content = known.flatMap { $0.fingerprint == fingerprint ? $0 : nil }
            ?? Content(fingerprint: fingerprint, starts: [])
    }

    /// Takes in a finished search.
    ///
    /// - Throws: ``OutputError`` when the journal cannot be written.
    public mutating func add(_ start: CalibrationFit.Start) throws {
        content.starts.append(start)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try OpenFile.replace(url, with: [UInt8](encoder.encode(content)))
    }
}

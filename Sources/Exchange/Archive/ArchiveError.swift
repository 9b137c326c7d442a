/// Why an archive is not read or written, in one sentence that names it.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ file: String, _ message: String) { description = "\(file): \(message)" }
}

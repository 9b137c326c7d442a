/// The name of a file in an archive or beside a document: folders and a name below one root, and nothing else.
struct ArchivePath: Hashable, Sendable, CustomStringConvertible {
    let components: [String]

    var description: String { components.joined(separator: "/") }

    /// - Throws: ``Refusal`` for a path that leads out of the root, or means another thing elsewhere.
    init(_ path: String) throws(Refusal) {
        guard !path.isEmpty else { throw Refusal(path, "is empty") }
        guard path.utf8.count <= 1024 else { throw Refusal(String(path.prefix(40)) + "…", "is longer than 1024 bytes") }
        guard !path.hasPrefix("/") else { throw Refusal(path, "is absolute; expected one below the archive") }
        guard !path.contains("\\") else { throw Refusal(path, "has a backslash; expected '/' between folders") }
        guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw Refusal(path.filter { $0.isASCII && $0 > " " }, "has a control character")
        }
        let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
        guard !parts.contains("..") else { throw Refusal(path, "leads out of the archive ('..')") }
        guard let first = parts.first, !first.contains(":") else {
            throw Refusal(path, "is no path below the archive")
        }
        components = parts
    }

    /// Why a path is not followed.
    struct Refusal: Error {
        let message: String

        init(_ path: String, _ why: String) { message = "the path '\(path)' \(why)" }
    }
}

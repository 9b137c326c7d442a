import Foundation

/// The folder in which one user's data stand; nobody else may look into it, and one server at a time works on it.
///
/// A class because it owns a lock, which is let go with it.
final class DataFolder: Sendable {
    let url: URL
    private let lock: Int32

    /// Makes the folder where there is none.
    ///
    /// - Throws: ``DataFolderError`` if it cannot be made or another server has it.
    init(_ url: URL) throws(DataFolderError) {
        self.url = url
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw DataFolderError("the data folder \(url.path) cannot be made: \(error.localizedDescription)")
        }
        guard chmod(url.path, 0o700) == 0 else {
            throw DataFolderError("the data folder \(url.path) belongs to someone else; choose another with --data")
        }
        lock = open(url.appendingPathComponent("osteon.lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw DataFolderError("the data folder \(url.path) cannot be written") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw DataFolderError(
                "another 'osteon serve' already works on \(url.path); stop it, or choose another folder with --data")
        }
    }

    deinit { close(lock) }

    /// The file of the database, there with its permissions before anything is written into it; what SQLite puts beside
    /// it takes them over.
    func database() throws(DataFolderError) -> URL {
        let file = url.appendingPathComponent("osteon.sqlite")
        let descriptor = open(file.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else {
            throw DataFolderError("\(file.path) cannot be written")
        }
        close(descriptor)
        return file
    }

    /// Where a long run writes as it goes on.
    func folder(ofRun id: String) -> URL { runs.appendingPathComponent(id, isDirectory: true) }

    var runs: URL { url.appendingPathComponent("runs", isDirectory: true) }
}

/// Why nothing can be kept, in one sentence.
struct DataFolderError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

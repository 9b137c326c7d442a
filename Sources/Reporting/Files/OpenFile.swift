import Foundation

/// A file held open for writing, that no other process writes at the same time.
///
/// A class because it owns a file descriptor, which must be closed once.
final class OpenFile {
    let url: URL
    private let descriptor: Int32

    /// Opens the file, or creates an empty one.
    ///
    /// - Throws: ``OutputError`` when it cannot be opened, or another run has it open.
    init(_ url: URL) throws(OutputError) {
        self.url = url
        descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(url) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw OutputError(
                description: "\(url.path) is being written by another run; wait for it or choose another folder.")
        }
    }

    deinit { close(descriptor) }

    /// How many bytes the file has.
    var size: Int {
        get throws(OutputError) {
            let end = lseek(descriptor, 0, SEEK_END)
            guard end >= 0 else { throw Self.failure(url) }
            return Int(end)
        }
    }

    /// Cuts the file off; what is appended next follows there.
    func truncate(to size: Int) throws(OutputError) {
        guard ftruncate(descriptor, off_t(size)) == 0, lseek(descriptor, off_t(size), SEEK_SET) >= 0 else {
            throw Self.failure(url)
        }
    }

    func append(_ bytes: [UInt8]) throws(OutputError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(url) }
            written += count
        }
    }

    /// Returns once what was written would outlast a loss of power.
    func synchronize() throws(OutputError) {
        guard fsync(descriptor) == 0 else { throw Self.failure(url) }
    }

    /// Puts a file in place of an older one, whole and durable, or leaves the older one.
    static func replace(_ url: URL, with bytes: [UInt8]) throws(OutputError) {
        try replace(url) { file throws(OutputError) in try file.append(bytes) }
    }

    /// Puts a file in place of an older one once all of it is written, or leaves the older one.
    static func replace(_ url: URL, _ fill: (OpenFile) throws(OutputError) -> Void) throws(OutputError) {
        let folder = url.deletingLastPathComponent()
        let temporary = folder.appendingPathComponent(".\(url.lastPathComponent).new")
        let file = try OpenFile(temporary)
        try file.truncate(to: 0)
        try fill(file)
        try file.synchronize()
        guard rename(temporary.path, url.path) == 0 else { throw failure(url) }
        try synchronize(folder: folder)
    }

    /// Makes the names in a folder durable.
    static func synchronize(folder: URL) throws(OutputError) {
        let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder) }
        defer { close(descriptor) }
        // Some file systems know no such request for folders and need none.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(folder) }
    }

    private static func failure(_ url: URL) -> OutputError {
        OutputError(
            description: "\(url.path) cannot be written: \(String(cString: strerror(errno)).lowercased()).")
    }
}

import Foundation

/// Why results could not be written, in one sentence that names the path.
public struct OutputError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
    public let description: String
    public var errorDescription: String? { description }
}

/// A folder that receives results, each file whole or not at all.
///
/// Contents go to a hidden file `.name.PID.partial` in the same folder, which is renamed over the final name when
/// complete; an interruption leaves the old file or none. What a killed run left behind is removed by the next write.
public struct OutputFolder: Sendable {
    /// A file to write.
    public struct File: Sendable {
        /// Without folders, for example `summary.json`.
        public var name: String
        public var contents: String

        public init(name: String, contents: String) {
            self.name = name
            self.contents = contents
        }
    }

    public let url: URL

    /// Names the folder; nothing is created before ``write(_:)``.
    public init(path: String) {
        url = URL(fileURLWithPath: path, isDirectory: true)
    }

    /// Finds out before a long run whether the folder can be written, without creating it.
    ///
    /// - Throws: ``OutputError`` when it is a file, or it or its nearest existing parent may not be written.
    public func check() throws {
        var candidate = url.standardizedFileURL
        var isFolder: ObjCBool = false
        while !FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder) {
            let parent = candidate.deletingLastPathComponent().standardizedFileURL
            if parent.path == candidate.path { break }
            candidate = parent
        }
        guard isFolder.boolValue else {
            throw OutputError(
                description: "The output folder \(url.path) cannot be used: \(candidate.path) is a file, "
                    + "expected a folder.")
        }
        guard FileManager.default.isWritableFile(atPath: candidate.path) else {
            throw OutputError(
                description: "The output folder \(url.path) cannot be written: no permission to write in "
                    + "\(candidate.path).")
        }
    }

    /// Creates the folder, and those above it, where needed.
    ///
    /// - Throws: ``OutputError`` when it is a file or cannot be created.
    func create() throws {
        try check()
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw OutputError(description: "The output folder \(url.path) cannot be created.")
        }
    }

    /// Creates the folder where needed and writes the files; they take their names only once all are complete.
    ///
    /// - Throws: ``OutputError`` when the folder cannot be created or a file not written; what was staged is removed.
    public func write(_ files: [File]) throws {
        // An interruption waits the few milliseconds until the files are whole.
        var held = sigset_t()
        var before = sigset_t()
        sigemptyset(&held)
        sigaddset(&held, SIGINT)
        sigaddset(&held, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &held, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try create()
        StagedFile.removeAbandoned(in: url)
        var staged: [StagedFile] = []
        do {
            for file in files { staged.append(try StagedFile(file, in: url)) }
            for file in staged { try file.publish() }
        } catch {
            for file in staged { file.discard() }
            throw error
        }
    }
}

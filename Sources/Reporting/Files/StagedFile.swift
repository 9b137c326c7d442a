import Foundation

/// A file written in full under a hidden name, waiting to take its own.
struct StagedFile {
    private static let suffix = ".partial"

    private let temporary: URL
    private let final: URL

    /// - Throws: ``OutputError`` when it cannot be written.
    init(_ file: OutputFolder.File, in folder: URL) throws {
        try self.init(file.name, in: folder) { temporary throws in
            do { try Data(file.contents.utf8).write(to: temporary) } catch {
                let final = folder.appendingPathComponent(file.name)
                throw OutputError(description: "\(final.path) cannot be written: \(error.localizedDescription).")
            }
        }
    }

    /// - Parameter fill: writes the file under the name it is given.
    /// - Throws: what `fill` throws; nothing is left behind.
    init(_ name: String, in folder: URL, _ fill: (URL) throws -> Void) throws {
        final = folder.appendingPathComponent(name)
        let process = ProcessInfo.processInfo.processIdentifier
        temporary = folder.appendingPathComponent(".\(name).\(process)\(Self.suffix)")
        do { try fill(temporary) } catch {
            discard()
            throw error
        }
    }

    /// Gives the file its name, replacing an older one in one step.
    ///
    /// - Throws: ``OutputError`` when a folder of that name is in the way.
    func publish() throws {
        // FileManager refuses to replace an existing file in one step on Linux; rename(2) is atomic.
        guard rename(temporary.path, final.path) == 0 else {
            throw OutputError(
                description: "\(final.path) cannot be written: \(String(cString: strerror(errno)).lowercased()).")
        }
    }

    func discard() {
        try? FileManager.default.removeItem(at: temporary)
    }

    /// Removes staged files of processes that no longer run.
    static func removeAbandoned(in folder: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(".") && name.hasSuffix(suffix) {
            let process = name.dropLast(suffix.count).split(separator: ".").last.flatMap { Int32($0) }
            // Signal 0 only asks whether the process exists.
            if let process, process > 0, kill(process, 0) != 0, errno == ESRCH {
                try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
        }
    }
}

import CZip
import Foundation

/// A ZIP archive that is open for reading, looked at before anything is taken out of it.
///
/// A class because libzip's memory and its file must be given back once.
final class ZipReader {
    /// What one archive may hold.
    struct Limits: Sendable {
        var entries = 10_000
        /// Of one file, unpacked.
        var entryBytes = 512 << 20
        /// Of all files, unpacked.
        var totalBytes = 1 << 30
        /// By how much a file may be larger than what is stored of it, beyond the first megabyte.
        var ratio = 1000
    }

    private struct Entry {
        let index: UInt64
        let size: Int
    }

    let file: String
    private let archive: OpaquePointer
    private let entries: [ArchivePath: Entry]
    /// Files in the order of the archive.
    let paths: [ArchivePath]

    /// - Throws: ``FileError`` for what is no ZIP archive, and for one with a path out of it, two files of one name,
    ///   links, encryption, or more than the limits allow.
    init(_ file: String, limits: Limits = Limits()) throws(FileError) {
        self.file = file
        var code: Int32 = 0
        guard let archive = zip_open(file, ZIP_RDONLY, &code) else {
            throw FileError(file: file, Self.reason(code))
        }
        self.archive = archive
        do throws(FileError) {
            let found = try Self.entries(of: archive, file, limits)
            entries = Dictionary(uniqueKeysWithValues: found)
            paths = found.map(\.0)
        } catch {
            zip_discard(archive)
            throw error
        }
    }

    deinit { zip_discard(archive) }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ZIP_ER_NOENT: return "there is no such file"
        case ZIP_ER_NOZIP: return "the file is not a ZIP archive"
        case ZIP_ER_INCONS: return "the archive is damaged: what it lists is not what it holds"
        default:
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            return "the archive cannot be opened: \(String(cString: zip_error_strerror(&error)).lowercased())"
        }
    }

    private static func entries(
        of archive: OpaquePointer, _ file: String, _ limits: Limits
    ) throws(FileError) -> [(ArchivePath, Entry)] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.entries else {
            throw FileError(file: file, "the archive has \(count) entries; expected \(limits.entries) at most")
        }
        var found: [(ArchivePath, Entry)] = []
        var names: Set<ArchivePath> = []
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &status) == 0, let raw = status.name else {
                throw FileError(file: file, "entry \(index + 1) of the archive cannot be read")
            }
            let name = String(cString: raw)
            // Folders are there by the names of what they hold.
            if name.hasSuffix("/"), status.size == 0 {
                _ = try path(name, file)
                continue
            }
            let path = try path(name, file)
            guard names.insert(path).inserted else {
                throw FileError(file: file, "the archive has two files called '\(path)'")
            }
            guard !isLink(archive, index) else { throw FileError(file: file, "'\(path)' is a link; expected a file") }
            guard status.encryption_method == ZIP_EM_NONE else { throw FileError(file: file, "'\(path)' is encrypted") }
            let megabyte: UInt64 = 1 << 20
            guard status.size <= UInt64(limits.entryBytes) else {
                throw FileError(
                    file: file,
                    "'\(path)' is \(status.size / megabyte) MB unpacked; expected \(limits.entryBytes >> 20) MB at most"
                )
            }
            guard status.size <= megabyte || status.size / UInt64(limits.ratio) <= status.comp_size else {
                throw FileError(file: file, "'\(path)' unpacks to more than \(limits.ratio) times what is stored of it")
            }
            total += Int(status.size)
            guard total <= limits.totalBytes else {
                throw FileError(file: file, "the archive unpacks to more than \(limits.totalBytes >> 20) MB")
            }
            found.append((path, Entry(index: index, size: Int(status.size))))
        }
        for path in names {
            for length in 1..<max(1, path.components.count)
            where names.contains(ArchivePath(components: Array(path.components.prefix(length)))) {
                throw FileError(file: file, "'\(path)' lies in what is a file, not a folder")
            }
        }
        return found
    }

    private static func path(_ name: String, _ file: String) throws(FileError) -> ArchivePath {
        do { return try ArchivePath(name) } catch { throw FileError(file: file, error.message) }
    }

    /// Whether Unix would make anything but a file of it.
    private static func isLink(_ archive: OpaquePointer, _ index: UInt64) -> Bool {
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        guard zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0,
            system == UInt8(ZIP_OPSYS_UNIX)
        else { return false }
        let kind = attributes >> 16 & 0o170000
        return kind != 0 && kind != 0o100000 && kind != 0o040000
    }

    /// What a file holds; nil where there is none of that name.
    ///
    /// - Throws: ``FileError`` if it cannot be unpacked or is not as large as it says.
    func contents(of path: ArchivePath) throws(FileError) -> [UInt8]? {
        guard let entry = entries[path] else { return nil }
        guard let stream = zip_fopen_index(archive, entry.index, 0) else {
            throw FileError(
                file: file, "'\(path)' cannot be unpacked: \(String(cString: zip_strerror(archive)).lowercased())")
        }
        defer { zip_fclose(stream) }
        // One byte more than declared, which a file that lies about its size fills.
        var bytes = [UInt8](repeating: 0, count: entry.size + 1)
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes {
                zip_fread(stream, $0.baseAddress! + count, UInt64($0.count - count))
            }
            guard read >= 0 else { throw FileError(file: file, "'\(path)' is damaged") }
            if read == 0 { break }
            count += Int(read)
        }
        guard count == entry.size else { throw FileError(file: file, "'\(path)' is not as large as the archive says") }
        return Array(bytes.prefix(count))
    }
}

extension ArchivePath {
    fileprivate init(components: [String]) { self.components = components }
}

import CZip
import Foundation

/// Writes ZIP archives.
enum ZipWriter {
    /// Writes files in their order; one that was there is replaced.
    ///
    /// - Parameter date: when they were made.
    /// - Throws: ``FileError`` if the archive cannot be written.
    static func write(_ files: [(path: ArchivePath, bytes: [UInt8])], to url: URL, date: Date) throws(FileError) {
        var code: Int32 = 0
        guard let archive = zip_open(url.path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw FileError(file: url.path, "the archive cannot be written")
        }
        for (path, bytes) in files {
            guard let copy = malloc(max(bytes.count, 1)) else { preconditionFailure("no memory for a file") }
            bytes.withUnsafeBytes {
                if let start = $0.baseAddress { copy.copyMemory(from: start, byteCount: $0.count) }
            }
            // The library reads what it is given when the archive is closed, and frees it.
            guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
                free(copy)
                throw failure(archive, url)
            }
            let index = zip_file_add(archive, path.description, source, ZIP_FL_ENC_UTF_8)
            guard index >= 0 else {
                zip_source_free(source)
                throw failure(archive, url)
            }
            zip_file_set_mtime(archive, UInt64(index), time_t(date.timeIntervalSince1970), 0)
        }
        guard zip_close(archive) == 0 else { throw failure(archive, url) }
    }

    private static func failure(_ archive: OpaquePointer, _ url: URL) -> FileError {
        defer { zip_discard(archive) }
        return FileError(
            file: url.path, "the archive cannot be written: \(String(cString: zip_strerror(archive)).lowercased())")
    }
}

import CZip
import Foundation

@testable import Exchange

/// Archives as careless or hostile programs write them.
enum ArchiveSamples {
    /// A file of an archive, under any name.
    struct Entry {
        var name: String
        var bytes: [UInt8]
        /// Of Unix; a file if left out.
        var mode: UInt32 = 0o100644

        init(_ name: String, _ text: String = "", mode: UInt32 = 0o100644) {
            self.name = name
            bytes = [UInt8](text.utf8)
            self.mode = mode
        }

        init(_ name: String, zeros: Int) {
            self.name = name
            bytes = [UInt8](repeating: 0, count: zeros)
        }
    }

    static func manifest(_ contents: String...) -> Entry {
        Entry(
            "manifest.xml",
            "<omexManifest xmlns=\"\(CombineFormat.manifest.rawValue)\">"
                + contents.map { "<content location=\"\($0)\" format=\"\(CombineFormat.sedml.rawValue)\"/>" }.joined()
                + "</omexManifest>")
    }

    /// Writes an archive, gives its path to the test and removes it.
    static func with<Result>(_ entries: [Entry], _ test: (String) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).omex").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var code: Int32 = 0
        let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code)!
        for entry in entries {
            let copy = malloc(max(entry.bytes.count, 1))!
            entry.bytes.withUnsafeBytes {
                if let start = $0.baseAddress { copy.copyMemory(from: start, byteCount: $0.count) }
            }
            let source = zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1)!
            let index = UInt64(zip_file_add(archive, entry.name, source, 0))
            zip_file_set_external_attributes(archive, index, 0, UInt8(ZIP_OPSYS_UNIX), entry.mode << 16)
        }
        zip_close(archive)
        return try test(path)
    }

    /// The sentence with which an archive is refused, without its path; nil if it is opened.
    static func refusal(_ entries: [Entry], limits: ZipReader.Limits = .init()) throws -> String? {
        try with(entries) { (path) -> String? in
            do throws(FileError) {
                _ = try CombineArchive(ZipReader(path, limits: limits))
                return nil
            } catch {
                return error.description.replacing("\(path): ", with: "")
            }
        }
    }
}

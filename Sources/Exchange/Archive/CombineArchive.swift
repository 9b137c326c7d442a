import Foundation

/// A COMBINE archive: models, simulations and data in one ZIP file with a manifest of what each is.
///
/// Source: Bergmann et al. 2014, doi 10.1186/s12859-014-0369-z.
public struct CombineArchive {
    static let manifestName = "manifest.xml"

    private struct Content {
        let path: ArchivePath
        let format: String
        let isMaster: Bool
    }

    private let reader: ZipReader
    private let contents: [Content]

    /// Opens an archive and reads its manifest.
    ///
    /// - Throws: ``FileError`` for what is no archive, leads out of itself, is larger than a machine should unpack, or
    ///   has no manifest or one that does not fit it.
    public init(reading file: String) throws(FileError) {
        try self.init(ZipReader(file))
    }

    init(_ reader: ZipReader) throws(FileError) {
        self.reader = reader
        contents = try Self.manifest(of: reader)
    }

    private static func manifest(of reader: ZipReader) throws(FileError) -> [Content] {
        let file = reader.file
        let place = try path(manifestName, file)
        guard let bytes = try reader.contents(of: place) else {
            throw FileError(file: file, "the archive has no \(manifestName); expected a COMBINE archive")
        }
        let root: XMLTree
        do { root = try XMLTree(reading: bytes) } catch {
            let problem = error as? XMLProblem
            throw FileError(
                file: file,
                "\(manifestName)\(problem?.line.map { ":\($0)" } ?? ""): \(problem?.message ?? "cannot be read")")
        }
        guard root.name == "omexManifest" else {
            throw FileError(file: file, "\(manifestName) begins with '\(root.name)'; expected 'omexManifest'")
        }
        let known = Set(reader.paths)
        var contents: [Content] = []
        for element in root.children where element.name == "content" {
            guard let location = element["location"], let format = element["format"] else {
                throw FileError(file: file, "\(manifestName):\(element.line): a content has no location or no format")
            }
            if [".", "./"].contains(location) { continue }
            let path = try path(location, "\(file): \(manifestName):\(element.line)")
            guard known.contains(path) else {
                throw FileError(file: file, "\(manifestName):\(element.line): the archive has no '\(path)'")
            }
            contents.append(Content(path: path, format: format, isMaster: element["master"] == "true"))
        }
        return contents
    }

    private static func path(_ text: String, _ file: String) throws(FileError) -> ArchivePath {
        do { return try ArchivePath(text) } catch { throw FileError(file: file, error.message) }
    }

    /// The descriptions of simulations to run, below the archive: the master where one is marked, else all.
    public var simulations: [String] {
        let all = contents.filter { $0.format.contains("sed-ml") }
        let masters = all.filter(\.isMaster)
        return (masters.isEmpty ? all : masters).map(\.path.description)
    }

    /// Writes all files into a folder, which should be empty.
    ///
    /// - Throws: ``FileError`` if one is damaged or cannot be written.
    public func unpack(into folder: URL) throws(FileError) {
        for path in reader.paths {
            guard let bytes = try reader.contents(of: path) else { continue }
            let target = path.components.reduce(folder) { $0.appendingPathComponent($1) }
            do {
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: target, options: .withoutOverwriting)
            } catch {
                throw FileError(file: reader.file, "'\(path)' cannot be unpacked to \(folder.path)")
            }
        }
    }
}

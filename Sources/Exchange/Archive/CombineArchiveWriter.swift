import Foundation

/// Writes a COMBINE archive with its manifest and metadata.
public struct CombineArchiveWriter: Sendable {
    public struct File: Sendable {
        /// Below the archive.
        public let path: String
        public let format: CombineFormat
        public let text: String
        /// Whether readers begin with it.
        public let isMaster: Bool

        public init(path: String, format: CombineFormat, text: String, isMaster: Bool = false) {
            self.path = path
            self.format = format
            self.text = text
            self.isMaster = isMaster
        }
    }

    /// What an archive tells of itself.
    public struct Metadata: Sendable {
        public let title: String
        public let description: String
        public let created: Date
        /// Of what is in it, such as `https://spdx.org/licenses/MIT`.
        public let license: String
        /// Papers, as identifiers.org addresses them.
        public let describedBy: [String]

        public init(title: String, description: String, created: Date, license: String, describedBy: [String]) {
            self.title = title
            self.description = description
            self.created = created
            self.license = license
            self.describedBy = describedBy
        }
    }

    private static let metadataName = "metadata.rdf"

    private let files: [File]
    private let metadata: Metadata

    public init(_ files: [File], metadata: Metadata) {
        self.files = files
        self.metadata = metadata
    }

    /// - Throws: ``FileError`` if it cannot be written, or a file has no name that an archive may have.
    public func write(to url: URL) throws(FileError) {
        let all = files + [File(path: Self.metadataName, format: .metadata, text: description.document)]
        var entries: [(path: ArchivePath, bytes: [UInt8])] = []
        let manifest = File(path: CombineArchive.manifestName, format: .manifest, text: manifest(of: all).document)
        for file in [manifest] + all {
            do throws(ArchivePath.Refusal) {
                entries.append((try ArchivePath(file.path), [UInt8](file.text.utf8)))
            } catch {
                throw FileError(file: url.path, error.message)
            }
        }
        try ZipWriter.write(entries, to: url, date: metadata.created)
    }

    private func manifest(of files: [File]) -> XMLTree {
        let space = CombineFormat.manifest.rawValue
        func content(_ location: String, _ format: CombineFormat, isMaster: Bool = false) -> XMLTree {
            var element = XMLTree("content", in: space, ["location": location, "format": format.rawValue])
            if isMaster { element.attributes.append(("master", "true")) }
            return element
        }
        let own = [content(".", .archive), content("./\(CombineArchive.manifestName)", .manifest)]
        return XMLTree(
            "omexManifest", in: space, [:],
            own + files.map { content("./\($0.path)", $0.format, isMaster: $0.isMaster) })
    }

    // MARK: Metadata

    private enum Space {
        static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        static let terms = "http://purl.org/dc/terms/"
        static let model = "http://biomodels.net/model-qualifiers/"
        static let biology = "http://biomodels.net/biology-qualifiers/"
    }

    /// Homo sapiens, in the taxonomy of NCBI.
    private static let taxon = "https://identifiers.org/taxonomy:9606"

    /// The archive in the Resource Description Framework.
    private var description: XMLTree {
        func resource(_ name: String, _ space: String, _ address: String) -> XMLTree {
            XMLTree(name, in: space, ["rdf:resource": address])
        }
        let created = XMLTree(
            "created", in: Space.terms, ["rdf:parseType": "Resource"],
            [XMLTree("W3CDTF", in: Space.terms, text: metadata.created.formatted(.iso8601))])
        let about = XMLTree(
            "Description", in: Space.rdf, ["rdf:about": "."],
            [
                XMLTree("title", in: Space.terms, text: metadata.title),
                XMLTree("description", in: Space.terms, text: metadata.description), created,
                resource("license", Space.terms, metadata.license), resource("hasTaxon", Space.biology, Self.taxon),
            ] + metadata.describedBy.map { resource("isDescribedBy", Space.model, $0) })
        return XMLTree("RDF", in: Space.rdf, [:], prefixes: ["rdf": Space.rdf], [about])
    }
}

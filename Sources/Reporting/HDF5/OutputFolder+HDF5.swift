import Foundation
import Physiology

/// What a file of tables tells of where its numbers come from.
public struct TableProvenance: Sendable {
    public let title: String
    /// How the same numbers can be made again.
    public let command: String
    /// Of the random numbers; nil where there are none.
    public let seed: UInt64?

    public init(title: String, command: String, seed: UInt64? = nil) {
        self.title = title
        self.command = command
        self.seed = seed
    }

    var attributes: [(name: String, text: String)] {
        [("title", title), ("program", WomanModel.version), ("command", command)]
            + (seed.map { [("seed", "\($0)")] } ?? []) + [("note", "Simulated. \(RunReport.standardDisclaimer)")]
    }
}

extension OutputFolder {
    /// Writes tables of the folder once more, as one HDF5 file with a dataset for each, called as the table is.
    ///
    /// Each dataset is compressed, a record a row; attributes of the file tell where its numbers come from.
    ///
    /// - Parameters:
    ///   - name: of the file, such as `cohort.h5`.
    ///   - tables: names of CSV files in the folder, such as `women.csv`.
    /// - Throws: ``OutputError`` if a table cannot be read or the file not written; an older file then stays as it was.
    public func writeHDF5(_ name: String, tables: [String], provenance: TableProvenance) throws {
        StagedFile.removeAbandoned(in: url)
        let staged = try StagedFile(name, in: url) { path in
            let read = try tables.map { (name: $0, table: try HDF5Table(csv: url.appendingPathComponent($0))) }
            try HDF5Object.create(path, as: url.appendingPathComponent(name)) { file in
                for (attribute, text) in provenance.attributes { try file.set(attribute, text) }
                for (name, table) in read {
                    try table.write(
                        to: file, name: URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent)
                }
            }
        }
        try staged.publish()
    }
}

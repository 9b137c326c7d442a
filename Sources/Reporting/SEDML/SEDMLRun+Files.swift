import Exchange
import Foundation

/// The files of runs, laid out as BioSimulators asks for: a table a report below the name of its document, and all of
/// them in `reports.h5`.
///
/// Source: the conventions of biosimulators_utils for reports.
public struct SEDMLOutput: Sendable {
    private let runs: [SEDMLRun]

    public init(_ runs: [SEDMLRun]) { self.runs = runs }

    public static let reportsName = "reports.h5"

    /// Writes the files.
    ///
    /// - Returns: what was written, below the folder.
    /// - Throws: ``OutputError`` if a file cannot be written.
    public func write(to folder: OutputFolder) throws -> [String] {
        var written: [String] = []
        for run in runs {
            let files = run.tables.map { OutputFolder.File(name: "\($0.report.id).csv", contents: $0.csv) }
            try OutputFolder(path: folder.url.appendingPathComponent(run.location).path).write(files)
            written += files.map { "\(run.location)/\($0.name)" }
        }
        let reports = try StagedFile(Self.reportsName, in: folder.url) { path in
            try HDF5Object.create(path, as: folder.url.appendingPathComponent(Self.reportsName)) { file in
                for run in runs {
                    try write(run, run.location.split(separator: "/").map(String.init), below: [], to: file)
                }
            }
        }
        try reports.publish()
        return written + [Self.reportsName]
    }

    /// Adds the groups that a location names, one in the other, and the tables in the last.
    private func write(_ run: SEDMLRun, _ groups: [String], below: [String], to parent: HDF5Object) throws {
        guard let first = groups.first else {
            for table in run.tables { try write(table, of: run, to: parent) }
            return
        }
        try parent.group(first) { group in
            let path = (below + [first]).joined(separator: "/")
            try group.set("uri", path)
            try group.set("combineArchiveLocation", path)
            try write(run, Array(groups.dropFirst()), below: below + [first], to: group)
        }
    }

    private func write(_ table: SEDMLRun.Table, of run: SEDMLRun, to group: HDF5Object) throws {
        let report = table.report
        try group.matrix(report.id, table.columns) { dataset in
            try dataset.set("_type", report.isPlot ? "SedPlot2D" : "SedReport")
            try dataset.set("uri", "\(run.location)/\(report.id)")
            try dataset.set("sedmlId", report.id)
            try dataset.set("sedmlName", report.name)
            try dataset.set("sedmlDataSetIds", report.dataSets.map(\.id))
            try dataset.set("sedmlDataSetNames", table.names)
            try dataset.set("sedmlDataSetLabels", report.dataSets.map(\.label))
            try dataset.set("sedmlDataSetDataTypes", report.dataSets.map { _ in "float64" })
            try dataset.set("sedmlDataSetShapes", table.columns.map { "\($0.count)" })
        }
    }
}

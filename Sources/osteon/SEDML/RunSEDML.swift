import ArgumentParser
import Exchange
import Foundation
import Reporting

/// `osteon sedml run`: an archive in, its reports out.
struct RunSEDML: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the time courses of a COMBINE archive or SED-ML file.",
        discussion: """
            Does uniform time courses of SBML models, with changed values, and writes each report (and the data of each \
            plot) as OUT/DOCUMENT.sedml/REPORT.csv, and all of them as OUT/reports.h5, as BioSimulators lays them out. \
            Whatever else a document asks for is refused by name before anything is simulated.
            """)

    @Argument(help: "COMBINE archive (.omex) or SED-ML file.")
    var file: String

    @Option(help: "Folder to write reports to.")
    var out: String

    func run() async throws {
        let folder = OutputFolder(path: out)
        try orFail { try folder.check() }
        let file = file
        let (written, runs) = try await Interruptible.run(stopped: "stopped; nothing was written.") { printer in
            let runs = try Self.runs(of: file) { printer.show($0) }
            return (try SEDMLOutput(runs).write(to: folder), runs)
        }
        let tables = runs.flatMap { run in
            run.tables.map { ["\(run.location)/\($0.report.id)", "\($0.rowCount)", "\($0.columns.count)"] }
        }
        print(
            TextTable(
                columns: [.init("report", alignment: .left), .init("rows"), .init("columns")], rows: tables
            ).rendered(width: Terminal.width), terminator: "")
        for remark in runs.flatMap(\.remarks) { print(remark) }
        print("Written to \(folder.url.relativePath): \(written.count) files, with \(SEDMLOutput.reportsName)")
    }

    private static func runs(of file: String, progress: (String) -> Void) throws -> [SEDMLRun] {
        let url = URL(fileURLWithPath: file)
        guard !["sedml", "xml"].contains(url.pathExtension.lowercased()) else {
            let document = try SEDMLDocument(reading: file)
            return [
                try SEDMLRun(
                    document, in: url.deletingLastPathComponent(), at: url.lastPathComponent, progress: progress)
            ]
        }
        let archive = try CombineArchive(reading: file)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("osteon-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try archive.unpack(into: folder)
        do { return try runs(of: archive, named: file, in: folder, progress: progress) } catch is CancellationError {
            throw CancellationError()
        } catch {
            // People know the archive, not where it was unpacked.
            throw fail("\(error)".replacing("\(folder.path)/", with: "\(file): "))
        }
    }

    private static func runs(
        of archive: CombineArchive, named file: String, in folder: URL, progress: (String) -> Void
    ) throws -> [SEDMLRun] {
        guard !archive.simulations.isEmpty else { throw FileError(file: file, "the archive has no SED-ML file") }
        // All are read before the first is run.
        let documents = try archive.simulations.map { location in
            (location, try SEDMLDocument(reading: folder.appendingPathComponent(location).path))
        }
        return try documents.map { try SEDMLRun($1, in: folder, at: $0, progress: progress) }
    }
}

import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving
import Trials

/// `osteon simulate`: scenarios in; a table, time courses, a summary and a report out.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Simulate women and their therapies, described in scenario files.",
        discussion: """
            Prints a table and, with --out, writes timecourse.csv, summary.json and report.html per scenario \
            (in a folder of the scenario's name where there are several).
            """)

    @Argument(help: "Scenario files (YAML or JSON).")
    var files: [String]

    @Option(name: .long, help: "Folder to write results to.")
    var out: String?

    @Flag(help: "Report oscillating quantities at the instant, not averaged over the dosing or cycle period.")
    var raw = false

    @Flag(help: "Also show where densities and markers lie for what the fit leaves open.")
    var band = false

    @Option(
        help: """
            SBML file of a published model to simulate instead of this one; the scenario's 'model' says where its \
            medicines enter.
            """)
    var model: String?

    @Option(
        help: """
            COMBINE archive to write: the model as SBML, the simulation as SED-ML, results, report and bibliography.
            """)
    var omex: String?

    @OptionGroup var events: EventOptions

    @OptionGroup var tables: TableOptions

    @OptionGroup var solving: SolvingOptions

    func validate() throws {
        if tables.hdf5, out == nil { throw ValidationError("--hdf5 needs --out with a folder to write to.") }
        if omex != nil, files.count != 1 { throw ValidationError("--omex holds one scenario; expected one file.") }
        if omex != nil, model != nil {
            throw ValidationError("--omex is of this program's own model; leave it or --model out.")
        }
        if events.table != nil {
            guard files.count == 1 else { throw ValidationError("--events goes with one scenario; expected one file.") }
            let others: [(String, Bool)] = [
                ("--omex", omex != nil), ("--band", band), ("--raw", raw), ("--hdf5", tables.hdf5),
            ]
            if let (option, _) = others.first(where: \.1) {
                throw ValidationError("\(option) is not for a table of dosing records; leave it or --events out.")
            }
        }
        if model != nil, band {
            throw ValidationError("--band is of this program's own model; leave it or --model out.")
        }
    }

    /// A scenario read, its comparator arm and where its results go.
    private struct Job {
        let file: String
        let scenario: Scenario
        let comparator: Scenario?
        let folder: OutputFolder?
    }

    func run() async throws {
        // Everything that can be wrong with the input is found before anything is simulated or written.
        let archive = omex.map { URL(fileURLWithPath: $0) }
        let jobs = try orFail {
            if let archive { try OutputFolder(path: archive.deletingLastPathComponent().path).check() }
            return try files.map(job)
        }
        if let table = events.table, let job = jobs.first {
            try await EventSimulation(
                file: table, scenario: job.scenario, model: model, folder: job.folder, resolution: solving.resolution,
                tolerances: solving.tolerances
            ).run(events)
            return
        }
        if let model {
            try simulate(jobs, in: try orFail { try SBMLModel(reading: model) })
            return
        }
        for job in jobs {
            if job.scenario.mapping != nil {
                note("\(job.file): 'model' is for --model FILE.xml; without it the program's own model is simulated.")
            }
            let clock = ContinuousClock()
            let start = clock.now
            let run = try orFail {
                try ScenarioComparison(
                    job.scenario, comparator: job.comparator, besideUntreated: true, withBand: band,
                    resolution: solving.resolution,
                    tolerances: solving.tolerances,
                    extraTimes: RunSummary.endpointTimes(horizon: job.scenario.years), raw: raw)
            }
            let document = RunDocument(run, seconds: (clock.now - start) / .seconds(1), isRaw: raw)
            print(document.table(width: Terminal.width))
            try write(document.files, of: job)
            if let archive {
                try orFail {
                    try ScenarioArchive(job.scenario, document, command: command(job.file), created: Date())
                        .write(to: archive)
                }
                print("Written to \(archive.relativePath)\n")
            }
        }
    }

    /// The scenarios in a model from a file.
    private func simulate(_ jobs: [Job], in model: SBMLModel) throws {
        for job in jobs {
            let start = ContinuousClock.now
            let run = try orFail {
                try ImportedRun(
                    job.scenario, model: model, resolution: solving.resolution, tolerances: solving.tolerances,
                    extraTimes: RunSummary.endpointTimes(horizon: job.scenario.years), raw: raw)
            }
            let document = ImportedDocument(run, seconds: (ContinuousClock.now - start) / .seconds(1), isRaw: raw)
            print(document.table(width: Terminal.width))
            try write(document.files, of: job)
        }
    }

    private func write(_ files: () throws -> [OutputFolder.File], of job: Job) throws {
        guard let folder = job.folder else { return }
        try orFail { try folder.write(files()) }
        let more = try tables.write(
            "timecourse", tables: ["timecourse.csv"], of: folder,
            TableProvenance(title: job.scenario.title, command: command(job.file)))
        print("Written to \(folder.url.relativePath): timecourse.csv, summary.json, report.html\(more)\n")
    }

    /// The command that makes the same run again, without where it goes.
    private func command(_ file: String) -> String {
        var words = ["osteon", "simulate", file] + (raw ? ["--raw"] : [])
        if let model { words += ["--model", model] }
        return (words + solving.words).map(\.quotedForShell).joined(separator: " ")
    }

    private func job(_ file: String) throws -> Job {
        let reader = ScenarioReader.forTrials
        let scenario = try reader.read(file: file)
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let folder = out.map { OutputFolder(path: files.count == 1 ? $0 : "\($0)/\(name)") }
        try folder?.check()
        return Job(
            file: file, scenario: scenario, comparator: try scenario.comparator.map { try reader.read(file: $0) },
            folder: folder)
    }
}

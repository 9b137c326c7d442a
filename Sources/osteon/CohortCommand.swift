import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving
import Symbolics
import Trials

/// `osteon cohort`: one scenario for many virtual women, written as they finish.
struct CohortCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort",
        abstract: "Simulate many virtual women, drawn around the woman of a scenario.",
        discussion: """
            Writes women.csv (one row a woman and time), traits.csv (who they are) and summary.json (means and \
            standard deviations). A run that is stopped, or killed, goes on when the same command is given again, and \
            ends with the same bytes. Woman 4711 of a seed is the same woman on every machine.
            """)

    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @Option(help: "How many women.")
    var women = 1000

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @Option(help: "Folder to write results to.")
    var out: String

    @Option(help: "Outputs to write, separated by commas; all if left out.")
    var outputs: String?

    @Option(help: "Time between two rows of a woman, such as '1 month'; one year if left out.")
    var report: String?

    @OptionGroup var tables: TableOptions

    @OptionGroup var parallel: ThreadOptions

    @OptionGroup var solving: SolvingOptions

    /// Women a chunk: whole batches, and enough of them that handing a chunk on costs nothing beside making it.
    private static let chunkSize = 64

    func validate() throws {
        guard women >= 1, women <= UInt32.max else {
            throw ValidationError("--women: \(women) is out of range; expected 1 to \(UInt32.max).")
        }
    }

    func run() async throws {
        let cohort = try orFail { try self.cohort() }
        let simulation = try orFail {
            try CohortSimulation(cohort, resolution: solving.resolution, tolerances: solving.tolerances)
        }
        let solver = simulation.solver
        if let fallback = solver.fallback { note("solved at full resolution, because \(fallback).") }
        let folder = try orFail {
            try CohortFolder(
                path: out, cohort: cohort,
                solver: "\(solver.resolution.rawValue), relative tolerance \(solver.tolerances.relative), "
                    + "chunks of \(Self.chunkSize)",
                command: command)
        }
        let run = CohortRun(women: women, chunkSize: Self.chunkSize, threads: parallel.count)
        let clock = ContinuousClock()
        let start = clock.now
        let total = women
        let ending = try await Interruptible.run(women: total, stopped: "stopped.") { progress in
            try await folder.run(run, simulate: simulation.results, progress: progress)
        }
        let more = try tables.write(
            "cohort", tables: ["women.csv", "traits.csv"], of: OutputFolder(path: out),
            TableProvenance(title: ending.summary.title, command: ending.summary.command, seed: seed))
        show(ending, seconds: (clock.now - start) / .seconds(1), folder: folder, more: more)
    }

    private func cohort() throws -> Cohort {
        let reader = ScenarioReader.forModel
        var scenario = try reader.read(file: file)
        scenario.reportInterval =
            try report.map { try reader.reportInterval($0, option: "--report", horizon: scenario.horizon) }
            ?? min(Unit.daysPerYear, scenario.horizon)
        let names = outputs?.commaSeparated
        return try Cohort(scenario, count: women, seed: seed, outputs: names)
    }

    private func show(_ ending: CohortFolder.Ending, seconds: Double, folder: CohortFolder, more: String) {
        print(CohortTable.text(ending.summary, width: Terminal.width))
        if ending.wasFinished {
            print("Finished before with the same settings; nothing was simulated.")
        } else {
            let before = ending.resumedAfter > 0 ? ", after \(ending.resumedAfter) women of an earlier run" : ""
            print("\(NumberText.significant(seconds)) s\(before).")
        }
        print("Again: \(ending.summary.command)")
        print("Written to \(folder.url.relativePath): women.csv, traits.csv, summary.json\(more)")
    }

    /// The command that makes the same run again, without where it goes and how many threads it has.
    private var command: String {
        var words = ["osteon", "cohort", file, "--women", "\(women)", "--seed", "\(seed)"]
        if let outputs { words += ["--outputs", outputs] }
        if let report { words += ["--report", report] }
        words += solving.words
        return words.map(\.quotedForShell).joined(separator: " ")
    }
}

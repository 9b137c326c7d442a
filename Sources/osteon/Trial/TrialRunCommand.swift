import ArgumentParser
import Exchange
import Foundation
import Reporting
import Solving
import Trials

/// `osteon trial run`: trial files in; tables, and with --out the women, estimates and a report.
struct TrialRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Simulate trials and show their estimates beside what was published.",
        discussion: """
            With --out writes women.csv (a row a woman and visit), results.csv, summary.json and report.html, in a folder of \
            the trial's name where there are several. A run that is stopped, or killed, goes on when the same command is \
            given again, and ends with the same bytes.
            """)

    @Argument(help: "Names of trials ('osteon trial list') or paths of trial files.")
    var names: [String] = []

    @Flag(help: "All trials that come with the program.")
    var all = false

    @Option(help: "Women simulated in each arm; as many as were randomised if left out.")
    var women: Int?

    @Option(help: "How often the trial is done; as its file says if left out.")
    var replicates: Int?

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @Option(help: "Folder to write results to.")
    var out: String?

    @Option(help: "Markdown file to write the tables of all these trials to.")
    var markdown: String?

    @OptionGroup var tables: TableOptions

    @OptionGroup var parallel: ThreadOptions

    @OptionGroup var solving: SolvingOptions

    func validate() throws {
        if tables.hdf5, out == nil { throw ValidationError("--hdf5 needs --out with a folder to write to.") }
        if names.isEmpty, !all { throw ValidationError("name a trial, or give --all; 'osteon trial list' shows them.") }
        if let women, !(1...1_000_000).contains(women) {
            throw ValidationError("--women: \(women) is out of range; expected 1 to 1000000.")
        }
        if let replicates, !(1...100_000).contains(replicates) {
            throw ValidationError("--replicates: \(replicates) is out of range; expected 1 to 100000.")
        }
    }

    func run() async throws {
        let files = TrialFiles()
        let wanted = all ? files.names : names
        if wanted.isEmpty { throw fail("there is no folder 'Trials' here or above the program; expected one.") }
        // Everything that can be wrong with the input is found before anything is simulated or written.
        let trials = try orFail {
            let reader = try TrialReader.forModel()
            return try wanted.map { (name: $0, trial: try reader.read(file: files.path($0))) }
        }
        var documents: [(name: String, document: TrialDocument)] = []
        for (name, trial) in trials {
            let folder = out.map { trials.count == 1 ? $0 : "\($0)/\(Self.stem(name))" }
            documents.append((Self.stem(name), try await run(trial, name: name, folder: folder)))
        }
        if let markdown { try writePage(TrialMarkdown.page(documents), to: markdown) }
    }

    private func run(_ trial: Trial, name: String, folder: String?) async throws -> TrialDocument {
        let clock = ContinuousClock()
        let start = clock.now
        let command = command(name)
        let run = try orFail {
            try TrialRun(
                trial, womenPerArm: women, replicates: replicates, seed: seed, resolution: solving.resolution,
                tolerances: solving.tolerances)
        }
        let threads = parallel.count
        let total = run.enrolment.women.count
        let document: TrialDocument
        var remark = ""
        if let folder {
            let writer = try orFail { try TrialFolder(path: folder, run: run, command: command) }
            let ending = try await Interruptible.run(women: total, stopped: Self.stopped) { progress in
                try await writer.write(threads: threads, progress: progress)
            }
            document = ending.document
            if ending.wasFinished { remark = "Finished before with the same settings; nothing was simulated.\n" }
            if ending.resumedAfter > 0 { remark = "After \(ending.resumedAfter) women of an earlier run.\n" }
            let more = try tables.write(
                "trial", tables: ["women.csv", "results.csv"] + (run.replicates > 1 ? ["replicates.csv"] : []),
                of: OutputFolder(path: folder), TableProvenance(title: trial.title, command: command, seed: seed))
            remark +=
                "Written to \(writer.url.relativePath): women.csv, results.csv, summary.json, report.html\(more)\n"
        } else {
            let data = try await Interruptible.run(women: total, stopped: Self.stopped) { progress in
                try await TrialData.simulated(run, threads: threads, progress: progress)
            }
            document = TrialDocument(try orFail { try TrialAnalysis(data) }, command: command)
        }
        print(document.table(width: Terminal.width))
        print("\(remark)\(NumberText.significant((clock.now - start) / .seconds(1))) s. Again: \(command)")
        print("\(RunReport.standardDisclaimer)\n")
        return document
    }

    private static let stopped = "stopped; with --out a stopped run can be continued."

    /// The name of a file without folders and ending.
    private static func stem(_ name: String) -> String {
        URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
    }

    /// The command that makes the same run again, without where it goes and how many threads it has.
    private func command(_ name: String) -> String {
        var words = ["osteon", "trial", "run", name]
        if let women { words += ["--women", "\(women)"] }
        if let replicates { words += ["--replicates", "\(replicates)"] }
        words += ["--seed", "\(seed)"] + solving.words
        return words.map(\.quotedForShell).joined(separator: " ")
    }
}

import ArgumentParser
import Foundation
import Populations
import Reporting

/// `osteon population sample`: women like those of a study, beside what was published of them.
struct SamplePopulation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Draw women like those of a study, beside what was published of them.",
        discussion: """
            Prints mean and standard deviation of each characteristic, published and drawn. With --out, writes a row a \
            woman; a run that is stopped, or killed, goes on when the same command is given again. Woman 4711 of a seed \
            is the same woman however many are drawn.
            """)

    @Option(help: "Whom they should be like; 'osteon population list' shows the names.")
    var like: String

    @Option(help: "How many women.")
    var number = 1000

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @Option(help: "File to write them to, as CSV.")
    var out: String?

    @OptionGroup var tables: TableOptions

    @OptionGroup var parallel: ThreadOptions

    func validate() throws {
        if tables.hdf5, out == nil { throw ValidationError("--hdf5 needs --out with a file to write to.") }
        guard number >= 2, number <= UInt32.max else {
            throw ValidationError("--number: \(number) is out of range; expected 2 to \(UInt32.max).")
        }
    }

    func run() async throws {
        let sample = try orFail { try PopulationSample(like: Baseline.named(like), count: number, seed: seed) }
        let file = out.map { URL(fileURLWithPath: $0) }
        let total = number
        let threads = parallel.count
        let stopped = "stopped\(out == nil ? "" : "; give the same command again to go on")."
        let tally = try await Interruptible.run(women: total, stopped: stopped) { progress in
            try await sample.run(file: file, threads: threads, progress: progress)
        }
        print(PopulationTable.text(sample, tally, width: Terminal.width), terminator: "")
        guard let out, let file else { return }
        let command = ["osteon", "population", "sample", "--like", like, "--number", "\(number)", "--seed", "\(seed)"]
        let more = try tables.write(
            file.deletingPathExtension().lastPathComponent, tables: [file.lastPathComponent],
            of: OutputFolder(path: file.deletingLastPathComponent().path),
            TableProvenance(
                title: "Women like those of \(like)",
                command: command.map(\.quotedForShell).joined(separator: " "), seed: seed))
        print("Written to \(out)\(more).")
    }
}

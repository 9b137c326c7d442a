import ArgumentParser
import Evidence
import Foundation
import Reporting
import Trials

/// `osteon validate observations`: the scoreboard of published rows.
struct ValidateObservations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observations",
        abstract: "Simulate every published row that a scenario, trial or setting stands for, and count those inside.",
        discussion: """
            A row is inside if the simulation lies in its 95 % interval; where it has none, within a point of density, 15 \
            points of another change or a factor of 1.5. Rows come from Examples, Trials and Validation; every other row is \
            listed with the reason why it cannot be simulated. With --out writes index.html and observations.csv.
            """)

    @Option(help: "Only rows of this domain.")
    var domain: Observation.Domain?

    @Option(help: "Only rows of this use: calibrate, validate or plausibility.")
    var use: Observation.Use?

    @Option(help: "One row, such as O0123, with its setting.")
    var row: String?

    @Option(help: "Only so many rows, drawn among those compared.")
    var sample: Int?

    @Option(help: "Seed of the draw.")
    var seed: UInt64 = 1

    @Flag(help: "Also show where densities and markers lie for what the fit leaves open.")
    var band = false

    @Option(help: "Folder to write results to.")
    var out: String?

    @Option(help: "Markdown file to write totals and worst misfits to.")
    var markdown: String?

    @OptionGroup var parallel: ThreadOptions

    func validate() throws {
        if let sample, !(1...100_000).contains(sample) {
            throw ValidationError("--sample: \(sample) is out of range; expected 1 to 100000.")
        }
        let partial = [
            ("--domain", domain != nil), ("--use", use != nil), ("--row", row != nil), ("--sample", sample != nil),
        ]
        if markdown != nil, let first = partial.first(where: \.1) {
            throw ValidationError("--markdown is of all rows; leave \(first.0) out.")
        }
    }

    func run() async throws {
        let folder = out.map { OutputFolder(path: $0) }
        // Everything that can be wrong with the input is found before anything is simulated or written.
        let run = try orFail {
            try folder?.check()
            if let row { _ = try EvidenceLibrary.bundled.observation(row) }
            let plan = try ScoreboardPlan(ScoreboardFiles())
            let drawn = sample.map { ScoreboardRun.sample($0, of: plan, seed: seed) }
            return ScoreboardRun(plan, withBand: band) { planned in
                (row ?? planned.observation.id) == planned.observation.id
                    && (domain ?? planned.observation.domain) == planned.observation.domain
                    && (use ?? planned.observation.use) == planned.observation.use
                    && drawn?.contains(planned.observation.id) != false
            }
        }
        let start = ContinuousClock.now
        let board = try await run.shown(threads: parallel.count)
        let document = ScoreboardDocument(board, command: command)
        print(row == nil ? document.table(width: Terminal.width) : document.details(width: Terminal.width))
        if let folder {
            try orFail { try folder.write(document.files()) }
            print("Written to \(folder.url.relativePath): index.html, observations.csv")
        }
        if let markdown { try writePage(document.markdown(), to: markdown) }
        print("\(NumberText.significant((ContinuousClock.now - start) / .seconds(1))) s. Again: \(command)")
        print("\(RunReport.standardDisclaimer)\n")
    }

    /// The command that shows the same again, without where it goes and how many threads it has.
    private var command: String {
        var words = ["osteon", "validate", "observations"]
        if let domain { words += ["--domain", domain.rawValue] }
        if let use { words += ["--use", use.rawValue] }
        if let row { words += ["--row", row] }
        if let sample { words += ["--sample", "\(sample)", "--seed", "\(seed)"] }
        if band { words.append("--band") }
        return words.map(\.quotedForShell).joined(separator: " ")
    }
}

extension ScoreboardRun {
    /// The scoreboard, with progress shown on the way.
    ///
    /// - Throws: `ExitCode` after a sentence if it is stopped or cannot be made.
    func shown(threads: Int) async throws -> Scoreboard {
        try await Interruptible.run(stopped: "stopped; nothing was written.") { printer in
            try await scoreboard(threads: threads) { printer.show("\($0) of \(womenCount) women simulated") }
        }
    }
}

extension Observation.Domain: ExpressibleByArgument {}
extension Observation.Use: ExpressibleByArgument {}

import ArgumentParser
import Evidence
import Foundation
import Physiology
import Reporting
import Trials

/// `osteon validate`: the scoreboard of published rows and of claims, together.
struct ValidateAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Simulate every published row and try every claim.",
        discussion: """
            'osteon validate observations' and 'osteon validate claims' do one of both and can look at single ones. With --out \
            writes index.html, observations.csv, claims.html and claims.csv.
            """)

    @Option(help: "Only so many rows and so many claims, drawn among those that can be simulated.")
    var sample: Int?

    @Option(help: "Seed of the draw.")
    var seed: UInt64 = 1

    @Flag(help: "Also show where densities and markers lie for what the fit leaves open.")
    var band = false

    @Option(help: "Folder to write results to.")
    var out: String?

    @OptionGroup var parallel: ThreadOptions

    func validate() throws {
        if let sample, !(1...100_000).contains(sample) {
            throw ValidationError("--sample: \(sample) is out of range; expected 1 to 100000.")
        }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let folder = out.map { OutputFolder(path: $0) }
        // Everything that can be wrong with the input is found before anything is simulated or written.
        let (rows, claims) = try orFail {
            try folder?.check()
            let plan = try ScoreboardPlan(ScoreboardFiles())
            let drawn = sample.map { ScoreboardRun.sample($0, of: plan, seed: seed) }
            let all = try ClaimRun.bundled()
            return (
                ScoreboardRun(plan, withBand: band) { drawn?.contains($0.observation.id) != false },
                sample.map { ClaimRun(all.plan, claims: all.claims, only: ClaimRun.sample($0, of: all.plan)) } ?? all
            )
        }
        let document = ScoreboardDocument(try await rows.shown(threads: parallel.count), command: command)
        print(document.table(width: Terminal.width))
        let tried = ClaimDocument(
            try await claims.shown(threads: parallel.count), plan: claims.plan, model: WomanModel.version)
        print(tried.table(width: Terminal.width))
        print(tried.summary)
        if let folder {
            try orFail { try folder.write(document.files(with: tried)) }
            print("Written to \(folder.url.relativePath): index.html, observations.csv, claims.html, claims.csv")
        }
        print("\(NumberText.significant((ContinuousClock.now - start) / .seconds(1))) s. Again: \(command)")
        print("\(RunReport.standardDisclaimer)\n")
    }

    /// The command that shows the same again, without where it goes and how many threads it has.
    private var command: String {
        var words = ["osteon", "validate"]
        if let sample { words += ["--sample", "\(sample)", "--seed", "\(seed)"] }
        if band { words.append("--band") }
        return words.joined(separator: " ")
    }
}

import ArgumentParser
import Evidence
import Foundation
import Physiology
import Reporting
import Solving
import Trials

/// `osteon validate claims`: what people say, tried by the simulator, beside what the literature says of it.
struct ValidateClaims: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Try every claim of the evidence, and show the verdict beside that of the literature.",
        discussion: """
            What disagrees comes first, what is contradicted and yet shown as true before all else. With --out writes \
            index.html and claims.csv. Claims about citations are not simulated; their status is shown.
            """)

    @Option(name: .customLong("claim"), help: "Identifiers of claims to show in full, such as SC001.")
    var claims: [String] = []

    @Option(help: "Try so many claims, spread over all of them.")
    var sample: Int?

    @Option(help: "Folder to write results to.")
    var out: String?

    @Option(help: "Markdown file to write the page of the documentation to.")
    var markdown: String?

    @OptionGroup var parallel: ThreadOptions

    func validate() throws {
        if let sample, sample < 1 { throw ValidationError("--sample: \(sample) is out of range; expected 1 or more.") }
        if sample != nil, !claims.isEmpty { throw ValidationError("--sample and --claim exclude each other.") }
    }

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let folder = out.map { OutputFolder(path: $0) }
        let run = try orFail {
            try folder?.check()
            return try chosen()
        }
        let results = try await run.shown(threads: parallel.count)
        let document = ClaimDocument(results, plan: run.plan, model: WomanModel.version)
        if claims.isEmpty {
            print(document.table(width: Terminal.width))
        } else {
            for result in document.results { print(document.detail(result, width: Terminal.width)) }
        }
        if let folder {
            try orFail { try folder.write(document.files(command: command)) }
            print("Written to \(folder.url.relativePath): index.html, claims.csv")
        }
        if let markdown { try writePage(document.markdown(command: command), to: markdown) }
        if claims.isEmpty { print(document.summary) }
        let seconds = NumberText.significant((clock.now - start) / .seconds(1))
        print("\(run.settingCount) settings, \(seconds) s. \(RunReport.standardDisclaimer)")
    }

    /// The run of the claims asked for.
    private func chosen() throws -> ClaimRun {
        let all = try ClaimRun.bundled()
        if let sample {
            let ids = ClaimRun.sample(sample, of: all.plan)
            return ClaimRun(all.plan, claims: all.claims, only: ids)
        }
        if claims.isEmpty { return all }
        for id in claims { _ = try EvidenceLibrary.bundled.claim(id) }
        return ClaimRun(all.plan, claims: all.claims, only: Set(claims))
    }

    /// The command that makes the same run again, without where it goes and how many threads it has.
    private var command: String {
        var words = ["osteon", "validate", "claims"]
        for claim in claims { words += ["--claim", claim] }
        if let sample { words += ["--sample", "\(sample)"] }
        if let markdown { words += ["--markdown", markdown] }
        return words.map(\.quotedForShell).joined(separator: " ")
    }
}

extension ClaimRun {
    /// What comes of every claim, with progress shown on the way.
    ///
    /// - Throws: `ExitCode` after a sentence if it is stopped or cannot be made.
    func shown(threads: Int) async throws -> [ClaimResult] {
        try await Interruptible.run(stopped: "stopped; nothing was written.") { printer in
            try await results(threads: threads) { printer.show("\($0) of \(settingCount) settings simulated") }
        }
    }
}

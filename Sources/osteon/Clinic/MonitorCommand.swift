import ArgumentParser
import Exchange
import Reporting
import Trials

/// `osteon monitor`: visits, and what they can tell from error.
struct MonitorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "monitor",
        abstract: "A calendar of visits: what blood and scans would show, and what can be told from error.",
        discussion: """
            For example:  osteon monitor Examples/arrenbrecht-patch-50.yaml
            Women are drawn around the scenario's and measured with error. At each visit the expected change stands beside the \
            least significant change; at the end, how well CTX at three months foretells density at two years.
            """)

    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @OptionGroup var women: WomenOptions
    @OptionGroup var printing: PrintingOptions
    @OptionGroup var solving: SolvingOptions

    func run() async throws {
        let scenario = try orFail { try ScenarioReader.forTrials.read(file: file) }
        let (women, solving) = (women, solving)
        let report = try await Interruptible.run(women: women.women, stopped: "stopped.") { progress in
            try MonitoringReport(
                await Monitoring(
                    scenario, women: women.women, seed: women.seed, threads: women.parallel.count,
                    resolution: solving.resolution, tolerances: solving.tolerances, progress: progress))
        }
        try printing.print(text: { report.text(width: Terminal.width) }, json: report.json, csv: report.csv)
    }
}

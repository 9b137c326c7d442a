import ArgumentParser
import Inference
import Reporting

/// `osteon sensitivity morris`: screening of many parameters.
struct MorrisSensitivity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "morris",
        abstract: "Screen many parameters over their whole ranges by elementary effects.",
        discussion: """
            mu* is the mean size of what a parameter does to the output over its whole range, sigma how much that differs from \
            place to place, by bending or by hanging on other parameters.
            """)

    @OptionGroup var options: SweepOptions

    @Option(help: "How many trajectories through all parameters.")
    var trajectories = 16

    func validate() throws {
        guard (2...10_000).contains(trajectories) else {
            throw ValidationError("--trajectories: \(trajectories) is out of range; expected 2 to 10000.")
        }
    }

    func run() async throws {
        let sweep = try options.sweep()
        let design = MorrisDesign(factors: sweep.ranges.count, trajectories: trajectories, seed: options.seed)
        let values = try await options.values(sweep, at: design.points)
        let tables = SensitivityTables(sweep: sweep, values: values)
        let effects = values.map(design.effects)
        print(tables.text(effects, top: options.top, width: Terminal.width))
        try options.write(tables.csv(effects))
    }
}

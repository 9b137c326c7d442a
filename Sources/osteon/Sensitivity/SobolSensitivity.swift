import ArgumentParser
import Inference
import Reporting

/// `osteon sensitivity sobol`: shares of variance.
struct SobolSensitivity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sobol",
        abstract: "Divide the variance of outputs among parameters that vary over their whole ranges.",
        discussion: """
            First-order indices are what a parameter does alone, total ones what it does with all others; both with a 95 % \
            interval. Every parameter costs as many simulations as there are samples, so screen with 'morris' first: with \
            --screen the analysis takes the parameters that do most to any output there.
            """)

    @OptionGroup var options: SweepOptions

    @Option(help: "How many samples, each of which is simulated twice and once more for every parameter.")
    var samples = 256

    @Option(help: "How many parameters to keep after screening with sixteen trajectories; none are screened out if zero.")
    var screen = 12

    func validate() throws {
        guard (16...1_000_000).contains(samples) else {
            throw ValidationError("--samples: \(samples) is out of range; expected 16 to 1000000.")
        }
        guard screen >= 0 else { throw ValidationError("--screen: \(screen) is out of range; expected 0 or more.") }
    }

    /// Trajectories that screening takes.
    private static let trajectories = 16

    func run() async throws {
        let sweep = try await screened(try options.sweep())
        let design = SobolDesign(factors: sweep.ranges.count, samples: samples, seed: options.seed)
        let values = try await options.values(sweep, at: design.points)
        let tables = SensitivityTables(sweep: sweep, values: values)
        let shares = values.map(design.shares)
        print(tables.text(shares, top: options.top, width: Terminal.width))
        try options.write(tables.csv(shares))
    }

    /// The parameters that do most to any output, in shares of what the strongest does to it.
    private func screened(_ sweep: ParameterSweep) async throws -> ParameterSweep {
        guard screen > 0, sweep.ranges.count > screen else { return sweep }
        let design = MorrisDesign(factors: sweep.ranges.count, trajectories: Self.trajectories, seed: options.seed)
        let effects = try await options.values(sweep, at: design.points).map(design.effects)
        let strongest = MorrisDesign.strongest(effects, count: screen)
        note("kept the \(strongest.count) that do most.")
        return sweep.keeping(strongest)
    }
}

import ArgumentParser

/// `osteon bench`: how exact and how fast the ways of solving are, measured on this machine.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure how exact and how fast the solvers are on this machine.",
        subcommands: [BenchAccuracy.self, BenchSpeed.self, BenchStiff.self])
}

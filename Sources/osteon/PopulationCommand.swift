import ArgumentParser

/// `osteon population`: women as studies published them.
struct PopulationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "population", abstract: "Draw virtual women like those of a study, and check them.",
        subcommands: [ListPopulations.self, SamplePopulation.self, CheckPopulation.self])
}

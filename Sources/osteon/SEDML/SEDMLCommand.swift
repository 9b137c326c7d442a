import ArgumentParser

/// `osteon sedml`: simulations that others have described.
struct SEDMLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sedml", abstract: "Run simulations described in SED-ML files and COMBINE archives.",
        subcommands: [RunSEDML.self])
}

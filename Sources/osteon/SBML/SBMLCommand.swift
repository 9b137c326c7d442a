import ArgumentParser

/// `osteon sbml`: models that others have published.
struct SBMLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sbml", abstract: "Read and simulate models from SBML files.",
        subcommands: [SimulateSBML.self, CheckSBML.self, ScoreSBML.self])
}

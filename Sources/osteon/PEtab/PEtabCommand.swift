import ArgumentParser

/// `osteon petab`: parameter estimation problems that others have published.
struct PEtabCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "petab", abstract: "Simulate PEtab problems, and say how likely their measurements are.",
        subcommands: [SimulatePEtab.self, ScorePEtab.self], defaultSubcommand: SimulatePEtab.self)
}

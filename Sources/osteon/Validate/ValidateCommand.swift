import ArgumentParser

/// `osteon validate`: what was published beside what the program says.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Set everything that was published beside what the program says.",
        subcommands: [ValidateObservations.self], defaultSubcommand: ValidateObservations.self)
}

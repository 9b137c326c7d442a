import ArgumentParser

/// `osteon validate`: what was published, and what people say, beside what the program says.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Set everything that was published, and what people say, beside what the program says.",
        subcommands: [ValidateAll.self, ValidateObservations.self, ValidateClaims.self], defaultSubcommand: ValidateAll.self)
}

import ArgumentParser

/// `osteon validate`: the program beside the evidence.
struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Hold the simulator against the evidence.",
        subcommands: [ValidateClaims.self])
}

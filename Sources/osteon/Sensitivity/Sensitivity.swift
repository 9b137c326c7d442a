import ArgumentParser

/// `osteon sensitivity`: which parameters outputs hang on.
struct Sensitivity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show which parameters outputs hang on: exact derivatives, screening, or shares of variance.",
        discussion: """
            'local' gives exact derivatives where parameters are; 'morris' screens many parameters over their whole ranges; \
            'sobol' divides the variance of an output among a few.
            """,
        subcommands: [LocalSensitivity.self, MorrisSensitivity.self, SobolSensitivity.self],
        defaultSubcommand: LocalSensitivity.self)
}

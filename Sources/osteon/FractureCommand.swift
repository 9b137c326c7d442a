import ArgumentParser

/// `osteon fracture`: what the model says of fractures, beside what others say.
struct FractureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fracture", abstract: "Hold the model's fractures against published rates and other calculators.",
        subcommands: [CheckFractures.self, CompareFractures.self])
}

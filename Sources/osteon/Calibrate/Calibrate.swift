import ArgumentParser

/// `osteon calibrate`: estimates the fitted parameters from the published rows that scenarios name.
struct Calibrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Estimate the fitted parameters from published rows, or see how well the rows know them.",
        discussion: """
            A plan file says what is fitted, to which scenarios and from which priors, and what is held and why. The same \
            plan, rows and equations give the same files, byte for byte.
            """,
        subcommands: [CalibrateFit.self, CalibrateProfile.self, CalibrateExport.self],
        defaultSubcommand: CalibrateFit.self)
}

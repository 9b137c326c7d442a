import ArgumentParser

/// `osteon trial`: virtual trials beside real ones.
struct TrialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial",
        abstract:
            "Run trials on paper: arms of virtual women, estimates as the trial makes them, beside what was published.",
        discussion: """
            Start with:  osteon trial run pepi
            Your own:    osteon trial new > mine.yaml, change it, osteon trial run mine.yaml
            """,
        subcommands: [TrialList.self, TrialRunCommand.self, TrialPowerCommand.self, TrialNew.self])
}

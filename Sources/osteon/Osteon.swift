import ArgumentParser
import Physiology

/// The command line: one file a verb, no science.
@main
struct Osteon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "osteon",
        abstract: "What hormones, and the medicines that replace or block them, do to a woman's skeleton.",
        discussion: """
            Start with:  osteon simulate Examples/pepi-cee-progesterone.yaml --out out/
            A research and teaching instrument, not a medical device.
            """,
        version: WomanModel.version,
        subcommands: [
            Simulate.self, LabCommand.self, MonitorCommand.self, DoseCommand.self, PlanCommand.self, CohortCommand.self,
            PopulationCommand.self, TrialCommand.self, ValidateCommand.self, FractureCommand.self, Sensitivity.self,
            Calibrate.self, Explain.self, Cite.self, ModelCommand.self, SBMLCommand.self, SEDMLCommand.self,
            PEtabCommand.self, BenchCommand.self, Serve.self,
        ])
}

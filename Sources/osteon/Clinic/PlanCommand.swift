import ArgumentParser
import Exchange
import Physiology
import Reporting
import Trials

/// `osteon plan`: regimens ranked for one woman.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Rank regimens for a scenario's woman: benefit beside harm, by her goals.",
        discussion: """
            For example:  osteon plan Examples/plan-osteoporosis.yaml
            Her goals and history stand in the scenario, 'plan: {goals: {fractures: 2}, history: [venousThrombosis]}'; what she \
            takes there is left out. Candidates come from Plans/candidates.yaml, or a file of your own. It is to talk over with \
            a clinician, not advice.
            """)

    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @Option(help: "File of candidates; that which comes with the program if left out.")
    var candidates: String?

    @OptionGroup var printing: PrintingOptions
    @OptionGroup var solving: SolvingOptions

    func run() async throws {
        let (scenario, regimens) = try orFail {
            let scenario = try ScenarioReader.forTrials.read(file: file)
            let reader = PlanCandidatesReader(catalogue: Medicines.catalogue)
            return (
                scenario,
                try reader.read(file: candidates ?? PlanFiles.candidates(), horizon: scenario.horizon)
            )
        }
        let solving = solving
        let report = try await Interruptible.run(stopped: "stopped.") { printer in
            printer.show("simulating \(regimens.candidates.count) candidates …")
            let plan = try await PlanComparison(
                scenario, candidates: regimens, resolution: solving.resolution, tolerances: solving.tolerances)
            let factors = try await PlanFactors(
                scenario.untreated, resolution: solving.resolution, tolerances: solving.tolerances)
            return PlanReport(plan, factors: factors)
        }
        try printing.print(text: { report.text(width: Terminal.width) }, json: report.json, csv: report.csv)
    }
}

import ArgumentParser
import Exchange
import Physiology
import Reporting
import Trials

/// `osteon lab`: what a laboratory and a scanner would report.
struct LabCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab",
        abstract: "What a laboratory and a scanner would report of a scenario's woman on one day.",
        discussion: """
            For example:  osteon lab Examples/pepi-cee-progesterone.yaml --at '6 months' --assay immunoassay
            Each level with its unit, the interval for her stage and age with its source, and where a single reading may \
            lie; densities with precision and least significant change.
            """)

    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @Option(help: "When blood is drawn, such as '6 months'; at the end of the scenario if left out.")
    var at: String?

    @Option(help: "How steroids are measured: LC-MS or immunoassay.")
    var assay = SteroidAssay.massSpectrometry

    @Option(help: "SI or conventional.")
    var units = LaboratoryUnits.conventional

    @Option(help: "While she cycles, the part of her cycle: follicular, mid-cycle or luteal.")
    var phase = BloodSample.Phase.follicular

    @OptionGroup var printing: PrintingOptions
    @OptionGroup var solving: SolvingOptions

    func run() throws {
        try orFail {
            let reader = ScenarioReader.forTrials
            let scenario = try reader.read(file: file)
            let time = try at.map { try reader.time($0, option: "--at", horizon: scenario.horizon) } ?? scenario.horizon
            let sample = try BloodSample(
                scenario, at: time, phase: phase, resolution: solving.resolution, tolerances: solving.tolerances)
            let report = try LaboratoryReport(sample, assay: assay, units: units, withTarget: !printing.csv)
            try printing.print(text: { report.text(width: Terminal.width) }, json: report.json, csv: report.csv)
        }
    }
}

extension SteroidAssay: ExpressibleByArgument {}
extension LaboratoryUnits: ExpressibleByArgument {}
extension BloodSample.Phase: ExpressibleByArgument {}

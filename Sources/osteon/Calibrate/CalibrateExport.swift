import ArgumentParser
import Exchange
import Foundation
import Inference
import Reporting

/// `osteon calibrate export`: the program's own calibration for other people's tools.
struct CalibrateExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the calibration as a PEtab problem, with an SBML model for each arm.",
        discussion: """
            A problem of version 2: models, observables, measurements, and a table of parameters with priors. What PEtab \
            cannot say of the calibration is printed.
            """)

    @OptionGroup var input: CalibrationInput

    @Option(help: "Folder for the problem.")
    var petab: String

    @Option(help: "Scenarios to write, as file names separated by commas; all if left out.")
    var only: String?

    func run() async throws {
        let folder = OutputFolder(path: petab)
        try orFail { try folder.check() }
        let names = only.map { Set($0.commaSeparated) }
        let calibration = try input.calibration(only: names)
        let scenarios = try input.scenarios(of: calibration)
        for name in names ?? [] where !calibration.rows.contains(where: { $0.scenario == name }) {
            throw fail("--only: '\(name)' is no scenario of the plan with rows to fit.")
        }
        let export = try await Interruptible.run(stopped: "stopped; nothing was written.") { printer in
            try CalibrationPEtab(calibration, scenarios: scenarios) { printer.show("writing \($0)") }
        }
        try orFail { try folder.write(export.files) }
        print(
            "Written to \(folder.url.relativePath): problem.yaml, \(export.modelCount) models, \(export.measurementCount) measurements."
        )
        print("What PEtab does not say of this calibration:")
        for omission in export.omissions { print("- \(omission)") }
    }
}

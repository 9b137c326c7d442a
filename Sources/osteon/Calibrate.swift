import ArgumentParser
import Evidence
import Exchange
import Foundation
import Inference
import Physiology
import Reporting
import Trials

/// `osteon calibrate`: estimates the fitted parameters from the published rows that scenarios name.
struct Calibrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Estimate the fitted parameters from the published rows that scenario files name.",
        discussion: """
            Every row marked 'calibrate' that a scenario compares itself with counts, in all arms at once, with one set of \
            parameters. Each parameter is held to its present value by a prior; misfits beyond four standard deviations count \
            linearly. Without --write nothing is changed.
            """)

    @Argument(help: "Scenario files (YAML or JSON), such as Examples/*.yaml.")
    var files: [String]

    @Option(help: "Parameters to estimate, separated by commas; all in the table of fitted values if left out.")
    var parameters: String?

    @Option(help: "Standard deviation of each prior, as a share of the parameter's size.")
    var prior = 0.3

    @Option(help: "The most steps to take.")
    var iterations = 20

    @Option(help: "Where to write the Swift file of fitted values.")
    var write: String?

    func validate() throws {
        guard prior > 0 else { throw ValidationError("--prior must be above 0, not \(prior).") }
        guard iterations > 0 else { throw ValidationError("--iterations must be at least 1, not \(iterations).") }
    }

    func run() throws {
        let scenarios = try orFail { try files.map { try ScenarioReader.forTrials.readArms(file: $0) } }
        let names = parameters?.commaSeparated ?? FittedParameters.table.keys.sorted()
        let calibration = try orFail { try Calibration(scenarios, parameters: names, priorWidth: prior) }
        note("\(calibration.rowCount) rows, \(names.count) parameters.")
        let fit = try orFail {
            try calibration.fit(iterations: iterations) { progress in
                note("step \(progress.iteration): objective \(NumberText.significant(progress.objective, digits: 6))")
            }
        }
        let rows = fit.residuals.sorted { abs($0.score) > abs($1.score) }.map { residual in
            [
                residual.result.observation.id, URL(fileURLWithPath: residual.scenario).lastPathComponent,
                residual.result.output,
                NumberText.signed(residual.result.observed, decimals: 2),
                NumberText.signed(residual.simulated, decimals: 2), NumberText.signed(residual.score, decimals: 1),
            ]
        }
        let columns: [TextTable.Column] = [
            .init("row", alignment: .left), .init("scenario", alignment: .left), .init("output", alignment: .left),
            .init("observed"), .init("simulated"), .init("score"),
        ]
        print(TextTable(columns: columns, rows: rows).rendered(width: Terminal.width))
        let estimates = fit.estimates.map { estimate in
            [
                estimate.name, NumberText.significant(estimate.value, digits: 5),
                "×/÷ " + NumberText.significant(exp(estimate.logDeviation), digits: 3),
            ]
        }
        print(
            TextTable(
                columns: [.init("parameter", alignment: .left), .init("value"), .init("68 % factor")], rows: estimates
            ).rendered(width: Terminal.width))
        guard let write else { return }
        let source = "joint fit to \(calibration.rowCount) published rows (use: calibrate), see Documentation/Calibration.md"
        let text = FittedParametersFile(replacing: fit.estimates, source: source).text
        try orFail { try text.write(toFile: write, atomically: true, encoding: .utf8) }
        print("Written: \(write)")
    }
}

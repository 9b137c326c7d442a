import ArgumentParser
import Exchange
import Foundation
import Modeling
import Physiology
import Reporting
import Solving

/// `osteon sensitivity local`: how outputs answer to parameters and to the woman, as exact derivatives.
struct LocalSensitivity: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "local",
        abstract: "Show how much outputs change with parameters of the model and with the woman's own factors.",
        discussion: """
            Prints elasticities at the end of the scenario: per cent of an output for one per cent of a parameter. \
            They are exact derivatives of the simulation, through doses, averages and her history.
            """)

    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @Option(help: "Parameters or controls, separated by commas; all fitted parameters if left out.")
    var to: String?

    @Option(help: "Outputs, separated by commas.")
    var outputs = "density.lumbarSpine,density.totalHip,marker.CTX,marker.P1NP"

    @OptionGroup var solving: SolvingOptions

    func run() throws {
        let reader = ScenarioReader.forModel
        let solver = try orFail {
            try ScenarioSolver(
                PreparedScenario(reader.read(file: file)), resolution: solving.resolution,
                tolerances: solving.tolerances)
        }
        if let fallback = solver.fallback { note("solved at full resolution, because \(fallback).") }
        let model = solver.prepared.model
        let factors = to?.commaSeparated ?? model.parameters.filter { $0.provenance.status == .fitted }.map(\.name)
        let clock = ContinuousClock()
        let alone = try clock.measure { _ = try orFail { try Simulation(solver) } }
        let start = clock.now
        let gradient = try orFail { try SimulationGradient(solver, to: factors) }
        let seconds = (clock.now - start) / .seconds(1)
        if let failure = gradient.failure { throw fail(failure) }
        let columns = try outputs.commaSeparated.map { name in
            guard let column = gradient.outputs.firstIndex(of: name) else {
                throw fail("--outputs: '\(name)' is no output of the model; 'osteon model list' shows them.")
            }
            return column
        }
        let problem = try orFail { try solver.prepared.problem() }
        let rows = factors.enumerated().map { index, factor in
            [factor]
                + columns.map { column in
                    let value = gradient.values[gradient.values.count - 1][column]
                    let derivative = gradient.derivatives[gradient.values.count - 1][column][index]
                    let size = problem.value(of: factor) ?? .nan
                    return NumberText.signed(derivative * size / value, decimals: 4)
                }
        }
        let headings = columns.map { TextTable.Column(gradient.outputs[$0], unit: "% per %") }
        print(
            TextTable(columns: [.init("factor", alignment: .left)] + headings, rows: rows).rendered(
                width: Terminal.width))
        let share = seconds / Double(factors.count) / (alone / .seconds(1))
        print(
            "\(factors.count) factors in \(NumberText.significant(seconds)) s at \(solver.resolution.rawValue) resolution: "
                + "\(NumberText.significant(share, digits: 2)) of a simulation each.")
    }
}

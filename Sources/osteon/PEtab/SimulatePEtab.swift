import ArgumentParser
import Exchange
import Foundation
import Inference
import Reporting

/// `osteon petab simulate`: a problem in; chi-squared, log-likelihood and simulations out.
struct SimulatePEtab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Simulate a PEtab problem with the values of its parameter table.",
        discussion: """
            Reads problems of version 1 and 2 whose models are SBML. Prints chi-squared, the log-likelihood and, where \
            the problem has priors, their log-density; 'osteon calibrate --petab' fits the parameters.
            """)

    @Argument(help: "YAML file of the problem.")
    var problem: String

    @Option(help: "Table with parameterId and nominalValue to use in place of the problem's values.")
    var parameters: String?

    @Option(help: "Folder for the simulation table, simulations.tsv.")
    var out: String?

    func run() async throws {
        let folder = out.map { OutputFolder(path: $0) }
        let simulator = try orFail {
            try folder?.check()
            return try PEtabSimulator(PEtabProblem(reading: problem))
        }
        let values = try orFail {
            try parameters.map { try PEtabValues.read(file: $0, for: simulator.problem) }
                ?? simulator.problem.nominalValues
        }
        let simulation = try await Interruptible.run(stopped: "stopped; nothing was written.") { _ in
            try simulator.simulation(values)
        }
        print(simulation.text(width: Terminal.width))
        guard let folder else { return }
        try orFail { try folder.write([.init(name: "simulations.tsv", contents: simulation.table)]) }
        print("Written to \(folder.url.relativePath): simulations.tsv")
    }
}

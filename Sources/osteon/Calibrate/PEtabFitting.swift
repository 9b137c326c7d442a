import ArgumentParser
import Exchange
import Foundation
import Inference
import Reporting

/// Fitting a PEtab problem in place of the program's own plan.
struct PEtabFitting: ParsableArguments {
    @Option(help: "YAML file of a PEtab problem to fit in place of the plan.")
    var petab: String?

    @Option(help: "Searches for --petab: the first from the nominal values, others from within the bounds.")
    var starts = 10

    @Option(help: "Seed of the places where searches for --petab start.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...10_000).contains(starts) else {
            throw ValidationError("--starts: \(starts) is out of range; expected 1 to 10000.")
        }
    }

    /// Fits the problem and prints what came out.
    ///
    /// - Parameter folder: gets the parameter table with the fitted values, and the simulations.
    func run(_ problem: String, folder: OutputFolder?) async throws {
        let simulator = try orFail { try PEtabSimulator(PEtabProblem(reading: problem)) }
        let (starts, seed) = (starts, seed)
        let fit = try await Interruptible.run(stopped: "stopped; nothing was written.") { printer in
            try await PEtabFit(simulator, starts: starts, seed: seed) { start, step, value in
                printer.show(
                    "search \(start + 1) of \(starts), step \(step): llh \(NumberText.significant(value, digits: 8))")
            }
        }
        print(fit.text(width: Terminal.width))
        guard let folder else { return }
        try orFail {
            try folder.write([
                .init(name: "parameters.tsv", contents: fit.parameterTable),
                .init(name: "simulations.tsv", contents: fit.simulation.table),
            ])
        }
        print("Written to \(folder.url.relativePath): parameters.tsv, simulations.tsv")
    }
}

import ArgumentParser
import Foundation
import Reporting

/// `osteon population check`: drawn women beside surveys, and their loss of bone beside cohorts.
struct CheckPopulation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compare drawn women with surveys of density, and their simulated loss of bone with cohorts.")

    @Option(help: "How many women to draw for each age and group.")
    var number = 4000

    @Option(help: "How many women to simulate through the years after menopause.")
    var simulated = 240

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (10...1_000_000).contains(number) else {
            throw ValidationError("--number: \(number) is out of range; expected 10 to 1000000.")
        }
        guard (16...100_000).contains(simulated) else {
            throw ValidationError("--simulated: \(simulated) is out of range; expected 16 to 100000.")
        }
    }

    func run() async throws {
        let (number, simulated, seed) = (number, simulated, seed)
        print(try orFail { try DensityCheck(women: number, seed: seed).text(width: Terminal.width) })
        let loss = try await Interruptible.run(women: simulated, stopped: "stopped.") { progress in
            try await LossCheck.run(
                women: simulated, seed: seed, threads: ProcessInfo.processInfo.activeProcessorCount, progress: progress)
        }
        print(loss.text(width: Terminal.width), terminator: "")
    }
}

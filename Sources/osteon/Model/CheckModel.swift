import ArgumentParser
import Modeling
import Physiology
import Reporting

/// `osteon model check`: whether the complete model is fit to simulate with.
struct CheckModel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check units, sources, resting values, compilation and the steady state.",
        discussion: "The exit code is 1 if a check fails.")

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let compiled = try orFail { try CompiledModel(WomanModel.complete()) }
        let seconds = (clock.now - start) / .seconds(1)
        let check = try orFail { try ModelCheck(compiled, seconds: seconds) }
        print(check.text(width: Terminal.width), terminator: "")
        if !check.passed { throw ExitCode.failure }
    }
}

import ArgumentParser
import Reporting
import Trials

/// `osteon fracture check`: what the fracture model gives back of published rates.
struct CheckFractures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Show what the model gives back of published rates: built on, fitted to, held out.")

    @Flag(help: "Print the page Documentation/Fracture.md: the checks, and the comparison with other calculators.")
    var markdown = false

    func run() throws {
        let checks = try orFail { try FractureChecks() }
        if markdown {
            print(FracturePage.markdown(checks, try orFail { try FractureComparison() }), terminator: "")
        } else {
            print(FractureChecksText.text(checks, width: Terminal.width), terminator: "")
        }
    }
}

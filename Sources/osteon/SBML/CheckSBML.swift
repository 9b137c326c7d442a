import ArgumentParser
import Exchange
import Reporting

/// `osteon sbml check`: what a file uses of SBML, and whether it can be simulated.
struct CheckSBML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Show what an SBML file holds and whether it can be simulated.",
        discussion: "Ends with exit code 1 for a file that is right and cannot be simulated, and says why.")

    @Argument(help: "SBML file (Level 2 or 3).")
    var model: String

    func run() throws {
        let description = try orFail { try SBMLModel(reading: model) }
        let page = SBMLSupportText(description)
        print(page.text(width: Terminal.width))
        if !page.isSimulated { throw ExitCode(1) }
    }
}

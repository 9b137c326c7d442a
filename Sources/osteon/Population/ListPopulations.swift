import ArgumentParser
import Populations
import Reporting

/// `osteon population list`: like whom women can be drawn.
struct ListPopulations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the populations, and what was published of their women.")

    func run() throws {
        print(PopulationList.text(try orFail { try Baseline.all() }, width: Terminal.width), terminator: "")
    }
}

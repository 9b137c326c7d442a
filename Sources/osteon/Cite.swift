import ArgumentParser
import Exchange
import Reporting
import Trials

/// `osteon cite`: the papers behind a scenario.
struct Cite: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the papers behind a scenario: parameters of its model, observations and methods.",
        discussion: """
            Each paper stands once, with its PMID or DOI where one is known and with what rests on it. Parameters \
            whose source names no paper are counted at the end of the text.
            """)

    @Argument(help: "Scenario file (YAML or JSON).")
    var file: String

    @Option(help: "How to write them.")
    var format = ScenarioReferences.Format.text

    func run() throws {
        let references = try orFail { try ScenarioReferences(ScenarioReader.forTrials.read(file: file)) }
        print(references.written(as: format, width: Terminal.width), terminator: "")
    }
}

extension ScenarioReferences.Format: ExpressibleByArgument {}

import ArgumentParser
import Reporting

/// `osteon petab score`: the public test suite, case by case.
struct ScorePEtab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Try the cases of the PEtab test suite.",
        discussion: """
            The folder is petabtests/cases of the suite, with v1.0.0/sbml/NNNN and v2.0.0/sbml/NNNN. Ends with exit code \
            1 where a case has a wrong number.
            """)

    @Argument(help: "Folder of cases.")
    var folder: String

    func run() async throws {
        let folder = folder
        let suite = try await Interruptible.run(stopped: "stopped.") { printer in
            try PEtabSuite(folder: folder) { printer.show("\($0) cases") }
        }
        print(suite.text(width: Terminal.width))
        if suite.tried.contains(where: { if case .failed = $0.outcome { true } else { false } }) { throw ExitCode(1) }
    }
}

import ArgumentParser
import Exchange
import Foundation
import Reporting

/// `osteon sbml score`: the public test suite, case by case.
struct ScoreSBML: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Try the cases of the SBML test suite.",
        discussion: """
            The folder holds a folder for each case, named by its number NNNNN, with NNNNN.xml, NNNNN-settings.txt, \
            NNNNN-results.csv and NNNNN-tags.json. Ends with exit code 1 where a case has a wrong number.
            """)

    @Argument(help: "Folder of cases.")
    var folder: String

    @Option(help: "Page of the documentation to write.")
    var markdown: String?

    @Flag(help: "Also list every case that is refused.")
    var all = false

    func run() async throws {
        let page = markdown.map { URL(fileURLWithPath: $0) }
        let output = page.map { OutputFolder(path: $0.deletingLastPathComponent().path) }
        let cases = try orFail {
            try output?.check()
            return try SBMLSuite.cases(in: folder)
        }
        let suite = try await Interruptible.run(stopped: "stopped.") { printer in
            try SBMLSuite(cases) { done in printer.show("\(done) of \(cases.count) cases") }
        }
        print(suite.text(width: Terminal.width, listingRefused: all))
        if let page, let output {
            let contents = suite.markdown(command: "osteon sbml score FOLDER --markdown Documentation/SBML.md")
            try orFail { try output.write([.init(name: page.lastPathComponent, contents: contents)]) }
            print("Written to \(page.relativePath)")
        }
        if suite.count(.failed) > 0 { throw ExitCode(1) }
    }
}

import ArgumentParser
import Reporting
import Trials

/// `osteon trial new`: a trial file to begin with.
struct TrialNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Print a trial file to begin with:  osteon trial new > mine.yaml")

    func run() { print(TrialTemplate.text, terminator: "") }
}

import ArgumentParser
import Exchange
import Foundation
import Reporting
import Symbolics
import Trials

/// `osteon trial list`: the trials that come with the program.
struct TrialList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the trials that come with the program.")

    func run() throws {
        let files = TrialFiles()
        guard files.folder != nil else {
            throw fail("there is no folder 'Trials' here or above the program; expected one.")
        }
        let reader = try orFail { try TrialReader.forModel() }
        let rows = try files.names.map { name -> [String] in
            let trial = try orFail { try reader.read(file: files.path(name)) }
            let published = trial.endpoints.map(\.published.count).reduce(0, +)
            return [
                name, trial.title, "\(trial.arms.count)", "\(trial.arms.map(\.women).reduce(0, +))",
                NumberText.short(trial.years), "\(published)",
            ]
        }
        print(
            TextTable(
                columns: [
                    .init("name", alignment: .left), .init("trial", alignment: .left, wraps: true), .init("arms"),
                    .init("women"), .init("years"), .init("published"),
                ], rows: rows
            ).rendered(width: Terminal.width))
    }
}

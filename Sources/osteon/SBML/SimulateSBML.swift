import ArgumentParser
import Exchange
import Foundation
import Reporting
import Solving

/// `osteon sbml simulate`: a file in, a time course out.
struct SimulateSBML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Simulate an SBML file as it stands.",
        discussion: """
            Everything is in the file's own units, time too. A species is reported as what its identifier means in \
            the file's mathematics (most often a concentration) unless it is named in --amount or --concentration; \
            named in both, it has a column for each. Initial values hold at time zero.
            """)

    @Argument(help: "SBML file (Level 2 or 3).")
    var model: String

    @Option(parsing: .unconditional, help: "Time of the first row.")
    var start = 0.0

    @Option(parsing: .unconditional, help: "Time from the first row to the last.")
    var duration: Double

    @Option(help: "Intervals between rows.")
    var steps = 100

    @Option(help: "What to report, separated by commas; all species and all else that has a rate if left out.")
    var variables: String?

    @Option(help: "Species to report as amounts, separated by commas.")
    var amount: String?

    @Option(help: "Species to report as concentrations, separated by commas.")
    var concentration: String?

    @Option(help: "Absolute error per step, in the file's units.")
    var absolute = 1e-9

    @Option(help: "Relative error per step.")
    var relative = 1e-6

    @Option(help: "CSV file to write; the terminal if left out.")
    var out: String?

    func validate() throws {
        guard start.isFinite, duration > 0, duration.isFinite else {
            throw ValidationError("--duration: \(duration) is out of range; expected a time above 0.")
        }
        guard (1...10_000_000).contains(steps) else {
            throw ValidationError("--steps: \(steps) is out of range; expected 1 to 10000000.")
        }
        guard (1e-13...1e-2).contains(relative) else {
            throw ValidationError("--relative: \(relative) is out of range; expected 1e-13 to 1e-2.")
        }
        guard absolute > 0, absolute <= 1 else {
            throw ValidationError("--absolute: \(absolute) is out of range; expected above 0, to 1.")
        }
    }

    func run() throws {
        let url = out.map { URL(fileURLWithPath: $0) }
        let folder = url.map { OutputFolder(path: $0.deletingLastPathComponent().path) }
        let course = try orFail {
            try folder?.check()
            let description = try SBMLModel(reading: model)
            let amounts = names(amount)
            let concentrations = names(concentration)
            try SBMLTimecourse.check(species: amounts + concentrations, of: description)
            return try SBMLTimecourse(
                description,
                .init(
                    start: start, duration: duration, steps: steps,
                    variables: variables.map { names($0) } ?? description.moving, amounts: Set(amounts),
                    concentrations: Set(concentrations),
                    tolerances: Tolerances(relative: relative, absoluteShare: absolute)))
        }
        guard let url, let folder else {
            print(course.csv, terminator: "")
            return
        }
        try orFail { try folder.write([.init(name: url.lastPathComponent, contents: course.csv)]) }
    }

    private func names(_ list: String?) -> [String] {
        (list ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving
import Trials

/// `osteon simulate`: scenarios in; a table, time courses, a summary and a report out.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Simulate women and their therapies, described in scenario files.",
        discussion: """
            Prints a table and, with --out, writes timecourse.csv, summary.json and report.html per scenario \
            (in a folder of the scenario's name where there are several).
            """)

    @Argument(help: "Scenario files (YAML or JSON).")
    var files: [String]

    @Option(name: .long, help: "Folder to write results to.")
    var out: String?

    @Flag(help: "Report oscillating quantities at the instant, not averaged over the dosing or cycle period.")
    var raw = false

    @Option(help: "Relative error per step of the solver.")
    var tolerance = Tolerances().relative

    func validate() throws {
        guard tolerance >= 1e-12, tolerance <= 1e-2 else {
            throw ValidationError("--tolerance: \(tolerance) is out of range; expected 1e-12 to 1e-2.")
        }
    }

    func run() throws {
        let reader = ScenarioReader(
            catalogue: Medicines.catalogue, hypotheses: WomanModel.hypotheses.map(\.name))
        let scenarios = try files.map { try reader.read(file: $0) }
        let folders = try scenarios.map { scenario in
            try out.map { try checkedFolder($0, for: scenario, alone: files.count == 1) }
        }
        for (scenario, folder) in zip(scenarios, folders) {
            let comparator = try scenario.comparator.map { try reader.read(file: $0) }
            let clock = ContinuousClock()
            let start = clock.now
            let run = try TrialRun(
                scenario, comparator: comparator, solver: CVODES(tolerances: Tolerances(relative: tolerance)),
                extraTimes: RunSummary.endpointTimes(horizon: scenario.years), raw: raw)
            let seconds = (clock.now - start) / .seconds(1)
            let document = RunDocument(run, seconds: seconds, isRaw: raw)
            print(document.table(width: terminalWidth))
            try folder?.write(document.files())
            if let folder { print("Written: \(folder.url.relativePath)/timecourse.csv, summary.json, report.html\n") }
        }
    }

    private func checkedFolder(_ path: String, for scenario: Scenario, alone: Bool) throws -> OutputFolder {
        let name = scenario.source.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        let folder = OutputFolder(path: alone ? path : "\(path)/\(name ?? scenario.title)")
        try folder.check()
        return folder
    }

    private var terminalWidth: Int {
        ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 110
    }
}

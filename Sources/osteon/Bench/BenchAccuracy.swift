import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving

/// `osteon bench accuracy`: multiscale against full resolution, scenario by scenario.
struct BenchAccuracy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract: "Compare multiscale with every dose and hour resolved, at every reported time of every scenario.",
        discussion: """
            Densities must agree within \(ResolutionCheck.densityLimit) % of their value at time zero and markers \
            within \(ResolutionCheck.markerLimit) %. The exit code is 1 if a scenario does not.
            """)

    @Argument(help: "Scenario files; those in the folder Examples if left out.")
    var files: [String] = []

    @Option(
        help: "What to compare with: reference, or full, which shares the closed form of the kinetics with multiscale.")
    var against = Resolution.reference

    func validate() throws {
        guard against == .full || against == .reference else {
            throw ValidationError("--against: '\(against.rawValue)' is no yardstick; expected full or reference.")
        }
    }

    func run() throws {
        let reader = ScenarioReader.forModel
        let scenarios = try orFail { try paths().map { (name: $0, scenario: try reader.read(file: $0)) } }
        var table = TextTable(
            columns: [
                .init("scenario", alignment: .left), .init("density", unit: "%"), .init("marker", unit: "%"),
                .init("multiscale", unit: "s"), .init(against.rawValue, unit: "s"),
                .init("verdict", alignment: .left, wraps: true),
            ], rows: [])
        var allPass = true
        for (name, scenario) in scenarios {
            let clock = ContinuousClock()
            var multiscale: Simulation?
            var yardstick: Simulation?
            let fast = try clock.measure {
                multiscale = try orFail { try Simulation(scenario, resolution: .multiscale) }
            }
            let slow = try clock.measure { yardstick = try orFail { try Simulation(scenario, resolution: against) } }
            guard let multiscale, let yardstick else { continue }
            let check = ResolutionCheck(multiscale, with: yardstick)
            allPass = allPass && check.passes
            let verdict = multiscale.fallback.map { "full, because \($0)" } ?? (check.passes ? "within" : "outside")
            table.rows.append([
                URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent,
                NumberText.significant(check.density.difference, digits: 2),
                NumberText.significant(check.marker.difference, digits: 2),
                NumberText.fixed(fast / .seconds(1), decimals: 3), NumberText.fixed(slow / .seconds(1), decimals: 3),
                verdict,
            ])
        }
        print(table.rendered(width: Terminal.width))
        print(
            "Largest difference of a density in % of its value at time zero (limit \(ResolutionCheck.densityLimit)) and "
                + "of a marker in % (limit \(ResolutionCheck.markerLimit)), at every reported time.")
        if !allPass { throw ExitCode.failure }
    }

    private func paths() throws -> [String] {
        guard files.isEmpty else { return files }
        let folder = "Examples"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let found = names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
        guard !found.isEmpty else {
            throw fail("there is no folder '\(folder)' with scenarios here; name their files.")
        }
        return found
    }
}

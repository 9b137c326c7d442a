import ArgumentParser
import Exchange
import Foundation
import Physiology
import Reporting
import Solving
import Symbolics
import Trials

/// `osteon bench speed`: how many years of women's lives a core simulates in a second.
struct BenchSpeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed",
        abstract: "Measure patient-years per core-second on one scenario, and how exact they are.",
        discussion: """
            Women are drawn around the woman of the scenario and simulated on one core, histories included; years are \
            counted from time zero. The error is that of her own run against the reference solver at a relative \
            tolerance of 1e-10.
            """)

    @Option(help: "Scenario file (YAML or JSON).")
    var scenario = "Examples/ten-years-estradiol-progesterone.yaml"

    @OptionGroup var solving: SolvingOptions

    @Option(help: "How many women.")
    var women = 64

    @Flag(help: "Print JSON.")
    var json = false

    private struct Result: Encodable {
        let scenario: String
        let resolution: String
        let relativeTolerance: Double
        let women: Int
        let years: Double
        let threads: Int
        let seconds: Double
        let patientYearsPerCoreSecond: Double
        /// Seconds to read the scenario, compile the model and, where asked for, choose the resolution.
        let startSeconds: Double
        /// Largest difference of a density in % of its value at time zero, and of a marker in %.
        let densityError: Double
        let markerError: Double
    }

    func validate() throws {
        guard women >= 1 else { throw ValidationError("--women: \(women) is out of range; expected 1 or more.") }
    }

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let reader = ScenarioReader.forModel
        let read = try orFail { try reader.read(file: scenario) }
        var yearly = read
        yearly.reportInterval = min(Unit.daysPerYear, read.horizon)
        let simulation = try orFail {
            try CohortSimulation(
                Cohort(yearly, count: women, seed: 1), resolution: solving.resolution, tolerances: solving.tolerances)
        }
        let startSeconds = (clock.now - start) / .seconds(1)
        var failed = 0
        let elapsed = try clock.measure {
            failed = try orFail { try simulation.results(for: 1..<(women + 1)).filter { $0.failure != nil }.count }
        }
        if failed > 0 { note("\(failed) of \(women) women failed.") }
        let mine = try orFail { try Simulation(simulation.solver) }
        let exact = try orFail {
            try Simulation(
                yearly, resolution: .reference, tolerances: Tolerances(relative: 1e-10, absoluteShare: 1e-11))
        }
        let check = ResolutionCheck(mine, with: exact)
        let seconds = elapsed / .seconds(1)
        let result = Result(
            scenario: scenario, resolution: simulation.solver.resolution.rawValue,
            relativeTolerance: simulation.solver.tolerances.relative, women: women,
            years: read.horizon / Unit.daysPerYear, threads: 1, seconds: seconds,
            patientYearsPerCoreSecond: Double(women) * read.horizon / Unit.daysPerYear / seconds,
            startSeconds: startSeconds, densityError: check.density.difference, markerError: check.marker.difference)
        try show(result)
    }

    private func show(_ result: Result) throws {
        if json {
            print(try result.prettyJSON(), terminator: "")
            return
        }
        func text(_ value: Double) -> String { NumberText.significant(value) }
        print(
            """
            \(result.resolution) resolution, relative tolerance \(result.relativeTolerance), \(InstructionSet.name): \
            \(text(result.patientYearsPerCoreSecond)) patient-years per core-second
            \(result.women) women, \(text(result.years)) years each, in \(text(result.seconds)) s on one core; start-up \
            \(text(result.startSeconds)) s
            from the limit: density within \(text(result.densityError)) % of baseline, markers within \
            \(text(result.markerError)) %
            """)
    }
}

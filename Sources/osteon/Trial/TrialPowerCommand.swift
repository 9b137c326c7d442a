import ArgumentParser
import Exchange
import Foundation
import Modeling
import Reporting
import Trials

/// `osteon trial power`: how many women a trial needs.
struct TrialPowerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "power",
        abstract: "How likely a trial finds a difference between two arms, by the number of women in each.",
        discussion: """
            Women are simulated once; power follows from the mean and standard deviation of the measured endpoint, \
            dropouts and measurement error included.
            """)

    @Argument(help: "Name of a trial ('osteon trial list') or path of a trial file.")
    var name: String

    @Option(help: "Output of the endpoint, such as lumbarSpine or fracture.hip; or its place, from 1.")
    var endpoint: String

    @Option(help: "The two arms, separated by a comma; the second is the one compared with.")
    var arms: String

    @Option(help: "Numbers of women in each arm, separated by commas.")
    var numbers = "20,50,100,200,500,1000"

    @Option(help: "Level of significance, two-sided.")
    var alpha = 0.05

    @Option(help: "Power to be reached.")
    var power = 0.8

    @Option(help: "Women simulated in each arm.")
    var women = 500

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @OptionGroup var parallel: ThreadOptions

    @OptionGroup var solving: SolvingOptions

    func validate() throws {
        guard (1e-6...0.5).contains(alpha) else {
            throw ValidationError("--alpha: \(alpha) is out of range; expected 0.000001 to 0.5.")
        }
        guard (0.05...0.9999).contains(power) else {
            throw ValidationError("--power: \(power) is out of range; expected 0.05 to 0.9999.")
        }
        guard (2...1_000_000).contains(women) else {
            throw ValidationError("--women: \(women) is out of range; expected 2 to 1000000.")
        }
        _ = try sizes()
    }

    func run() async throws {
        var trial = try orFail { try TrialReader.forModel().read(file: TrialFiles().path(name)) }
        let places = try orFail { try armPlaces(trial) }
        var wanted = try orFail { try trial.endpoints[endpointPlace(trial)] }
        // Other arms and endpoints need not be simulated.
        trial.arms = [trial.arms[places.0], trial.arms[places.1]]
        wanted.against = wanted.measure.comparesArms ? 1 : nil
        wanted.published = []
        trial.endpoints = [wanted]
        let run = try orFail {
            try TrialRun(
                trial, womenPerArm: women, replicates: 1, seed: seed, resolution: solving.resolution,
                tolerances: solving.tolerances)
        }
        let threads = parallel.count
        let total = run.enrolment.women.count
        let data = try await Interruptible.run(women: total, stopped: "stopped.") { progress in
            try await TrialData.simulated(run, threads: threads, progress: progress)
        }
        let values = EndpointValues(data, wanted)
        print(
            try PowerTable(
                values, data: data, power: TrialPower(values, arms: (0, 1), level: alpha), sizes: sizes(), wanted: power
            ).text(width: Terminal.width))
        print("\(RunReport.standardDisclaimer)\n")
    }

    private func sizes() throws -> [Int] {
        let sizes = numbers.commaSeparated.map { Int($0) }
        guard !sizes.isEmpty, sizes.allSatisfy({ $0.map { (2...TrialPower.mostWomen).contains($0) } ?? false }) else {
            throw ValidationError(
                "--numbers: '\(numbers)' is not understood; expected numbers of women such as 20,50,100.")
        }
        return sizes.compactMap(\.self)
    }

    private func armPlaces(_ trial: Trial) throws -> (Int, Int) {
        let names = arms.commaSeparated
        let known = trial.arms.map(\.name).joined(separator: ", ")
        let places = names.map { trial.arm(named: $0) }
        guard places.count == 2, let first = places[0], let second = places[1], first != second else {
            throw TrialError(description: "--arms: '\(arms)' does not name two arms; expected two of: \(known).")
        }
        return (first, second)
    }

    private func endpointPlace(_ trial: Trial) throws -> Int {
        if let number = Int(endpoint), trial.endpoints.indices.contains(number - 1) { return number - 1 }
        let place = trial.endpoints.firstIndex { $0.output == endpoint || $0.output.hasSuffix(".\(endpoint)") }
        guard let place else {
            let known = trial.endpoints.enumerated().map { "\($0 + 1) (\($1.output), \($1.measure.rawValue))" }
            throw TrialError(
                description: "--endpoint: '\(endpoint)' is no endpoint of this trial; expected one of: "
                    + "\(known.joined(separator: ", ")).")
        }
        return place
    }
}

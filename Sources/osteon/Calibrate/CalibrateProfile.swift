import ArgumentParser
import Foundation
import Inference
import Reporting

/// `osteon calibrate profile`: how well the rows know each parameter.
struct CalibrateProfile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Show how well the rows know each parameter, by profiles of the objective.",
        discussion: """
            Each parameter is moved by up to three standard deviations and all others follow. The intervals include the \
            prior; the verdict is what the rows say without it. Begins with the fit itself, unless it was finished before.
            """)

    @OptionGroup var input: CalibrationInput

    @Option(help: "Parameters, separated by commas; all that are fitted if left out.")
    var parameters: String?

    func run() async throws {
        let calibration = try input.calibration()
        let names = parameters?.commaSeparated
        for name in names ?? [] where !calibration.parameters.contains(name) {
            throw fail("--parameters: '\(name)' is not fitted by \(input.plan).")
        }
        let fit = try await input.fit(calibration)
        let profiles = try await input.profiles(of: fit, names)
        print(CalibrationTables.text(profiles, width: Terminal.width))
    }
}

import Exchange
import Foundation
import Reporting
import Solving
import Testing

/// Models that others published, and the public test suite, kept beside this repository and not in it.
enum SharedModels {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared").standardized

    static let absence: Comment = "no SBML models stand beside this repository"

    static var arePresent: Bool { FileManager.default.fileExists(atPath: root.appending(path: "sbml").path) }

    static func path(_ name: String) -> String { root.appending(path: "sbml/\(name).xml").path }

    static func model(_ name: String) throws -> SBMLModel { try SBMLModel(reading: path(name)) }

    static let suiteAbsence: Comment = "the SBML test suite does not stand beside this repository"

    static var suiteArchive: URL { root.appending(path: "sbml-test-suite/semantic-even.tar.xz") }

    static var isSuitePresent: Bool { FileManager.default.fileExists(atPath: suiteArchive.path) }

    /// A time course in the file's own time, at tolerances far below any that is asked for here.
    static func course(_ name: String, duration: Double, steps: Int, _ variables: [String]) throws -> SBMLTimecourse {
        try SBMLTimecourse(
            model(name),
            .init(
                start: 0, duration: duration, steps: steps, variables: variables,
                tolerances: Tolerances(relative: 1e-8, absoluteShare: 1e-12)))
    }
}

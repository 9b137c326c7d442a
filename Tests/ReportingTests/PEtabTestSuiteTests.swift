import Exchange
import Foundation
import Inference
import Reporting
import Symbolics
import Testing

/// The public test suite of PEtab, kept beside this repository, or where `PETAB_TEST_SUITE` says.
private enum PublicSuite {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["PETAB_TEST_SUITE"] { return URL(filePath: path) }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../shared/petab-test-suite").standardized
    }()

    static var cases: URL { folder.appending(path: "petabtests/cases") }

    static var isPresent: Bool { FileManager.default.fileExists(atPath: cases.path) }

    static let absence: Comment =
        "the PEtab test suite does not stand beside this repository, nor where PETAB_TEST_SUITE says"
}

@Suite("The PEtab test suite", .enabled(if: PublicSuite.isPresent, PublicSuite.absence))
struct PEtabTestSuiteTests {
    @Test("Every case with an SBML model has the simulations, chi-squared, likelihood and priors that others found")
    func cases() throws {
        let suite = try PEtabSuite(folder: PublicSuite.cases.path)
        for (name, outcome) in suite.tried { #expect(outcome == .passed, "\(name): \(outcome)") }
        #expect(suite.count({ $0 == .passed }, version: "v1") == 20)
        #expect(suite.count({ $0 == .passed }, version: "v2") == 31)
    }

    @Test("Every formula of the suite has the value that others found")
    func mathematics() throws {
        let text = try String(
            contentsOf: PublicSuite.cases.appending(path: "v2.0.0/math/math_tests.yaml"), encoding: .utf8)
        var expression = ""
        var count = 0
        for line in text.split(separator: "\n") {
            func rest(_ key: String) -> String? {
                line.range(of: key).map {
                    line[$0.upperBound...].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
                }
            }
            if let found = rest("expression:") { expression = found }
            guard let found = rest("expected:"), let expected = Double(found) else { continue }
            count += 1
            let value = try PEtabFormula.read(expression).evaluate { _ in .nan }
            #expect(
                value == expected || abs(value - expected) < 1e-14, "\(expression) is \(value), expected \(expected)")
        }
        #expect(count > 90)
    }
}

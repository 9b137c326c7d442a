import Evidence
import Exchange
import Foundation
import Inference
import Physiology
import Testing
import Trials

@testable import Reporting

@Suite("Reports of fits")
struct CalibrationReportTests {
    /// A fit of one parameter to the rows of one scenario.
    private static func report() async throws -> CalibrationReport {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Examples/cooper-patch-50.yaml")
        var plan = CalibrationPlan(
            scenarios: [],
            fitted: [
                .init(name: "skeleton.lumbarSpine.turnover", centre: 0.14, unit: "1/years", logDeviation: 0.3),
                .init(name: "pharmacology.denosumab.halfBinding", centre: 100, unit: "ng/mL", logDeviation: 0.1),
            ],
            held: [.init(name: "skeleton.rankl.preosteoblastShare", value: 0.36, unit: "1", factor: 2, reason: "a <b>")])
        (plan.starts, plan.members) = (1, 8)
        let fit = try await Calibration([ScenarioReader.forModel.readArms(file: file.path)], plan: plan).fit()
        let ensemble = try await fit.ensemble()
        return CalibrationReport(
            fit, values: fit.fittedValues(ensemble), ensemble: ensemble, profiles: try await fit.profiles())
    }

    @Test("the page shows rows, parameters with priors, what is held and why, and a picture of each profile")
    func page() async throws {
        let report = try await Self.report()
        let files = Dictionary(uniqueKeysWithValues: report.files.map { ($0.name, $0.contents) })
        let page = try #require(files["report.html"])
        for text in ["skeleton.lumbarSpine.turnover", "a &lt;b&gt;", "rise of the objective", "medical device"] {
            #expect(page.contains(text), "\(text)")
        }
        for residual in report.fit.residuals { #expect(page.contains(residual.row.result.observation.id)) }
        let rows = try #require(files["rows.csv"]).split(separator: "\n")
        #expect(rows.count == report.fit.residuals.count + 1)
        #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [10])
        let parameters = try #require(files["parameters.csv"])
        #expect(parameters.contains("pharmacology.denosumab.halfBinding,ng/mL,fitted"))
        #expect(parameters.contains("not identified by these rows"), "no patch tells anything of denosumab")
    }

    @Test("facts in a page of documentation are written anew between their marks, and nothing else is touched")
    func documentation() async throws {
        let report = try await Self.report()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).md").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "# A\n<!-- fit: written by osteon calibrate -->\nold\n<!-- end of fit -->\nrest\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        let text = try report.documentation(replacingIn: path)
        #expect(text.hasPrefix("# A\n<!-- fit:") && text.hasSuffix("<!-- end of fit -->\nrest\n") && !text.contains("old"))
        #expect(text.contains("2 parameters fitted, 1 held") && text.contains("`pharmacology.denosumab.halfBinding`"))
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try report.documentation(replacingIn: path) == text, "a second time changes nothing")
        try "# A\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: OutputError.self) { try report.documentation(replacingIn: path) }
    }

    @Test("finished searches are taken over only by the same fit")
    func journal() throws {
        let plan = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: plan + ".progress") }
        let start = CalibrationFit.Start(
            number: 3, position: [0.1, -1.0 / 3], objective: 12.5, steps: 4, isConverged: true, failure: nil)
        var journal = CalibrationJournal(plan: plan, fingerprint: "a")
        try journal.add(start)
        #expect(CalibrationJournal(plan: plan, fingerprint: "a").starts == [start], "to the last bit")
        #expect(CalibrationJournal(plan: plan, fingerprint: "b").starts.isEmpty)
    }
}

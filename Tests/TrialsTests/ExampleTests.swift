import Evidence
import Exchange
import Foundation
import Physiology
import Testing
import Trials

/// The scenarios that ship, read as the program reads them.
enum Examples {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Examples")

    static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    static let reader = ScenarioReader.forModel

    static func scenario(_ name: String) throws -> Scenario {
        try reader.read(file: folder.appendingPathComponent(name).path)
    }

    static func run(_ name: String) throws -> ScenarioComparison {
        let scenario = try scenario(name)
        return try ScenarioComparison(scenario, comparator: try scenario.comparator.map { try reader.read(file: $0) })
    }
}

@Suite("Examples")
struct ExampleTests {
    /// Where two published rows cannot both be met; the reason stands in the example's first line.
    static let unmet: [String: String] = [
        "O0085": "measured estradiol on 14 ug a day is lower than the labelled release explains (ultra-patch-14.yaml)",
        "O0703": inhibitors, "O0705": inhibitors, "O0706": inhibitors,
        "O0439":
            "SWAN, depot medroxyprogesterone and leuprolide ask for more loss than these women had (surgical-menopause.yaml)",
        "O0221": telopeptide, "O2089": telopeptide, "O2090": telopeptide,
        "O0220": "one exponent of BSAP stands between estrogen and the other medicines",
        "O0655": firstQuarter, "O2080": teriparatide, "O2013": trabecular, "O0126": trabecular, "O0736": telopeptideAtMenopause,
        "O0130": trabecular,
        "O2018": agonist, "O0516": depot, "O0518": depot,
    ]
    private static let telopeptide =
        "CTX falls by 67 % on 1 mg of estradiol and by 30 % on 0.5 mg; bone's answer is not that steep"
    private static let teriparatide = "two trials of the same dose differ by more than both intervals"
    private static let telopeptideAtMenopause = "NTX rises by a third around the final period, where SWAN saw a fifth"
    private static let firstQuarter = "on teriparatide the spine gains too slowly in the first quarter; the whole time is met"
    private static let depot = "on depot medroxyprogesterone the spine loses a point and a half less than women did in three to five years"
    private static let agonist =
        "the first half year on an agonist costs too little bone; the label's -3.2 % (O1963) and a year (O2020) are met"
    private static let inhibitors = "in hormones there are no 10 points of grace; the inhibition is that of the label"
    private static let trabecular = "small groups by computed tomography, between which the fit stands"

    @Test("they are found")
    func found() { #expect(Examples.names.count >= 20, "\(Examples.folder.path)") }

    @Test(
        "each runs as it stands and lands in the published interval, or within 1.5 points of density and 10 of a marker",
        arguments: Examples.names)
    func lands(_ name: String) throws {
        let run = try Examples.run(name)
        var table = "\(name): \(run.simulation.scenario.title)\n"
        for comparison in run.comparisons {
            let (result, row) = (comparison.result, comparison.result.observation)
            let interval = row.interval95.map { String(format: "[%.1f, %.1f]", $0.lowerBound, $0.upperBound) } ?? ""
            let span = String(
                format: "%g to %g", (result.from * 100).rounded() / 100, (result.to * 100).rounded() / 100)
            table +=
                "  \(row.id)  \(column(result.output, 28)) years \(column(span, 11))"
                + String(format: " observed %7.2f ", result.observed) + column(interval, 14)
                + String(format: " simulated %7.2f  misfit %+6.2f", comparison.simulated, comparison.misfit)
                + "  \(row.use.rawValue)\(comparison.isClose ? "" : "  FAR")\n"
            guard row.use == .calibrate else { continue }
            let sentence = Comment(
                rawValue: "\(row.id) \(result.output): \(comparison.simulated) against \(result.observed) \(interval)")
            let isClose = comparison.isClose
            if let reason = Self.unmet[row.id] {
                withKnownIssue(Comment(rawValue: reason)) { #expect(isClose, sentence) }
            } else {
                #expect(isClose, sentence)
            }
        }
        print(table)
        #expect(run.notCompared.isEmpty, "\(run.notCompared)")
        #expect(run.comparisons.count == run.simulation.scenario.compare.count)
    }

    @Test("no study that the examples name serves both to calibrate and to validate")
    func separateSets() throws {
        let ids = try Set(Examples.names.flatMap { try Examples.scenario($0).compare })
        let rows = try EvidenceLibrary.bundled.observations(ids.sorted())
        let fitted = Set(rows.filter { $0.use == .calibrate }.map(\.studyID))
        let held = Set(rows.filter { $0.use == .validate }.map(\.studyID))
        #expect(fitted.isDisjoint(with: held), "\(fitted.intersection(held))")
        #expect(!held.isEmpty)
    }

    private func column(_ text: String, _ width: Int) -> String {
        text.padding(toLength: width, withPad: " ", startingAt: 0)
    }
}

import Exchange
import Foundation
import Physiology
import Solving
import Testing
import Trials

@testable import Reporting

@Suite("Archives of scenarios")
struct ScenarioArchiveTests {
    @Test("hold a model that libSBML finds right, and a simulation that names only what is in it")
    func archive() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Examples/surgical-menopause.yaml").standardizedFileURL.path
        var scenario = try ScenarioReader.forTrials.read(file: file)
        scenario.horizon = 365.25
        let run = try ScenarioComparison(scenario, resolution: .multiscale)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let target = folder.appendingPathComponent("a.omex")
        try ScenarioArchive(scenario, RunDocument(run, seconds: 0), command: "osteon simulate", created: Date()).write(
            to: target)

        let archive = try CombineArchive(reading: target.path)
        #expect(archive.simulations == ["simulation.sedml"])
        let unpacked = folder.appendingPathComponent("unpacked")
        try archive.unpack(into: unpacked)
        let names = try FileManager.default.contentsOfDirectory(atPath: unpacked.path).sorted()
        #expect(
            names == [
                "manifest.xml", "metadata.rdf", "model.xml", "references.bib", "report.html", "scenario.yaml",
                "simulation.sedml", "summary.json", "timecourse.csv",
            ])
        let model = try String(contentsOf: unpacked.appendingPathComponent("model.xml"), encoding: .utf8)
        let document = try SEDMLDocument(reading: unpacked.appendingPathComponent("simulation.sedml").path)
        for variable in document.generators.flatMap(\.variables) {
            if case .value(let id) = variable.quantity { #expect(model.contains("id=\"\(id)\""), "\(id)") }
        }
        // One row a month, as in the scenario's own table, with the same columns.
        let table = try String(contentsOf: unpacked.appendingPathComponent("timecourse.csv"), encoding: .utf8)
        let rows = table.split(separator: "\n")
        #expect(document.simulations[0].steps + 2 == rows.count)
        let report = try #require(document.reports.first { !$0.isPlot })
        #expect(report.dataSets.map(\.label).joined(separator: ",") == String(rows[0]))
        // Time zero of the scenario is when the table begins, in years.
        let time = try #require(document.generators.first { $0.id == "time" })
        #expect(time.value { _ in document.simulations[0].outputStart } == 0)
        #expect(abs(time.value { _ in document.simulations[0].outputEnd } - 1) < 1e-12)
    }
}

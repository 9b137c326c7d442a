import Evidence
import Exchange
import Foundation
import Inference
import Physiology
import Reporting
import Solving
import Testing
import Trials

@Suite("The calibration as a PEtab problem")
struct PEtabExportTests {
    private static let scenario = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Examples/natural-menopause.yaml").path

    @Test(
        "Read back and simulated by SBML alone, every row comes to what the program's own simulation says, and priors are finite"
    )
    func roundTrip() throws {
        let plan = CalibrationPlan(
            scenarios: [Self.scenario],
            fitted: [
                .init(name: "receptors.estrogen.halfEffect", centre: 13.2, unit: "pg/mL", logDeviation: 0.3),
                .init(name: "axes.ovary.transitionCentre", centre: 0.1, unit: "years", logDeviation: 0.3),
            ], held: [])
        let arms = try ScenarioReader.forModel.readArms(file: Self.scenario)
        let calibration = try Calibration([arms], plan: plan)
        let export = try CalibrationPEtab(calibration, scenarios: [arms.0])
        #expect(export.modelCount == 1)
        #expect(export.measurementCount == calibration.rows.count)

        let folder = FileManager.default.temporaryDirectory.appending(path: "petab-export-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try OutputFolder(path: folder.path).write(export.files)
        let problem = try PEtabProblem(reading: folder.appending(path: "problem.yaml").path)
        let found = try PEtabSimulator(problem).simulation(problem.nominalValues)

        let times = calibration.rows.flatMap { [$0.result.from, $0.result.to] }
        let own = try Simulation(arms.0, resolution: .reference, extraTimes: times, raw: true)
        for (row, value) in zip(calibration.rows, found.simulated) {
            let expected = try #require(row.result.simulated(own, comparator: nil))
            // Per cent; both are integrated with an error of about a thousandth of that.
            #expect(abs(value - expected) < 0.01, "\(row.result.observation.id): \(value), expected \(expected)")
        }
        #expect(found.logPrior.isFinite)
    }
}

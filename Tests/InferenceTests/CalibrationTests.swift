import Exchange
import Foundation
import Inference
import Physiology
import Testing

@Suite("Calibration")
struct CalibrationTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Examples")

    private func calibration(_ names: [String], parameters: [String], prior: Double = 0.3) throws -> Calibration {
        let scenarios = try names.map { name in
            try ScenarioReader.forModel.readArms(file: Self.folder.appendingPathComponent(name).path)
        }
        return try Calibration(scenarios, parameters: parameters, priorWidth: prior)
    }

    @Test("a fit lowers its objective, and stays where it is when its priors are tight")
    func descends() throws {
        let files = ["natural-menopause.yaml", "surgical-menopause.yaml", "cooper-patch-50.yaml"]
        let parameters = ["skeleton.lumbarSpine.turnover", "receptors.estrogen.halfEffect"]
        var course: [Double] = []
        let free = try calibration(files, parameters: parameters).fit(iterations: 8) { course.append($0.objective) }
        #expect(zip(course, course.dropFirst()).allSatisfy { $0 > $1 }, "\(course)")
        #expect(free.residuals.count == 11, "rows for calibration named by the three files")
        let held = try calibration(files, parameters: parameters, prior: 1e-4).fit(iterations: 8) { _ in }
        let values = try WomanModel.parameterValues()
        for estimate in held.estimates {
            #expect(abs(estimate.value / (try #require(values[estimate.name])) - 1) < 1e-3)
        }
    }

    @Test("a parameter the model lacks is refused by name")
    func unknownParameter() throws {
        #expect(throws: UnknownParameter.self) {
            try calibration(["natural-menopause.yaml"], parameters: ["skeleton.lumbarSpine.turnoverr"])
        }
    }

    @Test("the file of fitted values keeps what was not estimated")
    func file() throws {
        let text = FittedParametersFile(
            replacing: [.init(name: "receptors.estrogen.lag", value: 20.123456, logDeviation: 0.1)], source: "a test"
        ).text
        #expect(text.contains("value: 20.123, unit: \"d\", interval: 18.21...22.24"))
        for name in FittedParameters.table.keys { #expect(text.contains("\"\(name)\"")) }
    }
}

import Exchange
import Foundation
import Physiology
import Testing

@testable import Inference

@Suite("Calibration")
struct CalibrationTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Examples")
    private static let files = ["natural-menopause.yaml", "surgical-menopause.yaml", "cooper-patch-50.yaml"]

    /// A fit of two parameters to eleven rows, small enough to repeat.
    private func calibration(
        centres: (turnover: Double, half: Double) = (0.145, 13.2), width: Double = 0.3, starts: Int = 1,
        members: Int = 16
    ) throws -> Calibration {
        let scenarios = try Self.files.map { name in
            try ScenarioReader.forModel.readArms(file: Self.folder.appendingPathComponent(name).path)
        }
        var plan = CalibrationPlan(
            scenarios: Self.files,
            fitted: [
                .init(name: "receptors.estrogen.halfEffect", centre: centres.half, unit: "pg/mL", logDeviation: width),
                .init(
                    name: "skeleton.lumbarSpine.turnover", centre: centres.turnover, unit: "1/years",
                    logDeviation: width),
            ],
            held: [
                .init(
                    name: "skeleton.rankl.preosteoblastShare", value: 0.36, unit: "1", factor: 2, reason: "a \"test\"")
            ])
        (plan.starts, plan.members) = (starts, members)
        return try Calibration(scenarios, plan: plan)
    }

    @Test("every step of a fit lowers the objective, and tight priors hold parameters where the plan puts them")
    func descends() async throws {
        var course: [Double] = []
        let free = try await calibration().fit(report: { course.append($0.objective) })
        #expect(course.count > 2 && zip(course, course.dropFirst()).allSatisfy { $0 > $1 }, "\(course)")
        #expect(free.residuals.count == 11, "rows for calibration named by the three files")
        let held = try await calibration(centres: (0.2, 10), width: 1e-4).fit()
        #expect(abs(held.values[0] / 10 - 1) < 1e-3 && abs(held.values[1] / 0.2 - 1) < 1e-3, "\(held.values)")
    }

    @Test("searches from draws of the priors end in the minimum that the one from the centres finds")
    func multistart() async throws {
        let fit = try await calibration(starts: 4).fit()
        #expect(fit.starts.count == 4)
        #expect(Set(fit.starts.map { $0.position[0] }).count == 4, "they began at four places and end an iota apart")
        #expect(fit.minima.count == 1, "\(fit.minima.map { ($0.starts, $0.best.objective) })")
    }

    @Test("the same plan gives the same files, byte for byte, also where searches of an earlier run are taken over")
    func reproducible() async throws {
        let first = try await files(of: calibration(starts: 2).fit())
        #expect(try await files(of: calibration(starts: 2).fit()) == first)
        let half = try await calibration(starts: 1).fit().starts
        #expect(try await files(of: calibration(starts: 2).fit(after: half)) == first)
        var other = try calibration(starts: 2)
        other = try Calibration(
            Self.files.map { try ScenarioReader.forModel.readArms(file: Self.folder.appendingPathComponent($0).path) },
            plan: {
                var plan = other.plan
                plan.seed = 2
                return plan
            }())
        #expect(try await files(of: other.fit()).last != first.last, "another seed draws other members")
    }

    private func files(of fit: CalibrationFit) async throws -> [String] {
        let ensemble = try await fit.ensemble()
        let values = fit.fittedValues(ensemble)
        return [
            FittedParametersFile(values, held: fit.calibration.plan.held, rowCount: 11).text,
            FittedEnsembleFile(ensemble, values: values, rowCount: 11, seed: fit.calibration.plan.seed).text,
        ]
    }

    @Test("what an arm simulates for eight sets at once is what it simulates for each alone with derivatives")
    func batchAgreesWithDerivatives() async throws {
        let calibration = try calibration()
        let positions = (0..<9).map { [0.02 * Double($0) - 0.08, 0.05 - 0.01 * Double($0)] }
        let together = try await calibration.values(at: positions)
        for (position, values) in zip(positions, together) {
            let alone = try await calibration.derivatives(at: position)
            for (a, b) in zip(alone.values, try #require(values)) {
                // Both are solutions within the solver's tolerance; eight women share their steps.
                #expect(abs(a - b) < 0.02, "\(a) and \(b) points")
            }
        }
    }

    @Test("derivatives of rows are those of differences")
    func derivatives() async throws {
        let calibration = try calibration()
        let centre = try await calibration.derivatives(at: [0, 0])
        let step = 0.02
        for index in 0..<2 {
            var ends: [[Double]] = []
            for sign in [1.0, -1.0] {
                var position = [0.0, 0.0]
                position[index] = sign * step
                ends.append(try await calibration.derivatives(at: position).values)
            }
            for row in centre.values.indices {
                let slope = (ends[0][row] - ends[1][row]) / (2 * step)
                // Points per unit of the logarithm; the error of the difference is that of the solver over the step.
                #expect(abs(slope - centre.slopes[row][index]) < 0.02 * abs(slope) + 0.2, "row \(row)")
            }
        }
    }

    @Test("a member of the ensemble is as good as what a search of its own with exact derivatives finds")
    func membersAreMinima() async throws {
        let fit = try await calibration(members: 8).fit()
        let ensemble = try await fit.ensemble()
        #expect(ensemble.unfinished == 0)
        for member in 1...3 {
            let objective = fit.objective(ofMember: member)
            let end = try await Search(predictor: fit.calibration, objective: objective, steps: 40)
                .run(from: fit.position) { _, _ in }
            let position = zip(fit.calibration.plan.fitted, ensemble.members[member - 1]).map { log($1 / $0.centre) }
            let rows = try #require(try await fit.calibration.values(at: [position])[0])
            // In units of which one is a standard deviation away.
            let distance = objective.value(rows, at: position) - end.value
            #expect(distance < 0.2, "member \(member)")
            withKnownIssue(
                "where rows lie at a bend of their loss, members stop a tenth short, a third of a standard deviation",
                isIntermittent: true
            ) {
                #expect(distance < 0.05, "member \(member)")
            }
        }
    }

    @Test("a parameter the model lacks is refused by name")
    func unknownParameter() throws {
        var plan = try calibration().plan
        plan.fitted[0].name = "receptors.estrogen.halfEfect"
        #expect(throws: UnknownParameter.self) { try Calibration([], plan: plan) }
    }

    @Test("the file of fitted values tells what was fitted from what was held, and why")
    func file() throws {
        let value = FittedValue(
            name: "receptors.estrogen.lag", unit: "d", value: 20.123, interval68: 18.21...22.24, interval95: 16...25,
            priorCentre: 20, prior68: 18...22, shareOfPrior: 1)
        let text = FittedParametersFile(
            [value],
            held: [.init(name: "a.b", value: -2, unit: "1", factor: 2, reason: "a \"reason\"")], rowCount: 7
        ).text
        #expect(text.contains("value: 20.123, unit: \"d\", interval: 18.21...22.24, source: joint"))
        #expect(text.contains("value: -2.0, unit: \"1\", interval: (-4.0)...(-1.0), isHeld: true,"))
        #expect(text.contains("source: held(\"a \\\"reason\\\"\")"))
        #expect(text.contains("joint fit to 7 published rows"))
    }
}

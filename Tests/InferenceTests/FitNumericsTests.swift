import Exchange
import Foundation
import Testing

@testable import Inference

@Suite("Numerics of fits")
struct FitNumericsTests {
    /// Two parameters that rows tell only in part, and a third that no row feels.
    private let rows = LinearRows(slopes: [[1, 1, 0], [1, -0.5, 0], [0.2, 2, 0]])
    private let observed = [0.3, -0.1, 0.5]
    private let deviations = [0.1, 0.2, 0.4]
    private let widths = [0.5, 0.5, 0.3]

    private var objective: Objective {
        let terms = zip(observed, deviations).map {
            FitTerm(observed: $0, deviation: $1, tolerance: nil, interval: nil)
        }
        // No row is far enough to count linearly.
        var robustness = CalibrationPlan.Robustness()
        robustness.misfit = 1000
        return Objective(terms, widths: widths, robustness: robustness)
    }

    /// The precision and the mean of the posterior of the two parameters that rows feel, from the normal equations.
    private var closedForm: (precision: (aa: Double, ab: Double, bb: Double), mean: [Double]) {
        var (aa, ab, bb) = (1 / (widths[0] * widths[0]), 0.0, 1 / (widths[1] * widths[1]))
        var (a, b) = (0.0, 0.0)
        for (row, (value, deviation)) in zip(rows.slopes, zip(observed, deviations)) {
            let weight = 1 / (deviation * deviation)
            aa += weight * row[0] * row[0]
            ab += weight * row[0] * row[1]
            bb += weight * row[1] * row[1]
            a += weight * row[0] * value
            b += weight * row[1] * value
        }
        let determinant = aa * bb - ab * ab
        return ((aa, ab, bb), [(bb * a - ab * b) / determinant, (aa * b - ab * a) / determinant])
    }

    private func fitted() async throws -> Search.End {
        try await Search(predictor: rows, objective: objective, steps: 20).run(from: [0.4, -0.6, 0.2]) { _, _ in }
    }

    @Test("a search ends at the mean of a linear problem, and where no row is felt at the prior")
    func minimum() async throws {
        let end = try await fitted()
        #expect(end.isConverged)
        for (found, expected) in zip(end.position, closedForm.mean + [0]) { #expect(abs(found - expected) < 1e-3) }
    }

    @Test("a curved valley is followed to its end")
    func valley() async throws {
        let terms = [0.0, 0.0].map { FitTerm(observed: $0, deviation: 1, tolerance: nil, interval: nil) }
        let objective = Objective(terms, widths: [1e3, 1e3], robustness: .init())
        let end = try await Search(predictor: CurvedRows(), objective: objective, steps: 200)
            .run(from: [-1.2, 1]) { _, _ in }
        #expect(abs(end.position[0] - 1) < 0.02 && abs(end.position[1] - 1) < 0.04, "\(end)")
        let prediction = try await CurvedRows().derivatives(at: [0.5, 0.25])
        let task = Refinement.Task(objective, at: [0.5, 0.25], prediction)
        let refined = try await Refinement(predictor: CurvedRows(), rounds: 60).run([task])[0]
        #expect(refined.isDone && refined.value < 0.02, "Broyden's updates follow it too: \(refined.position)")
    }

    @Test("a profile of a linear problem is a parabola of the posterior's width")
    func profile() async throws {
        let best = try await fitted().position
        let prediction = try await rows.derivatives(at: best)
        let (precision, _) = closedForm
        let determinant = precision.aa * precision.bb - precision.ab * precision.ab
        let deviations = [(precision.bb / determinant).squareRoot(), (precision.aa / determinant).squareRoot(), widths[2]]
        let profiles = try await CalibrationFit.profiles(at: best, prediction, objective, of: [0, 1, 2], by: rows)
        for (profile, deviation) in zip(profiles, deviations) {
            for point in profile.points {
                let expected = point.distance * point.distance / (deviation * deviation)
                #expect(abs(point.rise - expected) < 0.02 + 0.01 * expected, "parameter \(profile.index)")
            }
            let whole = ParameterProfile(name: "", unit: "1", value: 2, points: profile.points)
            let low = try #require(whole.interval68.low)
            #expect(abs(log(low / 2) + deviation) < 0.02 * deviation, "one standard deviation below")
        }
    }

    @Test("a parameter that no row feels is not identified, whatever its prior says, and one that rows feel is")
    func identifiability() async throws {
        let best = try await fitted().position
        let prediction = try await rows.derivatives(at: best)
        let profiles = try await CalibrationFit.profiles(at: best, prediction, objective, of: [0, 2], by: rows).map {
            ParameterProfile(name: "", unit: "1", value: 1, points: $0.points)
        }
        #expect(profiles.map(\.verdict) == [.identified, .notIdentified])
        #expect(profiles[1].interval68.low != nil, "its interval is that of the prior")
    }

    @Test("an ensemble of a linear problem has the posterior's mean, widths and correlation")
    func ensemble() async throws {
        let best = try await fitted().position
        let prediction = try await rows.derivatives(at: best)
        let count = 4000
        let tasks = (1...count).map { member in
            Refinement.Task(
                objective.moved(member: member, seed: 3, rows: ["a", "b", "c"], parameters: ["x", "y", "z"]), at: best,
                prediction)
        }
        let members = try await Refinement(predictor: rows).run(tasks).map(\.position)
        let means = (0..<3).map { index in members.reduce(0) { $0 + $1[index] } / Double(count) }
        func covariance(_ a: Int, _ b: Int) -> Double {
            members.reduce(0) { $0 + ($1[a] - means[a]) * ($1[b] - means[b]) } / Double(count - 1)
        }
        let (precision, mean) = closedForm
        let determinant = precision.aa * precision.bb - precision.ab * precision.ab
        let expected = [precision.bb / determinant, precision.aa / determinant, widths[2] * widths[2]]
        // 4000 members know a mean to 1.6 % of a standard deviation, a variance to 2.2 %, a correlation to 0.016.
        for index in 0..<3 {
            let deviation = expected[index].squareRoot()
            #expect(abs(means[index] - (mean + [0])[index]) < 0.07 * deviation)
            #expect(abs(covariance(index, index) / expected[index] - 1) < 0.09)
        }
        let correlation = covariance(0, 1) / (covariance(0, 0) * covariance(1, 1)).squareRoot()
        #expect(abs(correlation + precision.ab / (precision.aa * precision.bb).squareRoot()) < 0.06)
        #expect(abs(covariance(0, 2)) < 0.06 * (expected[0] * expected[2]).squareRoot())
    }

    @Test("a row far from what is simulated pulls no more than one at the limit; inside its interval, tolerance adds nothing")
    func robustness() {
        let terms = [
            FitTerm(observed: 0, deviation: 1, tolerance: 1.5, interval: nil),
            FitTerm(observed: 0, deviation: 1, tolerance: 1.5, interval: -5...5),
        ]
        let objective = Objective(terms, widths: [1], robustness: .init())
        func pull(_ simulated: Double, row: Int) -> Double {
            var values = [0.0, 0.0]
            values[row] = simulated
            return objective.quadratic(values, slopes: [[1], [1]], at: [0]).slope[0]
        }
        #expect(pull(1.2, row: 0) == 1.2, "within nine tenths of the tolerance only the misfit pulls")
        #expect(pull(8, row: 0) == pull(80, row: 0), "both parts have become linear")
        #expect(pull(8, row: 0) > 4)
        #expect(pull(3, row: 1) == 3, "the published interval holds it")
        var moved = objective
        moved.noise = [0.7, -2]
        #expect(abs(moved.value([8.7, -2], at: [0]) - objective.value([8, 0], at: [0])) < 1e-9, "a row moves as a whole")
        let excess = (8 - 0.9 * 1.5) / 0.15
        #expect(abs(objective.value([8, 0], at: [0]) - (4 * (2 * 8 - 4) + 1.5 * (2 * excess - 1.5))) < 1e-9)
    }
}

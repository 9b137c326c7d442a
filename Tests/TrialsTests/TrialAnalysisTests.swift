import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics
import Testing

@testable import Trials

@Suite("What a trial estimates")
struct TrialAnalysisTests {
    private static let endpoints = """
          - {output: density.lumbarSpine, measure: percent change, at: 1 year}
          - {output: density.lumbarSpine, measure: percent per year, from: 6 months, at: 1 year}
          - {output: density.lumbarSpine, measure: change, at: 1 year}
          - {output: density.lumbarSpine, measure: level, at: 1 year}
          - {output: density.lumbarSpine, measure: losers, losing: 0.5 %, at: 1 year}
          - {output: density.lumbarSpine, measure: difference, against: placebo, at: 1 year}
          - {output: density.lumbarSpine, measure: ratio, against: placebo, at: 1 year}
          - {output: fracture.any, measure: hazard ratio, against: placebo, at: 1 year}
          - {output: fracture.any, measure: ratio, against: placebo, at: 1 year}
          - {output: fracture.any, measure: level, at: 1 year}
        """

    @Test("is for every measure what its definition says of the measured women")
    func definitions() async throws {
        let data = try await TrialSamples.data(TrialSamples.patch(endpoints: Self.endpoints))
        let analysis = try TrialAnalysis(data)
        let width = data.run.outputs.count
        let (middle, last) = (1, data.run.times.count - 1)
        func bone(_ arm: Int, _ time: Int) -> [Double] {
            data.women(ofArm: arm).map { data.measured($0, output: 0, time: time) }
        }
        func risk(_ arm: Int) -> Double {
            let women = data.women(ofArm: arm)
            return women.map { data.values[$0][last * width + 1] / 100 }.reduce(0, +) / Double(women.count)
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        func changes(_ arm: Int, _ from: Int = 0) -> [Double] {
            zip(bone(arm, last), bone(arm, from)).map { 100 * ($0 / $1 - 1) }
        }
        let expected: [(Int, Double)] = [
            (0, mean(changes(1))), (1, mean(changes(1, middle)) / 0.5),
            (2, mean(zip(bone(1, last), bone(1, 0)).map { $0 - $1 })), (3, mean(bone(1, last))),
            (4, 100 * Double(changes(1).count { $0 < -0.5 }) / 20), (5, mean(changes(1)) - mean(changes(0))),
            (6, mean(bone(1, last)) / mean(bone(0, last))), (7, log1p(-risk(1)) / log1p(-risk(0))),
            (8, risk(1) / risk(0)), (9, 100 * risk(1)),
        ]
        #expect(abs(data.run.times[middle] - 0.5) < 1e-9)
        for (place, value) in expected {
            let found = try #require(analysis.finding(place, "patch")).estimate.value
            #expect(abs(found - value) < 1e-9 * max(1, abs(value)), "endpoint \(place): \(found), \(value)")
        }
        // An arm is not compared with itself.
        #expect(analysis.finding(5, "placebo") == nil && analysis.finding(0, "placebo") != nil)
    }

    @Test("has the interval of a trial of the published numbers, however many women are simulated")
    func intervals() async throws {
        let few = try #require(try await TrialSamples.analysis(TrialSamples.patch(), women: 40).finding(0, "patch"))
        let many = try #require(try await TrialSamples.analysis(TrialSamples.patch(), women: 640).finding(0, "patch"))
        func relativeWidth(_ finding: TrialAnalysis.Finding) -> Double {
            (finding.estimate.high - finding.estimate.low) / (finding.deviation ?? .nan)
        }
        let expected = 2 * StudentT(degrees: 19).quantile(0.975) / 20.0.squareRoot()
        #expect(abs(relativeWidth(few) - expected) < 1e-12 && abs(relativeWidth(many) - expected) < 1e-12)
    }

    @Test("varies between replicates as its interval says")
    func replicates() async throws {
        let data = try await TrialSamples.data(TrialSamples.patch(), women: 20, replicates: 100)
        let finding = try #require(try TrialAnalysis(data).finding(0, "patch"))
        let spread = SampleMoments(finding.replicates)
        #expect(spread.count == 100 && abs(spread.mean - finding.estimate.value) < 1e-9)
        let expected = try #require(finding.deviation) / 20.0.squareRoot()
        // Of a hundred replicates the standard deviation is known to 7 %.
        #expect(abs(spread.deviation / expected - 1) < 0.22, "\(spread.deviation) \(expected)")
    }

    @Test("refuses a row of another output, time or kind, and turns a slope into a change")
    func published() throws {
        let trial = try TrialSamples.shipped("pepi")
        func published(_ row: String, _ endpoint: TrialEndpoint, arm: Int) throws -> PublishedEstimate {
            try PublishedEstimate(EvidenceLibrary.bundled.observation(row), trial, endpoint, arm: arm)
        }
        let spine = trial.endpoints[0]
        let slope = try published("O0007", spine, arm: 1)
        #expect(abs(slope.value - 3 * (slope.observation.value ?? .nan)) < 1e-9)
        #expect(throws: NotComparable.self) { try published("O0009", spine, arm: 1) }
        var early = spine
        early.at = Unit.daysPerYear
        #expect(throws: NotComparable.self) { try published("O0007", early, arm: 1) }
        var ratio = spine
        ratio.measure = .ratio
        ratio.against = 0
        #expect(throws: NotComparable.self) { try published("O0007", ratio, arm: 1) }
    }

    @Test("of a hazard ratio is read beside its arm, with the clock of the row")
    func ratios() throws {
        let trial = try TrialSamples.shipped("whi-ep")
        let endpoint = try #require(trial.endpoints.first { $0.measure == .hazardRatio })
        let published = try PublishedEstimate(
            EvidenceLibrary.bundled.observation("O0028"), trial, endpoint, arm: 1)
        #expect(
            published.value == published.observation.value && published.interval != nil && published.tolerance == nil)
    }
}

import Exchange
import Foundation
import Testing
import Trials

@Suite("Trials that ship")
struct ShippedTrialTests {
    @Test("they are found by name, and a name that is none is told")
    func names() throws {
        #expect(TrialSamples.files.names.count >= 25)
        #expect(TrialSamples.files.names.contains("pepi"))
        let error = #expect(throws: TrialError.self) { try TrialSamples.files.path("pepy") }
        #expect(error?.description.contains("did you mean 'pepi'?") == true)
        #expect(try TrialSamples.files.path("a/b.yaml") == "a/b.yaml")
    }

    @Test(
        "each is read with its rows, and runs with a few women, none of whom fails",
        arguments: TrialSamples.files.names)
    func runs(_ name: String) async throws {
        let trial = try TrialSamples.shipped(name)
        #expect(trial.source != nil && !trial.assumptions.isEmpty)
        #expect(trial.endpoints.contains { !$0.published.isEmpty })
        let analysis = try await TrialSamples.analysis(trial, women: 8)
        #expect(analysis.data.failures.isEmpty, "\(analysis.data.failures)")
        for finding in analysis.findings {
            // Around the final period not everybody is seen in time.
            let isWhole = trial.endpoints[finding.endpoint].clock == .randomisation
            #expect(
                finding.estimate.value.isFinite && (!isWhole || finding.women == 8),
                "\(finding.endpoint) \(finding.arm)")
        }
        let rows = trial.endpoints.map(\.published.count).reduce(0, +)
        #expect(analysis.findings.map(\.published.count).reduce(0, +) == rows)
    }

    @Test("the file to begin with runs as it stands")
    func template() async throws {
        let trial = try TrialSamples.read(TrialTemplate.text)
        let analysis = try await TrialSamples.analysis(trial, women: 8)
        #expect(analysis.findings.allSatisfy { $0.estimate.value.isFinite } && analysis.data.failures.isEmpty)
    }
}

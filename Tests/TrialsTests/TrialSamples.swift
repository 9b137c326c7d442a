import Exchange
import Foundation
import Solving
import Trials

/// Trials for tests, read as the program reads them.
enum TrialSamples {
    static let files = TrialFiles(
        folder: Examples.folder.deletingLastPathComponent().appendingPathComponent("Trials"))

    /// Reading the model's outputs takes a moment, so it is done once.
    static let reader = Result { try TrialReader.forModel() }

    static func shipped(_ name: String) throws -> Trial { try reader.get().read(file: files.path(name)) }

    static func read(_ text: String) throws -> Trial { try reader.get().read(text: text, name: "t.yaml") }

    /// A patch or placebo for a year.
    static func patch(_ rest: String = "", endpoints: String? = nil) throws -> Trial {
        try read(
            """
            title: A patch
            woman: {age: 56 years, menopause: {age: 51 years, kind: natural}}
            years: 1
            visits: 6 months
            arms:
              - {name: placebo, women: 12}
              - {name: patch, women: 20, therapy: [{medicine: estradiol, form: patch, dose: 50 ug/day}]}
            endpoints:
            \(endpoints ?? "  - {output: density.lumbarSpine, measure: percent change, at: 1 year}")
            \(rest)
            """)
    }

    static func data(
        _ trial: Trial, women: Int? = nil, replicates: Int? = nil, seed: UInt64 = 1, threads: Int = 2
    ) async throws -> TrialData {
        try await TrialData.simulated(
            TrialRun(trial, womenPerArm: women, replicates: replicates, seed: seed, resolution: .multiscale),
            threads: threads)
    }

    static func analysis(_ trial: Trial, women: Int? = nil, seed: UInt64 = 1) async throws -> TrialAnalysis {
        try TrialAnalysis(await data(trial, women: women, seed: seed))
    }
}

extension TrialAnalysis {
    /// The finding of an endpoint, by its place from nought, in an arm.
    func finding(_ endpoint: Int, _ arm: String) -> Finding? {
        findings.first { $0.endpoint == endpoint && data.run.trial.arms[$0.arm].name == arm }
    }
}

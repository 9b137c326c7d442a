import Physiology
import Trials

/// What a run of all claims found, by claim.
struct ClaimFindings: Codable, Sendable {
    struct Finding: Codable, Sendable {
        /// Whether simulations are so: `holds`, `holds in part` or `does not hold`.
        let simulator: String
        /// How that stands beside the literature.
        let standing: String
        /// How many criteria go against the evidence.
        let misfits: Int
    }

    let model: String
    let findings: [String: Finding]

    init(_ results: [ClaimResult]) {
        model = WomanModel.version
        findings = results.reduce(into: [:]) { findings, result in
            guard let verdict = result.verdict else { return }
            findings[result.id] = Finding(
                simulator: verdict.simulator.rawValue, standing: verdict.standing.rawValue, misfits: verdict.misfits)
        }
    }
}

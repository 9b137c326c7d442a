import Evidence
import Physiology
import Reporting
import Trials

/// What a run of the whole scoreboard found, by row.
struct ScoreboardFindings: Codable, Sendable {
    struct Finding: Codable, Sendable {
        let simulated: Double?
        /// Simulated less observed, in units of what is allowed.
        let misfit: Double?
        let isInside: Bool
        let isNear: Bool
        /// Why there is no number.
        let failure: String?
    }

    let model: String
    let findings: [String: Finding]

    init(_ board: Scoreboard) {
        model = WomanModel.version
        findings = board.rows.reduce(into: [:]) { findings, row in
            guard let comparison = row.comparison else { return }
            findings[row.observation.id] = Finding(
                simulated: comparison.simulated?.finite, misfit: comparison.misfit?.finite,
                isInside: comparison.isInside,
                isNear: comparison.isNear, failure: comparison.failure)
        }
    }
}

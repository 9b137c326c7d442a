import Evidence
import Trials

/// Writes a scoreboard as CSV, a line a row of the evidence, in their order; numbers read back exactly.
enum ScoreboardCSV {
    static let header = [
        "row", "use", "domain", "standing", "study", "arm", "regimen", "endpoint", "site", "time", "unit", "observed",
        "low95", "high95", "interval", "simulated", "band5", "band95", "misfit", "verdict", "output", "measure", "place",
        "reason", "citation", "reference",
    ]

    static func text(_ board: Scoreboard) -> String {
        CSVWriter.text(header: header, rows: board.rows.map(fields))
    }

    private static func fields(_ row: ScoreboardRow) -> [String] {
        let observation = row.observation
        let words = ScoreboardWords(row: row)
        let comparison = row.comparison
        func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
        return [
            observation.id, observation.use.rawValue, observation.domain.rawValue, row.standing.rawValue,
            observation.studyID, observation.arm, observation.regimen, observation.endpoint, observation.site,
            "\(observation.time.text) \(observation.time.unit)", observation.unit, number(observation.value),
            number(comparison?.interval?.lowerBound), number(comparison?.interval?.upperBound),
            comparison?.interval == nil ? "" : observation.intervalOrigin?.rawValue ?? "", number(comparison?.simulated),
            number(comparison?.band?.lowerBound), number(comparison?.band?.upperBound), number(comparison?.misfit),
            words.verdict, comparison?.places.first?.output ?? "", comparison?.places.first?.measure ?? "", words.place,
            comparison?.failure ?? row.reason, observation.citation, words.reference,
        ]
    }
}

import Evidence
import Exchange
import Foundation
import Physiology

/// For every published row, where it stands beside a simulation or why it stands nowhere.
public struct ScoreboardPlan: Sendable {
    /// A row before anything is simulated.
    public struct Row: Sendable {
        public let observation: Observation
        public let standing: ScoreboardRow.Standing
        /// Why it is not compared, or not counted; empty where it is.
        public let reason: String
        public let places: [RowPlace]
    }

    /// In the order of the evidence.
    public let rows: [Row]
    /// Rows marked `calibrate` that the examples name, from which parameters were fitted.
    public let rowsOfFit: Int

    /// - Throws: `FileError`, `EvidenceError` or ``ScoreboardError`` with what is wrong in a file.
    public init(_ files: ScoreboardFiles, evidence: EvidenceLibrary = .bundled) throws {
        let observations = try evidence.observations()
        let byName = Dictionary(uniqueKeysWithValues: observations.map { ($0.id, $0) })
        let written = try files.validationFiles()
        let examples = try Self.examples(files, byName)
        let trials = try Self.trials(files, byName)
        let settings = try Self.settings(written, byName)
        // Women drawn like those of a trial stand for its cohort better than the typical woman of its file.
        let cohorts = settings.filter { $0.value.allSatisfy { $0.population != nil } }
        for (id, places) in settings {
            guard let other = examples[id]?.first ?? (cohorts[id] == nil ? trials[id]?.first : nil) else { continue }
            throw ScoreboardError(
                "\(places[0].place) names \(id), which stands beside \(other.place) already; expected one.")
        }
        let exclusions = written.flatMap(\.exclusions)
        let disclosures = Dictionary(
            written.flatMap(\.disclosures).flatMap { group in group.rows.map { ($0, group.reason) } }
        ) { first, _ in first }
        rows = observations.map { row in
            // An example says most about a row, then a cohort, then the arm of a trial.
            let places = examples[row.id] ?? cohorts[row.id] ?? trials[row.id] ?? settings[row.id] ?? []
            if let reason = disclosures[row.id] {
                return Row(observation: row, standing: .disclosed, reason: reason, places: places)
            }
            if row.use == .plausibility {
                return Row(observation: row, standing: .plausibility, reason: Self.ofLittleWeight, places: places)
            }
            guard places.isEmpty else { return Row(observation: row, standing: .compared, reason: "", places: places) }
            let reason = exclusions.first { $0.rows.contains(row.id) } ?? exclusions.first { $0.isMeant(row) }
            return Row(
                observation: row, standing: .notExpressible,
                reason: row.value == nil ? Self.withoutNumber : reason?.reason ?? Self.undescribed, places: [])
        }
        rowsOfFit = examples.keys.count { byName[$0]?.use == .calibrate }
    }

    static let ofLittleWeight = "from memory, or without the weight of a measurement"
    static let withoutNumber = "told in words, without a number"
    /// What is said of a row that no file names.
    public static let undescribed = "no setting describes its women and what they took"

    private static func examples(
        _ files: ScoreboardFiles, _ rows: [String: Observation]
    ) throws -> [String: [RowPlace]] {
        let reader = ScenarioReader.forTrials
        return try gathered(
            files.paths(in: ScoreboardFiles.examples).flatMap { path -> [RowPlace] in
                let (scenario, comparator) = try reader.readArms(file: path)
                return scenario.compare.compactMap { id in
                    rows[id].flatMap { row in
                        (try? ObservedResult(row, in: scenario)).map { result in
                            RowPlace(
                                observation: row, place: "Examples/\(name(path))", assumptions: [], scenario: scenario,
                                comparator: comparator, manner: .columns(result))
                        }
                    }
                }
            })
    }

    private static func trials(_ files: ScoreboardFiles, _ rows: [String: Observation]) throws -> [String: [RowPlace]] {
        let reader = try TrialReader.forModel()
        return try gathered(
            files.paths(in: ScoreboardFiles.trials).flatMap { path -> [RowPlace] in
                let trial = try reader.read(file: path)
                return trial.endpoints.flatMap { endpoint in
                    endpoint.published.compactMap { published in
                        var scenario = trial.scenario(ofArm: published.arm)
                        let comparator = endpoint.against.map { trial.scenario(ofArm: $0) }
                        scenario.comparator = comparator?.title
                        return rows[published.row].flatMap { row in
                            (try? ObservedResult(row, in: scenario)).map { result in
                                RowPlace(
                                    observation: row, place: "Trials/\(name(path)), \(trial.arms[published.arm].name)",
                                    assumptions: trial.assumptions, scenario: scenario, comparator: comparator,
                                    manner: .columns(result))
                            }
                        }
                    }
                }
            })
    }

    private static func settings(
        _ files: [ValidationFile], _ rows: [String: Observation]
    ) throws -> [String: [RowPlace]] {
        var places: [RowPlace] = []
        var faults: [String] = []
        for file in files {
            for setting in file.settings {
                let place = "Validation/\(name(file.file)), \(setting.name)"
                for reading in setting.readings {
                    for row in reading.rows.compactMap({ rows[$0] }) {
                        do throws(NotComparable) {
                            places.append(
                                RowPlace(
                                    observation: row, place: place, assumptions: setting.assumptions,
                                    scenario: setting.scenario, comparator: setting.comparator,
                                    population: setting.population,
                                    manner: try manner(reading, row, setting.scenario)))
                        } catch {
                            faults.append("\(place): \(error)")
                        }
                    }
                }
            }
        }
        guard faults.isEmpty else { throw ScoreboardError(faults.joined(separator: "\n")) }
        return gathered(places)
    }

    private static func manner(
        _ reading: Reading, _ row: Observation, _ scenario: Scenario
    ) throws(NotComparable) -> RowPlace.Manner {
        guard reading.output != nil else { return .columns(try ObservedResult(row, in: scenario)) }
        guard row.value != nil else { throw NotComparable(id: row.id, reason: "the row has no value") }
        return .written(reading)
    }

    private static func gathered(_ places: [RowPlace]) -> [String: [RowPlace]] {
        Dictionary(grouping: places) { $0.observation.id }
    }

    private static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}

extension Exclusion {
    /// Whether a row is one of those that the conditions describe.
    fileprivate func isMeant(_ row: Observation) -> Bool {
        !conditions.isEmpty
            && conditions.allSatisfy { condition in
                let cell = condition.column.cell(of: row)
                return condition.texts.contains { text in
                    condition.column.isExact ? cell == text : cell.localizedCaseInsensitiveContains(text)
                }
            }
    }
}

extension Exclusion.Condition.Column {
    fileprivate func cell(of row: Observation) -> String {
        switch self {
        case .endpoint: return row.endpoint
        case .site: return row.site
        case .unit: return row.unit
        case .study: return row.studyID
        case .timeUnit: return row.time.unit
        case .design: return row.design
        case .population: return row.population
        case .regimen: return row.regimen
        case .arm: return row.arm
        case .assay: return row.assay
        case .note: return row.note
        }
    }
}

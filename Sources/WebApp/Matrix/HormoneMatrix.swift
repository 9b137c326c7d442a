import Exchange
import Foundation
import Modeling
import Physiology
import Reporting
import Symbolics
import Trials
import Yams

/// What each hormone does to each kind of cell, and each factor to density and fractures: experiments on one woman, all
/// of them simulated.
struct HormoneMatrix: Encodable {
    struct Column: Encodable {
        let output: String
        let label: String
        let unit: String
    }

    struct Hormone: Encodable {
        let title: String
        /// The hormone's own level.
        let output: String
        let unit: String
        /// How it was moved.
        let by: String
        let from: Double?
        let to: Double?
        /// Changes of the cells, in %, in the order of `cells`.
        let changes: [Double?]
    }

    struct Factor: Encodable {
        let title: String
        /// In the units of `outcomes`, without and with the factor.
        let from: [Double?]
        let to: [Double?]
    }

    /// Her, and nothing taken.
    let woman: [String]
    /// After how many years cells are compared.
    let years: Double
    let cells: [Column]
    let hormones: [Hormone]
    /// Compared at the end of so many years.
    let outcomeYears: Double
    let outcomes: [Column]
    let factors: [Factor]

    /// - Throws: ``QuestionError`` with what is wrong in the file, or `SolverError`.
    init(
        catalogue: Catalogue, shelf: SolverShelf,
        file: URL = Bundle.module.bundleURL.appendingPathComponent("matrix.yaml")
    ) throws {
        guard let plan = try Yams.load(yaml: String(contentsOf: file, encoding: .utf8)).flatMap(JSONValue.init) else {
            throw QuestionError("matrix.yaml: expected experiments")
        }
        let entries = Dictionary(uniqueKeysWithValues: catalogue.outputs.map { ($0.output, $0) })
        func columns(_ key: String) throws -> [Column] {
            try plan[key, default: .null].list.compactMap(\.text).map { name in
                guard let entry = entries[name] else { throw QuestionError("matrix.yaml: there is no output \(name)") }
                return Column(output: name, label: entry.label, unit: entry.unit)
            }
        }
        let (cells, outcomes) = (try columns("cells"), try columns("outcomes"))
        guard case .number(let years)? = plan["years"] else { throw QuestionError("matrix.yaml: years is missing") }
        let hormones = plan["hormones", default: .null].list
        let wanted = Set((cells + outcomes).map(\.output) + hormones.compactMap { $0["output"]?.text })
        func run(_ entry: JSONValue) throws -> Simulation {
            try Task.checkCancellation()
            let scenario = try Self.scenario(entry, plan)
            return try Simulation(shelf.solver(scenario, outputs: wanted, extraTimes: [years], closeLooks: false))
        }
        let base = try run(.object([:]))
        let end = base.scenario.years
        woman = base.scenario.words
        self.years = years
        self.cells = cells
        self.outcomes = outcomes
        outcomeYears = end
        self.hormones = try hormones.map { entry in
            let (title, output) = (entry["title"]?.text ?? "", entry["output"]?.text ?? "")
            guard let unit = entries[output]?.unit else {
                throw QuestionError("matrix.yaml: there is no output \(output)")
            }
            let moved = try run(entry)
            return Hormone(
                title: title, output: output, unit: unit, by: entry["by"]?.text ?? "",
                from: base.value(output, at: years)?.finite, to: moved.value(output, at: years)?.finite,
                changes: cells.map { cell in
                    guard let before = base.value(cell.output, at: years),
                        let after = moved.value(cell.output, at: years)
                    else { return nil }
                    return (100 * (after / before - 1)).finite
                })
        }
        factors = try plan["factors", default: .null].list.map { entry in
            let moved = try run(entry)
            return Factor(
                title: entry["title"]?.text ?? "", from: outcomes.map { base.value($0.output, at: end)?.finite },
                to: outcomes.map { moved.value($0.output, at: end)?.finite })
        }
    }

    /// The usual woman with what an experiment changes in her.
    private static func scenario(_ entry: JSONValue, _ plan: JSONValue) throws -> Scenario {
        var woman: [String: JSONValue] = [:]
        for source in [plan["woman"], entry["woman"]] {
            if case .object(let fields)? = source { woman.merge(fields) { $1 } }
        }
        let scenario = JSONValue.object([
            "title": entry["title"] ?? .text("Nothing changed"), "woman": .object(woman),
            "therapy": entry["therapy"] ?? .list([]), "simulate": plan["simulate"] ?? .object([:]),
        ])
        let text = String(decoding: try Answer.encoded(scenario), as: UTF8.self)
        return try ScenarioReader.forTrials.read(text: text, name: "matrix.yaml")
    }
}

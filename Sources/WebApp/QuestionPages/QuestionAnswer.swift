import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Reporting
import Symbolics
import Trials

/// A question with its numbers filled in from simulations and rows of the evidence.
struct QuestionAnswer: Encodable {
    struct Example: Encodable {
        let name: String
        let title: String
        let scenario: JSONValue
    }

    struct Source: Encodable, Hashable {
        let text: String
        /// Where it can be read; nil without an identifier.
        let url: String?
    }

    struct Basis: Encodable {
        let claim: String
        let text: String
        let verdict: String
        let grade: String
    }

    struct Statement: Encodable {
        let fundamentals: String
        let intermediate: String
        let academic: String
        /// Of the weakest of its claims, A to D; nil where it rests on none.
        let grade: String?
        let claims: [Basis]
        let citations: [Source]
    }

    let id: String
    let title: String
    let kind: String
    let scenarios: [Example]
    let shows: [String]
    let statements: [Statement]

    /// - Throws: ``QuestionError`` naming what cannot be filled in, `SolverError` or `EvidenceError`.
    init(_ file: QuestionFile, shelf: SolverShelf, claims: [Claim], evidence: EvidenceLibrary = .bundled) throws {
        id = file.id
        title = file.title
        kind = file.kind
        shows = file.shows
        scenarios = file.examples.map { Example(name: $0.name, title: $0.scenario.title, scenario: $0.object) }
        let filler = try QuestionFiller(file, shelf: shelf, evidence: evidence)
        statements = try file.statements.map { statement in
            let texts = try statement.texts.mapValues(filler.filled)
            let basis = try statement.claims.map { id in
                guard let claim = claims.first(where: { $0.id == id }) else {
                    throw QuestionError("\(file.id).yaml: there is no claim \(id)")
                }
                return claim
            }
            let rows = Set(statement.texts.values.flatMap(Placeholder.places)).compactMap { place -> String? in
                if case .observed(let row) = Placeholder(place) { row } else { nil }
            }
            let observed = try evidence.observations(
                (rows.sorted() + statement.references.filter { $0.hasPrefix("O") }))
            let recorded = try evidence.parameters(statement.references.filter { !$0.hasPrefix("O") })
            var seen = Set<Source>()
            let citations = (basis.map(\.citation) + observed.map(\.citation) + recorded.map(\.citation))
                .map { Source(text: $0, url: Citation.addresses(in: $0).first) }.filter { seen.insert($0).inserted }
            return Statement(
                fundamentals: texts["fundamentals"] ?? "", intermediate: texts["intermediate"] ?? "",
                academic: texts["academic"] ?? "", grade: basis.map(\.grade.rawValue).max(),
                claims: basis.map {
                    Basis(claim: $0.id, text: $0.claim, verdict: $0.literatureCheck.rawValue, grade: $0.grade.rawValue)
                }, citations: citations)
        }
    }
}

/// Fills the places of a question's texts; each of its scenarios is simulated once.
private struct QuestionFiller {
    private let file: QuestionFile
    private let runs: [String: Simulation]
    private let rows: [String: Observation]

    init(_ file: QuestionFile, shelf: SolverShelf, evidence: EvidenceLibrary) throws {
        self.file = file
        let places = file.statements.flatMap(\.texts.values).flatMap(Placeholder.places)
        var outputs: [String: Set<String>] = [:]
        var times: [String: Set<Double>] = [:]
        var observed = Set<String>()
        for place in places {
            switch Placeholder(place) {
            case .simulated(let output, _, let years, let scenario):
                outputs[scenario, default: []].insert(output)
                times[scenario, default: []].insert(years)
            case .observed(let row): observed.insert(row)
            case nil: throw QuestionError("\(file.id).yaml: '{\(place)}' is not understood")
            }
        }
        var runs: [String: Simulation] = [:]
        for (name, outputs) in outputs {
            guard let example = file.examples.first(where: { $0.name == name }) else {
                throw QuestionError("\(file.id).yaml: no scenario of it is called '\(name)'")
            }
            runs[name] = try Simulation(
                shelf.solver(
                    example.scenario, outputs: outputs, extraTimes: times[name, default: []].sorted(), closeLooks: false
                ))
        }
        self.runs = runs
        rows = Dictionary(uniqueKeysWithValues: try evidence.observations(observed.sorted()).map { ($0.id, $0) })
    }

    func filled(_ text: String) throws -> String { try Placeholder.fill(text, with: value) }

    private func value(_ place: String) throws -> String {
        switch Placeholder(place) {
        case .simulated(let output, let measure, let years, let scenario):
            guard let run = runs[scenario], let value = run.value(output, at: years),
                let before = run.value(output, at: 0),
                let unit = run.model.outputs.first(where: { $0.name == output })?.unit, value.isFinite
            else { throw QuestionError("\(file.id).yaml: '{\(place)}' has no number") }
            switch measure {
            case .value: return Self.measured(value, unit.symbol)
            case .changePercent: return Self.change(100 * (value / before - 1))
            }
        case .observed(let row):
            guard let row = rows[row], let value = row.value else {
                throw QuestionError("\(file.id).yaml: '{\(place)}' has no number")
            }
            let isChange = row.unit == "%"
            let number = isChange ? Self.change(value) : Self.measured(value, row.unit)
            let interval = row.interval95.map {
                " (95 % interval \(Self.number($0.lowerBound)) to \(Self.number($0.upperBound)))"
            }
            return number + (interval ?? "")
        case nil: throw QuestionError("\(file.id).yaml: '{\(place)}' is not understood")
        }
    }

    /// With a true minus sign.
    private static func number(_ value: Double) -> String {
        (value < 0 ? "−" : "") + NumberText.significant(abs(value))
    }

    private static func change(_ percent: Double) -> String { (percent > 0 ? "+" : "") + number(percent) + " %" }

    private static func measured(_ value: Double, _ unit: String) -> String {
        let unit = UnitText.pretty(unit)
        return unit.isEmpty ? number(value) : "\(number(value)) \(unit)"
    }
}

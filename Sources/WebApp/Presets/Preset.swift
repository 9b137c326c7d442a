import Evidence
import Exchange
import Foundation
import Trials
import Yams

/// Something to begin with: one scenario or a few beside each other, with what was published of them.
struct Preset: Encodable, Sendable {
    /// A published result to draw beside a simulation.
    struct Published: Encodable, Sendable {
        /// How the number relates to the output.
        enum Kind: String, Encodable { case value, changePercent }

        /// Which of the preset's scenarios it belongs to, counted from zero.
        let scenario: Int
        let observation: String
        let output: String
        let years: Double
        let value: Double
        /// 95 % interval, where one is known.
        let low: Double?
        let high: Double?
        let use: String
        let study: String
        let citation: String
        let kind: Kind
    }

    let id: String
    let group: String
    let title: String
    let text: String
    /// The one that the preset is about; of several the last.
    let scenario: JSONValue
    let scenarios: [JSONValue]
    let published: [Published]
}

extension Preset {
    /// All of them, in the order of the file.
    ///
    /// - Throws: ``PresetError`` naming the preset that is wrong, or `EvidenceError`.
    static func all(
        examples: ExampleFiles, evidence: EvidenceLibrary = .bundled,
        file: URL = Bundle.module.bundleURL.appendingPathComponent("presets.yaml")
    ) throws -> [Preset] {
        let contents = try Yams.load(yaml: String(contentsOf: file, encoding: .utf8)).flatMap(JSONValue.init)
        guard let contents, !contents["presets", default: .null].list.isEmpty else {
            throw PresetError(description: "presets.yaml: expected the keys woman, simulate and presets")
        }
        return try contents["presets", default: .null].list.map { try Preset($0, usual: contents, examples, evidence) }
    }

    private init(
        _ entry: JSONValue, usual: JSONValue, _ examples: ExampleFiles, _ evidence: EvidenceLibrary
    ) throws {
        func text(_ key: String) throws -> String {
            guard let text = entry[key]?.text else { throw PresetError(description: "presets.yaml: a preset has no \(key)") }
            return text
        }
        let (id, title) = (try text("id"), try text("title"))
        let names = entry["examples", default: .null].list.compactMap(\.text)
        let objects: [JSONValue]
        if !names.isEmpty {
            objects = try names.map { name in
                guard let object = examples.object(name) else {
                    throw PresetError(description: "presets.yaml: \(id): there is no example '\(name)'")
                }
                return object
            }
        } else {
            objects = Self.scenarios(entry, title: title, usual: usual)
        }
        guard let last = objects.last else { throw PresetError(description: "presets.yaml: \(id): it holds no scenario") }
        self.id = id
        self.title = title
        group = try text("group")
        self.text = try text("text")
        scenarios = objects
        scenario = last
        published = try names.enumerated().flatMap { place, name in
            try examples.scenario(name).map { try Published.all(of: $0, place: place, evidence) } ?? []
        }
    }

    /// The usual woman under each of the regimens.
    private static func scenarios(_ entry: JSONValue, title: String, usual: JSONValue) -> [JSONValue] {
        var woman = usual["woman"] ?? .object([:])
        if let conditions = entry["conditions"], case .object(var keys) = woman {
            keys["conditions"] = conditions
            woman = .object(keys)
        }
        let regimens =
            entry["regimen"].map { [(title, $0)] }
            ?? entry["regimens", default: .null].list.map { ($0["title"]?.text ?? title, $0["therapy"] ?? .list([])) }
        return regimens.map { title, therapy in
            .object([
                "title": .text(title), "woman": woman, "therapy": therapy, "simulate": usual["simulate"] ?? .object([:]),
            ])
        }
    }
}

extension Preset.Published {
    /// The rows that a scenario names and that can be drawn on a chart of an output.
    static func all(of scenario: Scenario, place: Int, _ evidence: EvidenceLibrary) throws -> [Preset.Published] {
        let rows = try scenario.compare.isEmpty ? [] : evidence.observations(scenario.compare)
        return rows.compactMap { row in
            guard let result = try? ObservedResult(row, in: scenario) else { return nil }
            let kind: Kind
            switch result.measure {
            case .absolute: kind = .value
            case .percentChange where abs(result.from) < 1e-6: kind = .changePercent
            default: return nil
            }
            return Preset.Published(
                scenario: place, observation: row.id, output: result.output, years: result.to, value: result.observed,
                low: row.interval95?.lowerBound, high: row.interval95?.upperBound, use: row.use.rawValue,
                study: "\(row.studyName), \(row.arm)", citation: row.citation, kind: kind)
        }
    }
}

/// Why the presets cannot be read, in one sentence.
struct PresetError: Error, CustomStringConvertible {
    let description: String
}

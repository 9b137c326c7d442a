import Evidence
import Exchange
import Foundation
import Trials
import Yams

/// Something to begin with: one scenario or a few beside each other, with what was published of them.
struct Preset: Encodable, Sendable {
    /// A published result to set beside a simulation.
    struct Published: Encodable, Sendable {
        /// How the number relates to the output at its time, and at the time from which a change is counted.
        enum Kind: String, Encodable, CaseIterable {
            case value, changePercent, changePercentPerYear
            /// In the output's unit.
            case changePerYear
            /// Of the change in % of one scenario, less that of the other.
            case differencePercent
            /// Of the values of one scenario over those of the other.
            case ratio, hazardRatio
        }

        /// Which of the preset's scenarios it belongs to, counted from zero.
        let scenario: Int
        /// The one that it is set against; nil where it stands alone.
        let against: Int?
        let observation: String
        let output: String
        /// Since time zero: from when a change is counted.
        let fromYears: Double
        let years: Double
        let value: Double
        /// 95 % interval, where one is known.
        let low: Double?
        let high: Double?
        /// How far a simulation may be off and still be near; nil where only the interval says.
        let tolerance: Double?
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
            guard let text = entry[key]?.text else {
                throw PresetError(description: "presets.yaml: a preset has no \(key)")
            }
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
        guard let last = objects.last else {
            throw PresetError(description: "presets.yaml: \(id): it holds no scenario")
        }
        self.id = id
        self.title = title
        group = try text("group")
        self.text = try text("text")
        scenarios = objects
        scenario = last
        published = try names.enumerated().flatMap { place, name in
            try examples.scenario(name).map { try Published.all(of: $0, place: place, among: names, evidence) } ?? []
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
                "title": .text(title), "woman": woman, "therapy": therapy,
                "simulate": usual["simulate"] ?? .object([:]),
            ])
        }
    }
}

extension Preset.Published {
    /// The rows that a scenario names and that can be compared with it, or with it and another of the preset.
    ///
    /// - Parameter names: of the preset's scenarios.
    static func all(
        of scenario: Scenario, place: Int, among names: [String], _ evidence: EvidenceLibrary
    ) throws -> [Preset.Published] {
        let rows = try scenario.compare.isEmpty ? [] : evidence.observations(scenario.compare)
        let comparator = scenario.comparator.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        let other = comparator.flatMap(names.firstIndex)
        return rows.compactMap { row in
            guard let result = try? ObservedResult(row, in: scenario) else { return nil }
            let kind = Kind(result.measure)
            guard !kind.isOfTwo || other != nil else { return nil }
            return Preset.Published(
                scenario: place, against: kind.isOfTwo ? other : nil, observation: row.id, output: result.output,
                fromYears: result.from, years: result.to, value: result.observed / result.unitScale,
                low: row.interval95.map { $0.lowerBound / result.unitScale },
                high: row.interval95.map { $0.upperBound / result.unitScale },
                tolerance: result.tolerance.map { $0 / result.unitScale }, use: row.use.rawValue,
                study: "\(row.studyName), \(row.arm)", citation: row.citation, kind: kind)
        }
    }
}

extension Preset.Published.Kind {
    init(_ measure: ObservedResult.Measure) {
        self =
            switch measure {
            case .absolute: .value
            case .percentChange: .changePercent
            case .percentPerYear: .changePercentPerYear
            case .slope: .changePerYear
            case .percentDifference: .differencePercent
            case .ratio: .ratio
            case .hazardRatio: .hazardRatio
            }
    }

    /// Whether it takes two scenarios.
    var isOfTwo: Bool { [.differencePercent, .ratio, .hazardRatio].contains(self) }
}

/// Why the presets cannot be read, in one sentence.
struct PresetError: Error, CustomStringConvertible {
    let description: String
}

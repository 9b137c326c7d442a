import Foundation
import Symbolics
import Yams

/// Reads files of settings, in which published rows are set beside simulations: YAML, or JSON with the same keys; women
/// and therapies are written as in scenarios.
public struct ValidationReader: Sendable {
    /// The medicines a setting may name.
    public var catalogue: MedicineCatalogue
    /// The hypotheses a setting may switch on.
    public var hypotheses: [String]
    /// Says what is wrong with a row; nil where nothing is.
    public var faultOfRow: @Sendable (String) -> String?

    public init(
        catalogue: MedicineCatalogue, hypotheses: [String] = [],
        faultOfRow: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.catalogue = catalogue
        self.hypotheses = hypotheses
        self.faultOfRow = faultOfRow
    }

    /// Reads a file.
    ///
    /// - Throws: `ScenarioError` with all that is wrong.
    public func read(file path: String) throws(ScenarioError) -> ValidationFile {
        try read(text: try FileKind.settings.contents(of: path), name: path)
    }

    /// Reads text, called `name` in messages.
    ///
    /// - Throws: `ScenarioError` with all that is wrong.
    public func read(text: String, name: String) throws(ScenarioError) -> ValidationFile {
        let problems = Problems(file: name)
        return try problems.check(problems.root(of: text, .settings).flatMap { file(from: $0, name: name) })
    }

    static let keys = ["settings", "notExpressible", "disclosed"]

    private func file(from root: Field, name: String) -> ValidationFile? {
        guard let top = Section(root, keys: Self.keys) else { return nil }
        var settings: [(field: Field, setting: Setting)] = []
        for item in top["settings"]?.items(expecting: Self.example) ?? [] {
            guard let setting = setting(from: item, file: name) else { continue }
            if settings.contains(where: { $0.setting.name == setting.name }) {
                item.report("another setting is called \(quoted(setting.name)) too; expected a name of its own")
            }
            settings.append((item, setting))
        }
        let names = settings.map(\.setting.name)
        for (field, setting) in settings {
            guard let other = setting.comparator else { continue }
            if other == setting.name || !names.contains(other) {
                field.report(
                    "comparator: \(quoted(other)) is not another setting of this file; "
                        + correction(of: other, among: names.filter { $0 != setting.name }))
            }
        }
        let exclusions = top["notExpressible"]?.items(expecting: "- {because: cell culture, rows: [O0123]}")?
            .compactMap(exclusion)
        let disclosures = top["disclosed"]?.items(expecting: "- {because: seen in an early choice, rows: [O0123]}")?
            .compactMap(exclusion)
        return ValidationFile(
            settings: settings.map(\.setting), exclusions: exclusions ?? [], disclosures: disclosures ?? [], file: name)
    }

    private static let example = "- {name: a patch, woman: {age: 55 years}, years: 2, rows: [O0123]}"
    private static let settingKeys = [
        "name", "assumes", "woman", "therapy", "years", "ovary", "hypotheses", "allowOverlap", "comparator", "draw",
        "rows", "read",
    ]

    private func setting(from item: Field, file: String) -> Setting? {
        guard let section = Section(item, keys: Self.settingKeys) else { return nil }
        let name = section.required("name", example: "name: a patch of 50 ug/day")?.text(expecting: "a name")
        let horizon = section.required("years", example: "years: 3")?.horizon()
        let end = horizon ?? .infinity
        let woman = section.required("woman", example: "woman: {age: 56 years}")
            .flatMap { Section($0, keys: Woman.keys) }.flatMap { Woman($0, horizon: end) }
        if let woman, let horizon { section["years"]?.checkLifetime(of: woman, horizon: horizon) }
        let therapy = section["therapy"].map {
            [Treatment](
                $0, catalogue: catalogue, horizon: end, allowsOverlap: section["allowOverlap"]?.flag() ?? false)
        }
        let ovary = section["ovary"]?.choice("a way to follow the ovary", of: OvaryResolution.self)
        let switchedOn = section["hypotheses"]?.items(expecting: "[\(hypotheses.first ?? "NAME")]")?
            .compactMap { $0.name("a hypothesis this program knows", among: hypotheses, listAlways: true) }
        let assumptions = section["assumes"]?.items(expecting: "- what the publication does not say")?
            .compactMap { $0.text(expecting: "a sentence") }
        let comparator = section["comparator"].flatMap { $0.text(expecting: "the name of another setting") }
        let draw = section["draw"].flatMap { Section($0, keys: ["from", "until"]) }?.period(horizon: end)
        var readings: [Reading] = []
        if let rows = section["rows"]?.observations(faultOf: faultOfRow), !rows.isEmpty {
            readings.append(Reading(rows: rows))
        }
        for item in section["read"]?.items(expecting: "- {rows: [O0123], output: serum.estradiol, measure: peak}") ?? [] {
            if let reading = reading(from: item, draw: draw ?? (0, end), hasComparator: comparator != nil) {
                readings.append(reading)
            }
        }
        guard let name, let woman, let horizon else { return nil }
        return Setting(
            name: name,
            scenario: Scenario(
                title: name, woman: woman, therapy: therapy ?? [], horizon: horizon, reportInterval: horizon,
                ovary: ovary ?? .averaged, comparator: comparator, hypotheses: switchedOn ?? [], source: file),
            comparator: comparator, assumptions: assumptions ?? [], readings: readings)
    }

    private static let readingKeys = [
        "rows", "output", "measure", "at", "from", "until", "tail", "aboveOwn", "over", "against", "own", "times",
    ]

    private func reading(from item: Field, draw: (from: Double, until: Double), hasComparator: Bool) -> Reading? {
        guard let section = Section(item, keys: Self.readingKeys) else { return nil }
        let rows = section.required("rows", example: "rows: [O0123]")?.observations(faultOf: faultOfRow)
        let output = section.required("output", example: "output: serum.estradiol")?
            .text(expecting: "an output such as serum.estradiol")
        let measure = section.required("measure", example: "measure: peak")?
            .choice("a way to read a course", of: Reading.Measure.self)
        guard let rows, let output, let measure else { return nil }
        var reading = Reading(rows: rows, output: output, measure: measure, from: draw.from, until: draw.until)
        let isOfOneTime = [.level, .moment].contains(measure)
        if isOfOneTime || [.change, .changePerYear].contains(measure) {
            guard let at = section.required("at", example: "at: 1 year")?.time(within: draw.until) else { return nil }
            reading.until = at
            reading.from = section["from"].flatMap { $0.time(within: at) } ?? 0
            if isOfOneTime { section["from"]?.report("a \(measure.rawValue) is of one time; expected no such key") }
            section["until"]?.report("a \(measure.rawValue) ends 'at' a time; expected no such key")
        } else {
            section["at"]?.report("a \(measure.rawValue) is of a stretch of time; expected 'from' and 'until'")
            if let period = section.period(horizon: draw.until) {
                if section["from"] != nil { reading.from = period.from }
                if section["until"] != nil { reading.until = period.until }
            }
        }
        if [.areaToInfinity, .halfLife].contains(measure) {
            let ends = section.required("tail", example: "tail: [24 hours, 48 hours]")?
                .items(expecting: "[24 hours, 48 hours]")?.compactMap { $0.days(.start) } ?? []
            guard ends.count == 2, ends[0] < ends[1] else {
                section["tail"]?.report("expected two times, the earlier first, such as [24 hours, 48 hours]")
                return nil
            }
            reading.tail = (24 * ends[0])...(24 * ends[1])
        }
        reading.isAboveOwn = section["aboveOwn"]?.flag() ?? false
        reading.over = section["over"].flatMap { $0.text(expecting: "an output such as serum.estrone") }
        reading.againstComparator = section["against"]?.choice("a way to compare", of: Reading.Comparison.self)
        reading.againstOwn = section["own"]?.choice("a way to compare", of: Reading.Comparison.self)
        if reading.againstComparator != nil, !hasComparator {
            section["against"]?.report("this setting names no comparator; expected 'comparator: NAME' beside its woman")
        }
        if let times = section["times"] {
            guard let written = times.written(expecting: "a number such as '0.5'")?.quantity, written.unitText.isEmpty else {
                times.report("expected a number without a unit, such as '0.5'")
                return nil
            }
            reading.scale = written.number
        }
        return reading
    }

    private func exclusion(from item: Field) -> Exclusion? {
        guard let section = Section(item, keys: ["because", "rows", "where"]) else { return nil }
        let reason = section.required("because", example: "because: cell culture")?.text(expecting: "a reason")
        let rows = section["rows"]?.observations(faultOf: faultOfRow) ?? []
        let columns = Exclusion.Condition.Column.allCases
        let group = section["where"].flatMap { Section($0, keys: columns.map(\.rawValue)) }
        let conditions = columns.compactMap { column -> Exclusion.Condition? in
            guard let field = group?[column.rawValue] else { return nil }
            let isList = if case .sequence = field.node { true } else { false }
            let items = isList ? field.items(expecting: "[BMD, BMC]") ?? [] : [field]
            return .init(column: column, texts: items.compactMap { $0.text(expecting: "what stands in this column") })
        }
        if rows.isEmpty, conditions.isEmpty {
            item.report("it names no rows; expected 'rows: [O0123]' or 'where: {endpoint: BMC}'")
        }
        return reason.map { Exclusion(reason: $0, rows: rows, conditions: conditions) }
    }
}

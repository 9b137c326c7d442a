import Foundation
import Symbolics
import Yams

/// A setting as it was read, and where it was written.
private struct ReadSetting {
    let field: Field
    let setting: Setting
    /// The name of another setting.
    let comparator: String?
    /// Days, of women of other ages who stand for her together; none for herself.
    let ages: [Double]

    /// Herself, or a woman of each age, beside a comparator of the same age.
    func settings(_ comparator: Scenario?) -> [Setting] {
        var own = setting
        own.comparator = comparator ?? own.comparator
        guard !ages.isEmpty else { return [own] }
        return ages.map { age in
            var other = own
            other.name += ", age \(digits(age / Unit.daysPerYear))"
            other.scenario.woman.age = age
            other.comparator?.woman.age = age
            return other
        }
    }
}

/// Reads files of settings, in which published rows are set beside simulations: YAML, or JSON with the same keys; women
/// and therapies are written as in scenarios.
public struct ValidationReader: Sendable {
    /// Reads the scenario files that settings name, and knows medicines, hypotheses and rows.
    public var scenarios: ScenarioReader
    /// Says what is wrong with the name of a published population; nil where nothing is.
    public var faultOfPopulation: @Sendable (String) -> String?

    public init(
        scenarios: ScenarioReader, faultOfPopulation: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.scenarios = scenarios
        self.faultOfPopulation = faultOfPopulation
    }

    /// Reads a file.
    ///
    /// - Throws: `FileError` with all that is wrong.
    public func read(file path: String) throws(FileError) -> ValidationFile {
        try read(text: try FileKind.settings.contents(of: path), name: path)
    }

    /// Reads text, called `name` in messages.
    ///
    /// - Throws: `FileError` with all that is wrong.
    public func read(text: String, name: String) throws(FileError) -> ValidationFile {
        let problems = Problems(file: name)
        return try problems.check(problems.root(of: text, .settings).flatMap { file(from: $0, name: name) })
    }

    static let keys = ["settings", "notExpressible", "disclosed"]

    private func file(from root: Field, name: String) -> ValidationFile? {
        guard let top = Section(root, keys: Self.keys) else { return nil }
        var read: [ReadSetting] = []
        for item in top["settings"]?.items(expecting: Self.example) ?? [] {
            guard let setting = setting(from: item, file: name) else { continue }
            if read.contains(where: { $0.setting.name == setting.setting.name }) {
                item.report("another setting is called \(quoted(setting.setting.name)) too; expected a name of its own")
            }
            read.append(setting)
        }
        let settings = read.flatMap { one -> [Setting] in
            guard let comparator = one.comparator else { return one.settings(nil) }
            let other = read.first { $0.setting.name == comparator && $0.setting.name != one.setting.name }
            if other == nil {
                one.field.report(
                    "comparator: \(quoted(comparator)) is not another setting of this file; "
                        + correction(of: comparator, among: read.map(\.setting.name).filter { $0 != one.setting.name }))
            } else if other?.setting.population != one.setting.population {
                one.field.report("comparator: \(quoted(comparator)) has other women; expected the same 'like' in both")
            }
            return one.settings(other?.setting.scenario)
        }
        return ValidationFile(
            settings: settings, exclusions: exclusions(top["notExpressible"]),
            disclosures: exclusions(top["disclosed"]), file: name)
    }

    private static let example = "- {name: a patch, woman: {age: 55 years}, years: 2, rows: [O0123]}"
    private static let settingKeys = [
        "name", "assumes", "scenario", "woman", "ages", "like", "therapy", "years", "ovary", "hypotheses", "allowOverlap",
        "comparator", "draw", "rows", "read",
    ]

    private func setting(from item: Field, file: String) -> ReadSetting? {
        guard let section = Section(item, keys: Self.settingKeys) else { return nil }
        let name = section.required("name", example: "name: a patch of 50 ug/day")?.text(expecting: "a name")
        let comparator = section["comparator"].flatMap { $0.text(expecting: "the name of another setting") }
        let arms =
            section["scenario"] == nil
            ? scenario(from: section, name: name ?? "", file: file).map { ($0, nil) }
            : scenarioFile(section, besides: file)
        let assumptions = section["assumes"]?.items(expecting: "- what the publication does not say")?
            .compactMap { $0.text(expecting: "a sentence") }
        guard let name, var (scenario, other) = arms else { return nil }
        if let comparator {
            scenario.comparator = comparator
            other = nil
        }
        let population = section["like"]?.text(expecting: "a published population such as 'WHI'")
        if let population { refuse(section, besides: population) }
        let draw = section["draw"].flatMap { Section($0, keys: ["from", "until"]) }?.period(horizon: scenario.horizon)
        var readings: [Reading] = []
        if let rows = section["rows"]?.observations(faultOf: scenarios.faultOfObservation), !rows.isEmpty {
            readings.append(Reading(rows: rows))
        }
        for item in section["read"]?.items(expecting: "- {rows: [O0123], output: serum.estradiol, measure: peak}") ?? []
        {
            if let reading = reading(
                from: item, draw: draw ?? (0, scenario.horizon), horizon: scenario.horizon,
                hasComparator: scenario.comparator != nil)
            {
                if population != nil, reading.measure.drawsBlood {
                    item.report("women like those of a study have no blood drawn; expected a measure such as 'rate'")
                }
                readings.append(reading)
            }
        }
        let ages = section["ages"]?.items(expecting: "[55 years, 63 years, 71 years]")?.compactMap { $0.days(.age) }
        let setting = Setting(
            name: name, scenario: scenario, comparator: other, population: population, assumptions: assumptions ?? [],
            readings: readings)
        return ReadSetting(field: item, setting: setting, comparator: comparator, ages: ages ?? [])
    }

    /// Reports what a setting of women like those of a study cannot say.
    private func refuse(_ section: Section, besides population: String) {
        if let fault = faultOfPopulation(population) { section["like"]?.report(fault) }
        section["ages"]?.report("the ages are those of \(population); expected no such key beside 'like'")
        section["rows"]?.report("of many women is read what 'read' says; expected no such key beside 'like'")
    }

    /// A woman and her therapy as the setting says them.
    private func scenario(from section: Section, name: String, file: String) -> Scenario? {
        let horizon = section.required("years", example: "years: 3")?.horizon()
        let end = horizon ?? .infinity
        let woman = section.required("woman", example: "woman: {age: 56 years}")
            .flatMap { Section($0, keys: Woman.keys) }.flatMap { Woman($0, horizon: end) }
        if let woman, let horizon { section["years"]?.checkLifetime(of: woman, horizon: horizon) }
        let therapy = section["therapy"].map {
            [Treatment](
                $0, catalogue: scenarios.catalogue, horizon: end,
                allowsOverlap: section["allowOverlap"]?.flag() ?? false)
        }
        let ovary = section["ovary"]?.choice("a way to follow the ovary", of: OvaryResolution.self)
        let switchedOn = section["hypotheses"]?.items(expecting: "[\(scenarios.hypotheses.first ?? "NAME")]")?
            .compactMap { $0.name("a hypothesis this program knows", among: scenarios.hypotheses, listAlways: true) }
        guard let woman, let horizon else { return nil }
        return Scenario(
            title: name, woman: woman, therapy: therapy ?? [], horizon: horizon, reportInterval: horizon,
            ovary: ovary ?? .averaged, hypotheses: switchedOn ?? [], source: file)
    }

    /// The scenario file that a setting names, and its comparator.
    private func scenarioFile(_ section: Section, besides file: String) -> (Scenario, Scenario?)? {
        for key in ["woman", "ages", "therapy", "years", "ovary", "hypotheses", "allowOverlap"] {
            section[key]?.report("the scenario file says it; expected no such key beside 'scenario'")
        }
        guard let field = section["scenario"],
            let path = field.path(besides: file, isFile: FileManager.default.fileExists(atPath: file))
        else { return nil }
        do {
            let scenario = try scenarios.read(file: path)
            return (scenario, try scenario.comparator.map { try scenarios.read(file: $0) })
        } catch {
            field.report("\(quoted(path)) cannot be used: \(error)")
            return nil
        }
    }

    private static let readingKeys = [
        "rows", "output", "measure", "at", "from", "until", "tail", "peak", "aboveOwn", "over", "against", "own",
        "unit", "times",
    ]

    private func reading(
        from item: Field, draw: (from: Double, until: Double), horizon: Double, hasComparator: Bool
    ) -> Reading? {
        guard let section = Section(item, keys: Self.readingKeys) else { return nil }
        let rows = section.required("rows", example: "rows: [O0123]")?.observations(
            faultOf: scenarios.faultOfObservation)
        let output = section.required("output", example: "output: serum.estradiol")?
            .text(expecting: "an output such as serum.estradiol")
        let measure = section.required("measure", example: "measure: peak")?
            .choice("a way to read a course", of: Reading.Measure.self)
        guard let rows, let output, let measure else { return nil }
        var reading = Reading(rows: rows, output: output, measure: measure, from: draw.from, until: draw.until)
        let isOfOneTime = [.level, .moment].contains(measure)
        if isOfOneTime || [.change, .changePerYear, .slope, .rate].contains(measure) {
            guard let at = section.required("at", example: "at: 1 year")?.time(within: horizon) else { return nil }
            reading.until = at
            reading.from = section["from"].flatMap { $0.time(within: at) } ?? 0
            if isOfOneTime { section["from"]?.report("a \(measure.rawValue) is of one time; expected no such key") }
            section["until"]?.report("a \(measure.rawValue) ends 'at' a time; expected no such key")
        } else {
            section["at"]?.report("a \(measure.rawValue) is of a stretch of time; expected 'from' and 'until'")
            if let period = section.period(horizon: horizon) {
                if section["from"] != nil { reading.from = period.from }
                if section["until"] != nil { reading.until = period.until }
            }
        }
        if [.areaToInfinity, .halfLife].contains(measure) {
            let ends =
                section.required("tail", example: "tail: [24 hours, 48 hours]")?
                .items(expecting: "[24 hours, 48 hours]")?.compactMap { $0.days(.start) } ?? []
            guard ends.count == 2, ends[0] < ends[1] else {
                section["tail"]?.report("expected two times, the earlier first, such as [24 hours, 48 hours]")
                return nil
            }
            reading.tail = (24 * ends[0])...(24 * ends[1])
        }
        if measure == .cycleDay {
            let day = section.required("peak", example: "peak: 14")?.written(expecting: "a day such as '14'")
            guard let number = day?.quantity.number else { return nil }
            reading.peakDay = number
        }
        reading.isAboveOwn = section["aboveOwn"]?.flag() ?? false
        reading.over = section["over"].flatMap { $0.text(expecting: "an output such as serum.estrone") }
        reading.againstComparator = section["against"]?.choice("a way to compare", of: Reading.Comparison.self)
        reading.againstOwn = section["own"]?.choice("a way to compare", of: Reading.Comparison.self)
        if reading.againstComparator != nil, !hasComparator {
            section["against"]?.report("this setting names no comparator; expected 'comparator: NAME' beside its woman")
        }
        if let unit = section["unit"], let text = unit.text(expecting: "a unit such as 'nmol/mmol'") {
            if (try? Unit(text)) == nil { unit.report("\(quoted(text)) is not a unit this program knows") }
            reading.unit = text
        }
        if let times = section["times"] {
            guard let written = times.written(expecting: "a number such as '0.5'")?.quantity, written.unitText.isEmpty
            else {
                times.report("expected a number without a unit, such as '0.5'")
                return nil
            }
            reading.scale = written.number
        }
        return reading
    }

    private func exclusions(_ field: Field?) -> [Exclusion] {
        field?.items(expecting: "- {because: cell culture, rows: [O0123]}")?.compactMap(exclusion) ?? []
    }

    private func exclusion(from item: Field) -> Exclusion? {
        guard let section = Section(item, keys: ["because", "rows", "where"]) else { return nil }
        let reason = section.required("because", example: "because: cell culture")?.text(expecting: "a reason")
        let rows = section["rows"]?.observations(faultOf: scenarios.faultOfObservation) ?? []
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

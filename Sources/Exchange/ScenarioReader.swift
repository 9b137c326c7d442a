import Foundation
import Symbolics
import Yams

/// Reads scenario files: YAML, or JSON with the same keys.
///
/// Everything is checked before anything runs, and all that is wrong is told at once.
public struct ScenarioReader: Sendable {
    /// The medicines a scenario may name.
    public var catalogue: MedicineCatalogue
    /// The hypotheses a scenario may switch on.
    public var hypotheses: [String]
    /// Says what is wrong with a row a scenario compares itself with; nil where nothing is.
    public var faultOfObservation: @Sendable (String) -> String?

    public init(
        catalogue: MedicineCatalogue, hypotheses: [String] = [],
        faultOfObservation: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.catalogue = catalogue
        self.hypotheses = hypotheses
        self.faultOfObservation = faultOfObservation
    }

    /// Reads a scenario from a file.
    ///
    /// - Throws: `FileError`, also if the file, or the comparator it names, is not there.
    public func read(file path: String) throws(FileError) -> Scenario {
        try read(text: try FileKind.scenario.contents(of: path), name: path, isFile: true)
    }

    /// Reads a scenario from text, called `name` in messages.
    ///
    /// The path of a comparator is resolved against the folder of `name`; whether a file is there is not looked up.
    ///
    /// - Throws: `FileError`.
    public func read(text: String, name: String) throws(FileError) -> Scenario {
        try read(text: text, name: name, isFile: false)
    }

    /// Reads a time between two reported rows, in days, as it is written under `simulate`.
    ///
    /// - Parameters:
    ///   - option: where it was written, for messages: `--report`.
    ///   - horizon: how long is simulated, in days.
    /// - Throws: `FileError`.
    public func reportInterval(
        _ text: String, option: String, horizon: Double
    ) throws(FileError) -> Double {
        let problems = Problems(file: option)
        let field = Field(path: "", line: 1, node: .scalar(.init(text)), problems: problems)
        return try checked(field.reportInterval(horizon: horizon), problems, option: option)
    }

    /// Reads a point in time, in days since the start, as it is written under `from`.
    ///
    /// - Parameters:
    ///   - option: where it was written, for messages: `--at`.
    ///   - horizon: the last time that will do, in days.
    /// - Throws: `FileError`.
    public func time(_ text: String, option: String, horizon: Double) throws(FileError) -> Double {
        let problems = Problems(file: option)
        let field = Field(path: "", line: 1, node: .scalar(.init(text)), problems: problems)
        let days = field.days(.start)
        if let days, days > horizon + 1e-6 {
            field.report(
                "\(quoted(text)) is after the end of the simulation (\(moment(horizon))); expected an earlier time")
        }
        return try checked(days.map { min($0, horizon) }, problems, option: option)
    }

    /// What was read of an option, which has neither lines nor keys.
    private func checked<Value>(_ value: Value?, _ problems: Problems, option: String) throws(FileError) -> Value {
        do {
            return try problems.check(value)
        } catch {
            throw FileError(
                error.problems.map { .init(file: option, $0.message) })
        }
    }

    private func read(text: String, name: String, isFile: Bool) throws(FileError) -> Scenario {
        let problems = Problems(file: name)
        let root = problems.root(of: text)
        return try problems.check(root.flatMap { scenario(from: $0, name: name, isFile: isFile) })
    }
}

extension ScenarioReader {
    static let keys = [
        "title", "woman", "therapy", "simulate", "compare", "comparator", "hypotheses", "allowOverlap", "plan",
        "model",
    ]

    func scenario(from root: Field, name: String, isFile: Bool) -> Scenario? {
        guard let top = Section(root, keys: Self.keys) else { return nil }
        let simulate = top.required("simulate", example: "simulate: {years: 3, report: 1 month}")
            .flatMap { Section($0, keys: ["years", "report", "ovary"]) }
        let horizon = simulate?.required("years", example: "years: 3")?.horizon()
        let report = simulate?["report"]?.reportInterval(horizon: horizon)
        let ovary = simulate?["ovary"]?.choice("a way to follow the ovary", of: OvaryResolution.self)
        // Without a horizon, whatever depends on it is let pass; the missing horizon has been reported.
        let end = horizon ?? .infinity
        let woman = top.required("woman", example: "woman: {age: 56 years}")
            .flatMap { Section($0, keys: Woman.keys) }.flatMap { Woman($0, horizon: end) }
        if let woman, let horizon { simulate?["years"]?.checkLifetime(of: woman, horizon: horizon) }
        let allowsOverlap = top["allowOverlap"]?.flag() ?? false
        let therapy = top["therapy"].map {
            [Treatment]($0, catalogue: catalogue, horizon: end, allowsOverlap: allowsOverlap)
        }
        let title = top["title"].map { $0.text(expecting: "a title") } ?? nil
        let compare = top["compare"]?.observations(faultOf: faultOfObservation)
        let comparator = top["comparator"]?.path(besides: name, isFile: isFile)
        let switchedOn = top["hypotheses"]?.items(expecting: "[\(hypotheses.first ?? "NAME")]")?
            .compactMap { $0.name("a hypothesis this program knows", among: hypotheses, listAlways: true) }
        let wishes = top["plan"].map { PlanWishes($0) }
        let mapping = top["model"].map { ModelMapping($0, catalogue: catalogue, horizon: end) }
        guard let woman, let horizon else { return nil }
        return Scenario(
            title: title ?? URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent, woman: woman,
            therapy: therapy ?? [], horizon: horizon,
            reportInterval: report ?? min(Scenario.usualReportInterval, horizon), ovary: ovary ?? .averaged,
            compare: compare ?? [],
            comparator: comparator, hypotheses: switchedOn ?? [], wishes: wishes ?? PlanWishes(),
            mapping: mapping, source: name)
    }
}

import Foundation
import Symbolics

/// Reads trial files: YAML, or JSON with the same keys; women and therapies are written as in scenarios.
public struct TrialReader: Sendable {
    /// Says what is wrong with a row beside the estimate of an arm, by the places of endpoint and arm; nil where nothing is.
    public typealias FaultOfRow = @Sendable (_ row: String, _ trial: Trial, _ endpoint: Int, _ arm: Int) -> String?

    /// The medicines a trial may name.
    public var catalogue: MedicineCatalogue
    /// The outputs an endpoint may be of.
    public var outputs: [String]
    public var faultOfRow: FaultOfRow

    public init(
        catalogue: MedicineCatalogue, outputs: [String], faultOfRow: @escaping FaultOfRow = { _, _, _, _ in nil }
    ) {
        self.catalogue = catalogue
        self.outputs = outputs
        self.faultOfRow = faultOfRow
    }

    /// Reads a trial from a file.
    ///
    /// - Throws: `FileError` with all that is wrong.
    public func read(file path: String) throws(FileError) -> Trial {
        try read(text: try FileKind.trial.contents(of: path), name: path)
    }

    /// Reads a trial from text, called `name` in messages.
    ///
    /// - Throws: `FileError` with all that is wrong.
    public func read(text: String, name: String) throws(FileError) -> Trial {
        let problems = Problems(file: name)
        return try problems.check(problems.root(of: text, .trial).flatMap { trial(from: $0, name: name) })
    }

    static let keys = [
        "title", "source", "assumptions", "woman", "eligibility", "years", "visits", "with", "arms", "endpoints",
        "adherence", "measurement", "replicates",
    ]

    private func trial(from root: Field, name: String) -> Trial? {
        guard let top = Section(root, keys: Self.keys) else { return nil }
        let horizon = top.required("years", example: "years: 3")?.horizon()
        // Without a horizon, whatever depends on it is let pass; the missing horizon has been reported.
        let end = horizon ?? .infinity
        let woman = top.required("woman", example: "woman: {age: 56 years}")
            .flatMap { Section($0, keys: Woman.keys) }.flatMap { Woman($0, horizon: end) }
        if let woman, let horizon { top["years"]?.checkLifetime(of: woman, horizon: horizon) }
        let shared = top["with"].map {
            [Treatment]($0, catalogue: catalogue, horizon: end, allowsOverlap: false)
        }
        let arms = top.required("arms", example: "arms: [{name: placebo, women: 50}]")?
            .arms(catalogue: catalogue, horizon: end)
        let endpoints =
            top.required("endpoints", example: Field.exampleOfEndpoints)?
            .endpoints(outputs: outputs, arms: arms?.map(\.name) ?? [], horizon: end) ?? []
        let title = top["title"].flatMap { $0.text(expecting: "a title") }
        let source = top["source"].flatMap { $0.text(expecting: "a citation with its PMID") }
        let assumptions = top["assumptions"]?.items(expecting: "- what the publication does not say")?
            .compactMap { $0.text(expecting: "a sentence") }
        let eligibility = top["eligibility"].flatMap(Eligibility.init)
        let visits = top["visits"]?.visits(horizon: end)
        let adherence = top["adherence"].flatMap(Adherence.init)
        let measured = Set(endpoints.map(\.endpoint.output)).sorted()
        let measurement = top["measurement"].flatMap { $0.errors(of: measured) }
        let replicates = top["replicates"]?.count(.replicates)
        guard let woman, let horizon, let arms, !arms.isEmpty, !endpoints.isEmpty else { return nil }
        var trial = Trial(
            title: title ?? URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent, source: source,
            assumptions: assumptions ?? [], woman: woman, eligibility: eligibility ?? Eligibility(), arms: arms,
            shared: shared ?? [], horizon: horizon, visits: visits ?? [], endpoints: endpoints.map(\.endpoint),
            adherence: adherence ?? Adherence(), measurement: measurement ?? [:], replicates: replicates ?? 1,
            file: name)
        for (place, read) in endpoints.enumerated() {
            trial.endpoints[place].published = read.published.compactMap { field, published in
                guard let fault = faultOfRow(published.row, trial, place, published.arm) else { return published }
                field.report(fault)
                return nil
            }
        }
        return trial
    }
}

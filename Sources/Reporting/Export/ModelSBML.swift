import Evidence
import Exchange
import Modeling
import Physiology
import Solving
import Symbolics

/// A model, or a scenario with everything that happens in it, as SBML.
///
/// ```swift
/// let export = try ModelSBML(scenario)
/// print(export.document)
/// ```
public struct ModelSBML: Sendable {
    /// SBML Level 3 Version 2.
    public let document: String
    public let stateCount: Int
    public let parameterCount: Int
    /// When the scenario ends, in days of the document; nil without a scenario.
    public let end: Double?
    /// Days of the document at time zero of the scenario.
    public let timeZero: Double

    /// The complete model at rest, with every medicine and no dose.
    ///
    /// - Throws: `SBMLWritingError` naming what cannot be written, or `EvidenceError`.
    public init(_ model: Model, evidence: EvidenceLibrary = .bundled) throws {
        let compiled = try CompiledModel(model)
        try self.init(
            SBMLContents(
                model, title: model.name, notes: Self.notes + ["The model at rest; nothing is taken."],
                parameters: compiled.parameterValues(), controls: compiled.controlValues),
            end: nil, timeZero: 0, evidence)
    }

    /// The model of a scenario's medicines with her traits, from her resting start to the horizon.
    ///
    /// - Parameter baselines: what is to be remembered of outputs on the way.
    /// - Throws: `ModelError`, `SBMLWritingError` or `EvidenceError`.
    public init(
        _ scenario: Scenario, remembering baselines: [SBMLBaseline] = [], evidence: EvidenceLibrary = .bundled
    ) throws {
        let prepared = try PreparedScenario(scenario, closeLooks: false)
        let problem = try prepared.problem()
        let history = problem.history
        let start = history.span.lowerBound
        let place =
            start == 0
            ? "Time is the scenario's own."
            : "She starts at rest, \(-start) d before time zero of the scenario; scenarioTime counts from time zero."
        let horizon = "The scenario is \(scenario.horizon) d long."
        try self.init(
            SBMLContents(
                try baselines.model(remembering: prepared.model), title: scenario.title,
                notes: Self.notes + [place, horizon], parameters: problem.parameters,
                controls: history.controls + baselines.map { _ in 0 }, start: start,
                events: prepared.eventsAsTaken.filter { $0.time < scenario.horizon },
                settings: try problem.startingDensities.map { try Self.setting($0, prepared.model) }
                    + baselines.settings(in: prepared.model, isRescaled: !problem.startingDensities.isEmpty)),
            end: scenario.horizon - start, timeZero: -start, evidence)
    }

    private init(_ contents: SBMLContents, end: Double?, timeZero: Double, _ evidence: EvidenceLibrary) throws {
        var contents = contents
        let citations = try Citations(evidence)
        contents.resources = { provenance in
            var found: [String] = []
            for resource in citations.references(in: provenance.source).compactMap(\.resource)
            where !found.contains(resource) { found.append(resource) }
            return found
        }
        document = try SBMLWriter(contents).document()
        stateCount = contents.model.states.count
        parameterCount = contents.model.parameters.count
        self.end = end
        self.timeZero = timeZero
    }

    /// Her density at time zero is what the scenario says, so its scale is found there.
    private static func setting(
        _ starting: (control: String, output: String, density: Double), _ model: Model
    ) throws -> SBMLContents.Setting {
        guard let output = model.outputs.first(where: { $0.name == starting.output }),
            let control = model.controls.first(where: { $0.name == starting.control })
        else { throw SBMLWritingError("'\(starting.output)' or its scale is not in the model") }
        return SBMLContents.Setting(
            time: 0, control: control.name,
            value: Expression(starting.density, output.unit) / output.expression * Expression(control.symbol),
            meaning: "\(starting.output) at time zero is \(starting.density) \(output.unit)")
    }

    private static let notes = [
        "Written by \(WomanModel.version), a research and teaching instrument, not a medical device.",
        "Time is in days, amounts in nanomoles, masses in micrograms, volumes in litres; international units are items. "
            + "Quantities named output are in the units people read. Events are doses and what changes for her.",
    ]
}

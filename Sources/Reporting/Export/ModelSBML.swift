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

    /// The complete model at rest, with every medicine and no dose.
    ///
    /// - Throws: `SBMLWritingError` naming what cannot be written, or `EvidenceError`.
    public init(_ model: Model, evidence: EvidenceLibrary = .bundled) throws {
        let compiled = try CompiledModel(model)
        try self.init(
            SBMLContents(
                model, title: model.name, notes: Self.notes + ["The model at rest; nothing is taken."],
                parameters: compiled.parameterValues(), controls: compiled.controlValues),
            end: nil, evidence)
    }

    /// The model of a scenario's medicines with her traits, from time zero, where her history has brought her.
    ///
    /// - Parameter baselines: what is to be remembered of outputs on the way.
    /// - Throws: `ModelError`, `SolverError` if her history cannot be integrated, `SBMLWritingError` or `EvidenceError`.
    public init(
        _ scenario: Scenario, remembering baselines: [SBMLBaseline] = [], evidence: EvidenceLibrary = .bundled
    ) throws {
        let prepared = try PreparedScenario(scenario, closeLooks: false)
        let problem = try prepared.problem()
        let history = try CVODES(tolerances: ScenarioExport.reference).solve(problem.history, samples: [.instant(0)])
        let future = problem.future(after: history)
        let doses = CompiledDoses(prepared.compiled, parameters: problem.parameters)
        // What was taken before time zero and has not arrived by then is still to come.
        let events = try prepared.eventsAsTaken.compactMap { event -> Event? in
            let actions = try event.actions.filter { action in
                guard case .dose(let port, _) = action else { return event.time >= 0 }
                return try event.time + doses.lag(port) >= 0
            }
            return actions.isEmpty || event.time >= scenario.horizon ? nil : Event(time: event.time, actions: actions)
        }
        try self.init(
            SBMLContents(
                try baselines.model(remembering: prepared.model), title: scenario.title,
                notes: Self.notes + [
                    "Time zero is that of the scenario, which is \(scenario.horizon) d long. States begin where her history "
                        + "from \(-problem.history.span.lowerBound) d before has brought her by the reference solver."
                ],
                parameters: future.parameters, controls: future.controls,
                state: future.initialState + baselines.map { _ in 0 },
                events: events),
            end: scenario.horizon, evidence)
    }

    private init(_ contents: SBMLContents, end: Double?, _ evidence: EvidenceLibrary) throws {
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
    }

    private static let notes = [
        "Written by \(WomanModel.version), a research and teaching instrument, not a medical device.",
        "Time is in days, amounts in nanomoles, masses in micrograms, volumes in litres; international units are items. "
            + "Quantities named output are in the units people read. Events are doses and what changes for her.",
    ]
}

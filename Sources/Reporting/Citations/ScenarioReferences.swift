import Evidence
import Exchange
import Modeling
import Physiology

/// The papers behind a scenario: those of its model's parameters, of the rows it is set beside, and of the methods.
///
/// ```swift
/// let references = try ScenarioReferences(scenario, evidence: .bundled)
/// print(references.text(width: 100))
/// ```
public struct ScenarioReferences: Sendable {
    public let title: String
    /// Of parameters and observations, in the order of the model; then methods.
    public let references: [Reference]
    /// How many parameters its model has.
    public let parameterCount: Int
    /// Names of parameters whose source names no paper, by status.
    public let withoutPaper: [(status: Provenance.Status, names: [String])]

    /// - Throws: `ModelError`, `FileError` of the comparator's file, or `EvidenceError` naming a missing row.
    public init(_ scenario: Scenario, evidence: EvidenceLibrary = .bundled) throws {
        title = scenario.title
        let model = try WomanModel.model(for: scenario.therapy, ovary: scenario.ovary)
        parameterCount = model.parameters.count
        let citations = try Citations(evidence)
        var found = Collection()
        var without: [Provenance.Status: [String]] = [:]
        for parameter in model.parameters {
            let mentioned = citations.references(in: parameter.provenance.source)
            if mentioned.isEmpty { without[parameter.provenance.status, default: []].append(parameter.name) }
            for var reference in mentioned {
                reference.parameters = [parameter.name]
                found.add(reference)
            }
        }
        for row in try evidence.observations(scenario.compare + PublishedRisks(scenario).rows) {
            for var reference in CitationText.references(inCitation: row.citation) {
                reference.observations = [row.id]
                found.add(reference)
            }
        }
        references = found.references + Self.methods
        withoutPaper = Provenance.Status.allCases.compactMap { status in without[status].map { (status, $0) } }
    }

    /// References one after another, each once.
    private struct Collection {
        private(set) var references: [Reference] = []

        mutating func add(_ reference: Reference) {
            if let place = references.firstIndex(where: { $0.isSame(as: reference) }) {
                references[place].add(reference)
            } else {
                references.append(reference)
            }
        }
    }

    private static let methods = [
        Reference(
            text: "Hairer E, Wanner G. Solving Ordinary Differential Equations II, 2nd ed. Springer 1996",
            method: "integration at full and multiscale resolution"),
        Reference(
            text: "Shibata N, Petrogalli F. SLEEF. IEEE Trans Parallel Distrib Syst 2020;31:1316",
            DOI: "10.1109/TPDS.2019.2960333", method: "exponentials, logarithms and powers"),
        Reference(
            text: "Hindmarsh AC et al. SUNDIALS. ACM Trans Math Softw 2005;31:363", DOI: "10.1145/1089014.1089020",
            method: "integration at reference resolution"),
        Reference(
            text: "Davis TA, Palamadai Natarajan E. Algorithm 907: KLU. ACM Trans Math Softw 2010;37:36",
            DOI: "10.1145/1824801.1824814", method: "sparse factorisation at reference resolution"),
        Reference(
            text: "Salmon JK et al. Parallel random numbers: as easy as 1, 2, 3. SC 2011",
            DOI: "10.1145/2063384.2063405", method: "random numbers of virtual women"),
        Reference(
            text: "Wichura MJ. Algorithm AS 241. Appl Stat 1988;37:477", DOI: "10.2307/2347330",
            method: "normal distributions of virtual women"),
    ]
}

import Evidence
import Exchange
import Modeling
import Physiology
import Populations

/// Many virtual women under one scenario, and what is wanted of them.
public struct Cohort: Sendable {
    public let prepared: PreparedScenario
    public let women: VirtualWomen
    /// How many women there are; their numbers begin with one.
    public let count: Int
    /// Places of the wanted outputs among the model's, in the order wanted.
    public let columns: [Int]

    /// Prepares the scenario and reads how women differ.
    ///
    /// - Parameter outputs: names of the wanted outputs; nil for all.
    /// - Throws: `CohortError` for an output the model lacks, `EvidenceError` or `SpreadError`.
    public init(
        _ scenario: Scenario, count: Int, seed: UInt64, outputs: [String]? = nil,
        evidence: EvidenceLibrary = .bundled
    ) throws {
        try self.init(
            scenario, women: VirtualWomen(seed: seed, around: scenario.woman, evidence: evidence), count: count,
            outputs: outputs)
    }

    /// Prepares the scenario for women drawn otherwise, who take the place of its woman.
    ///
    /// - Parameter outputs: names of the wanted outputs; nil for all.
    /// - Throws: `CohortError` for an output the model lacks.
    public init(_ scenario: Scenario, women: VirtualWomen, count: Int, outputs: [String]? = nil) throws {
        prepared = try PreparedScenario(scenario, closeLooks: false)
        self.women = women
        self.count = count
        let known = prepared.model.outputs.map(\.name)
        columns = try (outputs ?? known).map { name in
            guard let column = known.firstIndex(of: name) else { throw CohortError.unknownOutput(name) }
            return column
        }
    }

    /// The wanted outputs.
    public var outputs: [Output] { columns.map { prepared.model.outputs[$0] } }

    /// Years since time zero that are reported.
    public var times: [Double] { prepared.reportedTimes }

    /// How many values one woman has: reported times by outputs.
    public var valuesPerWoman: Int { times.count * columns.count }
}

/// What cannot be wanted of a cohort, in one sentence.
public struct CohortError: Error, Equatable, CustomStringConvertible {
    public let description: String

    static func unknownOutput(_ name: String) -> CohortError {
        CohortError(
            description: "--outputs: '\(name)' is no output of the model; expected names such as density.lumbarSpine, "
                + "which 'osteon model list' shows.")
    }
}

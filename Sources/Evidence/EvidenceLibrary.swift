import Foundation

/// The evidence behind the model: what was observed, which quantities were published, which claims hold, what words
/// mean.
///
/// ```swift
/// let rows = try EvidenceLibrary.bundled.observations(["O0001", "O0003"])
/// ```
///
/// Every call reads its file anew and keeps nothing, so that a program that needs two rows pays for two. Reading a few
/// observations by identifier takes about 3 ms in a release build, all of them about 0.2 s.
public struct EvidenceLibrary: Sendable {
    private let folder: URL

    /// The files bundled into the program.
    public static var bundled: EvidenceLibrary {
        EvidenceLibrary(folder: Bundle.module.bundleURL.appendingPathComponent("Resources"))
    }

    /// A library in another folder with files of the same names and columns.
    public init(folder: URL) {
        self.folder = folder
    }

    /// One published result.
    ///
    /// - Parameter identifier: for example `O0123`.
    /// - Throws: ``EvidenceError`` naming an unknown identifier and the nearest one, or what is wrong with the row.
    public func observation(_ identifier: String) throws -> Observation {
        try observations([identifier])[0]
    }

    /// Published results in the order asked for; one asked for twice is given twice.
    ///
    /// - Throws: ``EvidenceError`` naming the first unknown identifier and the nearest one, or the fault of a row.
    public func observations(_ identifiers: [String]) throws -> [Observation] {
        try observationTable().rows(identifiers: identifiers).map(Observation.init(row:))
    }

    /// All published results in file order.
    ///
    /// - Throws: ``EvidenceError`` naming file, line, row and column of the first fault.
    public func observations() throws -> [Observation] {
        try observationTable().rows().map(Observation.init(row:))
    }

    /// All published quantities in file order.
    ///
    /// - Throws: ``EvidenceError`` naming file, line, row and column of the first fault.
    public func parameters() throws -> [ParameterRecord] {
        try table("parameters.csv", "param_id", ParameterRecord.columns).rows().map(ParameterRecord.init(row:))
    }

    /// Published quantities in the order asked for.
    ///
    /// - Throws: ``EvidenceError`` naming the first unknown identifier and the nearest one, or the fault of a row.
    public func parameters(_ identifiers: [String]) throws -> [ParameterRecord] {
        let records = try parameters()
        let byName = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
        return try identifiers.map { identifier in
            if let record = byName[identifier] { return record }
            let nearest = NearestIdentifier.of(identifier, among: records.map(\.id))
            throw EvidenceError.unknown(file: "parameters.csv", identifier: identifier, nearest: nearest)
        }
    }

    /// What is known of who took part in studies, in file order.
    ///
    /// - Throws: ``EvidenceError`` naming file, line, row and column of the first fault.
    public func baselines() throws -> [BaselineRow] {
        try table("baselines.csv", "row", BaselineRow.columns).rows().map(BaselineRow.init(row:))
    }

    /// All claims in file order.
    ///
    /// - Throws: ``EvidenceError`` naming file, line, row and column of the first fault.
    public func claims() throws -> [Claim] {
        try table("claims.csv", "claim_id", Claim.columns).rows().map(Claim.init(row:))
    }

    /// One claim.
    ///
    /// - Parameter identifier: for example `SC001`.
    /// - Throws: ``EvidenceError`` naming an unknown identifier and the nearest one, or the fault of a row.
    public func claim(_ identifier: String) throws -> Claim {
        let all = try claims()
        if let claim = all.first(where: { $0.id == identifier }) { return claim }
        let nearest = NearestIdentifier.of(identifier, among: all.map(\.id))
        throw EvidenceError.unknown(file: "claims.csv", identifier: identifier, nearest: nearest)
    }

    /// How claims are tried, as it is written; `ClaimPlanReader` reads it.
    ///
    /// - Throws: an error of the file system if the file cannot be read.
    public func claimPlan() throws -> String {
        try String(contentsOf: folder.appendingPathComponent(Self.claimPlanName), encoding: .utf8)
    }

    /// The name of the file that says how claims are tried.
    public static let claimPlanName = "claim-plan.yaml"

    /// The glossary in file order.
    ///
    /// - Throws: ``EvidenceError`` naming file, line, row and column of the first fault.
    public func glossary() throws -> [GlossaryTerm] {
        try table("glossary.csv", "term", GlossaryTerm.columns).rows().map(GlossaryTerm.init(row:))
    }

    private func observationTable() throws -> EvidenceTable {
        try table("observations.csv", "row", Observation.columns)
    }

    private func table(_ file: String, _ identifier: String, _ columns: [String]) throws -> EvidenceTable {
        try EvidenceTable(url: folder.appendingPathComponent(file), identifier: identifier, required: columns)
    }
}

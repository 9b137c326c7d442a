import Evidence
import Exchange
import Physiology
import Trials

/// The sentence on what trials of other medicines would have one expect of fractures from the gain in density alone.
struct SurrogateCheck {
    private let line: TrialLine
    private let simulated: [(name: String, reduction: Double)]
    private let end: Double
    private let evidence: EvidenceLibrary

    /// One kind of fracture: its rows in the evidence, and the output beside them.
    private struct Kind {
        let name: String
        let output: String
        let explained: String
        let threshold: String
    }

    private static let kinds = [
        Kind(
            name: "vertebral", output: "fracture.clinicalVertebral", explained: "sabre2019_r2_vertebral_TH",
            threshold: "ste_th_vertebral"),
        Kind(name: "hip", output: "fracture.hip", explained: "sabre2019_r2_hip_TH", threshold: "ste_th_hip"),
    ]

    /// Nil where nothing is taken, or where the gain lies outside what the trials saw.
    ///
    /// - Throws: `EvidenceError` if a row is not in the evidence.
    init?(_ run: ScenarioComparison, evidence: EvidenceLibrary = .bundled) throws {
        guard let untreated = run.untreated,
            let line = try TrialLine(with: run.simulation, without: untreated, evidence: evidence)
        else { return nil }
        let last = run.simulation.scenario.years
        self.line = line
        end = last
        simulated = Self.kinds.compactMap { kind in
            guard let with = run.simulation.value(kind.output, at: last),
                let without = untreated.value(kind.output, at: last), without > 0
            else { return nil }
            return (kind.output == "fracture.hip" ? "hip" : "clinical vertebral", 100 * (1 - with / without))
        }
        self.evidence = evidence
    }

    /// - Throws: `EvidenceError` if a row is not in the evidence.
    func sentence() throws -> String {
        func percent(_ number: Double) -> String { NumberText.fixed(number, decimals: 0) }
        var citation = ""
        let expected = try Self.kinds.map { kind -> String in
            let records = try evidence.parameters(
                (TrialLine.points[kind.output] ?? []) + [kind.explained, kind.threshold])
            citation = records[0].citation
            return "\(percent(100 * (1 - (line.ratio(of: kind.output) ?? .nan)))) % fewer "
                + "\(kind.name) fractures (r² \(NumberText.fixed(records[2].value ?? .nan, decimals: 2)), and at least "
                + "\(NumberText.short(records[3].value ?? .nan)) points for a significant effect)"
        }
        let found = simulated.map { "\(percent($0.reduction)) % fewer \($0.name)" }
        return "Cross-check, no part of the model: after two years her total hip is "
            + "\(NumberText.fixed(line.gain, decimals: 1)) points of density above that without therapy. In trials of all "
            + "kinds such a gain went with \(ModelWriter.list(expected)); \(citation). Simulated by year "
            + "\(NumberText.short(end)): \(ModelWriter.list(found))."
    }
}

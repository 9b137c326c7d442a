import Evidence
import Exchange
import Foundation
import Physiology
import Trials

/// What trials of other medicines would have one expect of fractures from the gain in density alone.
///
/// A cross-check beside the simulated fractures and never a part of them: a line through the two points that the
/// trial-level regression printed, used between these points alone.
struct SurrogateCheck {
    /// Gain at the total hip with therapy less that without, over ``years``, in points of per cent.
    let gain: Double
    /// What the regression looked at: density after two years.
    private static let years = 2.0
    private let simulated: [(name: String, reduction: Double)]
    private let end: Double
    private let evidence: EvidenceLibrary

    /// One kind of fracture: its rows in the evidence, and the output beside them.
    private struct Line {
        let name: String
        let output: String
        /// Reductions in % at the gains ``SurrogateCheck/gains``.
        let points: [String]
        let explained: String
        let threshold: String
    }

    private static let lines = [
        Line(
            name: "vertebral", output: "fracture.clinicalVertebral",
            points: ["sabre_vert_rr_th2", "sabre_vert_rr_th6"], explained: "sabre2019_r2_vertebral_TH",
            threshold: "ste_th_vertebral"),
        Line(
            name: "hip", output: "fracture.hip", points: ["sabre_hip_rr_th2", "sabre_hip_rr_th6"],
            explained: "sabre2019_r2_hip_TH", threshold: "ste_th_hip"),
    ]
    /// Gains at the total hip, in %, of the points the regression printed.
    static let gains = 2.0...6.0

    /// Nil where nothing is taken, or where the gain lies outside the points.
    init?(_ run: ScenarioComparison, evidence: EvidenceLibrary = .bundled) {
        guard let untreated = run.untreated else { return nil }
        func change(_ simulation: Simulation) -> Double? {
            guard let before = simulation.value("density.totalHip", at: 0),
                let after = simulation.value("density.totalHip", at: Self.years)
            else { return nil }
            return 100 * (after / before - 1)
        }
        guard let with = change(run.simulation), let without = change(untreated), Self.gains.contains(with - without)
        else { return nil }
        let last = run.simulation.scenario.years
        gain = with - without
        end = last
        simulated = Self.lines.compactMap { line in
            guard let with = run.simulation.value(line.output, at: last),
                let without = untreated.value(line.output, at: last), without > 0
            else { return nil }
            return (line.output == "fracture.hip" ? "hip" : "clinical vertebral", 100 * (1 - with / without))
        }
        self.evidence = evidence
    }

    /// Reduction in % on the line through two reductions, straight in the logarithm of the ratio.
    static func reduction(at gain: Double, _ points: [Double]) -> Double {
        let logs = points.map { log(1 - $0 / 100) }
        let share = (gain - gains.lowerBound) / (gains.upperBound - gains.lowerBound)
        return 100 * (1 - exp(logs[0] + share * (logs[1] - logs[0])))
    }

    /// - Throws: `EvidenceError` if a row is not in the evidence.
    func sentence() throws -> String {
        func value(_ record: ParameterRecord) -> Double { record.value ?? .nan }
        func percent(_ number: Double) -> String { NumberText.fixed(number, decimals: 0) }
        var citation = ""
        let expected = try Self.lines.map { line -> String in
            let records = try evidence.parameters(line.points + [line.explained, line.threshold])
            citation = records[0].citation
            return "\(percent(Self.reduction(at: gain, records.prefix(2).map(value)))) % fewer "
                + "\(line.name) fractures (r² \(NumberText.fixed(value(records[2]), decimals: 2)), and at least "
                + "\(NumberText.short(value(records[3]))) points for a significant effect)"
        }
        let found = simulated.map { "\(percent($0.reduction)) % fewer \($0.name)" }
        return "Cross-check, no part of the model: after two years her total hip is "
            + "\(NumberText.fixed(gain, decimals: 1)) points of density above that without therapy. In trials of all "
            + "kinds such a gain went with \(ModelWriter.list(expected)); \(citation). Simulated by year "
            + "\(NumberText.short(end)): \(ModelWriter.list(found))."
    }
}

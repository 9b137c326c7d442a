import Evidence
import Foundation
import Physiology

/// What trials of all medicines would have one expect of fractures from the gain in density at the total hip alone.
///
/// A cross-check beside the simulated fractures and never a part of them. Straight in the logarithm of the ratio through the
/// two points that the trial-level regression printed, and used between these points alone: Bouxsein 2019 J Bone Miner Res
/// 34:632, PMID 30674078.
public struct TrialLine: Sendable {
    /// Gain at the total hip after two years with therapy less that without, in points of per cent.
    public let gain: Double
    private let reductions: [String: [Double]]

    /// What the regression looked at: density after two years.
    private static let years = 2.0
    /// Gains of the points it printed, in %.
    public static let gains = 2.0...6.0

    /// By output, the rows of evidence that hold the reductions of fracture in % at these gains.
    public static let points = [
        "fracture.clinicalVertebral": ["sabre_vert_rr_th2", "sabre_vert_rr_th6"],
        "fracture.hip": ["sabre_hip_rr_th2", "sabre_hip_rr_th6"],
    ]

    /// Nil where the gain lies outside the points, or the runs are too short.
    ///
    /// - Throws: `EvidenceError` if a row is not in the evidence.
    public init?(with: Simulation, without: Simulation, evidence: EvidenceLibrary = .bundled) throws {
        func change(_ simulation: Simulation) -> Double? {
            guard let before = simulation.value("density.totalHip", at: 0),
                let after = simulation.value("density.totalHip", at: Self.years)
            else { return nil }
            return 100 * (after / before - 1)
        }
        guard let with = change(with), let without = change(without), Self.gains.contains(with - without) else {
            return nil
        }
        gain = with - without
        reductions = try Self.points.mapValues { try evidence.parameters($0).map { $0.value ?? .nan } }
    }

    /// Fractures with therapy over those without; nil for an output of which nothing was printed.
    public func ratio(of output: String) -> Double? {
        reductions[output].map { Self.ratio(at: gain, $0) }
    }

    /// The ratio on the line through two reductions in %.
    public static func ratio(at gain: Double, _ reductions: [Double]) -> Double {
        let logs = reductions.map { log(1 - $0 / 100) }
        let share = (gain - gains.lowerBound) / (gains.upperBound - gains.lowerBound)
        return exp(logs[0] + share * (logs[1] - logs[0]))
    }
}

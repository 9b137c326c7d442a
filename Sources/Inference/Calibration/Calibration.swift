import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Trials

/// Estimates parameters from the published rows that scenarios name, all arms at once with one set.
///
/// Least squares made robust, with log-normal priors and a penalty on rows that leave the tolerance examples are held to.
/// Parameters move in proportion to their size, so signs never change. Everything follows from the plan, the rows and the
/// equations; the fitted values that the program ships with play no part.
public struct Calibration: Sendable {
    /// One published row in the fit.
    public struct Row: Sendable {
        /// The scenario's file, without its folder.
        public let scenario: String
        public let result: ObservedResult
        /// Standard deviation by which the row counts.
        public let deviation: Double

        var term: FitTerm {
            FitTerm(
                observed: result.observed, deviation: deviation, tolerance: result.tolerance,
                interval: result.observation.interval95)
        }
    }

    public let plan: CalibrationPlan
    /// In the order of the scenarios.
    public let rows: [Row]
    let arms: [FitArm]
    private let heldValues: [String: Double]

    /// - Parameters:
    ///   - scenarios: each with its comparator arm; rows that are not for calibration are left out.
    ///   - plan: what is fitted; its list of files is not looked at.
    /// - Throws: `EvidenceError` or `NotComparable` for a row that cannot be used, `UnknownParameter`.
    public init(
        _ scenarios: [(scenario: Scenario, comparator: Scenario?)], plan: CalibrationPlan,
        evidence: EvidenceLibrary = .bundled
    ) throws {
        self.plan = plan
        arms = try scenarios.map { try FitArm($0.scenario, comparator: $0.comparator, evidence: evidence) }
            .filter { !$0.results.isEmpty }
        rows = arms.flatMap { arm in
            arm.results.map {
                Row(scenario: arm.scenario.fileName, result: $0, deviation: Self.deviation(of: $0))
            }
        }
        let known = try WomanModel.parameterValues()
        for name in plan.fitted.map(\.name) + plan.held.map(\.name) where known[name] == nil {
            throw UnknownParameter(name: name)
        }
        heldValues = Dictionary(uniqueKeysWithValues: plan.held.map { ($0.name, $0.value) })
    }

    /// The names of the fitted parameters, in the order of positions.
    public var parameters: [String] { plan.fitted.map(\.name) }

    var objective: Objective {
        Objective(rows.map(\.term), widths: plan.fitted.map(\.logDeviation), robustness: plan.robustness)
    }

    /// A text that changes with anything the fit follows from.
    public var fingerprint: String {
        get throws {
            var hash = StableHash()
            var settings = plan
            (settings.scenarios, settings.files) = ([], nil)
            // How many members there are does not change where searches end.
            settings.members = 0
            hash.add("\(settings)")
            for arm in arms { hash.add(try arm.fingerprint) }
            return hash.text
        }
    }

    /// Values of all parameters that the plan names, in their own units.
    func values(at position: [Double]) -> [String: Double] {
        var values = heldValues
        for (prior, distance) in zip(plan.fitted, position) { values[prior.name] = prior.centre * exp(distance) }
        return values
    }

    /// From the published interval, but never less than what the structure can be expected to meet; judged where none was
    /// published.
    static func deviation(of result: ObservedResult) -> Double {
        let isMarker = result.output.hasPrefix("marker.")
        let least: Double
        switch result.measure {
        case .absolute: least = 0.1 * abs(result.observed)
        case .slope: least = 0.5 * (result.pointAsSlope ?? .nan)
        default: least = isMarker ? 5 : 0.5 / (result.measure == .percentPerYear ? max(1, result.to - result.from) : 1)
        }
        let published = result.observation.interval95.map { ($0.upperBound - $0.lowerBound) / 3.92 }
        return max(least, published ?? 1.6 * least)
    }
}

extension Calibration: Predictor {
    func derivatives(at position: [Double]) async throws -> Prediction {
        let values = values(at: position)
        let names = parameters
        let rows = try await concurrently(arms) { try $0.derivatives(at: values, to: names) }.flatMap(\.self)
        let slopes = rows.map { row in zip(row.slopes, names).map { $0 * (values[$1] ?? 0) } }
        return Prediction(values: rows.map(\.value), slopes: slopes)
    }

    func values(at positions: [[Double]]) async throws -> [[Double]?] {
        let size = ScenarioSolver.batch
        let batches = stride(from: 0, to: positions.count, by: size).map { first in
            positions[first..<min(first + size, positions.count)].map { values(at: $0) }
        }
        let work = batches.indices.flatMap { batch in arms.indices.map { (batch: batch, arm: $0) } }
        let found = try await concurrently(work) { arms[$0.arm].simulated(batches[$0.batch]) }
        return batches.indices.flatMap { batch in
            let mine = found[(batch * arms.count)..<((batch + 1) * arms.count)]
            return batches[batch].indices.map { lane -> [Double]? in
                let parts = mine.compactMap { $0[lane] }
                return parts.count == arms.count ? parts.flatMap(\.self) : nil
            }
        }
    }
}

/// A parameter that the model does not have.
public struct UnknownParameter: Error, CustomStringConvertible {
    public let name: String
    public var description: String {
        "'\(name)' is no parameter of the model; 'osteon model list' shows its components"
    }
}

extension Scenario {
    /// The file it was read from, without its folder; its title where there is none.
    fileprivate var fileName: String { source.flatMap { $0.split(separator: "/").last.map(String.init) } ?? title }
}

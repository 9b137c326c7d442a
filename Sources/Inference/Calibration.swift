import Evidence
import Exchange
import Foundation
import Physiology
import Trials

/// Estimates parameters from the published rows that scenarios name, all arms at once with one set.
///
/// Least squares made robust (Huber), with priors and a penalty on rows that leave the tolerance examples are held to, by
/// Levenberg and Marquardt steps on exact derivatives. Parameters move
/// in proportion to their size, so signs never change; the prior of each is normal in that proportion around where it
/// starts.
public struct Calibration: Sendable {
    /// One published row in the fit.
    public struct Residual: Sendable {
        public let scenario: String
        public let result: ObservedResult
        public let simulated: Double
        /// Standard deviation by which the row counts.
        public let deviation: Double
        /// Misfit in standard deviations.
        public var score: Double { (simulated - result.observed) / deviation }
        /// How far the misfit is beyond five sixths of the row's tolerance, with its sign, and the width that counts as one;
        /// nil within, and for a row without a tolerance or inside its published interval.
        var excess: (distance: Double, width: Double)? {
            guard let tolerance = result.tolerance, result.observation.interval95?.contains(simulated) != true
            else { return nil }
            let misfit = simulated - result.observed
            let beyond = abs(misfit) - 5 / 6 * tolerance
            return beyond > 0 ? (misfit < 0 ? -beyond : beyond, 0.1 * tolerance) : nil
        }
    }

    /// An estimated parameter.
    public struct Estimate: Sendable {
        public let name: String
        public let value: Double
        /// Standard deviation of the logarithm of its size, from the curvature of the objective.
        public let logDeviation: Double

        public init(name: String, value: Double, logDeviation: Double) {
            self.name = name
            self.value = value
            self.logDeviation = logDeviation
        }
    }

    /// Where the search stands.
    public struct Progress: Sendable {
        public let iteration: Int
        public let objective: Double
    }

    public let parameters: [String]
    /// Standard deviation of each prior, as a share of the parameter's size.
    public let priorWidth: Double
    /// Misfits beyond this many standard deviations count linearly.
    public static let huber = 4.0
    /// The same for what is beyond the tolerance; low, so that a row that cannot be met does not carry the others away.
    static let huberBeyondTolerance = 1.5

    private let start: [Double]
    private let arms: [FitArm]

    /// - Parameters:
    ///   - scenarios: each with its comparator arm; rows that are not for calibration are left out.
    ///   - parameters: names of the parameters to estimate.
    /// - Throws: `EvidenceError` or `NotComparable` for a row that cannot be used, `ModelError` for an unknown parameter.
    public init(
        _ scenarios: [(scenario: Scenario, comparator: Scenario?)], parameters: [String], priorWidth: Double,
        evidence: EvidenceLibrary = .bundled
    ) throws {
        self.parameters = parameters
        self.priorWidth = priorWidth
        arms = try scenarios.map { try FitArm($0.scenario, comparator: $0.comparator, evidence: evidence) }
            .filter { !$0.results.isEmpty }
        let values = try WomanModel.parameterValues()
        start = try parameters.map { name in
            guard let value = values[name] else { throw UnknownParameter(name: name) }
            return value
        }
    }

    /// How many rows are used.
    public var rowCount: Int { arms.map(\.results.count).reduce(0, +) }

    /// Searches for the best set.
    ///
    /// - Parameter report: called after every accepted step.
    /// - Throws: `CancellationError`, or what an arm throws that cannot be integrated at the start.
    public func fit(
        iterations: Int, report: (Progress) -> Void
    ) throws -> (estimates: [Estimate], residuals: [Residual], objective: Double) {
        var position = Array(repeating: 0.0, count: parameters.count)
        var current = try evaluate(position)
        var damping = 1e-2
        report(Progress(iteration: 0, objective: current.objective))
        for iteration in 1...max(1, iterations) {
            try Task.checkCancellation()
            guard let step = current.step(damping: damping) else { break }
            let candidate = zip(position, step).map { $0 + max(-0.3, min(0.3, $1)) }
            guard let next = try? evaluate(candidate), next.objective < current.objective else {
                damping *= 4
                if damping > 1e6 { break }
                continue
            }
            let gain = current.objective - next.objective
            (position, current) = (candidate, next)
            damping = max(1e-6, damping / 3)
            report(Progress(iteration: iteration, objective: current.objective))
            if gain < 1e-4 * current.objective { break }
        }
        let spreads = current.spreads
        let estimates = parameters.indices.map { index in
            Estimate(
                name: parameters[index], value: start[index] * exp(position[index]), logDeviation: spreads[index])
        }
        return (estimates, current.residuals, current.objective)
    }

    /// The objective and its quadratic model at logarithmic distances from the start.
    private func evaluate(_ position: [Double]) throws -> Quadratic {
        let factors = Dictionary(uniqueKeysWithValues: zip(parameters, position.map { exp($0) }))
        let runs = try concurrently(arms) { try $0.simulated(factors: factors, to: parameters) }
        var quadratic = Quadratic(count: parameters.count)
        for (arm, values) in zip(arms, runs) {
            for (result, simulated) in zip(arm.results, values) {
                let residual = Residual(
                    scenario: arm.scenario.source ?? arm.scenario.title, result: result, simulated: simulated.value,
                    deviation: Self.deviation(of: result))
                let slopes = zip(simulated.slopes, parameters.indices).map { slope, index in
                    slope * start[index] * (factors[parameters[index]] ?? 1)
                }
                quadratic.add(residual, slopes: slopes)
            }
        }
        for (index, distance) in position.enumerated() { quadratic.addPrior(distance, width: priorWidth, at: index) }
        return quadratic
    }

    /// From the published interval, but never less than what the structure can be expected to meet; judged where none was
    /// published.
    static func deviation(of result: ObservedResult) -> Double {
        let isMarker = result.output.hasPrefix("marker.")
        let least: Double
        switch result.measure {
        case .absolute: least = 0.1 * abs(result.observed)
        default:
            // Computed tomography of trabecular bone repeats to 2 to 4 %, absorptiometry to 1 %.
            let density = result.output.hasSuffix("Trabecular") ? 1.5 : 0.5
            least = isMarker ? 5 : density / (result.measure == .percentPerYear ? max(1, result.to - result.from) : 1)
        }
        let published = result.observation.interval95.map { ($0.upperBound - $0.lowerBound) / 3.92 }
        return max(least, published ?? 1.6 * least)
    }
}

/// A parameter that the model does not have.
public struct UnknownParameter: Error, CustomStringConvertible {
    public let name: String
    public var description: String {
        "'\(name)' is no parameter of the model; 'osteon model list' shows its components"
    }
}

/// Applies work to all elements on the machine's threads, keeping order.
private func concurrently<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Result
) throws -> [Result] {
    let results = Results<Result>(count: elements.count)
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        results.set(index, Swift.Result { try work(elements[index]) })
    }
    return try results.all()
}

/// Results of concurrent work, by place.
private final class Results<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Swift.Result<Value, any Error>?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    func set(_ index: Int, _ value: Swift.Result<Value, any Error>) { lock.withLock { values[index] = value } }

    func all() throws -> [Value] { try lock.withLock { values }.compactMap { try $0?.get() } }
}

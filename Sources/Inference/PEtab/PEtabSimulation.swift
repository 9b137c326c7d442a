import Exchange
import Foundation

/// What a problem's measurements come to with some values of its parameters, and how likely they are.
public struct PEtabSimulation: Sendable {
    public let problem: PEtabProblem
    /// The parameters' values that it was made with.
    public let values: [String: Double]
    /// For each measurement, what is simulated.
    public let simulated: [Double]
    /// For each measurement, the standard deviation or scale of its error, after the transformation.
    public let noise: [Double]

    /// - Throws: `PEtabFailure` for a measurement whose simulation or noise has no meaning.
    init(_ problem: PEtabProblem, simulated: [Double], noise: [Double], values: [String: Double]) throws {
        self.problem = problem
        self.simulated = simulated
        self.noise = noise
        self.values = values
        for (place, measurement) in problem.measurements.enumerated() {
            let observable = problem.observables[measurement.observable]
            func failure(_ message: String) -> PEtabFailure {
                PEtabFailure("\(measurement.row.file):\(measurement.row.line): \(observable.id): \(message)")
            }
            if simulated[place].isNaN { throw failure("the formula gives no number") }
            if !(noise[place] > 0) { throw failure("the noise is \(noise[place]); expected a number above 0") }
            guard observable.transformation != .lin else { continue }
            if measurement.value <= 0 { throw failure("the measurement \(measurement.value) has no logarithm") }
            if simulated[place] < 0 { throw failure("the simulation \(simulated[place]) has no logarithm") }
        }
    }

    /// For each measurement, simulation less measurement after the transformation, over the noise.
    public var residuals: [Double] {
        problem.measurements.enumerated().map { place, measurement in
            let transformation = problem.observables[measurement.observable].transformation
            return (transformation.applied(simulated[place]) - transformation.applied(measurement.value)) / noise[place]
        }
    }

    /// The sum of squared residuals, whatever the distribution.
    public var chiSquared: Double { residuals.reduce(0) { $0 + $1 * $1 } }

    /// The natural logarithm of the density of all measurements, in the unit they were made in: for transformed ones
    /// with the logarithm of the transformation's derivative.
    public var logLikelihood: Double {
        let residuals = residuals
        return problem.measurements.enumerated().reduce(0) { sum, one in
            let observable = problem.observables[one.element.observable]
            let density: Double
            switch observable.distribution {
            case .normal:
                density =
                    -0.5 * residuals[one.offset] * residuals[one.offset]
                    - log(noise[one.offset] * (2 * .pi).squareRoot())
            case .laplace: density = -abs(residuals[one.offset]) - log(2 * noise[one.offset])
            }
            return sum + density + observable.transformation.logSlope(at: one.element.value)
        }
    }

    /// For each estimated parameter with a prior, the natural logarithm of its density.
    public var logPriors: [(parameter: String, logDensity: Double)] {
        problem.estimated.compactMap { parameter in
            parameter.prior.flatMap { prior in values[parameter.id].map { (parameter.id, prior.logDensity(at: $0)) } }
        }
    }

    public var logPrior: Double { logPriors.reduce(0) { $0 + $1.logDensity } }
}

extension PEtabObservable.Transformation {
    func applied(_ value: Double) -> Double {
        switch self {
        case .lin: return value
        case .log: return Foundation.log(value)
        case .log10: return Foundation.log10(value)
        }
    }

    /// The natural logarithm of its derivative.
    func logSlope(at value: Double) -> Double {
        switch self {
        case .lin: return 0
        case .log: return -Foundation.log(value)
        case .log10: return -Foundation.log(value * Foundation.log(10))
        }
    }
}

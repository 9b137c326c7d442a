import Evidence
import Exchange
import Symbolics

/// A published row in the terms of an endpoint of a trial.
public struct PublishedEstimate: Sendable {
    public let observation: Observation
    public let value: Double
    /// 95 %.
    public let interval: ClosedRange<Double>?
    /// The standard deviation between women, where that was published.
    public let deviation: Double?
    /// The largest misfit that still counts as close; nil where none is set.
    public let tolerance: Double?

    /// Published and simulated years may differ by that much and still be the same visit.
    private static let slack = 0.05

    /// Reads a row beside the estimate of an arm.
    ///
    /// - Throws: ``NotComparable`` saying why it does not belong there.
    public init(_ observation: Observation, _ trial: Trial, _ endpoint: TrialEndpoint, arm: Int) throws(NotComparable) {
        func no(_ reason: String) -> NotComparable { NotComparable(id: observation.id, reason: reason) }
        var scenario = trial.scenario(ofArm: arm)
        scenario.comparator = endpoint.against.map { trial.arms[$0].name }
        let result = try ObservedResult(observation, in: scenario)
        guard result.output == endpoint.output else { throw no("it is of \(result.output)") }
        let menopause = (trial.woman.menopause?.age).map { ($0 - trial.woman.age) / Unit.daysPerYear } ?? .nan
        let origin = endpoint.clock == .finalPeriod ? menopause : 0
        let (from, at) = (origin + endpoint.from / Unit.daysPerYear, origin + endpoint.at / Unit.daysPerYear)
        let isOfOneTime = [.absolute, .ratio, .hazardRatio].contains(result.measure)
        guard abs(result.to - at) < Self.slack, isOfOneTime || abs(result.from - from) < Self.slack else {
            throw no("it is of year \(result.from) to \(result.to), the endpoint of year \(from) to \(at)")
        }
        let years = result.to - result.from
        let factor: Double
        switch (endpoint.measure, result.measure) {
        case (.percentChange, .percentChange), (.percentPerYear, .percentPerYear), (.difference, .percentDifference),
            (.level, .absolute), (.ratio, .ratio), (.hazardRatio, .hazardRatio):
            factor = 1
        case (.percentChange, .percentPerYear): factor = years
        case (.percentPerYear, .percentChange): factor = 1 / years
        default: throw no("it is a \(observation.valueKind.rawValue), which is no \(endpoint.measure.rawValue)")
        }
        self.observation = observation
        value = factor * result.observed
        interval = observation.interval95.map { (factor * $0.lowerBound)...(factor * $0.upperBound) }
        deviation =
            observation.dispersion.kind == .standardDeviation ? observation.dispersion.low.map { factor * $0 } : nil
        tolerance = result.tolerance.map { endpoint.measure == .percentPerYear ? $0 / years : $0 }
    }
}

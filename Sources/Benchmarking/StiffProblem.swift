import Modeling
import Solving
import Symbolics

/// A stiff initial value problem whose end is known, to measure solvers by.
///
/// Quantities have no units; the problem's time is read as days.
public struct StiffProblem: Sendable {
    public let name: String
    /// Where the equations and the end values come from.
    public let source: String
    public let model: Model
    /// In days.
    public let span: ClosedRange<Double>
    /// In time order.
    public let events: [Event]
    /// The states at the end of the span, in the model's order.
    public let end: [Double]

    /// - Throws: `ModelError` or `UnitMismatch` if the component's equations do not hang together.
    init(
        _ name: String, source: String, _ component: some Component, span: ClosedRange<Double>, events: [Event] = [],
        end: [Double]
    ) throws {
        var assembly = Assembly(name)
        assembly.add(component)
        self.name = name
        self.source = source
        model = try assembly.model()
        self.span = span
        self.events = events
        self.end = end
    }

    /// The problem from its published start, ready to solve.
    ///
    /// - Parameter end: a time before the end of the span, in days; the span's own end if left out.
    public func initialValueProblem(until end: Double? = nil) throws -> InitialValueProblem {
        try InitialValueProblem(
            resting: CompiledModel(model), span: span.lowerBound...(end ?? span.upperBound), events: events)
    }

    /// The largest relative error of a state: |found − known| / |known|; not a number if any state is not.
    public static func largestRelativeError(_ found: [Double], known: [Double]) -> Double {
        zip(found, known).reduce(0) { largest, pair in
            let error = abs(pair.0 - pair.1) / abs(pair.1)
            return error <= largest || largest.isNaN ? largest : error
        }
    }

    /// The largest relative error of a state at the end of the span.
    public func largestRelativeError(of found: [Double]) -> Double { Self.largestRelativeError(found, known: end) }
}

extension StiffProblem {
    /// All problems.
    public static func all() throws -> [StiffProblem] {
        [
            try robertson(), try hires(), try vanDerPol(), try pollution(), try orego(), try repeatedJumps(),
            try repeatedJumpsOffManifold(),
        ]
    }

    static let testSet =
        "Mazzia F, Cash JR, Soetaert K. J Comput Appl Math 2012;236:4119, doi 10.1016/j.cam.2012.03.014"
}

extension Expression {
    /// A rate coefficient of an equation without units.
    static func perDay(_ value: Double) -> Expression { Expression(value, "1/d") }
}

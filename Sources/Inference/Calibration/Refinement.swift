/// Many neighbouring minimisations at once, with the derivatives of one place.
///
/// The derivatives are brought up to each new place by Broyden's update (Broyden CG. Math Comput 1965;19:577, doi
/// 10.1090/S0025-5718-1965-0198670-6), so that rows alone are computed, and those of eight positions at the price of one.
struct Refinement {
    let predictor: any Predictor
    /// The most rounds.
    var rounds = 24

    /// Less to be gained ends a minimisation: a tenth of a standard deviation gains as much.
    static let leastGain = 0.01

    /// One minimisation.
    struct Task: Sendable {
        var objective: Objective
        /// A parameter that stays where it begins.
        var fixed: Int?
        var position: [Double]
        fileprivate(set) var prediction: Prediction
        fileprivate(set) var value: Double
        /// What the next step is expected to gain; less than `leastGain` once it is done.
        fileprivate(set) var expectedGain = Double.infinity
        private var damping = 1e-3
        private var candidate: [Double] = []

        /// - Parameter prediction: at the position, its derivatives those of a place nearby.
        init(_ objective: Objective, fixed: Int? = nil, at position: [Double], _ prediction: Prediction) {
            self.objective = objective
            self.fixed = fixed
            self.position = position
            self.prediction = prediction
            value = objective.value(prediction.values, at: position)
        }

        var isDone: Bool { expectedGain < Refinement.leastGain }

        /// Where to look next; nil when there is nothing to gain.
        fileprivate mutating func next() -> [Double]? {
            let quadratic = objective.quadratic(prediction.values, slopes: prediction.slopes, at: position)
            guard let (step, gain) = quadratic.step(damping: damping, fixing: fixed) else { return nil }
            expectedGain = gain
            guard !isDone else { return nil }
            candidate = zip(position, step).map { $0 + max(-Search.farthest, min(Search.farthest, $1)) }
            return candidate
        }

        /// Takes in what was found there.
        fileprivate mutating func take(_ values: [Double]?) {
            guard let values else {
                damping = max(1e-2, damping * 10)
                return
            }
            let step = zip(candidate, position).map { $0 - $1 }
            let length = step.reduce(0) { $0 + $1 * $1 }
            var slopes = prediction.slopes
            for row in slopes.indices where length > 0 {
                let expected = zip(slopes[row], step).reduce(0) { $0 + $1.0 * $1.1 }
                let error = (values[row] - prediction.values[row] - expected) / length
                for index in step.indices { slopes[row][index] += error * step[index] }
            }
            let reached = objective.value(values, at: candidate)
            if reached < value {
                (position, value) = (candidate, reached)
                prediction = Prediction(values: values, slopes: slopes)
                damping /= 10
            } else {
                prediction = Prediction(values: prediction.values, slopes: slopes)
                damping = max(1e-2, damping * 10)
            }
        }
    }

    /// Does them all.
    ///
    /// - Parameter report: called after every round with how many are not done.
    func run(_ tasks: [Task], report: (Int) -> Void = { _ in }) async throws -> [Task] {
        var tasks = tasks
        for _ in 0..<rounds {
            var looks: [(task: Int, position: [Double])] = []
            for index in tasks.indices where !tasks[index].isDone {
                if let position = tasks[index].next() { looks.append((index, position)) }
            }
            report(looks.count)
            if looks.isEmpty { break }
            let found = try await predictor.values(at: looks.map(\.position))
            for (look, values) in zip(looks, found) { tasks[look.task].take(values) }
        }
        return tasks
    }
}

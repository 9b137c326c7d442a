/// What is kept of the women of a cohort once they are written: sums, and who failed.
public struct CohortTally: Sendable, Hashable, Codable {
    /// A woman who could not be simulated, and why.
    public struct Failure: Sendable, Hashable, Codable {
        public let woman: Int
        public let reason: String
    }

    /// Over women, for each reported time and output, in the order of a woman's values.
    public private(set) var moments: RunningMoments
    public private(set) var failures: [Failure] = []

    /// - Parameter quantities: how many values a woman has.
    public init(quantities: Int) { moments = RunningMoments(quantities: quantities) }

    /// Takes in the next woman.
    public mutating func add(_ woman: SimulatedWoman) {
        moments.add(woman.values)
        note(woman)
    }

    /// Notes whether the next woman failed.
    public mutating func note(_ woman: SimulatedWoman) {
        if let reason = woman.failure { failures.append(Failure(woman: woman.number, reason: reason)) }
    }
}

/// What came out for one woman of a cohort.
public struct SimulatedWoman: Sendable, Hashable {
    /// Her number.
    public let number: Int
    /// Outputs at the reported times, time after time; not a number throughout for a woman who failed.
    public let values: [Double]
    /// Why she could not be simulated, in one sentence; nil if she was.
    public let failure: String?

    public init(number: Int, values: [Double]) {
        self.number = number
        self.values = values
        failure = nil
    }

    /// A woman who could not be simulated: she keeps her place, and no number of hers can be mistaken for a result.
    ///
    /// - Parameter valueCount: how many values she would have had.
    public init(number: Int, failure: String, valueCount: Int) {
        self.number = number
        self.failure = failure
        values = Array(repeating: .nan, count: valueCount)
    }
}

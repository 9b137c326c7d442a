extension Array where Element == Double {
    /// The arithmetic mean; not a number of none.
    public var mean: Double { reduce(0, +) / Double(count) }

    /// The standard deviation between them, with n - 1; not a number of fewer than two.
    public var standardDeviation: Double {
        let centre = mean
        return (reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(count - 1)).squareRoot()
    }

    /// Pearson's correlation with as many others.
    public func correlation(with others: [Double]) -> Double {
        let (mine, theirs) = (mean, others.mean)
        let product = zip(self, others).reduce(0) { $0 + ($1.0 - mine) * ($1.1 - theirs) } / Double(count - 1)
        return product / (standardDeviation * others.standardDeviation)
    }
}

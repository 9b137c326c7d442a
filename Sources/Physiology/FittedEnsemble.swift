/// Sets of parameters that carry the uncertainty of the fit, with how parameters go together.
///
/// Each member multiplies fitted values by factors, all of one member at once.
public enum FittedEnsemble {
    /// For each member, what fitted parameters are multiplied by, by name.
    public static let members: [[String: Double]] = table.split(separator: "\n").map { line in
        let numbers = line.split(separator: " ").compactMap { Double($0) }
        precondition(numbers.count == names.count, "a member of the ensemble has \(numbers.count) numbers")
        return Dictionary(uniqueKeysWithValues: zip(names, numbers))
    }

    /// How the members were made.
    public static var description: String { source }
}

/// Values of parameters from a table of their own.
public enum PEtabValues {
    /// Reads the columns `parameterId` and `nominalValue`, as of a parameter table, in place of the problem's values.
    ///
    /// - Throws: `FileError` for a file that is no such table, or a parameter that the problem does not have.
    public static func read(file: String, for problem: PEtabProblem) throws -> [String: Double] {
        var values = problem.nominalValues
        let known = problem.parameters.map(\.id)
        for row in try PEtabTable(file: file, requiring: ["parameterId", "nominalValue"]).rows {
            let id = try row.text("parameterId")
            guard known.contains(id) else {
                let near = nearestNames(to: id, among: known, atMost: 1).first.map { "; did you mean '\($0)'?" } ?? ""
                throw row.failure("parameterId", "the problem has no parameter '\(id)'\(near)")
            }
            values[id] = try row.number("nominalValue")
        }
        return values
    }
}

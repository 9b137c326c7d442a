import Symbolics

extension PEtabRow {
    /// A formula in a cell.
    func formula(_ column: String) throws -> Expression { try formula(try text(column), in: column) }

    func formula(_ text: String, in column: String) throws -> Expression {
        do { return try PEtabFormula.read(text) } catch let error as PEtabFormula.Unreadable {
            throw failure(column, "'\(text)' is no formula: \(error.reason)")
        }
    }
}

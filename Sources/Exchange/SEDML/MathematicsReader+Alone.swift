import CSBML
import Symbolics

extension MathematicsReader {
    /// Reads mathematics that stand alone.
    ///
    /// - Throws: `FileError` for what is no MathML, or has an operation that is not supported.
    static func expression(mathML: String, line: Int, file: String) throws -> Expression {
        guard let node = readMathMLFromString(mathML) else {
            throw FileError(file: file, line: line, "the mathematics are no MathML that libSBML reads")
        }
        defer { ASTNode_free(node) }
        let reader = MathematicsReader(file: file)
        reader.line = line
        let expression = try reader.expression(node)
        guard reader.refusals.isEmpty else { throw FileError(kind: .unsupported, reader.refusals) }
        return expression
    }
}

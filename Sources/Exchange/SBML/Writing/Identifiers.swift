/// Names as other programs may write them: letters, digits and underscores.
///
/// Dots become two underscores, `skeleton.rankl.free` to `skeleton__rankl__free`. Outputs get a prefix, because an
/// output may be called like the quantity it shows.
package enum Identifiers {
    private static let outputPrefix = "output__"

    /// What an output is called.
    package static func output(_ name: String) -> String { outputPrefix + identifier(name) }

    /// What a state, parameter, control, variable or time is called.
    package static func identifier(_ name: String) -> String {
        name.split(separator: ".").map { part in
            String(part.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        }.joined(separator: "__")
    }
}

import Symbolics

/// How signals meet at bone cells: each axis, receptor or medicine adds its relative change, zero at rest, to one sum
/// for each thing that cells do.
enum Signals {
    /// No sum of signals stops a process altogether; the smallest share of its resting rate that is left.
    static let least: Expression = 0.02
}

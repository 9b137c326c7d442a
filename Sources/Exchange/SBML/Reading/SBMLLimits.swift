/// How much of a file is looked at, so that none can exhaust the machine.
enum SBMLLimits {
    /// Operations after functions are written out where they are called.
    static let operations = 4_000_000
    /// Operations within operations once definitions are written out in each other.
    static let chain = 1_000
    /// Pairs of a definition and what it rests on, to which libSBML looks for circles within a second or two: its search
    /// takes their number to more than the second power. Beyond, what it would find is looked for here.
    static let pairs = 1_000
}

/// A stop that was asked for; what is written can be continued.
public struct Interruption: Error, Sendable, CustomStringConvertible {
    /// How many women are safe in the table.
    public let done: Int
    public let women: Int

    public var description: String {
        "stopped after \(done) of \(women) women; give the same command again to go on."
    }
}

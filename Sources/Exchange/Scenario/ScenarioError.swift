/// Everything found wrong with a scenario file, a sentence each, in the order of the file.
///
/// All of it is told at once, so that a file can be mended in one go.
public struct ScenarioError: Error, Hashable, CustomStringConvertible {
    /// One thing wrong: where it stands, and what was expected there.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        /// The line, counted from one; nil if the file could not be read at all.
        public let line: Int?
        /// The path of the key (`woman.age`, `therapy[2].dose`, items counted from one); nil for the file as a whole.
        public let key: String?
        public let message: String

        /// `FILE:LINE: KEY: what was wrong and what was expected`.
        public var description: String {
            let place = line.map { "\(file):\($0)" } ?? file
            return [place, key, message].compactMap(\.self).joined(separator: ": ")
        }
    }

    public let problems: [Problem]

    /// The sentences, one a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

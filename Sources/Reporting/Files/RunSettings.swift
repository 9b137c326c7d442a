/// Everything that decides the bytes of a run, by name, as text: what is compared before a run is continued.
public struct RunSettings: Sendable, Hashable, Codable {
    public let values: [String: String]

    public init(_ values: [String: String]) { self.values = values }

    public init(from decoder: any Decoder) throws { values = try [String: String](from: decoder) }

    public func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

    /// How other settings differ from these: `seed 2, not 1`; empty if they do not.
    public func differences(from other: RunSettings) -> String {
        Set(values.keys).union(other.values.keys).sorted()
            .filter { values[$0] != other.values[$0] }
            .map { "\($0) \(other.values[$0] ?? "none"), not \(values[$0] ?? "none")" }
            .joined(separator: "; ")
    }
}

/// Something that cannot be written as SBML.
public struct SBMLWritingError: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

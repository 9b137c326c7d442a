import Modeling
import Symbolics

/// What is to be written as SBML: a model, the values it has, and what happens in it.
///
/// Numbers are in base units and in the model's order; times are in days.
public struct SBMLContents: Sendable {
    public let model: Model
    /// What the document is called.
    public var title: String
    /// Paragraphs about the whole.
    public var notes: [String]
    public var parameters: [Double]
    public var controls: [Double]
    /// Where the states stand at time zero; nil for rest, as the parameters have it.
    public var state: [Double]?
    /// In time order, each dose at the moment it is taken, which its port's lag follows.
    public var events: [Event]
    /// Resources that identify the papers behind a source, as identifiers.org has them.
    public var resources: @Sendable (Provenance) -> [String]

    /// - Parameter resources: none where no paper is named.
    public init(
        _ model: Model, title: String, notes: [String] = [], parameters: [Double], controls: [Double],
        state: [Double]? = nil, events: [Event] = [],
        resources: @escaping @Sendable (Provenance) -> [String] = { _ in [] }
    ) {
        self.model = model
        self.title = title
        self.notes = notes
        self.parameters = parameters
        self.controls = controls
        self.state = state
        self.events = events
        self.resources = resources
    }
}

import Modeling
import Symbolics

/// What is to be written as SBML: a model, the values it has, and what happens in it.
///
/// Numbers are in base units and in the model's order; times are in days.
public struct SBMLContents: Sendable {
    /// What happens at one moment: quantities take values, which may rest on all others at that moment.
    public struct Setting: Sendable {
        public let time: Double
        public let control: String
        /// In the control's unit.
        public let value: Expression
        public let meaning: String

        public init(time: Double, control: String, value: Expression, meaning: String) {
            self.time = time
            self.control = control
            self.value = value
            self.meaning = meaning
        }
    }

    public let model: Model
    /// What the document is called.
    public var title: String
    /// Paragraphs about the whole.
    public var notes: [String]
    public var parameters: [Double]
    public var controls: [Double]
    /// When the model is at rest, in the model's own time: time zero of the document.
    public var start: Double
    /// In time order, each dose at the moment it is taken, which its port's lag follows.
    public var events: [Event]
    /// Values taken before other events of the same moment.
    public var settings: [Setting]
    /// Resources that identify the papers behind a source, as identifiers.org has them.
    public var resources: @Sendable (Provenance) -> [String]

    /// - Parameter resources: none where no paper is named.
    public init(
        _ model: Model, title: String, notes: [String] = [], parameters: [Double], controls: [Double],
        start: Double = 0, events: [Event] = [], settings: [Setting] = [],
        resources: @escaping @Sendable (Provenance) -> [String] = { _ in [] }
    ) {
        self.model = model
        self.title = title
        self.notes = notes
        self.parameters = parameters
        self.controls = controls
        self.start = start
        self.events = events
        self.settings = settings
        self.resources = resources
    }
}

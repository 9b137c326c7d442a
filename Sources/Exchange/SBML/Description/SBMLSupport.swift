/// What of SBML a model uses, and what becomes of it here.
public struct SBMLSupport: Sendable {
    public enum Standing: String, Sendable {
        case simulated
        /// Without bearing on what is computed.
        case ignored
        case refused
    }

    /// One feature of SBML.
    public struct Row: Sendable {
        public let feature: String
        /// How often the model uses it.
        public let count: Int
        public let standing: Standing
        /// More about it; empty for none.
        public let note: String
    }

    /// The features that the model uses.
    public let rows: [Row]
    /// Why it cannot be simulated, a sentence each; none where it can.
    public let refusals: [String]

    public init(_ model: SBMLModel) {
        var rows: [Row] = []
        func add(_ feature: String, _ count: Int, _ standing: Standing = .simulated, _ note: String = "") {
            if count > 0 { rows.append(Row(feature: feature, count: count, standing: standing, note: note)) }
        }
        func rules(_ isWanted: (SBMLRule.Kind) -> Bool) -> Int { model.rules.filter { isWanted($0.kind) }.count }
        add("compartments", model.compartments.count)
        add("species", model.species.count)
        add("  at the boundary", model.species.filter(\.isBoundary).count)
        add("  meant as amounts", model.species.filter(\.isAmount).count)
        add("parameters", model.parameters.count)
        add("reactions", model.reactions.count)
        add("  without a rate", model.reactions.filter { $0.rate == nil }.count, .simulated, "as standing still")
        add("  local parameters", model.reactions.map(\.localParameters.count).reduce(0, +))
        add(
            "conversion factors",
            model.species.filter { $0.conversionFactor != nil }.count + (model.conversionFactor == nil ? 0 : 1))
        add("function definitions", model.functionCount)
        add("initial assignments", model.initialAssignments.count)
        add("assignment rules", rules { if case .assignment = $0 { true } else { false } })
        add("rate rules", rules { if case .rate = $0 { true } else { false } })
        add("algebraic rules", rules { if case .algebraic = $0 { true } else { false } })
        add("delayed values", model.delays.count)
        add("events", model.events.count)
        add("  with delay", model.events.filter { $0.delay != nil }.count)
        add("  with priority", model.events.filter { $0.priority != nil }.count)
        add("constraints", model.constraintCount, .ignored, "they change nothing")
        for package in model.packages {
            let standing: Standing =
                SBMLPackage.understood.contains(package.name)
                ? .simulated : package.isRequired ? .refused : .ignored
            add("package \(package.name)", 1, standing, package.isRequired ? "" : "not required")
        }
        var refusals = model.refusals
        if refusals.isEmpty {
            do {
                _ = try model.model()
            } catch let error as FileError {
                refusals = error.problems
            } catch {
                refusals = [.init(file: model.file, "\(error)")]
            }
        }
        self.rows = rows
        self.refusals = refusals.map { problem in (problem.line.map { "line \($0): " } ?? "") + problem.message }
    }
}

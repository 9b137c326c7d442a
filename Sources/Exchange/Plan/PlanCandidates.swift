/// Regimens to choose among, and what each good or harm counts where a woman does not say.
public struct PlanCandidates: Hashable, Sendable {
    /// Points for each goal.
    public var goals: [PlanGoal: Double]
    public var candidates: [PlanCandidate]

    public init(goals: [PlanGoal: Double], candidates: [PlanCandidate]) {
        self.goals = goals
        self.candidates = candidates
    }
}

/// One regimen that may be chosen.
public struct PlanCandidate: Hashable, Sendable {
    /// When in life it is meant for.
    public enum Stage: String, CaseIterable, Sendable { case beforeMenopause, afterMenopause }

    public var name: String
    /// Until the end of the scenario unless it says otherwise; empty where nothing is taken.
    public var therapy: [Treatment]
    /// Whether she stops smoking, and is relieved of stress, inflammation and lack of energy.
    public var isLifestyle: Bool
    /// Whether it is for women with a uterus or without; nil for both.
    public var uterus: Bool?
    /// Nil for all.
    public var stage: Stage?
    /// What stands against it.
    public var against: Set<PersonalHistory>
    /// Where ``against`` is known from.
    public var source: String
    /// What to know of it besides what is simulated; empty for nothing.
    public var note: String

    public init(
        name: String, therapy: [Treatment], isLifestyle: Bool = false, uterus: Bool? = nil, stage: Stage? = nil,
        against: Set<PersonalHistory> = [], source: String = "", note: String = ""
    ) {
        self.name = name
        self.therapy = therapy
        self.isLifestyle = isLifestyle
        self.uterus = uterus
        self.stage = stage
        self.against = against
        self.source = source
        self.note = note
    }
}

/// Reads files of candidates: YAML, or JSON with the same keys.
public struct PlanCandidatesReader: Sendable {
    /// The medicines a candidate may name.
    public var catalogue: MedicineCatalogue

    public init(catalogue: MedicineCatalogue) { self.catalogue = catalogue }

    static let keys = ["goals", "candidates"]

    /// Reads candidates from a file.
    ///
    /// - Parameter horizon: how long is simulated, in days.
    /// - Throws: `FileError` with all that is wrong.
    public func read(file path: String, horizon: Double) throws(FileError) -> PlanCandidates {
        try read(text: try FileKind.candidates.contents(of: path), name: path, horizon: horizon)
    }

    /// Reads candidates from text, called `name` in messages.
    ///
    /// - Throws: `FileError` with all that is wrong.
    public func read(text: String, name: String, horizon: Double) throws(FileError) -> PlanCandidates {
        let problems = Problems(file: name)
        return try problems.check(problems.root(of: text, .candidates).flatMap { candidates($0, horizon: horizon) })
    }

    private func candidates(_ root: Field, horizon: Double) -> PlanCandidates? {
        guard let top = Section(root, keys: Self.keys) else { return nil }
        let goals = top.required("goals", example: "goals: {density: 1, fractures: 1}").map { [PlanGoal: Double]($0) }
        let items =
            top.required("candidates", example: "candidates: [{name: nothing}]")?
            .items(expecting: "- {name: nothing}") ?? []
        let read = items.compactMap { candidate($0, horizon: horizon) }
        if Set(read.map(\.name)).count < read.count {
            root.report("two candidates have one name; expected a name each")
        }
        return goals.map { PlanCandidates(goals: $0, candidates: read) }
    }

    private func candidate(_ field: Field, horizon: Double) -> PlanCandidate? {
        let keys = ["name", "therapy", "lifestyle", "uterus", "stage", "against", "source", "note"]
        guard let section = Section(field, keys: keys),
            let name = section.required("name", example: "name: alendronate")?.text(expecting: "a name")
        else { return nil }
        let against = section["against"]?.items(expecting: "[venousThrombosis]") ?? []
        return PlanCandidate(
            name: name,
            therapy: section["therapy"].map {
                [Treatment]($0, catalogue: catalogue, horizon: horizon, allowsOverlap: false)
            } ?? [],
            isLifestyle: section["lifestyle"]?.flag() ?? false, uterus: section["uterus"]?.flag(),
            stage: section["stage"]?.choice("a stage", of: PlanCandidate.Stage.self),
            against: Set(
                against.compactMap { $0.choice("part of a history this program knows", of: PersonalHistory.self) }),
            source: section["source"]?.text(expecting: "a source") ?? "",
            note: section["note"]?.text(expecting: "a sentence") ?? "")
    }
}

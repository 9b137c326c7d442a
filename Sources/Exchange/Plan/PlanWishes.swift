/// What a woman hopes for from a plan, and what in her history stands against medicines.
public struct PlanWishes: Hashable, Sendable {
    /// Points for each goal, by what a point stands for; empty for those of the file of candidates.
    public var goals: [PlanGoal: Double]
    public var history: Set<PersonalHistory>

    public init(goals: [PlanGoal: Double] = [:], history: Set<PersonalHistory> = []) {
        self.goals = goals
        self.history = history
    }
}

/// Something a plan may bring or cost, and what one point of it is given for.
public enum PlanGoal: String, CaseIterable, Sendable, Codable {
    /// Per cent of density, mean of spine and hip, above what she would have without any plan.
    case density
    /// One woman of a thousand spared a major osteoporotic fracture.
    case fractures
    /// One hot flush a week less, for a woman prone to them.
    case hotFlushes
    /// One woman of a thousand without a venous thrombosis.
    case venousThrombosis
    /// One woman of a thousand without a stroke.
    case stroke
    /// One woman of a thousand without breast cancer.
    case breastCancer
    /// One woman of a thousand without hyperplasia of the endometrium.
    case hyperplasia
}

/// What labels name as reasons not to take a medicine, and a scenario may say of a woman.
public enum PersonalHistory: String, CaseIterable, Sendable, Codable {
    case breastCancer, venousThrombosis, stroke, coronaryDisease, liverDisease, unexplainedBleeding
    /// Of the oesophagus, or that she cannot sit or stand for half an hour.
    case oesophagealDisease
    /// Too little calcium in the blood.
    case hypocalcaemia
    /// With a glomerular filtration below about 35 mL/min.
    case kidneyDisease
    case peanutAllergy

    /// As people say it: `venous thrombosis`.
    public var words: String {
        rawValue.reduce(into: "") { text, letter in
            text += letter.isUppercase ? " \(letter.lowercased())" : "\(letter)"
        }
    }
}

extension PlanWishes {
    init(_ field: Field) {
        self.init()
        guard let section = Section(field, keys: ["goals", "history"]) else { return }
        if let goals = section["goals"] { self.goals = [PlanGoal: Double](goals) }
        let items = section["history"]?.items(expecting: "[venousThrombosis]") ?? []
        history = Set(items.compactMap { $0.choice("part of a history this program knows", of: PersonalHistory.self) })
    }
}

extension [PlanGoal: Double] {
    /// Reads points for goals: `{fractures: 1, hotFlushes: 2}`.
    init(_ field: Field) {
        self.init()
        guard let section = Section(field, keys: PlanGoal.allCases.map(\.rawValue)) else { return }
        for goal in PlanGoal.allCases {
            self[goal] = section[goal.rawValue]?.number("points", 0...1000)
        }
    }
}

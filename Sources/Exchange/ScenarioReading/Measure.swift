import Symbolics

/// What a value has to be: its dimension, shown by an example, and what is possible.
struct Measure {
    /// With its article, for messages: `an age`.
    let noun: String
    let example: Quantity
    let lowest: Double
    let highest: Double
    /// Whether zero is too little, when that is where the possible begins.
    let isAboveZero: Bool
    /// The possible in words, where the unit of the example would say it badly.
    let limits: String?

    /// `range` is in the unit of the example; from zero means more than zero unless `zeroAllowed`.
    init(
        _ noun: String, _ example: Quantity, _ range: ClosedRange<Double>, zeroAllowed: Bool = false,
        limits: String? = nil
    ) {
        self.noun = noun
        self.example = example
        lowest = range.lowerBound
        highest = range.upperBound
        isAboveZero = lowest == 0 && !zeroAllowed
        self.limits = limits
    }

    /// What is wrong with a value of the right dimension, or nil if it is possible.
    func fault(of value: Quantity, written: String) -> String? {
        let number = value.value * (value.unit.factor / example.unit.factor)
        // Rounding in a change of units must not push a limit out of the possible.
        let slack = 1e-9 * highest
        let isWithin = number >= lowest - slack && number <= highest + slack
        if isWithin, number > 0 || lowest < 0 || (number == 0 && !isAboveZero) { return nil }
        let wrong =
            switch number {
            case ..<0 where lowest >= 0: "is negative"
            case 0: "is zero"
            case ..<lowest: "is too little"
            default: "is too much"
            }
        return "\(quoted(written)) \(wrong); expected \(range)"
    }

    private var range: String {
        if let limits { return "\(noun) \(limits)" }
        let most = text(of: Quantity(highest, example.unit))
        return isAboveZero
            ? "\(noun) of more than 0 and at most \(most)"
            : "\(noun) between \(digits(lowest)) and \(most)"
    }
}

extension Measure {
    static let age = Measure("an age", Quantity(56, "years"), WomanLimits.age)
    static let menopauseAge = Measure("an age at menopause", Quantity(51, "years"), WomanLimits.menopauseAge)
    static let weight = Measure("a weight", Quantity(69, "kg"), WomanLimits.weight)
    static let height = Measure("a height", Quantity(162, "cm"), WomanLimits.height)
    static let calcium = Measure("a calcium intake", Quantity(900, "mg/day"), WomanLimits.calcium)
    static let vitaminD = Measure("a serum 25-hydroxyvitamin D", Quantity(60, "nmol/L"), WomanLimits.vitaminD)
    static let vitaminDByMass = Measure("a serum 25-hydroxyvitamin D", Quantity(24, "ng/mL"), 0.8...200)
    static let arealDensity = Measure("a density", Quantity(0.72, "g/cm2"), 0.2...2)
    static let volumeDensity = Measure("a trabecular density", Quantity(120, "mg/cm3"), 5...400)
    static let interval = Measure(
        "an interval", Quantity(1, "day"), 1.0 / 1_440...3_652.5, limits: "between 1 minute and 10 years")
    static let start = Measure("a time", Quantity(1, "years"), 0...100, zeroAllowed: true)
    static let end = Measure("a time", Quantity(3, "years"), 0...100)
    static let concentration = Measure("a concentration", Quantity(200, "mg/mL"), 0...1_000)

    /// The T-scores people can have.
    static let tScores = -8.0...8.0
}

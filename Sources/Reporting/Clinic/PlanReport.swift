import Exchange
import Physiology
import Trials

/// Regimens ranked for one woman, benefit beside harm, and what bears on her bone besides medicines.
public struct PlanReport: Sendable {
    public let plan: PlanComparison
    public let factors: PlanFactors

    public init(_ plan: PlanComparison, factors: PlanFactors) {
        self.plan = plan
        self.factors = factors
    }

    /// What every plan is for.
    public static let purpose =
        "This is to talk over with a clinician, not advice: it knows nothing of her but what the scenario states, and ranks by "
        + "the points above, which are hers to set."

    private static let columns: [(goal: PlanGoal, title: String)] = [
        (.fractures, "fractures"), (.venousThrombosis, "clots"), (.stroke, "strokes"), (.breastCancer, "breast cancer"),
        (.hyperplasia, "hyperplasia"), (.hotFlushes, "flushes"),
    ]

    private var nothing: PlanComparison.Option? { plan.options.first { $0.candidate.name == PlanComparison.nothing } }

    /// The report for the terminal.
    public func text(width: Int) -> String {
        let title = plan.scenario.title
        var parts = TextWrap.heading(title, width: width)
        parts += plan.scenario.untreated.words.flatMap { TextWrap.lines($0, width: width) }
        parts += [""] + TextWrap.lines(goalsSentence, width: width)
        parts += ["", "Ranked, best first; of 1,000 women like her by year \(NumberText.short(plan.scenario.years))"]
        parts += [ranking(width)]
        parts += TextWrap.lines(reading, width: width)
        if let best = plan.options.first, let nothing {
            parts += [""] + TextWrap.lines(plain(best, nothing), width: width)
        }
        parts += plan.options.filter { !$0.candidate.note.isEmpty }.flatMap {
            TextWrap.lines("\($0.candidate.name): \($0.candidate.note).", width: width)
        }
        if !plan.excluded.isEmpty { parts += ["", "Not for her", exclusions(width)] }
        // A table ends with an empty line of its own.
        parts +=
            (plan.excluded.isEmpty ? [""] : []) + [
                "Besides medicines, each alone, against her as she is", factorTable(width),
            ]
        parts += TextWrap.lines(
            "Weight and smoking as if lifelong, the rest from the start. Smoking reaches density only by what it takes from "
                + "swallowed estrogen; insulin resistance weakens bone at no lower density.", width: width)
        return (parts + [""] + TextWrap.lines(Self.purpose, width: width) + [RunReport.standardDisclaimer, ""])
            .joined(separator: "\n")
    }

    private var goalsSentence: String {
        let points = PlanGoal.allCases.compactMap { goal in
            plan.goals[goal].map { "\(NumberText.short($0)) \(Self.unit(goal))" }
        }
        let whose = plan.scenario.wishes.goals.isEmpty ? "of the file of candidates" : "of her own"
        return "Points (\(whose)): \(points.joined(separator: "; "))."
    }

    /// What one point is given for.
    private static func unit(_ goal: PlanGoal) -> String {
        switch goal {
        case .density: "for 1 % of density, mean of spine and hip"
        case .fractures: "for a major osteoporotic fracture spared in 1,000 women"
        case .hotFlushes: "for a hot flush a week less"
        case .venousThrombosis: "for a venous thrombosis"
        case .stroke: "for a stroke"
        case .breastCancer: "for a breast cancer"
        case .hyperplasia: "for a hyperplasia of the endometrium"
        }
    }

    private func ranking(_ width: Int) -> String {
        let shown = Self.columns.filter { column in plan.options.contains { $0.results[column.goal] != nil } }
        let rows = plan.options.enumerated().map { place, option -> [String] in
            let score =
                "\(NumberText.signed(option.score, decimals: 1)) (\(NumberText.signed(option.scoreInterval.lowerBound, decimals: 0)) to "
                + "\(NumberText.signed(option.scoreInterval.upperBound, decimals: 0)))"
            return [
                "\(place + 1)", option.candidate.name, option.candidate.name == PlanComparison.nothing ? "0" : score,
                NumberText.signed(option.spine, decimals: 1), NumberText.signed(option.hip, decimals: 1),
            ] + shown.map { column in option.results[column.goal].map(cell) ?? "–" }
        }
        return TextTable(
            columns: [
                .init("#"), .init("regimen", alignment: .left, wraps: true), .init("points", unit: "95 %"),
                .init("spine", unit: "%"), .init("hip", unit: "%"),
            ] + shown.map { .init($0.title, unit: $0.goal == .hotFlushes ? "a week" : "") },
            rows: rows, keyColumns: 2
        ).rendered(width: width)
    }

    /// How many, and how many more or fewer than without anything.
    private func cell(_ result: PlanComparison.Result) -> String {
        let change = NumberText.signed(-result.gain, decimals: 1)
        return change == "0.0"
            ? NumberText.fixed(result.value, decimals: 1)
            : "\(NumberText.fixed(result.value, decimals: 1)) (\(change))"
    }

    private var reading: String {
        "Women of 1,000 to whom it happens, in brackets more or fewer than with nothing; spine and hip against the start. The "
            + "interval of the points is what the numbers behind outcomes leave open; where two overlap, their order is not "
            + "known. Flushes, for a woman prone to them, at month \(NumberText.short(12 * min(1, plan.scenario.years)))."
    }

    private func plain(_ best: PlanComparison.Option, _ nothing: PlanComparison.Option) -> String {
        func count(_ value: Double) -> String { NumberText.fixed(value, decimals: value < 10 ? 1 : 0) }
        let years = NumberText.short(plan.scenario.years)
        if best.candidate.name == PlanComparison.nothing {
            return "By her points nothing that was compared does better than doing nothing."
        }
        let events: [(PlanGoal, String)] = [
            (.fractures, "break a hip, wrist, shoulder or vertebra"), (.venousThrombosis, "have a clot"),
            (.stroke, "have a stroke"), (.breastCancer, "are told of breast cancer"),
        ]
        let sentences = events.compactMap { goal, words in
            best.results[goal].flatMap { with in
                nothing.results[goal].map { "\(count(with.value)) instead of \(count($0.value)) \(words)" }
            }
        }
        return "In plain words: of 1,000 women like her on '\(best.candidate.name)' for \(years) years, "
            + "\(ModelWriter.list(sentences))."
    }

    private func exclusions(_ width: Int) -> String {
        TextTable(
            columns: [.init("regimen", alignment: .left), .init("because", alignment: .left, wraps: true)],
            rows: plan.excluded.map { [$0.candidate.name, $0.reasons.joined(separator: "; ")] }
        ).rendered(width: width)
    }

    private func factorTable(_ width: Int) -> String {
        TextTable(
            columns: [
                .init("factor", alignment: .left), .init("spine", unit: "%"), .init("hip", unit: "%"),
                .init("fractures", unit: "of 1,000"),
            ],
            rows: factors.factors.map { factor in
                [factor.name] + [factor.spine, factor.hip, factor.fractures].map { NumberText.signed($0, decimals: 1) }
            }
        ).rendered(width: width)
    }

    /// A row each regimen and goal.
    public func csv() -> String {
        CSVWriter.text(
            header: [
                "rank", "regimen", "points", "goal", "value", "gain", "gain low", "gain high", "excluded because",
            ],
            rows: plan.options.enumerated().flatMap { place, option in
                PlanGoal.allCases.compactMap { goal in
                    option.results[goal].map { result in
                        [
                            "\(place + 1)", option.candidate.name, "\(option.score)", goal.rawValue, "\(result.value)",
                            "\(result.gain)", result.interval.map { "\($0.lowerBound)" } ?? "",
                            result.interval.map { "\($0.upperBound)" } ?? "", "",
                        ]
                    }
                }
            }
                + plan.excluded.map {
                    ["", $0.candidate.name, "", "", "", "", "", "", $0.reasons.joined(separator: "; ")]
                })
    }

    /// - Throws: what `JSONEncoder` throws, which these values give no reason for.
    public func json() throws -> String {
        try Document(
            title: plan.scenario.title, years: plan.scenario.years,
            goals: Dictionary(uniqueKeysWithValues: plan.goals.map { ($0.key.rawValue, $0.value) }),
            regimens: plan.options.map { option in
                .init(
                    name: option.candidate.name, points: option.score,
                    interval: [option.scoreInterval.lowerBound, option.scoreInterval.upperBound],
                    spine: option.spine, hip: option.hip,
                    results: Dictionary(
                        uniqueKeysWithValues: option.results.map {
                            (
                                $0.key.rawValue,
                                .init(
                                    value: $0.value.value, gain: $0.value.gain,
                                    interval: $0.value.interval.map { [$0.lowerBound, $0.upperBound] })
                            )
                        }))
            },
            excluded: plan.excluded.map { .init(name: $0.candidate.name, reasons: $0.reasons) },
            factors: factors.factors.map {
                .init(name: $0.name, spine: $0.spine, hip: $0.hip, fractures: $0.fractures)
            }, purpose: Self.purpose
        ).prettyJSON()
    }

    private struct Document: Encodable {
        struct Regimen: Encodable {
            let name: String
            let points: Double
            let interval: [Double]
            let spine: Double
            let hip: Double
            let results: [String: Outcome]
        }
        struct Outcome: Encodable {
            let value: Double
            let gain: Double
            let interval: [Double]?
        }
        struct Excluded: Encodable {
            let name: String
            let reasons: [String]
        }
        struct Factor: Encodable {
            let name: String
            let spine: Double
            let hip: Double
            let fractures: Double
        }
        let title: String
        let years: Double
        let goals: [String: Double]
        let regimens: [Regimen]
        let excluded: [Excluded]
        let factors: [Factor]
        let purpose: String
    }
}

import Exchange
import Symbolics
import Trials

/// What a search for the lowest dose found, with the harms at that dose beside it.
public struct DoseReport: Sendable {
    public let search: DoseSearch
    public let marketed: MarketedDoses?
    /// Her scenario at the dose that would be taken, beside itself without; nil where no dose was found.
    private let outcomes: ScenarioComparison?
    /// The dose behind ``outcomes``, in the unit of the question.
    private let taken: Double?

    /// - Throws: `EvidenceError` for doses that cannot be read, `SolverError` if the scenario at the dose cannot be integrated.
    public init(_ search: DoseSearch) throws {
        self.search = search
        let treatment = search.question.treatment
        let marketed = try MarketedDoses(medicine: treatment.medicine, form: treatment.form)
        let taken = Self.found(search).map { dose in Self.next(marketed, from: dose, in: treatment.dose.unit) ?? dose }
        self.marketed = marketed
        self.taken = taken
        outcomes = try taken.map { try ScenarioComparison(search.question.scenario(at: $0), besideUntreated: true) }
    }

    private static func found(_ search: DoseSearch) -> Double? {
        switch search.answer {
        case .dose(let dose, _, _), .atMost(let dose): dose
        case .noneNeeded, .notReached: nil
        }
    }

    private static func next(_ marketed: MarketedDoses?, from dose: Double, in unit: Unit) -> Double? {
        guard let marketed, let factor = Quantity(1, marketed.unit).value(in: unit) else { return nil }
        return marketed.next(from: dose / factor).map { $0 * factor }
    }

    private var unit: String { UnitText.pretty(search.question.treatment.dose.unit.symbol) }

    private func dose(_ value: Double) -> String { "\(NumberText.significant(value)) \(unit)" }

    /// The report for the terminal.
    public func text(width: Int) -> String {
        let question = search.question
        let title = question.scenario.title
        var parts = TextWrap.heading(title, width: width)
        parts += TextWrap.lines(
            "Lowest dose of \(question.treatment.product) at which \(percent(question.share)) % of \(search.women) women like her "
                + "(seed \(search.seed)) lose nothing at the \(MeasureName.short(question.output)) in "
                + "\(MeasureName.time(question.scenario.years)).", width: width)
        parts += [""] + answerSentences.flatMap { TextWrap.lines($0, width: width) }
        parts += ["", "Doses tried, the same women at each", curve(width)]
        if !search.isMonotone {
            parts += TextWrap.lines(
                "More of it did not always leave more women without loss; the search assumes it does, and its answer is the "
                    + "dose that its halving came upon.", width: width)
        }
        if search.failures > 0 { parts.append("\(search.failures) women could not be simulated.") }
        if let outcomes, let taken {
            parts += ["At \(dose(taken)), for the woman of the scenario:", OutcomeCard(outcomes).table(width: width)]
        }
        return (parts + ["", RunReport.standardDisclaimer, ""]).joined(separator: "\n")
    }

    private func percent(_ share: Double) -> String { NumberText.short(100 * share) }

    private var answerSentences: [String] {
        let question = search.question
        let asked = "\(percent(question.share)) %"
        switch search.answer {
        case .noneNeeded:
            return ["None is needed: \(asked) of them lose nothing without it."]
        case .notReached(let best):
            let point = search.tried.first { $0.dose == best }
            return [
                "No dose up to \(dose(question.doses.upperBound)) reaches it; the best, \(dose(best)), leaves "
                    + "\(point?.kept.words(decimals: 0) ?? "–") % without loss."
            ]
        case .atMost(let lowest):
            return ["The lowest dose tried, \(dose(lowest)), reaches it already.", marketedSentence(lowest)]
        case .dose(let found, let low, let high):
            let upper = high.map { "\(dose($0))" } ?? "no dose, which these women cannot exclude"
            return [
                "Answer: \(dose(found)) (95 % by women: \(dose(low)) to \(upper)), to within "
                    + "\(NumberText.short(100 * (DoseSearch.closeness - 1))) %.",
                marketedSentence(found),
            ]
        }
    }

    private func marketedSentence(_ found: Double) -> String {
        guard let marketed else { return "The evidence names no doses in which it is sold." }
        let sold =
            "\(marketed.doses.map(NumberText.short).joined(separator: ", ")) \(UnitText.pretty(marketed.unit.symbol))"
        guard let next = Self.next(marketed, from: found, in: search.question.treatment.dose.unit) else {
            return "Sold as \(sold), all of them less (\(marketed.source))."
        }
        return "The lowest dose sold that is no less is \(dose(next)); sold are \(sold) (\(marketed.source))."
    }

    private func curve(_ width: Int) -> String {
        TextTable(
            columns: [
                .init("dose", unit: unit), .init("without loss", unit: "% of women (95 %)"),
                .init("mean change", unit: "%"), .init("SD", unit: "%"),
            ],
            rows: search.tried.map { point in
                [
                    NumberText.significant(point.dose), point.kept.words(decimals: 1),
                    NumberText.signed(point.change.mean, decimals: 2),
                    NumberText.fixed(point.change.deviation, decimals: 2),
                ]
            }
        ).rendered(width: width)
    }

    /// A row each dose tried.
    public func csv() -> String {
        CSVWriter.text(
            header: [
                "dose [\(search.question.treatment.dose.unit)]", "without loss [%]", "low", "high", "mean change [%]",
                "SD [%]",
            ],
            rows: search.tried.map { point in
                [
                    "\(point.dose)", "\(point.kept.value)", "\(point.kept.low)", "\(point.kept.high)",
                    "\(point.change.mean)", "\(point.change.deviation)",
                ]
            })
    }

    /// - Throws: what `JSONEncoder` throws, which these values give no reason for.
    public func json() throws -> String {
        var answer = Document.Answer(kind: "", dose: nil, low: nil, high: nil)
        switch search.answer {
        case .noneNeeded: answer.kind = "none needed"
        case .notReached(let best): (answer.kind, answer.dose) = ("not reached", best)
        case .atMost(let dose): (answer.kind, answer.dose) = ("at most", dose)
        case .dose(let dose, let low, let high):
            answer = .init(kind: "dose", dose: dose, low: low, high: high)
        }
        let question = search.question
        return try Document(
            title: question.scenario.title, medicine: question.treatment.medicine, form: question.treatment.form,
            unit: question.treatment.dose.unit.symbol, output: question.output, share: question.share,
            years: question.scenario.years, women: search.women, seed: search.seed, answer: answer,
            nextMarketed: taken, marketed: marketed?.doses ?? [],
            tried: search.tried.map {
                .init(dose: $0.dose, withoutLoss: $0.kept.value, interval: $0.kept.ends, meanChange: $0.change.mean)
            }
        ).prettyJSON()
    }

    private struct Document: Encodable {
        struct Answer: Encodable {
            var kind: String
            var dose: Double?
            var low: Double?
            var high: Double?
        }
        struct Point: Encodable {
            let dose: Double
            let withoutLoss: Double
            let interval: [Double]?
            let meanChange: Double
        }
        let title: String
        let medicine: String
        let form: String
        let unit: String
        let output: String
        let share: Double
        let years: Double
        let women: Int
        let seed: UInt64
        let answer: Answer
        let nextMarketed: Double?
        let marketed: [Double]
        let tried: [Point]
    }
}

import Exchange
import Modeling
import Physiology
import Symbolics
import Trials

/// Reads outcomes with and without therapy, with what is known of the difference, from a run.
struct OutcomeReader {
    private let run: ScenarioComparison
    private let parameters: [String: Parameter]
    /// The rate without therapy behind each counted outcome.
    private static let rates = [
        "fracture.hip": "outcomes.fracture.hipRate65", "fracture.clinicalVertebral": "outcomes.fracture.vertebralRate",
        "fracture.wrist": "outcomes.fracture.wristRate", "fracture.any": "outcomes.fracture.otherRate",
        "fracture.majorOsteoporotic": "outcomes.fracture.humerusRate",
        "fracture.nonvertebral": "outcomes.fracture.otherRate",
        "outcome.venousThrombosis": "outcomes.harms.venousThrombosisRate",
        "outcome.stroke": "outcomes.harms.strokeRate",
        "outcome.breastCancer": "outcomes.harms.breastCancerRate",
        "outcome.endometrialHyperplasia": "outcomes.endometrium.background",
    ]
    /// What smoking does to each counted outcome.
    private static let smoking = [
        "fracture.hip": "outcomes.fracture.smokingOnHip",
        "fracture.clinicalVertebral": "outcomes.fracture.smokingElsewhere",
        "fracture.wrist": "outcomes.fracture.smokingElsewhere", "fracture.any": "outcomes.fracture.smokingElsewhere",
        "fracture.majorOsteoporotic": "outcomes.fracture.smokingElsewhere",
        "fracture.nonvertebral": "outcomes.fracture.smokingElsewhere",
        "outcome.venousThrombosis": "outcomes.smoking.onThrombosis", "outcome.stroke": "outcomes.smoking.onStroke",
        "outcome.breastCancer": "outcomes.smoking.onBreast",
    ]
    /// Relative change below which nothing is said to have changed.
    private static let least = 1e-4

    /// Levels below it are nought in the table.
    private static let shown = 0.05

    init(_ run: ScenarioComparison) {
        self.run = run
        parameters = Dictionary(uniqueKeysWithValues: run.simulation.model.parameters.map { ($0.name, $0) })
    }

    /// Women of a thousand; nil if the output was not simulated.
    func counted(_ output: String, _ label: String, at time: Double) -> OutcomeRow? {
        guard let share = run.simulation.value(output, at: time) else { return nil }
        // From per cent.
        let perThousand = 10.0
        return row(output, label, unit: "", scale: perThousand, with: share, at: time)
    }

    /// A level in its own unit; nil where nothing is taken, or where there is none with therapy or without.
    func level(_ output: String, _ label: String, at time: Double) -> OutcomeRow? {
        guard let with = run.simulation.value(output, at: time), let without = run.untreated?.value(output, at: time),
            max(abs(with), abs(without)) > Self.shown
        else { return nil }
        let unit = run.simulation.model.outputs.first { $0.name == output }?.unit.symbol ?? ""
        return row(output, label, unit: unit, scale: 1, with: with, at: time)
    }

    private func row(
        _ output: String, _ label: String, unit: String, scale: Double, with: Double, at time: Double
    ) -> OutcomeRow {
        let without = run.untreated?.value(output, at: time)
        return OutcomeRow(
            output: output, label: label, unit: unit, without: without.map { scale * $0 }, with: scale * with,
            effect: without.map { effect(output, scale: scale, with: with, without: $0, at: time) },
            source: source(of: output, at: time))
    }

    private func effect(
        _ output: String, scale: Double, with: Double, without: Double, at time: Double
    ) -> OutcomeRow.Effect {
        if abs(with - without) <= Self.least * max(abs(with), abs(without)),
            run.intervals?.numbers(behind: output, at: time).isEmpty != false
        {
            return .notModelled
        }
        let (difference, ratio) = intervals(of: output, at: time, without: without)
        return .change(
            difference: .init(
                scale * (with - without), difference.map { (scale * $0.lowerBound)...(scale * $0.upperBound) }),
            ratio: OutcomeIntervals.isRatio(with, over: without) ? .init(with / without, ratio) : nil)
    }

    private func intervals(
        of output: String, at time: Double, without: Double
    ) -> (difference: ClosedRange<Double>?, ratio: ClosedRange<Double>?) {
        if Simulation.carriesInterval(of: output) {
            guard let carried = run.simulation.carriedInterval(of: output, at: time), without > 0 else {
                return (nil, nil)
            }
            let (low, high) = (carried.lowerBound, carried.upperBound)
            return ((low - without)...(high - without), (low / without)...(high / without))
        }
        return (run.intervals?.difference(of: output, at: time), run.intervals?.ratio(of: output, at: time))
    }

    private func names(behind output: String, at time: Double) -> [String] {
        let habits = run.simulation.scenario.woman.smoking ? Self.smoking[output] : nil
        return [Self.rates[output], habits].compactMap(\.self)
            + (run.intervals?.numbers(behind: output, at: time) ?? [])
    }

    /// Authors, trials and rows of the evidence that the sources of its numbers name.
    private func source(of output: String, at time: Double) -> String {
        let texts = names(behind: output, at: time).compactMap { parameters[$0]?.provenance.source }
        var seen = Set<String>()
        return texts.flatMap { text in
            text.matches(of: /\p{Lu}\p{L}+ (?:19|20)\d\d\b|\bO\d{4}\b|\bWHI\b|\bPEPI\b|\bSWAN\b|\bE3N\b/).map {
                String($0.0)
            }
        }.filter { seen.insert($0).inserted }.joined(separator: ", ")
    }

    /// What is known of the numbers that decide what the therapy does to outcomes, and of the rates without it.
    func numbers(behind outcomes: [(output: String, time: Double)]) -> [ParameterRow] {
        var seen = Set<String>()
        return outcomes.flatMap { names(behind: $0.output, at: $0.time) }.filter { seen.insert($0).inserted }
            .compactMap { name in parameters[name].map { ParameterRow($0) } }
    }
}

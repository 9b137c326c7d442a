import Exchange
import Modeling
import Symbolics
import Trials

/// What is printed about the power of a trial of two arms.
public struct PowerTable {
    private let values: EndpointValues
    private let data: TrialData
    private let power: TrialPower
    private let sizes: [Int]
    private let wanted: Double

    /// - Parameters:
    ///   - sizes: numbers of women in each arm.
    ///   - wanted: the power to be reached.
    public init(_ values: EndpointValues, data: TrialData, power: TrialPower, sizes: [Int], wanted: Double) {
        self.values = values
        self.data = data
        self.power = power
        self.sizes = sizes
        self.wanted = wanted
    }

    public func text(width: Int) -> String {
        let trial = data.run.trial
        let endpoint = values.endpoint
        let output = data.run.outputs[0]
        let arms = trial.arms.indices.map { arm in
            let sample = values.sample(ofArm: arm)
            return [
                trial.arms[arm].name, "\(sample.count)",
                endpoint.text(endpoint.measure == .losers ? 100 * sample.mean : sample.mean),
                values.hasDeviation ? NumberText.significant(sample.deviation) : "–",
            ]
        }
        let unit =
            endpoint.measure == .hazardRatio || endpoint.measure == .ratio
            ? output.unit.symbol : endpoint.unit(of: output)
        var parts = [
            trial.title, endpoint.words(output.shortLabel, in: trial), "",
            TextTable(
                columns: [
                    .init("arm", alignment: .left, wraps: true), .init("women", unit: "simulated"),
                    .init("mean", unit: UnitText.pretty(unit)),
                    .init("SD"),
                ], rows: arms
            ).rendered(width: width),
            TextTable(
                columns: [.init("women", unit: "in each arm"), .init("power", unit: "%")],
                rows: sizes.map { ["\($0)", NumberText.fixed(100 * power.power(size: $0), decimals: 1)] }
            ).rendered(width: width),
        ]
        let needed = power.size(reaching: wanted)
        let goal = "a power of \(NumberText.short(100 * wanted)) % at a two-sided level of \(power.level)"
        parts.append(
            needed.map {
                "\($0) women in each arm reach \(goal) (effect \(endpoint.text(power.effect)); \(power.test))."
            }
                ?? "No number of women up to \(TrialPower.mostWomen) in each arm reaches \(goal) "
                + "(effect \(endpoint.text(power.effect)); \(power.test)).")
        if !data.failures.isEmpty {
            parts.append(
                "\(data.failures.count) women failed and are left out: \(data.failures.map { "\($0.woman)" }.joined(separator: ", "))."
            )
        }
        parts.append("Women who are lost have to be recruited besides: numbers are of women measured.")
        return parts.joined(separator: "\n") + "\n"
    }
}

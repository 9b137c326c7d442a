import Foundation
import Inference
import Modeling
import Symbolics

/// What an analysis of sensitivity prints, and writes as CSV.
public struct SensitivityTables {
    private let sweep: ParameterSweep
    private let values: [[Double]]

    /// - Parameter values: for each target of the sweep, what came out at each point.
    public init(sweep: ParameterSweep, values: [[Double]]) {
        self.sweep = sweep
        self.values = values
    }

    /// Elementary effects, the largest first, and where the assumed ones among them come from.
    public func text(_ effects: [[MorrisDesign.Effect]], top: Int, width: Int) -> String {
        text(
            effects.map { effects in effects.map(\.meanAbsolute) }, top: top, width: width,
            columns: [.init("mu*"), .init("mean"), .init("sigma")]
        ) { target, parameter in
            let effect = effects[target][parameter]
            return [
                NumberText.significant(effect.meanAbsolute), Self.signed(effect.mean),
                NumberText.significant(effect.deviation),
            ]
        }
    }

    /// Shares of variance, the largest total first, and where the assumed ones among them come from.
    public func text(_ shares: [[SobolDesign.Shares]?], top: Int, width: Int) -> String {
        text(
            shares.map { shares in shares.map { $0.map(\.total.value) } ?? [] }, top: top, width: width,
            columns: [.init("first"), .init("95 % interval"), .init("total"), .init("95 % interval")]
        ) { target, parameter in
            guard let share = shares[target]?[parameter] else { return [] }
            return [share.first, share.total].flatMap { index in
                [
                    NumberText.fixed(index.value, decimals: 3),
                    "\(NumberText.fixed(index.low, decimals: 3)) to \(NumberText.fixed(index.high, decimals: 3))",
                ]
            }
        }
    }

    /// - Parameter sizes: for each target, how much each parameter does; empty where the output does not vary.
    private func text(
        _ sizes: [[Double]], top: Int, width: Int, columns: [TextTable.Column], cells: (Int, Int) -> [String]
    ) -> String {
        var parts: [String] = []
        var shown: Set<Int> = []
        for (target, sizes) in zip(sweep.targets.indices, sizes) {
            let finite = values[target].filter(\.isFinite)
            let low = NumberText.significant(finite.min() ?? .nan), high = NumberText.significant(finite.max() ?? .nan)
            let what = sweep.targets[target]
            let failed = values[target].count - finite.count
            parts.append(
                "\(what.output)\(what.isChange ? ", change" : ""), \(low) to \(high) \(UnitText.pretty(what.unit))"
                    + (failed == 0 ? "" : "; \(failed) simulations failed and are left out"))
            let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }.prefix(top)
            if order.isEmpty {
                parts.append("  none of the parameters moves it\n")
                continue
            }
            shown.formUnion(order)
            let rows = order.map { index -> [String] in
                let range = sweep.ranges[index]
                return [range.parameter.name] + cells(target, index) + [
                    Self.range(range.range) + (range.isStated ? "" : " (chosen)"), UnitText.pretty(range.parameter.unit.symbol),
                    range.parameter.provenance.status.rawValue,
                ]
            }
            parts.append(
                TextTable(
                    columns: [.init("parameter", alignment: .left)] + columns + [
                        .init("varied", alignment: .left), .init("unit", alignment: .left), .init("status", alignment: .left),
                    ], rows: rows
                ).rendered(width: width))
        }
        return (parts + [sources(shown.sorted(), width: width)]).joined(separator: "\n")
    }

    /// The assumed parameters that matter, with the reason for each.
    private func sources(_ indices: [Int], width: Int) -> String {
        let rows = indices.map { sweep.ranges[$0].parameter }.filter { $0.provenance.status == .assumed }
            .map { [$0.name, NumberText.significant($0.value), UnitText.pretty($0.unit.symbol), $0.provenance.source] }
        if rows.isEmpty { return "No assumed parameter is among them." }
        return "The assumed parameters among them\n"
            + TextTable(
                columns: [
                    .init("parameter", alignment: .left), .init("value"), .init("unit", alignment: .left),
                    .init("why", alignment: .left, wraps: true),
                ], rows: rows
            ).rendered(width: width)
    }

    /// All elementary effects.
    public func csv(_ effects: [[MorrisDesign.Effect]]) -> String {
        csv(["mu_star", "mean", "sigma", "effects"]) { target, parameter in
            let effect = effects[target][parameter]
            return ["\(effect.meanAbsolute)", "\(effect.mean)", "\(effect.deviation)", "\(effect.count)"]
        }
    }

    /// All shares of variance.
    public func csv(_ shares: [[SobolDesign.Shares]?]) -> String {
        csv(["first", "first_low", "first_high", "total", "total_low", "total_high"]) { target, parameter in
            guard let share = shares[target]?[parameter] else { return Array(repeating: "", count: 6) }
            return [share.first, share.total].flatMap { ["\($0.value)", "\($0.low)", "\($0.high)"] }
        }
    }

    private func csv(_ names: [String], cells: (Int, Int) -> [String]) -> String {
        let heading = ["output", "unit", "parameter", "parameter_unit", "status", "low", "high", "range_stated"] + names
        let rows = sweep.targets.indices.flatMap { target in
            sweep.ranges.indices.map { index -> String in
                let (range, what) = (sweep.ranges[index], sweep.targets[target])
                return ([
                    what.output, what.unit, range.parameter.name, range.parameter.unit.symbol,
                    range.parameter.provenance.status.rawValue, "\(range.range.lowerBound)", "\(range.range.upperBound)",
                    "\(range.isStated)",
                ] + cells(target, index)).joined(separator: ",")
            }
        }
        return ([heading.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    private static func range(_ range: ClosedRange<Double>) -> String {
        "\(NumberText.significant(range.lowerBound)) to \(NumberText.significant(range.upperBound))"
    }

    private static func signed(_ value: Double) -> String {
        value > 0 ? "+" + NumberText.significant(value) : NumberText.significant(value)
    }
}

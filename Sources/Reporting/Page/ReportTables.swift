import Foundation

/// The tables of the report.
enum ReportTables {
    /// Change from time zero of density and markers at a few times; nil when there is neither.
    static func changes(_ series: [OutputSeries]) -> Node? {
        let shown = series.filter { $0.name.hasPrefix("density.") || $0.name.hasPrefix("marker.") }
        guard let horizon = shown.compactMap(\.times.last).max(), horizon > 0 else { return nil }
        let times = glanceTimes(horizon: horizon)
        let columns =
            [HTMLTable.Column(title: "Change from time zero")]
            + times.map { HTMLTable.Column(title: timeText($0), unit: "%", style: "number") }
            + [HTMLTable.Column(title: "value at time zero", style: "number")]
        let rows = shown.map { output in
            let change = output.percentOfBaseline(asChange: true)
            let changes = times.map { time in
                HTMLTable.Cell.text(UnitText.minus(NumberText.signed(change.value(at: time), decimals: 1)))
            }
            let baseline = "\(NumberText.significant(output.baseline)) \(UnitText.pretty(output.unit))"
            return [.text(output.label)] + changes + [.text(baseline)]
        }
        return HTMLTable(columns: columns, rows: rows).node()
    }

    /// Outcomes with and without therapy; nil when there are none.
    ///
    /// - Parameter title: of the first column.
    static func outcomes(_ outcomes: [OutcomeRow], title: String) -> Node? {
        if outcomes.isEmpty { return nil }
        let compared = outcomes.contains { $0.without != nil }
        let sourced = outcomes.contains { !$0.source.isEmpty }
        var columns: [HTMLTable.Column] = [.init(title: title)]
        if compared { columns.append(.init(title: "without therapy", style: "number")) }
        columns.append(.init(title: compared ? "with therapy" : "as simulated", style: "number"))
        if compared {
            columns.append(.init(title: "difference", unit: "95 % interval", style: "number"))
            columns.append(.init(title: "ratio", unit: "95 % interval", style: "number"))
        }
        if sourced { columns.append(.init(title: "Source", style: "source")) }
        let rows = outcomes.map { row -> [HTMLTable.Cell] in
            var cells: [HTMLTable.Cell] = [row.unit.isEmpty ? .text(row.label) : .lines(row.label, UnitText.pretty(row.unit))]
            if compared { cells.append(.text(row.without.map(OutcomeRow.count) ?? "–")) }
            cells.append(.text(OutcomeRow.count(row.with)))
            if compared { cells += [.text(UnitText.minus(row.differenceText)), .text(row.ratioText)] }
            if sourced { cells.append(.text(row.source)) }
            return cells
        }
        return HTMLTable(columns: columns, rows: rows).node()
    }

    /// Observed beside simulated; nil when there is nothing to compare.
    static func comparisons(_ comparisons: [Comparison]) -> Node? {
        if comparisons.isEmpty { return nil }
        let columns: [HTMLTable.Column] = [
            .init(title: "Study and arm", unit: "evidence row", style: "long"), .init(title: "Output", unit: "time"),
            .init(title: "Observed", unit: "95 % interval", style: "number"),
            .init(title: "Simulated", style: "number"), .init(title: "Misfit", style: "number"),
            .init(title: "Verdict"), .init(title: "Use"), .init(title: "Source", style: "source"),
        ]
        let rows = comparisons.map { row -> [HTMLTable.Cell] in
            let interval = row.interval.map { "\(number($0.lowerBound, row)) to \(number($0.upperBound, row))" }
            let unit = UnitText.pretty(row.unit)
            return [
                .lines(row.label, row.observation), .lines(row.outputLabel, timeText(row.time)),
                .lines("\(number(row.observed, row)) \(unit)", interval ?? "no interval"),
                .text("\(number(row.simulated, row)) \(unit)"), .text(signed(row.misfit, row)),
                .node(
                    .element(
                        "span", ["class": "verdict \(row.verdict.rawValue)"], verdictText(row))),
                .text(row.use.rawValue), .text(row.citation),
            ]
        }
        return HTMLTable(columns: columns, rows: rows).node()
    }

    /// The parameters; nil when there are none.
    static func parameters(_ parameters: [ParameterRow]) -> Node? {
        if parameters.isEmpty { return nil }
        let influence = parameters.contains { !$0.influence.isEmpty }
        var columns: [HTMLTable.Column] = [
            .init(title: "Parameter"), .init(title: "Meaning", style: "long"), .init(title: "Value", style: "number"),
            .init(title: "Unit"), .init(title: "Status", style: "medium"),
        ]
        if influence { columns.append(.init(title: "Influence", style: "long")) }
        columns.append(.init(title: "Source", style: "source"))
        let rows = parameters.map { row -> [HTMLTable.Cell] in
            [
                .node(.element("code", [:], row.name)), .text(row.meaning),
                .text(NumberText.significant(row.value, digits: 4)), .text(UnitText.pretty(row.unit)),
                .text(row.status),
            ] + (influence ? [.text(row.influence)] : []) + [.text(row.source)]
        }
        return HTMLTable(columns: columns, rows: rows).node()
    }

    /// At most seven times a clinician would ask for.
    static func glanceTimes(horizon: Double) -> [Double] {
        let usual = [0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 30, 40].filter { $0 < horizon - 1e-9 }
        return Array((usual + [horizon]).suffix(7))
    }

    /// A time since zero in the unit one would say it in.
    static func timeText(_ years: Double) -> String {
        let months = years * 12
        if years > 3.5, abs(years - years.rounded()) < 1e-6 { return "\(Int(years.rounded())) years" }
        if abs(months - months.rounded()) < 1e-6, months < 100 {
            return months.rounded() == 1 ? "1 month" : "\(Int(months.rounded())) months"
        }
        return "\(NumberText.significant(years)) years"
    }

    /// A verdict with its sign: `● inside interval`.
    static func verdictText(_ row: Comparison) -> String {
        switch row.verdict {
        case .inside: "● inside interval"
        case .near:
            "◐ within \(shortest(row.tolerance ?? .nan)) \(row.unit == "%" ? "points" : UnitText.pretty(row.unit))"
        case .outside: "○ outside"
        case .notJudged: "– not judged"
        }
    }

    /// `1.5`, `10`: a chosen number without digits nobody chose.
    private static func shortest(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func number(_ value: Double, _ row: Comparison) -> String {
        UnitText.minus(
            row.quantity == .percentChange
                ? NumberText.signed(value, decimals: 1) : NumberText.significant(value))
    }

    private static func signed(_ value: Double, _ row: Comparison) -> String {
        if row.quantity == .percentChange { return UnitText.minus(NumberText.signed(value, decimals: 1)) }
        return UnitText.minus((value > 0 ? "+" : "") + NumberText.significant(value, digits: 2))
    }

}

extension OutputSeries {
    /// The value at a time, linear between reporting times; NaN outside them.
    func value(at time: Double) -> Double {
        guard let after = times.firstIndex(where: { $0 >= time - 1e-9 }) else { return .nan }
        if abs(times[after] - time) < 1e-6 || after == 0 { return values[after] }
        let share = (time - times[after - 1]) / (times[after] - times[after - 1])
        return values[after - 1] + share * (values[after] - values[after - 1])
    }
}

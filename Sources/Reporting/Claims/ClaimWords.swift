import Exchange
import Symbolics
import Trials

/// Criteria, and what was found by them, in words.
enum ClaimWords {
    /// What is compared: `percent change of density.lumbarSpine, 0 to 3 years, in 'CEE'`.
    static func quantity(_ quantity: ClaimQuantity) -> String {
        switch quantity {
        case .measured(let measurement): return self.measurement(measurement)
        case .difference(let a, let b): return "\(self.quantity(a)), less \(other(b, than: a))"
        case .ratio(let a, let b): return "\(self.quantity(a)), over \(other(b, than: a))"
        case .share(let of, let expectation):
            return
                "share of women in whom this is \(self.expectation(expectation, unit: of.unit)): \(self.quantity(of))"
        case .spread(let of): return "standard deviation among women of \(self.quantity(of))"
        }
    }

    private static func measurement(_ measurement: ClaimMeasurement) -> String {
        let passing = measurement.passing.map { " \(number($0, measurement.outputUnit))" } ?? ""
        return
            "\(measurement.kind.rawValue)\(passing) of \(measurement.output), \(times(measurement)), in '\(measurement.setting)'"
    }

    /// The second of a pair, by what it differs in from the first.
    private static func other(_ other: ClaimQuantity, than first: ClaimQuantity) -> String {
        guard case .measured(let mine) = other, let same = first.measurements.first, mine.kind == same.kind else {
            return quantity(other)
        }
        var words: [String] = []
        if mine.output != same.output { words.append("of \(mine.output)") }
        if times(mine) != times(same) { words.append("at \(times(mine))") }
        if mine.setting != same.setting { words.append("in '\(mine.setting)'") }
        return words.isEmpty ? quantity(other) : "that \(words.joined(separator: " "))"
    }

    private static func times(_ measurement: ClaimMeasurement) -> String {
        let at = time(measurement.at)
        return [.level, .hazard].contains(measurement.kind) ? at : "\(time(measurement.from)) to \(at)"
    }

    private static func time(_ days: Double) -> String {
        if days == 0 { return "0" }
        if days < 45 { return "day \(NumberText.significant(days))" }
        return ReportTables.timeText(days / Unit.daysPerYear)
    }

    /// What is expected: `above 0 %`.
    static func expectation(_ expectation: ClaimExpectation, unit: Unit) -> String {
        switch expectation {
        case .above(let limit): return "above \(number(limit, unit))"
        case .atLeast(let limit): return "at least \(number(limit, unit))"
        case .below(let limit): return "below \(number(limit, unit))"
        case .atMost(let limit): return "at most \(number(limit, unit))"
        case .between(let low, let high): return "\(NumberText.short(low)) to \(number(high, unit))"
        case .rising: return "rising"
        case .falling: return "falling"
        }
    }

    /// The numbers found, along settings and times, outputs apart by a stroke.
    private static func found(_ series: [[Double]], unit: Unit) -> String {
        let symbol = UnitText.pretty(unit.symbol)
        let numbers = series.map { $0.map { found($0, unit) }.joined(separator: ", ") }.joined(separator: " | ")
        return symbol.isEmpty ? numbers : "\(numbers) \(symbol)"
    }

    /// A number found; what solvers leave open of a change is none.
    private static func found(_ value: Double, _ unit: Unit) -> String {
        let isNothing = unit.dimension == .one && abs(value) * unit.factor < ClaimExpectation.resolution
        // Ratios are judged to a part in a hundred or less.
        return isNothing ? "0" : NumberText.significant(value, digits: unit == .one ? 4 : 3)
    }

    private static func number(_ value: Double, _ unit: Unit) -> String {
        let symbol = UnitText.pretty(unit.symbol)
        let text = abs(value) < 0.01 && value != 0 ? NumberText.significant(value, digits: 2) : NumberText.short(value)
        return symbol.isEmpty ? text : "\(text) \(symbol)"
    }

    /// A criterion as a sentence: its own words, or what is compared.
    static func title(_ criterion: ClaimCriterion) -> String {
        criterion.says ?? "\(compared(criterion)): \(expected(criterion))"
    }

    /// What a criterion expects, in the unit in which it is written.
    static func expected(_ criterion: ClaimCriterion) -> String {
        expectation(criterion.expectation.scaled(by: scale(criterion)), unit: criterion.shownUnit)
    }

    /// Numbers found by a criterion, in the unit in which it is written.
    static func found(_ series: [[Double]], _ criterion: ClaimCriterion) -> String {
        found(series.map { $0.map { $0 * scale(criterion) } }, unit: criterion.shownUnit)
    }

    private static func scale(_ criterion: ClaimCriterion) -> Double {
        criterion.unit.factor / criterion.shownUnit.factor
    }

    /// All that a criterion compares.
    static func compared(_ criterion: ClaimCriterion) -> String {
        let first = criterion.series.first?.first.map(quantity) ?? ""
        let others = criterion.series.joined().dropFirst().compactMap { $0.measurements.first }
        guard let lead = criterion.series.first?.first?.measurements.first, !others.isEmpty else { return first }
        func list(_ values: [String]) -> String? {
            var seen: Set<String> = []
            let distinct = values.filter { seen.insert($0).inserted }
            return distinct.isEmpty ? nil : distinct.joined(separator: ", ")
        }
        let more = [
            list(others.map(\.output).filter { $0 != lead.output }),
            list(others.map(\.setting).filter { $0 != lead.setting }.map { "'\($0)'" }),
            list(others.map { times($0) }.filter { $0 != times(lead) }),
        ].compactMap(\.self)
        return "\(first); then \(more.joined(separator: "; "))"
    }

    /// What a finding comes to: `holds, as the evidence has it`.
    static func outcome(_ finding: ClaimFinding) -> String {
        if let failure = finding.failure { return failure }
        let own = finding.holds ? "holds" : "does not hold"
        let evidence = finding.holds == finding.isExpected ? "as the evidence has it" : "against the evidence"
        guard let assumed = finding.holdsIfAssumed else { return "\(own), \(evidence)" }
        return "\(own), \(evidence); with the hypothesis on it \(assumed ? "holds" : "does not hold")"
    }
}

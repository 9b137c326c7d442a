import Symbolics
import Yams

/// What is written of a measurement; what is left out is that of the measurement it is set against.
private struct WrittenMeasurement {
    var kind: ClaimMeasurement.Kind?
    var outputs: [String] = []
    var settings: [String] = []
    var from: Double?
    var times: [Double] = []
    var passing: String?
    /// At most one.
    var less: [WrittenMeasurement] = []
    /// At most one.
    var over: [WrittenMeasurement] = []

    static let keys = ["measure", "output", "in", "from", "at", "passing", "less", "over"]

    init(_ section: Section, reader: ClaimPlanReader, settings known: [String: ClaimPlan.Setting]) {
        kind = section["measure"]?.choice("a way to look at an output", of: ClaimMeasurement.Kind.self)
        outputs =
            section["output"]?.oneOrMore { $0.name("an output of the model", among: reader.outputs.keys.sorted()) }
            ?? []
        settings = section["in"]?.oneOrMore { $0.name("a setting of this file", among: known.keys.sorted()) } ?? []
        from = section["from"].flatMap { $0.days(.start) }
        times = section["at"]?.oneOrMore { $0.days(.start) } ?? []
        passing = section["passing"].flatMap { $0.text(expecting: "a level such as '40 IU/L'") }
        func other(_ key: String) -> [WrittenMeasurement] {
            section[key].flatMap { Section($0, keys: Self.keys) }
                .map { [WrittenMeasurement($0, reader: reader, settings: known)] } ?? []
        }
        less = other("less")
        over = other("over")
    }

    /// The quantity, where what is written here comes before what is handed down.
    func quantity(_ inherited: ClaimMeasurement) -> ClaimQuantity {
        var own = inherited
        if let kind { own.kind = kind }
        if let output = outputs.first { own.output = output }
        if let setting = settings.first { own.setting = setting }
        if let from { own.from = from }
        if let at = times.first { own.at = at }
        var quantity = ClaimQuantity.measured(own)
        if let less = less.first { quantity = .difference(quantity, less.quantity(own)) }
        if let over = over.first { quantity = .ratio(quantity, over.quantity(own)) }
        return quantity
    }
}

extension Field {
    private static let keys = WrittenMeasurement.keys + ["says", "share", "spread", "expect", "evidence"]

    /// One value, or a list of them; none, and a report, where one is wrong.
    fileprivate func oneOrMore<Value>(_ read: (Field) -> Value?) -> [Value] {
        guard case .sequence = node else { return read(self).map { [$0] } ?? [] }
        return (items(expecting: "one value or a list") ?? []).compactMap(read)
    }

    /// A criterion by which a claim is tried.
    func criterion(reader: ClaimPlanReader, settings: [String: ClaimPlan.Setting]) -> ClaimCriterion? {
        guard let section = Section(self, keys: Self.keys) else { return nil }
        let written = WrittenMeasurement(section, reader: reader, settings: settings)
        _ = section.required("measure", example: "measure: percent change")
        _ = section.required("output", example: "output: density.lumbarSpine")
        _ = section.required("in", example: "in: at rest")
        let says = section["says"].flatMap { $0.text(expecting: "a sentence") }
        let evidence = section["evidence"].flatMap { $0.choice("a side", of: ClaimCriterion.Evidence.self) }
        let isSpread = section["spread"]?.flag() ?? false
        guard let kind = written.kind, !written.outputs.isEmpty, !written.settings.isEmpty,
            let expected = section.required("expect", example: "expect: above 0 %")
        else { return nil }
        func single(_ output: String, _ setting: String, _ at: Double?) -> ClaimQuantity {
            let end = settings[setting]?.scenario.horizon ?? 0
            let start = ClaimMeasurement(
                kind: kind, output: output, outputUnit: .one, setting: setting, from: written.from ?? 0, at: at ?? end)
            var only = written
            (only.outputs, only.settings, only.times) = ([output], [setting], at.map { [$0] } ?? [])
            return only.quantity(start).withUnits(of: reader.outputs)
        }
        var series = written.outputs.map { output in
            written.settings.flatMap { setting in
                (written.times.isEmpty ? [nil] : written.times.map(Optional.some)).map { single(output, setting, $0) }
            }
        }
        guard let first = series.first?.first else { return nil }
        if let passing = written.passing {
            guard let level = threshold(passing, unit: first.measurements[0].outputUnit) else { return nil }
            series = series.map { $0.map { $0.passing(level) } }
        }
        if let share = section["share"] {
            guard let counted = share.expectation(in: first.unit) else { return nil }
            series = series.map { $0.map { .share($0, counted) } }
        } else if isSpread {
            series = series.map { $0.map { .spread($0) } }
        }
        series.joined().forEach { check($0, settings, hasPassing: written.passing != nil) }
        guard let quantity = series.first?.first, let expectation = expected.expectation(in: quantity.unit) else {
            return nil
        }
        if let other = series.joined().first(where: { $0.unit != quantity.unit }) {
            report(
                "outputs in \(quantity.unit) and in \(other.unit) cannot share an expectation; expected a criterion each"
            )
        }
        return ClaimCriterion(
            says: says, series: series, expectation: expectation, unit: quantity.unit,
            shownUnit: expected.unitOfExpectation, evidence: evidence)
    }

    private func check(_ quantity: ClaimQuantity, _ settings: [String: ClaimPlan.Setting], hasPassing: Bool) {
        for measurement in quantity.measurements {
            guard let setting = settings[measurement.setting] else { continue }
            if max(measurement.at, measurement.from) > setting.scenario.horizon + 1e-6 {
                report(
                    "\(moment(max(measurement.at, measurement.from))) is after the end of '\(setting.name)' "
                        + "(\(moment(setting.scenario.horizon))); expected an earlier time")
            }
            let isOfOneTime = [.level, .hazard].contains(measurement.kind)
            if !isOfOneTime, measurement.from >= measurement.at {
                report(
                    "a \(measurement.kind.rawValue) goes from an earlier to a later time; expected 'from' before 'at'")
            }
            if measurement.kind.needsThreshold != hasPassing {
                report(
                    hasPassing
                        ? "'passing' only belongs with 'first above' and 'first below'; expected no such key"
                        : "'\(measurement.kind.rawValue)' needs a level to be passed; expected 'passing: 40 IU/L'")
            }
        }
        switch quantity {
        case .ratio(let a, let b) where b.unit != .one && a.unit.dimension != b.unit.dimension:
            report("\(a.unit) cannot be set over \(b.unit); expected quantities of one kind")
        case .difference(let a, let b) where a.unit != b.unit:
            report("\(b.unit) cannot be taken from \(a.unit); expected quantities in one unit")
        case .share, .spread:
            if quantity.measurements.contains(where: { settings[$0.setting]?.women == 1 }) {
                report("a share or spread is of several women; expected a setting with 'women: 200'")
            }
        default: break
        }
    }

    /// A level to be passed, in an output's unit.
    private func threshold(_ text: String, unit: Unit) -> Double? {
        Field(path: "\(path).passing", line: line, node: .scalar(.init(text)), problems: problems).number(
            text, in: unit)
    }

    /// What a number must be: `above 0 %`, `between 7 and 22 ng/mL`, `rising`.
    func expectation(in unit: Unit) -> ClaimExpectation? {
        let forms = "'above', 'at least', 'below' or 'at most' with a number, 'between A and B', 'rising' or 'falling'"
        guard let text = text(expecting: forms) else { return nil }
        if text == "rising" { return .rising }
        if text == "falling" { return .falling }
        if text.hasPrefix("between "), let range = text.firstRange(of: " and ") {
            let high = String(text[range.upperBound...])
            let low = String(text["between ".endIndex..<range.lowerBound])
            let unitText = WrittenQuantity(high)?.unitText ?? ""
            guard let top = number(high, in: unit), let bottom = number("\(low) \(unitText)", in: unit) else {
                return nil
            }
            if bottom >= top { report("\(quoted(text)) is no range; expected the lower number first") }
            return .between(bottom, top)
        }
        let words: [(String, (Double) -> ClaimExpectation)] = [
            ("above ", { .above($0) }), ("at least ", { .atLeast($0) }), ("below ", { .below($0) }),
            ("at most ", { .atMost($0) }),
        ]
        for (word, make) in words where text.hasPrefix(word) {
            return number(String(text.dropFirst(word.count)), in: unit).map(make)
        }
        report("\(quoted(text)) is no expectation; expected \(forms)")
        return nil
    }

    /// The unit in which an expectation is written; nil where it has none.
    private var unitOfExpectation: Unit? {
        guard let words = scalar?.split(separator: " "), words.count > 2 else { return nil }
        return try? Unit(String(words[words.count - 1]))
    }

    private func number(_ text: String, in unit: Unit) -> Double? {
        let example = unit == .one ? "a number such as '1.5'" : "a value such as '1.5 \(unit.symbol)'"
        guard let written = WrittenQuantity(text) else {
            report("\(quoted(text)) is not a number; expected \(example)")
            return nil
        }
        guard let given = written.unit, given.dimension == unit.dimension, (given == .one) == (unit == .one) else {
            report("\(quoted(text)) is in a unit that does not fit; expected \(example)")
            return nil
        }
        return written.number * (given.factor / unit.factor)
    }
}

extension ClaimQuantity {
    /// The same of every measurement in it.
    private func mapped(_ change: (inout ClaimMeasurement) -> Void) -> ClaimQuantity {
        switch self {
        case .measured(var measurement):
            change(&measurement)
            return .measured(measurement)
        case .difference(let a, let b): return .difference(a.mapped(change), b.mapped(change))
        case .ratio(let a, let b): return .ratio(a.mapped(change), b.mapped(change))
        case .share(let of, let expectation): return .share(of.mapped(change), expectation)
        case .spread(let of): return .spread(of.mapped(change))
        }
    }

    fileprivate func withUnits(of outputs: [String: Unit]) -> ClaimQuantity {
        mapped { $0.outputUnit = outputs[$0.output] ?? .one }
    }

    fileprivate func passing(_ level: Double) -> ClaimQuantity { mapped { $0.passing = level } }

    /// The same in other settings.
    public func inSettings(_ name: (String) -> String) -> ClaimQuantity {
        mapped { $0.setting = name($0.setting) }
    }
}

import Symbolics

/// Reads what a dose row gives.
struct EventDose {
    private let reader: EventTableReader
    private let header: EventHeader
    private let timeUnit: Unit
    private let intervalUnit: Unit

    init(_ reader: EventTableReader, _ header: EventHeader, timeUnit: Unit, intervalUnit: Unit) {
        self.reader = reader
        self.header = header
        self.timeUnit = timeUnit
        self.intervalUnit = intervalUnit
    }

    /// - Parameter entrance: finds the entrance that CMT names, reporting what is wrong with it.
    func read(_ row: EventRow, entrance: (String) -> Int?) -> EventRecord.Dose? {
        guard let text = row[.CMT] else {
            row.report(.CMT, "nothing says where the dose enters; expected \(reader.places.entrancesInWords)")
            return nil
        }
        guard let index = entrance(text) else { return nil }
        let place = reader.places.entrances[index]
        guard let steady = steady(row), let additional = additional(row) else { return nil }
        let interval = interval(row, isNeeded: additional > 0)
        if additional > 0, interval == nil { return nil }
        guard let unit = unit(of: place, row), let written = amount(row), let rate = rate(row, place) else { return nil }
        let isConstant = steady != .none && written == 0
        if isConstant {
            guard rate > 0, interval == nil, additional == 0 else {
                row.report(
                    .AMT, rate > 0
                        ? "an infusion that has gone on for ever (AMT 0) has no II and no ADDL; expected 0 there"
                        : "a steady state of nothing; expected an amount, or RATE for an infusion that has gone on for ever")
                return nil
            }
        } else if steady != .none, interval == nil {
            row.report(.II, "a steady state needs the time between its doses; expected II above 0")
            return nil
        }
        guard check(written, rate, of: place, isConstant: isConstant, unit, row) else { return nil }
        return EventRecord.Dose(
            entrance: index, amount: written * unit.amount, rate: rate > 0 ? rate * unit.rate : nil,
            additional: additional, interval: interval, steady: steady)
    }

    /// What one of the written units of amount and rate is in base units, and a day.
    private typealias Factors = (amount: Double, rate: Double)

    private func unit(of place: EventPlaces.Entrance, _ row: EventRow) -> Factors? {
        let written = header.places[.AMT]?.unit ?? reader.amountUnit
        guard let declared = place.unit else {
            // The file's own unit, of which no more is known than its text.
            if let written, written.symbol != place.unitText {
                row.report(
                    .AMT, "\(written) is not what '\(place.name)' is declared in "
                        + "(\(place.unitText.isEmpty ? "nothing" : place.unitText)); expected amounts without a unit")
                return nil
            }
            if header.places[.RATE]?.unit != nil {
                row.report(.RATE, "amounts of '\(place.name)' have no unit to go by; expected RATE without one")
                return nil
            }
            return (1, 1 / timeUnit.factor)
        }
        let unit = written ?? declared
        guard unit.dimension == declared.dimension else {
            row.report(.AMT, "\(unit) is no unit of \(place.name); expected a unit such as \(declared)")
            return nil
        }
        guard let rate = header.places[.RATE]?.unit else { return (unit.factor, unit.factor / timeUnit.factor) }
        guard rate.dimension == Unit(rateOf: declared).dimension else {
            row.report(.RATE, "\(rate) is no rate of \(place.name); expected a unit such as \(declared)/h")
            return nil
        }
        return (unit.factor, rate.factor)
    }

    private func amount(_ row: EventRow) -> Double? {
        guard row[.AMT] != nil else { return 0 }
        guard let amount = row.number(.AMT) else { return nil }
        guard amount >= 0 else {
            row.report(.AMT, "\(quoted(row[.AMT] ?? "")) is negative; expected an amount above 0")
            return nil
        }
        return amount
    }

    private func rate(_ row: EventRow, _ place: EventPlaces.Entrance) -> Double? {
        guard row[.RATE] != nil else { return 0 }
        guard let rate = row.number(.RATE) else { return nil }
        if rate >= 0 { return rate }
        let modelled = [-1.0: "the model's own rate of infusion", -2: "the model's own duration of infusion"][rate]
        row.report(
            .RATE, modelled.map { "\(quoted(row[.RATE] ?? "")) asks for \($0), and '\(place.name)' has none; expected 0 or more" }
                ?? "\(quoted(row[.RATE] ?? "")) is negative; expected 0 or more")
        return nil
    }

    private func steady(_ row: EventRow) -> EventRecord.Dose.Steady? {
        guard row[.SS] != nil else { return EventRecord.Dose.Steady.none }
        guard let number = row.number(.SS) else { return nil }
        if let steady = EventRecord.Dose.Steady(rawValue: Int(exactly: number) ?? -1) { return steady }
        row.report(
            .SS, "\(quoted(row[.SS] ?? "")) is not done here; expected 0, 1 (steady state alone) or 2 (added to what is there)")
        return nil
    }

    private func additional(_ row: EventRow) -> Int? {
        guard row[.ADDL] != nil else { return 0 }
        guard let number = row.number(.ADDL) else { return nil }
        guard let count = Int(exactly: number), (0...EventTableReader.mostAdditional).contains(count) else {
            row.report(
                .ADDL, "\(quoted(row[.ADDL] ?? "")) is out of range; expected a whole number from 0 to \(EventTableReader.mostAdditional)")
            return nil
        }
        return count
    }

    /// Days between doses; nil for none.
    private func interval(_ row: EventRow, isNeeded: Bool) -> Double? {
        if let number = row.number(.II) {
            let days = number * intervalUnit.factor
            if number > 0, days >= Self.shortestInterval { return days }
            if number != 0 {
                row.report(.II, "\(quoted(row[.II] ?? "")) is out of range; expected a second or more between doses")
                return nil
            }
        } else if row[.II] != nil {
            return nil
        }
        if isNeeded { row.report(.II, "further doses (ADDL) need the time between them; expected II above 0") }
        return nil
    }

    /// A second, in days.
    private static let shortestInterval = 1.0 / 86_400

    /// Whether amount and rate are what the entrance takes, and believable.
    private func check(
        _ amount: Double, _ rate: Double, of place: EventPlaces.Entrance, isConstant: Bool, _ unit: Factors, _ row: EventRow
    ) -> Bool {
        if amount == 0, !isConstant {
            row.report(.AMT, "\(row[.AMT] == nil ? "nothing stands here" : "a dose of nothing"); expected an amount above 0")
            return false
        }
        if place.habit == .worn, rate == 0 {
            row.report(.RATE, "'\(place.name)' is worn; expected the rate it releases at, for AMT over RATE")
            return false
        }
        guard let most = place.most, let declared = place.unit else { return true }
        let (given, column): (Double, EventHeader.Column) =
            place.habit == .worn ? (rate * unit.rate / declared.factor, .RATE) : (amount * unit.amount / declared.factor, .AMT)
        guard given > most * (1 + 1e-9) else { return true }
        let written = "\(digits(given)) \(declared)\(place.habit == .worn ? " a day" : "")"
        row.report(column, "\(written) of \(place.name) is too much; expected at most \(digits(most)) \(declared)")
        return false
    }
}

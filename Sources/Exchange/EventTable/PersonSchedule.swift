/// Everything that happens to one person, in order and written out: each further dose, each change, each look.
///
/// At one moment a reset comes first, then steady states, then doses, then changes of covariates, then what is observed;
/// what is of a kind is in the order of the table. An observation that stands above the dose of its moment is taken
/// before it; one at the moment of a further dose, which has no row, too.
public struct PersonSchedule: Sendable, Hashable {
    /// One thing that happens.
    public struct Entry: Sendable, Hashable {
        public enum Act: Sendable, Hashable {
            case reset
            case steadyState(EventRecord.Dose)
            /// - Parameter number: which of its row's doses, from zero.
            case dose(EventRecord.Dose, number: Int)
            /// An infusion to steady state that ends here.
            case endOfInfusion(EventRecord.Dose)
            /// A covariate, by its place, takes a value.
            case covariate(Int, value: Double)
            /// - Parameter isAfterwards: whether what else happens at its moment has happened.
            case observation(EventRecord.Observation, isAfterwards: Bool)

            fileprivate var rank: Int {
                switch self {
                case .reset: 0
                case .steadyState, .endOfInfusion: 1
                case .dose: 2
                case .covariate: 3
                case .observation: 4
                }
            }
        }

        /// In days.
        public let time: Double
        public let act: Act
        /// The row it comes from, by its line.
        public let line: Int
    }

    public let person: EventPerson
    /// In order.
    public let entries: [Entry]
    /// For each covariate, its value at the start; nil where none is given.
    public let starting: [Double?]
    /// What of the table does not happen, a sentence each.
    public let notes: [String]

    /// Doses of one person; more are taken for a mistake.
    static let mostEntries = 1_000_000

    /// - Parameters:
    ///   - horizon: the end of the simulation, in days; later doses are left out.
    ///   - interpolation: `locf` or `nocb`.
    init(_ person: EventPerson, covariates: Int, horizon: Double, interpolation: CovariateInterpolation) {
        self.person = person
        var cancelled = Cancelled(person.records)
        let clock = Clock(person.records)
        var furtherTimes = Set<Double>()
        var entries: [Entry] = []
        var late = 0
        for (index, record) in person.records.enumerated() {
            func add(_ act: Entry.Act, at time: Double) { entries.append(Entry(time: time, act: act, line: record.line)) }
            if record.kind == .reset || record.kind == .resetAndDose { add(.reset, at: record.time) }
            if let dose = record.dose {
                if dose.steady != .none { add(.steadyState(dose), at: record.time) }
                if dose.isConstantInfusion {
                    add(.endOfInfusion(dose), at: record.time)
                } else {
                    for number in 0...dose.additional {
                        // Multiplying, not adding up, keeps the ten-thousandth dose on its day.
                        let time = clock.time(record.time + Double(number) * (dose.interval ?? 0))
                        if number > 0 { furtherTimes.insert(time) }
                        if number > 0, cancelled.isGone(time, of: index) { continue }
                        // A dose at the very end does nothing that could be seen.
                        if time < horizon { add(.dose(dose, number: number), at: time) } else { late += 1 }
                    }
                }
            }
        }
        for (index, record) in person.records.enumerated() {
            guard let observation = record.observation else { continue }
            let isAfterwards = Self.isAfterwards(index, person.records, hasFurtherDose: furtherTimes.contains(record.time))
            entries.append(
                Entry(time: record.time, act: .observation(observation, isAfterwards: isAfterwards), line: record.line))
        }
        let courses = (0..<covariates).map { CovariateCourse(person.records, $0, interpolation) }
        for (place, course) in courses.enumerated() {
            entries += course.changes.map { Entry(time: $0.time, act: .covariate(place, value: $0.value), line: $0.line) }
        }
        starting = courses.map(\.start)
        self.entries = entries.enumerated().sorted { a, b in
            (a.element.time, a.element.act.rank, a.offset) < (b.element.time, b.element.act.rank, b.offset)
        }.map(\.element)
        notes = Self.notes(cancelled: cancelled.count, late: late)
    }

    /// Whether an observation sees what else happens at its moment: what stands above it, or, where nothing else does, the
    /// covariates of its own row.
    private static func isAfterwards(_ index: Int, _ records: [EventRecord], hasFurtherDose: Bool) -> Bool {
        let time = records[index].time
        let above = records[..<index].reversed().prefix { $0.time == time }
        let below = records[(index + 1)...].prefix { $0.time == time }
        if above.contains(where: { $0.kind != .observation }) { return true }
        return !hasFurtherDose && !below.contains { $0.kind != .observation }
    }

    private static func notes(cancelled: Int, late: Int) -> [String] {
        var notes: [String] = []
        if cancelled > 0 {
            notes.append("\(cancelled) further dose\(cancelled == 1 ? "" : "s") cancelled by a later reset or steady state.")
        }
        if late > 0 { notes.append("\(late) dose\(late == 1 ? "" : "s") after the end of the simulation left out.") }
        return notes
    }
}

extension EventTable {
    /// What happens to each person.
    ///
    /// - Parameters:
    ///   - horizon: the end of the simulation, in days.
    ///   - interpolation: how covariates go from one record to the next.
    /// - Throws: `FileError` for `linear` where there are covariates, and for more doses than can be meant.
    public func schedules(
        horizon: Double, interpolation: CovariateInterpolation = .locf
    ) throws(FileError) -> [PersonSchedule] {
        func failure(_ key: String?, _ message: String) -> FileError {
            FileError(file: file, place: key, message)
        }
        if interpolation == .linear, !covariates.isEmpty {
            throw failure(
                nil, "covariates in a straight line from row to row (linear) have no place in the model, whose values stay between "
                    + "two events; expected locf or nocb")
        }
        let doses = persons.flatMap(\.records).reduce(0) { $0 + ($1.dose.map { $0.additional + 1 } ?? 0) }
        guard doses <= PersonSchedule.mostEntries else {
            throw failure("ADDL", "\(doses) doses are more than can be meant; expected at most \(PersonSchedule.mostEntries)")
        }
        return persons.map {
            PersonSchedule($0, covariates: covariates.count, horizon: horizon, interpolation: interpolation)
        }
    }
}

/// The times of a person's rows, to which those of further doses are put where they are meant to be the same.
private struct Clock {
    private let times: [Double]

    init(_ records: [EventRecord]) { times = records.map(\.time) }

    /// Days that are no difference: a tenth of a millisecond.
    private static let slack = 1e-9

    func time(_ time: Double) -> Double {
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] < time - Self.slack { low = middle + 1 } else { high = middle }
        }
        return low < times.count && times[low] <= time + Self.slack ? times[low] : time
    }
}

/// Which further doses a later row takes away.
private struct Cancelled {
    /// For each row, the time of the first row after it that cancels what is still to come.
    private let limits: [Double]
    private(set) var count = 0

    init(_ records: [EventRecord]) {
        var limit = Double.infinity
        limits = records.reversed().map { record in
            defer {
                if record.kind == .reset || record.kind == .resetAndDose || record.dose?.steady == .alone { limit = record.time }
            }
            return limit
        }.reversed()
    }

    mutating func isGone(_ time: Double, of record: Int) -> Bool {
        guard time >= limits[record] else { return false }
        count += 1
        return true
    }
}

/// One covariate over the records of a person.
private struct CovariateCourse {
    let start: Double?
    private(set) var changes: [(time: Double, value: Double, line: Int)] = []

    init(_ records: [EventRecord], _ place: Int, _ interpolation: CovariateInterpolation) {
        let known = records.compactMap { record in record.covariates[place].map { (record, value: $0) } }
        start = known.first?.value
        for (before, now) in zip(known, known.dropFirst()) where now.value != before.value {
            // What stands in a row holds from it on, or since the row before.
            let time = interpolation == .nocb ? before.0.time : now.0.time
            changes.append((time, now.value, now.0.line))
        }
    }
}

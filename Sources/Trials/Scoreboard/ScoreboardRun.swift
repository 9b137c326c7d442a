import Evidence
import Exchange
import Foundation
import Physiology
import Populations
import Symbolics

/// Simulates every woman of a plan once, however many rows are read from her, and sets the rows beside her.
public struct ScoreboardRun: Sendable {
    public let plan: ScoreboardPlan
    /// Places of the rows that are wanted among those of the plan.
    private let wanted: [Int]
    private let women: [ScoreboardWoman]
    private let places: [ScoreboardWoman.Identity: Int]
    private let members: [[String: Double]]

    /// - Parameters:
    ///   - isWanted: which rows are shown; all if left out.
    ///   - withBand: also runs every member of the ensemble of fitted parameters where densities or markers are read.
    public init(
        _ plan: ScoreboardPlan, withBand: Bool = false, where isWanted: (ScoreboardPlan.Row) -> Bool = { _ in true }
    ) {
        self.plan = plan
        members = withBand ? FittedEnsemble.members : []
        wanted = plan.rows.indices.filter { isWanted(plan.rows[$0]) }
        var women: [ScoreboardWoman] = []
        var places: [ScoreboardWoman.Identity: Int] = [:]
        func note(_ scenario: Scenario, _ place: RowPlace) {
            let identity = ScoreboardWoman.Identity(scenario, like: place.population)
            let index = places[identity] ?? women.count
            if index == women.count {
                women.append(ScoreboardWoman(identity))
                places[identity] = index
            }
            women[index].note(place)
        }
        for row in wanted {
            for place in plan.rows[row].places {
                note(place.scenario, place)
                if let comparator = place.comparator { note(comparator, place) }
            }
        }
        self.women = women
        self.places = places
    }

    /// How many women are simulated; those like the women of a study count as one.
    public var womenCount: Int { women.count }

    /// The rows of a plan that a sample of so many compared ones holds, drawn by a seed; the same whatever else there is.
    public static func sample(_ count: Int, of plan: ScoreboardPlan, seed: UInt64 = 1) -> Set<String> {
        let ranked = plan.rows.filter { $0.standing == .compared }.map { row -> (id: String, rank: UInt64) in
            let number = UInt32(row.observation.id.dropFirst()) ?? 0
            var generator = CounterBasedGenerator(seed: seed, woman: number, purpose: "scoreboard sample")
            return (row.observation.id, generator.next())
        }
        return Set(ranked.sorted { $0.rank < $1.rank }.prefix(count).map(\.id))
    }

    /// Simulates and compares, several women at once.
    ///
    /// - Parameter progress: called with the number of women that are done.
    /// - Throws: `CancellationError` if the task was cancelled.
    public func scoreboard(threads: Int, progress: (Int) -> Void = { _ in }) async throws -> Scoreboard {
        var lives: [Result<ScoreboardLife, any Error>] = []
        lives.reserveCapacity(women.count)
        let run = CohortRun(women: women.count, chunkSize: 1, threads: threads)
        try await run.run(
            make: { [women, members] numbers in
                try Task.checkCancellation()
                return numbers.map { number in Result { try women[number - 1].life(members: members) } }
            },
            deliver: { done in
                lives += done
                progress(lives.count)
            })
        return Scoreboard(
            rows: wanted.map { row(plan.rows[$0], lives) }, rowsOfFit: plan.rowsOfFit, women: women.count,
            members: members.count)
    }

    private func row(_ planned: ScoreboardPlan.Row, _ lives: [Result<ScoreboardLife, any Error>]) -> ScoreboardRow {
        ScoreboardRow(
            observation: planned.observation, standing: planned.standing, reason: planned.reason,
            comparison: planned.places.isEmpty ? nil : comparison(planned, lives))
    }

    private func comparison(
        _ planned: ScoreboardPlan.Row, _ lives: [Result<ScoreboardLife, any Error>]
    ) -> RowComparison? {
        guard let first = planned.places.first, let observed = planned.observation.value else { return nil }
        func life(_ scenario: Scenario, _ row: RowPlace) throws -> ScoreboardLife {
            guard let place = places[ScoreboardWoman.Identity(scenario, like: row.population)] else {
                throw ScoreboardError("\(scenario.title) was not simulated")
            }
            return try lives[place].get()
        }
        func mean(_ member: Int?) throws -> Double {
            try planned.places.map { place in
                try place.simulated(
                    life(place.scenario, place), comparator: place.comparator.map { try life($0, place) }, member: member)
            }.mean
        }
        let central = Result { try mean(nil) }
        var failure: String?
        if case .failure(let error) = central { failure = "\(error)" }
        var band: ClosedRange<Double>?
        if !members.isEmpty, planned.places.allSatisfy(\.hasBand) {
            let sorted = members.indices.compactMap { try? mean($0) }.sorted()
            let (low, high) = (
                sorted.quantile((1 - ParameterBand.share) / 2), sorted.quantile((1 + ParameterBand.share) / 2)
            )
            if low <= high { band = low...high }
        }
        return RowComparison(
            places: planned.places, simulated: try? central.get(), band: band, failure: failure, observed: observed,
            interval: planned.observation.intervalOfMean,
            yardstick: Yardstick(first, own: (try? life(first.scenario, first)).flatMap(first.own)))
    }
}

extension RowPlace {
    /// Whether fitted parameters move what is read, so that an ensemble of them makes a band.
    var hasBand: Bool { !drawsBlood && population == nil && (ParameterBand.covers(output) || output.hasPrefix("markerLevel.")) }
}

extension ScoreboardWoman {
    /// Adds what a place looks at.
    fileprivate mutating func note(_ place: RowPlace) {
        hasBand = hasBand || place.hasBand
        read.insert(place.output)
        switch place.manner {
        case .columns(let result): years.formUnion([result.from, result.to])
        case .written(let reading):
            if let over = reading.over { read.insert(over) }
            guard reading.measure.drawsBlood else {
                years.formUnion([reading.from / Unit.daysPerYear, reading.until / Unit.daysPerYear])
                return
            }
            days.formUnion(
                reading.measure == .moment
                    ? [reading.until] : BloodCourse.times(from: reading.from, until: reading.until))
            drawn.formUnion([reading.output, reading.over].compactMap(\.self))
            if reading.measure == .cycleDay { drawn.insert(ScoreboardWoman.luteinisingHormone) }
        }
    }
}

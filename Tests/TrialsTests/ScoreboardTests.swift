import Evidence
import Exchange
import Foundation
import Physiology
import Solving
import Symbolics
import Testing

import struct Symbolics.Unit

@testable import Trials

@Suite("The scoreboard of published rows")
struct ScoreboardTests {
    private static let files = ScoreboardFiles(
        root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent())
    private static let plan = Result { try ScoreboardPlan(files) }

    private func board(_ rows: Set<String>) async throws -> Scoreboard {
        try await ScoreboardRun(Self.plan.get()) { rows.contains($0.observation.id) }.scoreboard(threads: 2)
    }

    @Test("H8: every row of the evidence has exactly one place, and a reason where it has no simulation")
    func places() throws {
        let rows = try Self.plan.get().rows
        #expect(rows.map(\.observation.id) == (try EvidenceLibrary.bundled.observations().map(\.id)))
        for row in rows {
            switch row.standing {
            case .compared: #expect(!row.places.isEmpty && row.reason.isEmpty && row.observation.use != .plausibility)
            case .notExpressible: #expect(row.places.isEmpty && row.reason != ScoreboardPlan.undescribed, "\(row.observation.id)")
            case .plausibility: #expect(row.observation.use == .plausibility)
            case .disclosed: #expect(["O0581", "O0582"].contains(row.observation.id))
            }
        }
        #expect(rows.count { $0.standing == .disclosed } == 2)
    }

    @Test("H4: rows of an example have the numbers that simulating the example gives, to a thousandth of a point")
    func example() async throws {
        let scenario = try Examples.scenario("arrenbrecht-patch-50.yaml")
        let placebo = try Examples.scenario("arrenbrecht-placebo.yaml")
        let comparison = try ScenarioComparison(scenario, comparator: placebo)
        let board = try await board(Set(scenario.compare))
        #expect(board.women == 2 && board.rows.count == scenario.compare.count)
        for one in comparison.comparisons {
            let row = board.rows.first { $0.observation.id == one.result.observation.id }
            let simulated = try #require(row?.comparison?.simulated)
            #expect(abs(simulated - one.simulated) < 1e-3, "\(one.result.observation.id): \(simulated), \(one.simulated)")
        }
    }

    @Test("a published mean of several arms is set beside the mean of these arms")
    func pooled() async throws {
        let board = try await board(["O0006"])
        let comparison = try #require(board.rows.first?.comparison)
        #expect(comparison.places.count == 4)
        let changes = try ["", "-mpa-continuous", "-mpa-cyclic", "-progesterone"].map { arm in
            let run = try Simulation(Examples.scenario("pepi-cee\(arm).yaml"), extraTimes: [3])
            return try #require(run.value("density.totalHip", at: 3)) / (try #require(run.value("density.totalHip", at: 0)))
        }
        let mean = 100 * (changes.reduce(0, +) / 4 - 1)
        #expect(abs(try #require(comparison.simulated) - mean) < 1e-2)
    }

    @Test("a sample is the same for a seed and another for another, holds only rows that are compared, and has numbers")
    func drawOfRows() async throws {
        let plan = try Self.plan.get()
        let first = ScoreboardRun.sample(20, of: plan)
        #expect(first == ScoreboardRun.sample(20, of: plan) && first != ScoreboardRun.sample(20, of: plan, seed: 2))
        let board = try await board(ScoreboardRun.sample(6, of: plan))
        #expect(board.rows.count == 6 && board.total().compared == 6 && board.total().failed == 0)
        #expect(first.isSuperset(of: board.rows.map(\.observation.id)))
    }

    @Test("progesterone 90 mg in oil has the peak, mean and area that trapezoids over its levels give, in the row's units")
    func kinetics() async throws {
        let board = try await board(["O0966", "O0967", "O0968", "O0969"])
        let numbers = board.rows.compactMap(\.comparison?.simulated)
        #expect(numbers.count == 4)
        let therapy = Treatment(medicine: "progesterone", form: "intramuscular", dose: Quantity(90, "mg"), every: 1, until: 0.5)
        let woman = Woman(age: 55 * Unit.daysPerYear, menopause: Menopause(age: 45 * Unit.daysPerYear))
        let hours = (0...384).map { Double($0) / 4 }
        let run = try Simulation(
            Scenario(title: "", woman: woman, therapy: [therapy], horizon: 5), resolution: .reference,
            extraTimes: hours.map { $0 / 24 / Unit.daysPerYear }, raw: true)
        let levels = try hours.map { try #require(run.value("serum.progesterone", at: $0 / 24 / Unit.daysPerYear)) }
        func area(_ end: Int) -> Double {
            var sum = 0.0
            for place in 1...end { sum += (levels[place] + levels[place - 1]) / 8 }
            return sum
        }
        let top: Int = levels.indices.max { levels[$0] < levels[$1] } ?? 0
        let expected: [Double] = [levels[top], area(96) / 24, area(384), hours[top]]
        for (number, other) in zip(numbers, expected) { #expect(abs(number / other - 1) < 0.03, "\(number) \(other)") }
    }

    @Test("of an exponential, half-life and area are those of the formula")
    func exponential() {
        let hours = stride(from: 0.0, through: 24, by: 0.01).map { $0 }
        let course = BloodCourse(hours: hours, levels: hours.map { 8 * exp2(-$0 / 6) })
        #expect(abs(course.value(.halfLife, tail: 6...18) - 6) < 1e-9)
        #expect(abs(course.value(.areaToInfinity, tail: 6...24) / (8 * 6 / log(2)) - 1) < 1e-5)
        #expect(course.value(.peak, tail: nil) == 8 && course.value(.timeOfPeak, tail: nil) == 0)
        #expect(abs(course.above(1).value(.trough, tail: nil) + 0.5) < 1e-9)
    }

    @Test("a point of density is a point, a factor counts the same either way, and the wrong sign is as far as it gets")
    func yardsticks() {
        #expect(Yardstick.points(1).misfit(3.5, 2) == 1.5)
        #expect(abs(Yardstick.factor(1.5).misfit(30, 20) - 1) < 1e-12)
        #expect(abs(Yardstick.factor(1.5).misfit(20, 30) + 1) < 1e-12)
        #expect(Yardstick.factor(1.5).misfit(1, -1) == 10 && Yardstick.factor(1.5).misfit(0, 1) == -10)
        // -90 % leaves a half of what -80 % leaves.
        #expect(abs(Yardstick.factorOfChange(2).misfit(-90, -80) + 1) < 1e-12)
        #expect(Yardstick.share(factor: 1.5, points: 1).misfit(0.1, 0.6) == -0.5)
    }

    private func row(_ number: Int, simulated: Double?, interval: ClosedRange<Double>? = nil) throws -> ScoreboardRow {
        let observation = try EvidenceLibrary.bundled.observation("O000\(number)")
        return ScoreboardRow(
            observation: observation, standing: .compared, reason: "",
            comparison: RowComparison(
                places: [], simulated: simulated, band: nil, failure: simulated == nil ? "none" : nil, observed: 0,
                interval: interval, yardstick: .points(1)))
    }

    @Test("an interval decides where there is one, else the yardstick; totals add up, and the worst come first")
    func sums() throws {
        let rows = try [
            row(1, simulated: 0.5), row(2, simulated: -3), row(3, simulated: 0.5, interval: -0.1...0.1),
            row(4, simulated: 4, interval: -5...5), row(6, simulated: nil),
        ]
        let board = Scoreboard(rows: rows, rowsOfFit: 0, women: 0, members: 0)
        #expect(rows.map { $0.comparison?.isInside } == [true, false, false, true, false])
        #expect(rows[2].comparison?.isNear == true)
        let total = board.total()
        #expect(total.rows == 5 && total.compared == 5 && total.inside == 2 && total.near == 3 && total.failed == 1)
        #expect(board.worstFirst.map(\.observation.id) == ["O0006", "O0004", "O0002", "O0001", "O0003"])
        #expect(board.misfits.map(\.observation.id) == ["O0006", "O0002", "O0003"])
        #expect(board.aims[0].total.compared == 5 && board.aims[0].isMet == false && board.aims[1].isMet == nil)
    }

    /// A row published as one number, simulated as another, where another row stands.
    private func row(
        _ observation: Observation, at places: [RowPlace], _ observed: Double, simulated: Double, _ yardstick: Yardstick
    ) -> ScoreboardRow {
        ScoreboardRow(
            observation: observation, standing: .compared, reason: "",
            comparison: RowComparison(
                places: places, simulated: simulated, band: nil, failure: nil, observed: observed, interval: nil,
                yardstick: yardstick))
    }

    /// Every change of density that is compared, published as one number and simulated as another.
    private func changes(simulated: Double, _ observed: (Observation) -> Double?) throws -> StudyAgreement? {
        let rows = try Self.plan.get().rows.filter { $0.standing == .compared }.compactMap { planned in
            observed(planned.observation).map {
                row(planned.observation, at: planned.places, $0, simulated: simulated, .points(1))
            }
        }
        return StudyAgreement(Scoreboard(rows: rows, rowsOfFit: 0, women: 0, members: 0), of: .density)
    }

    @Test("studies of the same that scatter by a point leave 68 of 100 results within a point of their mean")
    func agreement() throws {
        #expect(try changes(simulated: 2) { _ in 2 }?.scatter == nil, "nothing differs")
        let found = try #require(try changes(simulated: 0, \.value))
        let deviation = try #require(found.scatter?.deviation)
        #expect(found.rows >= 2 * found.groups && found.groups > 5 && found.results > found.rows)
        // The same results spread out or pressed together until they scatter by a point.
        let scaled = try #require(try changes(simulated: 0) { $0.value.map { $0 / deviation } }?.scatter)
        #expect(abs(scaled.deviation - 1) < 1e-9)
        #expect(abs(scaled.attainable - 0.6827) < 1e-4, "a point either way is one standard deviation")
        #expect(try changes(simulated: 1000, \.value)?.reached == 0)
    }

    @Test(
        "of fractures a half and a double are as far apart as one and four; of markers, points count; two sets tell nothing",
        arguments: [
            (StudyAgreement.Quantity.fracture, [0.5, 2, 1, 4, 0.25, 1], 2.0.squareRoot() * log(2), Yardstick.factor(1.5)),
            (.marker, [-60, -40, 0, 20, 5, 25], 200.0.squareRoot(), .points(15)),
        ])
    func agreementBySets(
        _ quantity: StudyAgreement.Quantity, _ observed: [Double], _ deviation: Double, _ yardstick: Yardstick
    ) throws {
        let planned = try Self.plan.get().rows.filter { $0.standing == .compared }
        func places(_ id: String) throws -> [RowPlace] { try #require(planned.first { $0.observation.id == id }?.places) }
        // Three results, each given to two studies of different authors.
        let standing = try (quantity == .fracture ? ["O0623", "O0348", "O0788"] : ["O0220", "O0221", "O0571"]).map(places)
        let authors = try ["O0001", "O0133", "O0163", "O0187", "O0206", "O0372"].map(EvidenceLibrary.bundled.observation)
        func found(_ count: Int) throws -> StudyAgreement {
            let rows = (0..<count).map { row(authors[$0], at: standing[$0 / 2], observed[$0], simulated: -1e3, yardstick) }
            return try #require(
                StudyAgreement(Scoreboard(rows: rows, rowsOfFit: 0, women: 0, members: 0), of: quantity))
        }
        let all = try found(6)
        #expect(all.groups == 3 && all.rows == 6 && all.results == 6 && all.reached == 0)
        #expect(abs(try #require(all.scatter?.deviation) - deviation) < 1e-9)
        #expect(try found(4).groups == 2 && found(4).scatter == nil)
    }

    @Test("women like those of a trial break more hips than a typical one of them, and fewer on estrogens")
    func sample() throws {
        let rows = try Self.plan.get().rows
        func place(_ id: String) throws -> RowPlace { try #require(rows.first { $0.observation.id == id }?.places.first) }
        let (treated, placebo) = try (place("O1687"), place("O1688"))
        #expect(treated.population == "WHI" && placebo.population == "WHI" && treated.comparator == placebo.scenario)
        #expect(try place("O0030").population == "WHI", "though Trials/whi-ep.yaml has the row of a typical woman too")
        let outcomes: Set = ["fracture.hip"]
        // Percent in 5.2 years; 64 of the women, the same in both arms.
        let risks = try [treated, placebo].map { place in
            let sample = try ScoreboardSample(
                place.scenario, like: "WHI", count: 8 * ScenarioSolver.batch, years: [5.2], outputs: outcomes)
            #expect(sample.value("fracture.hip", at: 0) == 0 && sample.value("fracture.wrist", at: 5.2) == nil)
            return try #require(sample.value("fracture.hip", at: 5.2))
        }
        let typical = try #require(
            try Simulation(placebo.scenario, extraTimes: [5.2]).value("fracture.hip", at: 5.2))
        #expect(risks[0] < 0.95 * risks[1] && risks[1] > 1.5 * typical, "\(risks), \(typical)")
    }

    @Test("domains and uses divide the rows without rest")
    func division() throws {
        let rows = try Self.plan.get().rows.map {
            ScoreboardRow(observation: $0.observation, standing: $0.standing, reason: $0.reason, comparison: nil)
        }
        let board = Scoreboard(rows: rows, rowsOfFit: 0, women: 0, members: 0)
        let parts = Observation.Domain.allCases.flatMap { domain in Observation.Use.allCases.map { board.total(domain, $0) } }
        #expect(parts.map(\.rows).reduce(0, +) == rows.count)
        let total = board.total()
        #expect(parts.map(\.notExpressible).reduce(0, +) == total.notExpressible)
        #expect(board.reasons.map(\.rows.count).reduce(0, +) == total.notExpressible)
        #expect(rows.count { $0.standing == .compared } + total.notExpressible + total.plausibility + total.disclosed == rows.count)
    }
}

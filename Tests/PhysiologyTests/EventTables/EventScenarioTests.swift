import Exchange
import Foundation
import Modeling
import Physiology
import Solving
import Symbolics
import struct Symbolics.Unit
import Testing

@Suite("Women under event tables")
struct EventScenarioTests {
    private static let reader = ScenarioReader.forModel

    private func scenario(_ therapy: String = "", years: Double = 0.1) throws -> Scenario {
        try Self.reader.read(
            text: """
                woman: {age: 56 years, menopause: {age: 51 years, kind: natural}}
                simulate: {years: \(years), report: 1 month}
                \(therapy)
                """, name: "s.yaml")
    }

    private func events(
        _ rows: String, in scenario: Scenario, columns: String = "ID,TIME [d],EVID,AMT,CMT,RATE,ADDL,II [d],SS,DV",
        resolution: Resolution = .auto
    ) throws -> EventScenario {
        let reader = EventTableReader(places: try .woman(), horizon: scenario.horizon)
        let table = try reader.read(text: columns + "\n" + rows, name: "doses.csv")
        return try EventScenario(
            scenario, table, table.schedules(horizon: scenario.horizon), resolution: resolution)
    }

    private func run(_ events: EventScenario, person: Int = 0, at times: [Double]) throws -> [String: [Double]] {
        try events.run(events.schedules[person], samples: times.map { .instant($0) }).columns
    }

    private static let times = [0.2, 0.9, 7.3, 29.8, 36]

    @Test(
        "Rows written out are what a therapy of the same doses is",
        arguments: [
            ("{medicine: estradiol, form: oral, dose: 1 mg, every: 1 day}", "1,0,1,1,estradiol oral,.,200,1,.,."),
            ("{medicine: estradiol, form: patch, dose: 50 ug/day}", "1,0,1,5000,estradiol patch,50,.,.,.,."),
            (
                "{medicine: progesterone, form: oral micronized, dose: 200 mg, every: 1 day, food: fed}",
                "1,0,1,200,progesterone oral micronized fed,.,200,1,.,."
            ),
            ("{medicine: cholecalciferol, form: oral, dose: 800 IU, every: 1 day}", "1,0,1,800,cholecalciferol oral IU,.,200,1,.,."),
            ("{medicine: calcium, form: oral, dose: 500 mg, every: 1 day}", "1,0,1,500,calcium oral,.,200,1,.,."),
            ("{medicine: leuprolide, form: depot, dose: 11.25 mg, every: 84 days}", "1,0,1,11.25,leuprolide depot,.,5,84,.,."),
        ])
    func sameAsTherapy(therapy: String, row: String) throws {
        let treated = try scenario("therapy: [\(therapy)]")
        let solver = try ScenarioSolver(PreparedScenario(treated, closeLooks: false), resolution: .full)
        let problem = try solver.prepared.problem()
        let history = try CVODES().solve(problem.history, samples: [.instant(0)])
        let wanted = try CVODES().solve(problem.future(after: history), samples: Self.times.map { .instant($0) })
        let found = try run(events(row, in: scenario(), resolution: .reference), at: Self.times)
        for output in ["serum.estradiol", "serum.progesterone", "serum.calcidiol", "serum.PTH", "density.lumbarSpine", "marker.CTX"] {
            for (found, wanted) in zip(found[output] ?? [], wanted[output] ?? []) {
                #expect(abs(found - wanted) <= 1e-3 * max(abs(wanted), 1e-3), "\(output): \(found), a therapy gives \(wanted)")
            }
        }
    }

    @Test("Steady state is where two months of the same doses lead her levels, and leaves her bone as it was")
    func steadyState() throws {
        let long = try run(events("1,0,1,1,estradiol oral,.,200,1,.,.", in: scenario(years: 0.25)), at: [80, 80.1])
        let steady = try events("1,0,1,1,estradiol oral,.,200,1,1,.", in: scenario())
        let at = try run(steady, at: [1e-8, 0.1])
        for output in ["serum.estradiol", "serum.estrone", "serum.estroneSulfate"] {
            for (found, wanted) in zip(try #require(at[output]), try #require(long[output])) {
                #expect(abs(found / wanted - 1) < 5e-3, "\(output): \(found) where 80 days of doses lead to \(wanted)")
            }
        }
        let untreated = try run(events("1,0,0,.,serum.estradiol,.,.,.,.,.", in: scenario()), at: [0])
        for output in ["density.lumbarSpine", "bone.osteoclasts", "marker.CTX"] {
            #expect(abs(try #require(at[output])[0] / (try #require(untreated[output])[0]) - 1) < 1e-4, "\(output) has not moved yet")
        }
        #expect(steady.steadyStates.contains("pharmacology.estrogens.estradiol"))
        #expect(!steady.steadyStates.contains { !$0.hasPrefix("pharmacology.") }, "levels of medicines alone take part")
        #expect(steady.reasonForReference == "steady states (line 2)" && steady.solver.resolution == .reference)
    }

    @Test("Plain doses are followed at full resolution, within a thousandth of the reference")
    func resolutions() throws {
        let row = "1,0,1,1,estradiol oral,.,200,1,.,."
        let full = try events(row, in: scenario())
        #expect(full.solver.resolution == .full)
        let (a, b) = (try run(full, at: Self.times), try run(events(row, in: scenario(), resolution: .reference), at: Self.times))
        for output in ["serum.estradiol", "density.lumbarSpine", "marker.CTX"] {
            for (a, b) in zip(a[output] ?? [], b[output] ?? []) { #expect(abs(a / b - 1) < 1e-3, "\(output): \(a) and \(b)") }
        }
    }

    @Test("A resolution that does not follow what the table asks for is refused")
    func unfollowed() throws {
        let error = #expect(throws: ModelError.self) {
            try events("1,0,1,1,estradiol oral,.,.,1,1,.", in: scenario(), resolution: .multiscale)
        }
        #expect(error?.description.contains("steady states (line 2)") == true)
    }

    @Test("A reset takes her back to time zero, her bone too")
    func reset() throws {
        let rows = "1,0,1,1,estradiol oral,.,200,1,.,.\n1,30,3,.,.,.,.,.,.,."
        let found = try run(events(rows, in: scenario()), at: [0, 30, 30 + 1e-8, 36])
        for output in ["serum.estradiol", "density.lumbarSpine", "marker.CTX"] {
            let values = try #require(found[output])
            let (moved, left) = (abs(values[1] - values[0]), abs(values[2] - values[0]))
            #expect(moved > 1e-3 * values[0], "\(output) had moved")
            #expect(left < 0.2 * moved, "\(output) is what it was at time zero, but that she is a month older")
        }
        #expect(abs(try #require(found["serum.estradiol"])[3] / (try #require(found["serum.estradiol"])[0]) - 1) < 0.05, "no dose follows")
    }

    @Test("Covariates are each woman's own, and weight may change on the way")
    func covariates() throws {
        let columns = "ID,TIME [d],EVID,AMT,CMT,WT,AGE,MENOPAUSE"
        let rows = """
            1,0,1,1,estradiol oral,50,60,50
            2,0,1,1,estradiol oral,90,70,45
            2,1,2,.,.,50,70,45
            """
        let events = try events(rows, in: scenario(), columns: columns)
        let women = events.schedules.map { events.woman(of: $0) }
        #expect(women.map { ($0.age / Unit.daysPerYear).rounded() } == [60, 70])
        #expect(women.map(\.weight.value) == [50, 90])
        #expect(women[1].menopause?.age == 45 * Unit.daysPerYear)
        let (light, heavy) = (try run(events, at: [0.3, 1.05]), try run(events, person: 1, at: [0.3, 1.05]))
        #expect(try #require(light["serum.estradiol"])[0] > 1.2 * (try #require(heavy["serum.estradiol"])[0]))
    }

    @Test(
        "What her model cannot honour is refused by row and column",
        arguments: [
            ("therapy: [{medicine: estradiol, form: gel, dose: 1.5 mg}]", "1,0,1,1,estradiol oral,.,.,.,.,.", "doses.csv:2: CMT: estradiol stands"),
            ("", "1,0,1,100,levothyroxine oral,.,.,1,1,.", "doses.csv:2: SS: 'levothyroxine oral' has no level of its own"),
            ("", "1,0,1,500,calcium oral,.,.,1,1,.", "doses.csv:2: SS: 'calcium oral' has no level of its own"),
            ("", "1,0,0,.,serum.letrozole,.,.,.,.,5", "doses.csv:2: DVID or CMT: 'serum.letrozole' is there only where its medicine is taken"),
        ])
    func refused(therapy: String, row: String, fault: String) throws {
        let error = #expect(throws: FileError.self) { try events(row, in: scenario(therapy)) }
        #expect(error?.description.hasPrefix(fault) == true, "\(error?.description ?? "nothing")")
    }

    @Test("The scenario's own therapy goes on beside the table")
    func beside() throws {
        let row = "1,0,1,1,estradiol oral,.,200,1,.,."
        let therapy = "therapy: [{medicine: progesterone, form: vaginal insert, dose: 100 mg, every: 0.5 days}]"
        let (alone, both) = (try run(events(row, in: scenario()), at: [30.4]), try run(events(row, in: scenario(therapy)), at: [30.4]))
        #expect(try #require(both["serum.progesterone"])[0] > 5 * (try #require(alone["serum.progesterone"])[0]))
        #expect(abs(try #require(both["serum.estradiol"])[0] / (try #require(alone["serum.estradiol"])[0]) - 1) < 0.05)
    }

    @Test("Every place takes a dose, under a name of its own")
    func places() throws {
        let places = try EventPlaces.woman()
        #expect(Set(places.entrances.map(\.name)).count == places.entrances.count)
        for (index, place) in places.entrances.enumerated() {
            let unit = try #require(place.unit)
            let rate = place.habit == .worn ? "\(1 / 24.0)" : "0"
            let table = try EventTableReader(places: places, horizon: 30)
                .read(text: "ID,TIME,AMT [\(unit)],CMT,RATE [\(unit)/h]\n1,0,1,\(index + 1),\(rate)\n", name: "doses.csv")
            let events = try EventScenario(scenario(years: 0.1), table, table.schedules(horizon: 30))
            #expect(events.schedules[0].entries.count == 1, "\(place.name)")
        }
    }

    @Test("What a dose brings, and how late, rests on nothing that a covariate changes on the way")
    func shares() throws {
        let model = try WomanModel.complete()
        let controls = Set(model.controls.map(\.symbol))
        for port in model.dosePorts {
            let symbols = port.lag.symbols + port.shares.flatMap(\.amount.symbols)
            #expect(controls.isDisjoint(with: symbols), "\(port.name)")
        }
    }

    @Test("The example's table is read, and says that it is made up")
    func example() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Examples").standardized
        let scenario = try Self.reader.read(file: folder.appending(path: "event-table.yaml").path)
        let file = folder.appending(path: "event-table.csv")
        let table = try EventTableReader(places: try .woman(), horizon: scenario.horizon).read(file: file.path)
        #expect(table.persons.count == 3 && table.observationCount == 23)
        let events = try EventScenario(scenario, table, table.schedules(horizon: scenario.horizon))
        #expect(events.reasonForReference?.hasPrefix("steady states") == true)
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("# Made up"))
    }
}

import Exchange
import Foundation
import Solving
import Testing

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Event tables in a model from a file")
struct EventRunTests {
    /// A gut that empties at `ka` into two litres of blood that are cleared at `k`, both per hour; `sum` follows from them.
    private static let body = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="body" timeUnits="hour">
        <listOfUnitDefinitions><unitDefinition id="hour"><listOfUnits>
        <unit kind="second" exponent="1" scale="0" multiplier="3600"/></listOfUnits></unitDefinition></listOfUnitDefinitions>
        <listOfCompartments><compartment id="V" spatialDimensions="3" size="2" constant="true"/></listOfCompartments>
        <listOfSpecies>
        <species id="gut" compartment="V" initialAmount="0" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"/>
        <species id="blood" compartment="V" initialAmount="0" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
        <species id="sum" compartment="V" hasOnlySubstanceUnits="false" boundaryCondition="true" constant="false"/>
        </listOfSpecies>
        <listOfParameters><parameter id="ka" value="1" constant="true"/><parameter id="k" value="0.1" constant="true"/></listOfParameters>
        <listOfRules><assignmentRule variable="sum"><math xmlns="http://www.w3.org/1998/Math/MathML">
        <apply><plus/><ci>gut</ci><ci>blood</ci></apply></math></assignmentRule></listOfRules>
        <listOfReactions>
        <reaction id="uptake" reversible="false">
        <listOfReactants><speciesReference species="gut" stoichiometry="1" constant="true"/></listOfReactants>
        <listOfProducts><speciesReference species="blood" stoichiometry="1" constant="true"/></listOfProducts>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><ci>ka</ci><ci>gut</ci></apply></math></kineticLaw>
        </reaction>
        <reaction id="clearance" reversible="false">
        <listOfReactants><speciesReference species="blood" stoichiometry="1" constant="true"/></listOfReactants>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
        <apply><times/><ci>V</ci><ci>k</ci><ci>blood</ci></apply></math></kineticLaw></reaction>
        </listOfReactions></model></sbml>
        """

    private static let volume = 2.0

    private func run(_ rows: String, columns: String = "ID,TIME,EVID,AMT,CMT,RATE,ADDL,II,SS,DV") throws -> EventRun {
        let file = FileManager.default.temporaryDirectory.appending(path: "body-\(UUID().uuidString).xml")
        try Data(Self.body.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let scenario = try ScenarioReader(catalogue: MedicineCatalogue([]))
            .read(text: "woman: {age: 60 years}\nsimulate: {years: 0.05, report: 1 day}\n", name: "s.yaml")
        let places = try ImportedPlaces(scenario, SBMLModel(reading: file.path))
        let table = try EventTableReader(places: places.places, horizon: scenario.horizon)
            .read(text: columns + "\n" + rows, name: "doses.csv")
        return EventRun(
            try ImportedEvents(
                places, table, table.schedules(horizon: scenario.horizon),
                tolerances: Tolerances(relative: 1e-9, absoluteShare: 1e-12)))
    }

    private func predictions(_ rows: String, columns: String = "ID,TIME,EVID,AMT,CMT,RATE,ADDL,II,SS,DV") throws -> [Double] {
        let run = try run(rows, columns: columns)
        return try run.schedules.flatMap { try run.person($0).outcome.get().predictions }
    }

    private func expect(_ found: [Double], _ wanted: [Double], _ what: Comment) {
        #expect(found.count == wanted.count)
        for (found, wanted) in zip(found, wanted) { #expect(abs(found - wanted) < 2e-6 * max(abs(wanted), 0.01), what) }
    }

    @Test("A trough above its dose is taken before it, what stands below after it")
    func trough() throws {
        let found = try predictions(
            """
            1,0,1,20,blood,.,.,.,.,.
            1,10,0,.,blood,.,.,.,.,3.5
            1,10,1,20,blood,.,.,.,.,.
            1,10,0,.,blood,.,.,.,.,13.5
            """)
        let left = 10 * exp(-1.0)
        expect(found, [left, left + 10], "20 in two litres, ten hours later and with as much again")
    }

    @Test("At the moment of a further dose the trough is seen")
    func furtherTrough() throws {
        let found = try predictions("1,0,1,20,blood,.,3,8,.,.\n1,16,0,.,blood,.,.,.,.,5\n")
        expect(found, [10 * (exp(-1.6) + exp(-0.8))], "two doses, the third not yet")
    }

    @Test("Steady state of tablets, of a split day, of an overlapping infusion")
    func steady() throws {
        func one(_ t: Double) -> Double { t < 0 ? 0 : (exp(-0.1 * t) - exp(-t)) / 0.9 / Self.volume }
        func many(_ amount: Double, _ t: Double, every: Double) -> Double {
            stride(from: 0.0, to: 600, by: every).reduce(0) { $0 + amount * one(t + $1) }
        }
        let tablets = try predictions("1,0,1,20,gut,.,2,12,1,.\n1,3,0,.,blood,.,.,.,.,5\n1,15,0,.,blood,.,.,.,.,5\n")
        expect(tablets, [many(20, 3, every: 12), many(20, 3, every: 12)], "20 every 12 h")
        let split = try predictions(
            "1,0,1,20,1,.,5,24,1,.\n1,8,1,10,1,.,5,24,2,.\n1,9,0,.,blood,.,.,.,.,5\n1,35,0,.,blood,.,.,.,.,5\n")
        expect(
            split, [many(20, 9, every: 24) + many(10, 1, every: 24), many(20, 11, every: 24) + many(10, 3, every: 24)],
            "20 at 0 h, 10 at 8 h of every day")
        func infused(_ t: Double) -> Double { (exp(-0.1 * max(0, t - 18)) - exp(-0.1 * t)) / 0.1 / Self.volume }
        let long = try predictions("1,0,1,36,blood,2,4,12,1,.\n1,7,0,.,blood,.,.,.,.,5\n")
        expect(
            long, [stride(from: 0.0, to: 600, by: 12).reduce(0) { $0 + 2 * infused(7 + $1) }], "36 over 18 h, every 12 h")
        let constant = try predictions("1,0,1,0,blood,2,0,0,1,.\n1,0,0,.,blood,.,.,.,.,5\n1,10,0,.,blood,.,.,.,.,5\n")
        expect(constant, [10, 10 * exp(-1.0)], "2 an hour for ever, cleared at a tenth of two litres, then no more")
    }

    @Test("A reset, and a reset with a dose, begin anew; further doses that cross it are gone")
    func reset() throws {
        let found = try predictions(
            """
            1,0,1,20,blood,.,9,8,.,.
            1,20,3,.,.,.,.,.,.,.
            1,20,0,.,blood,.,.,.,.,5
            1,30,4,20,blood,.,.,.,.,.
            1,35,0,.,blood,.,.,.,.,5
            """)
        expect(found, [0, 10 * exp(-0.5)], "nothing at the reset, one dose after the second")
    }

    @Test("A column with a parameter's name is that parameter, person by person and from row to row")
    func parameters() throws {
        let rows = """
            1,0,1,20,blood,0.2,.
            1,10,0,.,blood,0.2,5
            2,0,1,20,blood,0.1,.
            2,5,2,.,.,0.3,.
            2,10,0,.,blood,0.3,5
            """
        let found = try predictions(rows, columns: "ID,TIME,EVID,AMT,CMT,K,DV")
        expect(found, [10 * exp(-2.0), 10 * exp(-0.5 - 1.5)], "k is 0.2; 0.1 and from 5 h on 0.3")
    }

    @Test("An amount is an amount also where the file's mathematics mean a concentration; species have one number for both")
    func numbers() throws {
        expect(try predictions("1,0,1,20,2,.,.,.,.,.\n1,0,0,.,2,.,.,.,.,5\n"), [10], "20 in two litres")
    }

    @Test("Persons at once are what each is alone: infusions of one do not reach another")
    func persons() async throws {
        let rows = (1...24).map { "\($0),0,1,\($0),blood,\(Double($0) / 5),.,.,.,.\n\($0),4,0,.,blood,.,.,.,.,5" }.joined(separator: "\n")
        let run = try run(rows)
        let alone = run.schedules.map { run.person($0) }.compactMap { try? $0.outcome.get().predictions.first }
        let together = try await withThrowingTaskGroup(of: (Int, Double?).self) { group in
            for (index, schedule) in run.schedules.enumerated() {
                group.addTask { (index, try run.person(schedule).outcome.get().predictions.first) }
            }
            var found = run.schedules.map { _ in Double?.none }
            for try await (index, value) in group { found[index] = value }
            return found
        }
        #expect(together == alone, "the same bits")
        #expect(alone.count == 24 && abs(alone[9] - 2 * alone[4]) < 1e-6 * alone[9], "twice the rate, twice the level")
    }

    @Test("A species that follows from others cannot be dosed, and is named with its row")
    func assigned() {
        let error = #expect(throws: FileError.self) { try run("1,0,1,20,sum,.,.,.,.,.") }
        #expect(error?.description == "doses.csv:2: CMT: 'sum' follows from others, so that no dose can enter it")
    }

    @Test("The schedule as a table for machines has each dose, its unit and its row")
    func listing() throws {
        let run = try run("7,0,1,36,blood,2,1,12,1,.\n7,7,0,.,blood,.,.,.,.,5\n")
        let lines = ScheduleListing(run.table, run.schedules).csv.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "ID,TIME [h],action,place,amount,unit,rate,rate unit,line",
                "7,0.0,steady state every 12 h,blood,36.0,,2.0,1/h,2", "7,0.0,infusion,blood,36.0,,2.0,1/h,2",
                "7,7.0,observation,blood,5.0,,,,3", "7,12.0,\"infusion, further 1\",blood,36.0,,2.0,1/h,2",
            ])
    }

    @Test("Whoever cannot be integrated is told by ID, and the others are there")
    func failure() throws {
        let run = try run("1,0,1,20,blood,.,.,.,.,0.1\n2,0,1,20,gut,.,.,12,1,0\n", columns: "ID,TIME,EVID,AMT,CMT,RATE,ADDL,II,SS,K")
        let persons = run.schedules.map(run.person)
        #expect((try? persons[0].outcome.get()) != nil)
        guard case .failure(let failure) = persons[1].outcome else {
            Issue.record("blood that is not cleared has no steady state")
            return
        }
        #expect(failure.description.hasPrefix("ID 2: integration stopped at day 0.0 in 'blood.amount'"))
        let text = EventDocument(run).text(of: persons[1], width: 100)
        #expect(text.contains("Not simulated: ID 2"))
    }

    @Test("The page shows the doses, what was observed and what is predicted, and is whole markup")
    func page() throws {
        let run = try run("1,0,1,20,blood,.,3,8,.,.\n1,16,0,.,blood,.,.,.,.,5\n")
        let person = run.person(run.schedules[0])
        let files = try EventDocument(run).files(of: person, seconds: 1)
        #expect(files.map(\.name) == ["timecourse.csv", "summary.json", "report.html"])
        let page = try #require(files.last?.contents)
        #expect(page.contains("Observed and predicted") && page.contains("dose, and 3 more every 8 h"))
        #expect(XMLParser(data: Data(page.replacing("<!DOCTYPE html>\n", with: "").utf8)).parse())
        let lines = EventDocument(run).predictions(of: person).split(separator: "\n")
        #expect(lines.count == 1 && lines[0].hasPrefix("1,16.0,blood,,5.0,6.5") && lines[0].hasSuffix(",3"))
    }
}

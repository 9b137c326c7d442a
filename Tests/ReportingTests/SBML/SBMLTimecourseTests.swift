import Exchange
import Foundation
import Reporting
import Solving
import Symbolics
import Testing

@Suite("Time courses of SBML files")
struct SBMLTimecourseTests {
    /// Two litres with 6 of S, which leaves at a tenth of its amount a unit of time; `bad` divides by zero.
    private static let tank = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="tank">
        <listOfCompartments><compartment id="V" spatialDimensions="3" size="2" constant="true"/></listOfCompartments>
        <listOfSpecies><species id="S" compartment="V" initialAmount="6" hasOnlySubstanceUnits="false"
        boundaryCondition="false" constant="false"/></listOfSpecies>
        <listOfParameters><parameter id="k" value="0.1" constant="true"/><parameter id="bad" constant="false"/></listOfParameters>
        <listOfRules><assignmentRule variable="bad"><math xmlns="http://www.w3.org/1998/Math/MathML">
        <apply><divide/><cn>1</cn><apply><minus/><ci>k</ci><ci>k</ci></apply></apply></math></assignmentRule></listOfRules>
        <listOfReactions><reaction id="leaving" reversible="false">
        <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
        <apply><times/><ci>V</ci><ci>k</ci><ci>S</ci></apply></math></kineticLaw></reaction></listOfReactions>
        </model></sbml>
        """

    private func withTank<Result>(_ use: (SBMLModel) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "tank-\(UUID().uuidString).xml")
        try Data(Self.tank.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try use(SBMLModel(reading: file.path))
    }

    private func request(_ variables: [String]) -> SBMLTimecourse.Request {
        .init(
            start: 0, duration: 5, steps: 5, variables: variables,
            tolerances: Tolerances(relative: 1e-9, absoluteShare: 1e-12))
    }

    @Test("A species is reported as it is asked for: amount, concentration or both")
    func amounts() throws {
        var request = request(["S", "leaving"])
        let plain = try withTank { try SBMLTimecourse($0, request) }
        #expect(plain.headers == ["S", "leaving"])
        request.amounts = ["S"]
        let amounts = try withTank { try SBMLTimecourse($0, request) }
        request.concentrations = ["S"]
        let both = try withTank { try SBMLTimecourse($0, request) }
        #expect(both.headers == ["S.amount", "S.concentration", "leaving"])
        for row in 0...5 {
            // 6 e^(-t/10) in two litres.
            let amount = 6 * exp(-0.1 * Double(row))
            #expect(abs(amounts.rows[row][0] - amount) < 1e-7)
            #expect(abs(plain.rows[row][0] - amount / 2) < 1e-7)
            #expect(abs(plain.rows[row][1] - amount / 10) < 1e-7)
            #expect(both.rows[row] == [amounts.rows[row][0], plain.rows[row][0], plain.rows[row][1]])
        }
    }

    @Test("The table has a row more than intervals, reads back exactly, and writes infinity as the test suite does")
    func csv() throws {
        let course = try withTank { try SBMLTimecourse($0, request(["S", "bad"])) }
        let lines = course.csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        #expect(lines.count == 7)
        #expect(lines[0] == ["time", "S", "bad"])
        #expect(lines[1] == ["0.0", "3.0", "INF"])
        #expect(Double(lines[4][1]) == course.rows[3][0])
    }

    @Test("What the model does not have is told by name")
    func unknown() throws {
        #expect(throws: FileError.self) { try withTank { try SBMLTimecourse($0, request(["nothing"])) } }
        #expect(throws: FileError.self) { try withTank { try SBMLTimecourse.check(species: ["k"], of: $0) } }
    }

    /// What an imported run says is wrong with a scenario.
    private func fault(_ mapping: ModelMapping?, dose: Quantity = Quantity(20, "ug")) throws -> String {
        let scenario = Scenario(
            title: "t", woman: Woman(age: 20_000),
            therapy: [
                Treatment(medicine: "teriparatide", form: "subcutaneous", dose: dose, every: 1, from: 0, until: 2)
            ],
            horizon: 2, reportInterval: 1, mapping: mapping, source: "s.yaml")
        return try withTank { model in
            do {
                _ = try ImportedRun(scenario, model: model)
                return ""
            } catch { return "\(error)" }
        }
    }

    @Test("A scenario that does not fit the model is told by its key")
    func misfits() throws {
        func entry(_ target: String, per: Quantity = Quantity(20, "ug")) -> ModelMapping.Entry {
            .init(medicine: "teriparatide", target: target, increase: 1, dose: per)
        }
        #expect(try fault(nil).hasPrefix("s.yaml: model.time:"))
        #expect(try fault(ModelMapping(timeUnit: 1)).contains("nothing says where teriparatide (subcutaneous) enters"))
        #expect(try fault(ModelMapping(timeUnit: 1, entries: [entry("s")])).contains("did you mean 'S'?"))
        #expect(
            try fault(ModelMapping(timeUnit: 1, entries: [entry("S")], changes: [.init(parameter: "bad", value: 1)]))
                .contains("no constant parameter 'bad'"))
        #expect(
            try fault(ModelMapping(timeUnit: 1, entries: [entry("S", per: Quantity(1, "IU"))])).contains("model.doses"))
        #expect(try fault(ModelMapping(timeUnit: 1, entries: [entry("S")])) == "")
    }

    @Test("A dose of twice the size adds twice as much, to the concentration that the identifier means")
    func dose() throws {
        let scenario = Scenario(
            title: "t", woman: Woman(age: 20_000),
            therapy: [
                Treatment(medicine: "teriparatide", form: "subcutaneous", dose: Quantity(40, "ug"), from: 1, until: 2)
            ],
            horizon: 2, reportInterval: 0.5,
            mapping: ModelMapping(
                timeUnit: 1,
                entries: [.init(medicine: "teriparatide", target: "S", increase: 5, dose: Quantity(20, "ug"))]))
        let run = try withTank {
            try ImportedRun(scenario, model: $0, tolerances: Tolerances(relative: 1e-9), raw: true)
        }
        let values = try #require(run["S"])
        #expect(abs(values[4] - (3 * exp(-0.2) + 10 * exp(-0.1))) < 1e-6)
    }
}

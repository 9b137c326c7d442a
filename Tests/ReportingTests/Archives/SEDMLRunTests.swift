import Exchange
import Foundation
import Testing

@testable import Reporting

@Suite("Runs of SED-ML", .serialized)
struct SEDMLRunTests {
    /// One litre from which A leaves at rate k, so that it is A0 exp(-k t).
    private static let model = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"><model id="leaving">
        <listOfCompartments><compartment id="V" spatialDimensions="3" size="1" constant="true"/></listOfCompartments>
        <listOfSpecies><species id="A" compartment="V" initialConcentration="5" hasOnlySubstanceUnits="false"
        boundaryCondition="false" constant="false"/></listOfSpecies>
        <listOfParameters><parameter id="k" value="0.5" constant="true"/></listOfParameters>
        <listOfReactions><reaction id="r" reversible="false" fast="false">
        <listOfReactants><speciesReference species="A" stoichiometry="1" constant="true"/></listOfReactants>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
        <apply><times/><ci>V</ci><ci>k</ci><ci>A</ci></apply></math></kineticLaw></reaction></listOfReactions>
        </model></sbml>
        """

    private static let species = "/s:sbml/s:model/s:listOfSpecies/s:species[@id='A']"
    private static let rate = "/s:sbml/s:model/s:listOfParameters/s:parameter[@id='k']"

    /// The model as it is and with other numbers; the ratio of both, and a longer course of one.
    private static let simulation = """
        <sedML xmlns='http://sed-ml.org/sed-ml/level1/version4' level='1' version='4' xmlns:s='http://www.sbml.org/sbml/level3/version1/core'>
        <listOfModels><model id='m' language='urn:sedml:language:sbml' source='leaving.xml'/>
        <model id='n' language='urn:sedml:language:sbml' source='#m'><listOfChanges>
        <changeAttribute target="\(rate)/@value" newValue='0.25'/>
        <changeAttribute target="\(species)/@initialConcentration" newValue='8'/></listOfChanges></model></listOfModels>
        <listOfSimulations><uniformTimeCourse id='s' initialTime='0' outputStartTime='2' outputEndTime='6' numberOfSteps='4'>
        <algorithm kisaoID='KISAO:0000088'><listOfAlgorithmParameters>
        <algorithmParameter kisaoID='KISAO:0000209' value='1e-9'/><algorithmParameter kisaoID='KISAO:0000211' value='1e-12'/>
        <algorithmParameter kisaoID='KISAO:0000415' value='500'/></listOfAlgorithmParameters></algorithm></uniformTimeCourse>
        <uniformTimeCourse id='long' initialTime='0' outputStartTime='0' outputEndTime='6' numberOfSteps='6'>
        <algorithm kisaoID='KISAO:0000019'/></uniformTimeCourse></listOfSimulations>
        <listOfTasks><task id='first' modelReference='m' simulationReference='s'/>
        <task id='second' modelReference='n' simulationReference='s'/>
        <task id='third' modelReference='m' simulationReference='long'/></listOfTasks>
        <listOfDataGenerators>
        <dataGenerator id='time'><listOfVariables><variable id='t' taskReference='first' symbol='urn:sedml:symbol:time'/></listOfVariables>
        <math xmlns='http://www.w3.org/1998/Math/MathML'><ci>t</ci></math></dataGenerator>
        <dataGenerator id='ratio'><listOfVariables><variable id='a' taskReference='first' target="\(species)"/>
        <variable id='b' taskReference='second' target="\(species)"/></listOfVariables>
        <listOfParameters><parameter id='percent' value='100'/></listOfParameters>
        <math xmlns='http://www.w3.org/1998/Math/MathML'><apply><divide/><apply><times/><ci>percent</ci><ci>a</ci></apply><ci>b</ci></apply></math></dataGenerator>
        <dataGenerator id='whole'><listOfVariables><variable id='a' taskReference='third' target="\(species)"/></listOfVariables>
        <math xmlns='http://www.w3.org/1998/Math/MathML'><ci>a</ci></math></dataGenerator>
        </listOfDataGenerators>
        <listOfOutputs><report id='table'><listOfDataSets><dataSet id='x' label='same' dataReference='time'/>
        <dataSet id='y' label='same' dataReference='ratio'/></listOfDataSets></report>
        <report id='uneven'><listOfDataSets><dataSet id='u' label='ratio' dataReference='ratio'/>
        <dataSet id='v' label='whole' dataReference='whole'/></listOfDataSets></report>
        <plot2D id='plot'><listOfCurves><curve id='c' xDataReference='time' yDataReference='ratio'/></listOfCurves></plot2D>
        </listOfOutputs></sedML>
        """

    /// Runs the simulation from a folder that is removed afterwards.
    private func run(_ text: String = simulation, _ use: (SEDMLRun, URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try OutputFolder(path: folder.path).write([
            .init(name: "leaving.xml", contents: Self.model), .init(name: "a.sedml", contents: text),
        ])
        let document = try SEDMLDocument(reading: folder.appendingPathComponent("a.sedml").path)
        try use(SEDMLRun(document, in: folder, at: "a.sedml"), folder)
    }

    @Test("A changed model decays from its own start at its own rate, and mathematics join both")
    func ratio() throws {
        try run { run, _ in
            let table = try #require(run.tables.first { $0.report.id == "table" })
            #expect(table.columns[0] == [2, 3, 4, 5, 6])
            for (time, ratio) in zip(table.columns[0], table.columns[1]) {
                // 5 exp(-t/2) over 8 exp(-t/4), in per cent; the solver was asked for 1e-9.
                #expect(abs(ratio / (62.5 * exp(-0.25 * time)) - 1) < 1e-7)
            }
        }
    }

    @Test("Columns that are called alike are told apart, and a shorter one ends in what is not a number")
    func tables() throws {
        try run { run, _ in
            #expect(run.tables[0].headers == ["same (x)", "same (y)"])
            #expect(run.tables[1].columns.map(\.count) == [7, 7])
            #expect(run.tables[1].columns[0].suffix(2).map(\.isNaN) == [true, true])
            #expect(abs(run.tables[1].columns[1][0] - 5) < 1e-12)
            #expect(run.tables[2].headers == ["ratio", "time"])
        }
    }

    @Test("What is done otherwise than asked for is said")
    func remarks() throws {
        try run { run, _ in
            #expect(
                run.remarks == [
                    "'s' asks for LSODA (KISAO:0000088); CVODES was used.",
                    "Settings of 's' that CVODES was not given: KISAO:0000415.",
                ])
        }
    }

    @Test("Reports lie where BioSimulators looks for them, as text and as HDF5")
    func files() throws {
        try run { run, folder in
            let out = OutputFolder(path: folder.appendingPathComponent("out").path)
            let written = try SEDMLOutput([run]).write(to: out)
            #expect(written == ["a.sedml/table.csv", "a.sedml/uneven.csv", "a.sedml/plot.csv", "reports.h5"])
            let csv = try String(contentsOf: out.url.appendingPathComponent("a.sedml/table.csv"), encoding: .utf8)
            #expect(csv.hasPrefix("same (x),same (y)\n2.0,"))
            try HDF5Object.exclusively {
                let file = try #require(HDF5Reading(out.url.appendingPathComponent("reports.h5")))
                defer { file.close() }
                #expect(file.shape("a.sedml/table") == [2, 5])
                #expect(file.matrix("a.sedml/table") == run.tables[0].columns.flatMap(\.self))
                #expect(file.attribute("sedmlDataSetLabels", of: "a.sedml/table") == ["same", "same"])
                #expect(file.attribute("uri", of: "a.sedml/table") == ["a.sedml/table"])
            }
        }
    }

    @Test("A change of what the model does not have is refused by its path")
    func unknown() throws {
        #expect {
            try run(Self.simulation.replacing("[@id='k']", with: "[@id='q']")) { _, _ in }
        } throws: {
            "\($0)".contains("has nothing at the path '/s:sbml/s:model/s:listOfParameters/s:parameter[@id='q']/@value'")
        }
    }
}

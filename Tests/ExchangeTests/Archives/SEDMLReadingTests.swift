import Foundation
import Testing

@testable import Exchange

@Suite("SED-ML")
struct SEDMLReadingTests {
    /// A document of one task, in which one place can be another.
    static func text(
        model: String = "<model id='m' language='urn:sedml:language:sbml' source='m.xml'/>",
        simulation: String =
            "<uniformTimeCourse id='s' initialTime='0' outputStartTime='1' outputEndTime='3' numberOfPoints='4'><algorithm kisaoID='KISAO:0000019'/></uniformTimeCourse>",
        task: String = "<task id='t' modelReference='m' simulationReference='s'/>",
        variable: String =
            "<variable id='v' taskReference='t' target=\"/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='A']\"/>",
        math: String = "<apply><times/><ci>v</ci><ci>p</ci></apply>",
        outputs: String =
            "<report id='r'><listOfDataSets><dataSet id='d' label='A' dataReference='g'/></listOfDataSets></report>"
    ) -> String {
        """
        <sedML xmlns='http://sed-ml.org/sed-ml/level1/version3' level='1' version='3' xmlns:sbml='http://www.sbml.org/sbml/level3/version1/core'>
        <listOfModels>\(model)</listOfModels>
        <listOfSimulations>\(simulation)</listOfSimulations>
        <listOfTasks>\(task)</listOfTasks>
        <listOfDataGenerators><dataGenerator id='g'><listOfVariables>\(variable)</listOfVariables>
        <listOfParameters><parameter id='p' value='2'/></listOfParameters>
        <math xmlns='http://www.w3.org/1998/Math/MathML'>\(math)</math></dataGenerator></listOfDataGenerators>
        <listOfOutputs>\(outputs)</listOfOutputs></sedML>
        """
    }

    static func read(_ text: String) throws -> SEDMLDocument {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).sedml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try SEDMLDocument(reading: file.path)
    }

    private func refusal(_ text: String) -> String {
        do {
            _ = try Self.read(text)
            return "none"
        } catch {
            return (error as? FileError)?.problems.map { "\($0.line ?? 0): \($0.message)" }.joined(separator: "\n")
                ?? "\(error)"
        }
    }

    @Test("is read with models, times, mathematics and reports")
    func reading() throws {
        let document = try Self.read(Self.text())
        let simulation = try #require(document.simulations.first)
        #expect(simulation.steps == 4)
        #expect(simulation.outputStart == 1 && simulation.outputEnd == 3)
        #expect(document.generators[0].variables[0].quantity == .value(of: "A"))
        #expect(document.generators[0].value { _ in 3 } == 6)
        #expect(document.reports[0].dataSets[0].label == "A")
    }

    @Test(
        "says by name and line what it asks for in vain",
        arguments: [
            (text(task: "<repeatedTask id='t'/>"), "4: 'repeatedTask' 't' is not supported"),
            (text(simulation: "<steadyState id='s'/>"), "3: 'steadyState' 's' is not supported"),
            (text(simulation: "<oneStep id='s'/>"), "3: 'oneStep' 's' is not supported"),
            (text(outputs: "<plot3D id='x'/>"), "8: 'plot3D' 'x' is not supported"),
            (
                text(
                    model:
                        "<model id='m' source='m.xml'><listOfChanges><removeXML target='/a'/></listOfChanges></model>"),
                "2: 'removeXML' is not supported"
            ),
            (text(model: "<model id='m' language='urn:sedml:language:cellml' source='m'/>"), "expected SBML"),
            (
                text(
                    simulation:
                        "<uniformTimeCourse id='s' initialTime='0' outputStartTime='0' outputEndTime='3' numberOfPoints='4'><algorithm kisaoID='KISAO:0000029'/></uniformTimeCourse>"
                ), "the algorithm KISAO:0000029 of 's' is not supported"
            ),
            (
                text(
                    simulation:
                        "<uniformTimeCourse id='s' initialTime='0' outputStartTime='3' outputEndTime='3' numberOfPoints='4'><algorithm kisaoID='KISAO:0000019'/></uniformTimeCourse>"
                ), "expected an end after its start"
            ),
            (
                text(
                    simulation:
                        "<uniformTimeCourse id='s' initialTime='0' outputStartTime='0' outputEndTime='3' numberOfPoints='1e12'><algorithm kisaoID='KISAO:0000019'/></uniformTimeCourse>"
                ), "expected 1 to 10000000"
            ),
            (
                text(task: "<task id='t' modelReference='other' simulationReference='s'/>"),
                "the model 'other', which is not there"
            ),
            (text(math: "<ci>w</ci>"), "has no variable or parameter 'w'"),
            (text(outputs: "<report id='../x'/>"), "'../x' is no identifier"),
            (text(variable: "<variable id='v' taskReference='t' target='/sbml:sbml//*'/>"), "is not followed"),
            (
                text(
                    variable:
                        "<variable id='v' taskReference='t' target=\"/q:sbml/q:model/q:listOfSpecies/q:species[@id='A']\"/>"
                ),
                "uses the prefix 'q', which nothing declares"
            ),
        ])
    func refusals(text: String, reason: String) {
        #expect(refusal(text).contains(reason), "\(refusal(text))")
    }

    @Test("finds models beside it, and none outside its folder or elsewhere")
    func sources() throws {
        func path(_ source: String, at location: String) throws -> String {
            let document = try Self.read(Self.text(model: "<model id='m' language='' source='\(source)'/>"))
            return try document.path(of: document.models[0], documentAt: location)
        }
        #expect(try path("m.xml", at: "a.sedml") == "m.xml")
        #expect(try path("./m.xml", at: "x/a.sedml") == "x/m.xml")
        #expect(try path("../models/m.xml", at: "x/a.sedml") == "models/m.xml")
        for source in [
            "../m.xml", "/etc/passwd", "http://example.org/m.xml", "urn:miriam:biomodels.db:BIOMD0000000613",
            "x/../../../m",
        ] {
            #expect(throws: FileError.self, "\(source)") { try path(source, at: "a.sedml") }
        }
    }

    @Test("puts the changes of the model it is made from before its own, and ends in a circle")
    func chains() throws {
        func change(_ value: Int) -> String {
            "<listOfChanges><changeAttribute target=\"/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='k']/@value\" newValue='\(value)'/></listOfChanges>"
        }
        let document = try Self.read(
            Self.text(
                model: "<model id='m' source='m.xml'>\(change(1))</model><model id='n' source='#m'>\(change(2))</model>"
            ))
        let (source, changes) = try document.origin(of: document.models[1])
        #expect(source == "m.xml")
        #expect(changes.map(\.value) == [1, 2])
        let circle = try Self.read(Self.text(model: "<model id='m' source='#n'/><model id='n' source='#m'/>"))
        #expect(throws: FileError.self) { try circle.origin(of: circle.models[0]) }
    }

    @Test("is never a crash when it is broken")
    func damage() throws {
        let whole = [UInt8](Self.text().utf8)
        var state: UInt64 = 7
        for _ in 0..<500 {
            var bytes = whole
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let place = Int(state >> 33) % bytes.count
            let length = min(bytes.count - place, Int(state >> 20) % 40)
            if state & 1 == 0 {
                bytes.removeSubrange(place..<place + length)
            } else {
                bytes[place] = UInt8(truncatingIfNeeded: state >> 25)
            }
            do { _ = try Self.read(String(decoding: bytes, as: UTF8.self)) } catch is FileError {}
        }
    }
}

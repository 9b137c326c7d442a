import Exchange
import Foundation
import Modeling
import Testing

@Suite("Files that are wrong, or ask for what is not done, are refused with a sentence")
struct SBMLRefusalTests {
    private func error(_ file: SBMLFile) -> FileError? {
        do {
            _ = try file.model().model()
            return nil
        } catch { return error as? FileError }
    }

    private static let decay = "<apply><minus/><ci>x</ci></apply>"

    @Test("A fast reaction is refused by name")
    func fastReaction() throws {
        let file = try SBMLFile(
            """
            <listOfCompartments><compartment id="c" spatialDimensions="3" size="1" constant="true"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="c" initialAmount="1" hasOnlySubstanceUnits="false"
            boundaryCondition="false" constant="false"/></listOfSpecies>
            <listOfReactions><reaction id="leaves" reversible="false" fast="true">
            <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
            <kineticLaw>\(SBMLFile.math("<ci>S</ci>"))</kineticLaw></reaction></listOfReactions>
            """, version: 1)
        let found = try #require(error(file))
        #expect(found.kind == .unsupported)
        #expect(found.description.contains("the fast reaction 'leaves' is not supported"))
    }

    @Test("A required package that is not understood is refused by name, one that is not required is passed over")
    func packages() throws {
        func file(required: Bool) throws -> SBMLFile {
            try SBMLFile(
                SBMLFile.rateRule(Self.decay),
                namespaces:
                    "xmlns:q=\"http://www.sbml.org/sbml/level3/version1/qual/version1\" q:required=\"\(required)\"")
        }
        let found = try #require(error(file(required: true)))
        #expect(found.description.contains("'qual'"))
        let accepted = try file(required: false)
        #expect(try accepted.model().model().states.count == 1)
        #expect(try accepted.model().packages.map(\.name) == ["qual"])
    }

    @Test("A package that libSBML does not know either is refused where it is required")
    func unknownPackage() throws {
        let file = try SBMLFile(
            SBMLFile.rateRule(Self.decay),
            namespaces: "xmlns:a=\"http://www.sbml.org/sbml/level3/version1/arrays/version1\" a:required=\"true\"")
        #expect(try #require(error(file)).description.contains("arrays"))
    }

    @Test("Level 1 is refused by name")
    func levelOne() throws {
        let file = try SBMLFile(
            text: """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="2"><model name="m">
                <listOfCompartments><compartment name="c"/></listOfCompartments></model></sbml>
                """)
        #expect(try #require(error(file)).description.contains("Level 1 is not supported"))
    }

    @Test("A rule for what nobody declares is told with its line")
    func unknownVariable() throws {
        let file = try SBMLFile(
            "<listOfRules>\n<rateRule variable=\"y\">\(SBMLFile.math("<cn>1</cn>"))</rateRule></listOfRules>")
        let found = try #require(error(file))
        #expect(found.kind == .invalid)
        #expect(found.problems.contains { $0.line == 5 })
    }

    @Test("Algebraic rules that leave open what they determine are refused, not guessed at")
    func underdetermined() throws {
        let file = try SBMLFile(
            """
            <listOfParameters><parameter id="y" constant="false"/><parameter id="z" constant="false"/></listOfParameters>
            <listOfRules><algebraicRule>\(SBMLFile.math("<apply><minus/><ci>y</ci><ci>z</ci></apply>"))</algebraicRule></listOfRules>
            """)
        #expect(try #require(error(file)).description.contains("leave open which of y, z"))
    }

    @Test("In a model of too many definitions for libSBML's search, what is determined twice is still found")
    func determinedTwice() throws {
        let count = 100
        let parameters = (0...count).map { "<parameter id=\"p\($0)\" value=\"1\" constant=\"\($0 == 0)\"/>" }
        func rule(_ index: Int) -> String {
            "<assignmentRule variable=\"p\(index)\">\(SBMLFile.math("<apply><plus/><ci>p\(index - 1)</ci><cn>1</cn></apply>"))</assignmentRule>"
        }
        func file(_ more: String) throws -> SBMLFile {
            try SBMLFile(
                "<listOfParameters>\(parameters.joined())</listOfParameters><listOfRules>\((1...count).map(rule).joined())\(more)</listOfRules>"
            )
        }
        #expect(try error(file("")) == nil)
        let constant = "<rateRule variable=\"p0\">\(SBMLFile.math("<cn>1</cn>"))</rateRule>"
        #expect(try #require(error(file(constant))).description.contains("'p0' is constant and has a rule"))
    }

    @Test("Two algebraic rules for one quantity are told to determine too much")
    func overdetermined() throws {
        let zero = SBMLFile.math("<apply><minus/><ci>y</ci><cn>1</cn></apply>")
        let file = try SBMLFile(
            """
            <listOfParameters><parameter id="y" constant="false"/></listOfParameters>
            <listOfRules><algebraicRule>\(zero)</algebraicRule><algebraicRule>\(zero)</algebraicRule></listOfRules>
            """)
        #expect(error(file) != nil)
    }

    @Test(
        "What is no SBML is refused without being expanded or followed",
        arguments: [
            ("", "XML"), ("not xml", "XML"), ("<html/>", "SBML"),
            ("<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>", "document type"),
            (String(repeating: "<a>", count: 100_000), "nested deeper"),
            ("<sbml \0>", "UTF-8"),
            (
                "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version5\" level=\"2\" version=\"999999999999\"/>",
                "no version of SBML"
            ),
        ])
    func hostile(text: String, words: String) throws {
        let found = try #require(error(SBMLFile(text: text)))
        #expect(found.description.contains(words))
    }

    @Test("Functions that double what they call are stopped before they fill the memory")
    func doublingFunctions() throws {
        func call(_ name: String) -> String { "<apply><ci>\(name)</ci><ci>a</ci></apply>" }
        var functions = [
            "<functionDefinition id=\"f0\">\(SBMLFile.math("<lambda><bvar><ci>a</ci></bvar><ci>a</ci></lambda>"))</functionDefinition>"
        ]
        for index in 1...40 {
            let body = "<apply><plus/>\(call("f\(index - 1)"))\(call("f\(index - 1)"))</apply>"
            functions.append(
                "<functionDefinition id=\"f\(index)\">\(SBMLFile.math("<lambda><bvar><ci>a</ci></bvar>\(body)</lambda>"))</functionDefinition>"
            )
        }
        let file = try SBMLFile(
            "<listOfFunctionDefinitions>\(functions.joined())</listOfFunctionDefinitions>"
                + SBMLFile.rateRule("<apply><ci>f40</ci><ci>x</ci></apply>"))
        #expect(try #require(error(file)).description.contains("too long or too deep"))
    }

    @Test("A chain of ten thousand definitions is refused before it is followed")
    func longChain() throws {
        let count = 10_000
        let parameters = (0...count).map { "<parameter id=\"p\($0)\" value=\"1\" constant=\"false\"/>" }
        let rules = (1...count).map {
            "<assignmentRule variable=\"p\($0)\">\(SBMLFile.math("<apply><plus/><ci>p\($0 - 1)</ci><cn>1</cn></apply>"))</assignmentRule>"
        }
        let file = try SBMLFile(
            "<listOfParameters>\(parameters.joined())</listOfParameters><listOfRules>\(rules.joined())</listOfRules>")
        #expect(try #require(error(file)).description.contains("nested deeper than 1000"))
    }

    @Test("Initial values that double what they rest on are refused before they are computed")
    func doublingInitialValues() throws {
        let count = 60
        let parameters = (0...count).map { "<parameter id=\"p\($0)\" value=\"1\" constant=\"\($0 == 0)\"/>" }
        let initial = (1...count).map {
            "<initialAssignment symbol=\"p\($0)\">\(SBMLFile.math("<apply><plus/><ci>p\($0 - 1)</ci><ci>p\($0 - 1)</ci></apply>"))</initialAssignment>"
        }
        let rate = "<rateRule variable=\"p\(count)\">\(SBMLFile.math("<cn>1</cn>"))</rateRule>"
        let file = try SBMLFile(
            """
            <listOfParameters>\(parameters.joined())</listOfParameters>
            <listOfInitialAssignments>\(initial.joined())</listOfInitialAssignments><listOfRules>\(rate)</listOfRules>
            """)
        #expect(try #require(error(file)).description.contains("too long once it is written out"))
    }

    @Test("A file that is not there is refused")
    func missing() {
        #expect(throws: FileError.self) { try SBMLModel(reading: "/nowhere/model.xml") }
    }
}

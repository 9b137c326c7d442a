import Exchange
import Foundation
import Testing

@Suite("Files that are wrong, or ask for what is not done, are refused with a sentence")
struct SBMLRefusalTests {
    private func error(_ file: SBMLFile) -> SBMLError? {
        do {
            _ = try file.model().model()
            return nil
        } catch { return error as? SBMLError }
    }

    private static let decay = "<apply><minus/><ci>x</ci></apply>"

    @Test("A delayed value is refused by name, with its line, because the solvers keep no past")
    func delayedValue() throws {
        let delay = """
            <apply><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/delay">delay</csymbol>
            <ci>x</ci><cn>1</cn></apply>
            """
        let found = try #require(error(SBMLFile(SBMLFile.rateRule(delay))))
        #expect(found.kind == .unsupported)
        #expect(found.description.contains(":5: a delayed value (delay) is not supported"))
    }

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
                namespaces: "xmlns:q=\"http://www.sbml.org/sbml/level3/version1/qual/version1\" q:required=\"\(required)\"")
        }
        let found = try #require(error(file(required: true)))
        #expect(found.description.contains("'qual'"))
        let accepted = try file(required: false)
        #expect(try accepted.model().model().states.count == 1)
        #expect(try accepted.model().packages == [SBMLPackage(name: "qual", isRequired: false)])
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
            ("", "SBML"), ("not xml", ""), ("<html/>", ""),
            ("<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>", "document type"),
            (String(repeating: "<a>", count: 100_000), "nested deeper"),
            ("<sbml \0>", "UTF-8"),
        ])
    func hostile(text: String, words: String) throws {
        let found = try #require(error(SBMLFile(text: text)))
        #expect(found.description.contains(words))
    }

    @Test("Functions that double what they call are stopped before they fill the memory")
    func doublingFunctions() throws {
        func call(_ name: String) -> String { "<apply><ci>\(name)</ci><ci>a</ci></apply>" }
        var functions = ["<functionDefinition id=\"f0\">\(SBMLFile.math("<lambda><bvar><ci>a</ci></bvar><ci>a</ci></lambda>"))</functionDefinition>"]
        for index in 1...40 {
            let body = "<apply><plus/>\(call("f\(index - 1)"))\(call("f\(index - 1)"))</apply>"
            functions.append(
                "<functionDefinition id=\"f\(index)\">\(SBMLFile.math("<lambda><bvar><ci>a</ci></bvar>\(body)</lambda>"))</functionDefinition>")
        }
        let file = try SBMLFile(
            "<listOfFunctionDefinitions>\(functions.joined())</listOfFunctionDefinitions>"
                + SBMLFile.rateRule("<apply><ci>f40</ci><ci>x</ci></apply>"))
        #expect(try #require(error(file)).description.contains("too long or too deep"))
    }

    @Test("A file that is not there is refused")
    func missing() {
        #expect(throws: SBMLError.self) { try SBMLModel(reading: "/nowhere/model.xml") }
    }
}

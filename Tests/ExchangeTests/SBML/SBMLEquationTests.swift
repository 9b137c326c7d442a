import Exchange
import Modeling
import Symbolics
import Testing

@Suite("Files become states, parameters and variables")
struct SBMLEquationTests {
    /// Rates of all states per day, at their initial values and time zero.
    private func rates(_ file: SBMLFile, timeUnit: Unit = .days) throws -> [String: Double] {
        let compiled = try CompiledModel(file.model().model(timeUnit: timeUnit))
        let parameters = try compiled.parameterValues()
        let machine = compiled.machine(for: compiled.rates)
        machine.load(controls: [], parameters: parameters)
        var results = compiled.model.states.map { _ in 0.0 }
        machine.evaluate(time: 0, states: compiled.restingState(parameters: parameters), into: &results)
        return Dictionary(uniqueKeysWithValues: zip(compiled.model.states.map(\.name), results))
    }

    /// Two litres with 6 of S, which leaves at 0.5 of its concentration a unit of time, and a `size` that may grow.
    private func tank(size: String = "", rules: String = "", species: String = "") throws -> SBMLFile {
        try SBMLFile(
            """
            <listOfCompartments><compartment id="V" spatialDimensions="3" size="2" constant="\(rules.isEmpty)"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="V" initialAmount="6" hasOnlySubstanceUnits="false"
            boundaryCondition="false" constant="false" \(species)/></listOfSpecies>
            <listOfParameters><parameter id="factor" value="10" constant="true"/></listOfParameters>
            \(rules.isEmpty ? "" : "<listOfRules>\(rules)</listOfRules>")
            <listOfReactions><reaction id="leaving" reversible="false">
            <listOfReactants><speciesReference species="S" stoichiometry="2" constant="true"/></listOfReactants>
            <kineticLaw>\(SBMLFile.math("<apply><times/><ci>k</ci><ci>S</ci></apply>"))
            <listOfLocalParameters><localParameter id="k" value="0.5"/></listOfLocalParameters></kineticLaw>
            </reaction></listOfReactions>
            """)
    }

    @Test("A reaction takes its stoichiometry times its rate from the amount, with the concentration in its law")
    func reaction() throws {
        // 2 · 0.5 · (6 / 2)
        #expect(try rates(tank())["S.amount"] == -3)
    }

    @Test("A conversion factor multiplies what a reaction does")
    func conversionFactor() throws {
        #expect(try rates(tank(species: "conversionFactor=\"factor\""))["S.amount"] == -30)
    }

    @Test("Rates of a file in hours are twenty-four times as many a day")
    func timeUnit() throws {
        #expect(abs(try #require(rates(tank(), timeUnit: "h")["S.amount"]) + 72) < 1e-12)
    }

    @Test("The rate of a concentration in a growing compartment counts dilution")
    func dilution() throws {
        let growth = "<rateRule variable=\"V\">\(SBMLFile.math("<cn>0.2</cn>"))</rateRule>"
        let rate = """
            <apply><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/rateOf">rateOf</csymbol><ci>S</ci></apply>
            """
        let file = try SBMLFile(
            """
            <listOfCompartments><compartment id="V" spatialDimensions="3" size="2" constant="false"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="V" initialAmount="6" hasOnlySubstanceUnits="false"
            boundaryCondition="true" constant="false"/></listOfSpecies>
            <listOfParameters><parameter id="y" value="0" constant="false"/></listOfParameters>
            <listOfRules>\(growth)<rateRule variable="S">\(SBMLFile.math("<cn>1</cn>"))</rateRule>
            <rateRule variable="y">\(SBMLFile.math(rate))</rateRule></listOfRules>
            """)
        let found = try rates(file)
        // The rule says how fast the concentration grows: the amount takes in 1 · 2 and, for the growth, 3 · 0.2.
        #expect(abs(try #require(found["S.amount"]) - 2.6) < 1e-12)
        #expect(abs(try #require(found["y"]) - 1) < 1e-12)
    }

    @Test("A quantity called time is not the time")
    func calledTime() throws {
        let clock = "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>"
        let file = try SBMLFile(
            SBMLFile.rateRule(
                "<apply><plus/><ci>time</ci>\(clock)</apply>",
                parameters: "<parameter id=\"time\" value=\"7\" constant=\"true\"/>"))
        #expect(try rates(file)["x"] == 7)
    }

    @Test("Initial assignments that need each other in a circle are told")
    func circle() throws {
        func assignment(_ id: String, _ other: String) -> String {
            "<initialAssignment symbol=\"\(id)\">\(SBMLFile.math("<ci>\(other)</ci>"))</initialAssignment>"
        }
        let file = try SBMLFile(
            """
            <listOfParameters><parameter id="a" constant="true"/><parameter id="b" constant="true"/></listOfParameters>
            <listOfInitialAssignments>\(assignment("a", "b"))\(assignment("b", "a"))</listOfInitialAssignments>
            """)
        #expect(throws: FileError.self) { try file.model().model() }
    }

    @Test("An algebraic rule that is linear in what it determines becomes a definition")
    func linearAlgebraicRule() throws {
        // 2 y - x = 0, beside x' = y
        let file = try SBMLFile(
            """
            <listOfParameters><parameter id="x" value="6" constant="false"/><parameter id="y" constant="false"/></listOfParameters>
            <listOfRules><rateRule variable="x">\(SBMLFile.math("<ci>y</ci>"))</rateRule>
            <algebraicRule>\(SBMLFile.math("<apply><minus/><apply><times/><cn>2</cn><ci>y</ci></apply><ci>x</ci></apply>"))</algebraicRule>
            </listOfRules>
            """)
        #expect(try rates(file) == ["x": 3])
    }

    @Test("One that is not becomes a state that starts on it and moves along it")
    func nonlinearAlgebraicRule() throws {
        // y² - x = 0 beside x' = 1 from x = 9: y = 3 and y' = 1 / (2 y)
        let square = "<apply><times/><ci>y</ci><ci>y</ci></apply>"
        let file = try SBMLFile(
            """
            <listOfParameters><parameter id="x" value="9" constant="false"/><parameter id="y" value="2" constant="false"/></listOfParameters>
            <listOfRules><rateRule variable="x">\(SBMLFile.math("<cn>1</cn>"))</rateRule>
            <algebraicRule>\(SBMLFile.math("<apply><minus/>\(square)<ci>x</ci></apply>"))</algebraicRule></listOfRules>
            """)
        let found = try rates(file)
        #expect(abs(try #require(found["y"]) - 1.0 / 6) < 1e-12)
    }

    @Test("A file's unit of time is told in words and in days")
    func units() throws {
        let file = try SBMLFile(
            """
            <listOfUnitDefinitions><unitDefinition id="time"><listOfUnits>
            <unit kind="second" exponent="1" scale="2" multiplier="9"/></listOfUnits></unitDefinition></listOfUnitDefinitions>
            <listOfParameters><parameter id="x" value="1" constant="false" units="time"/></listOfParameters>
            """, level: 2, version: 4)
        let time = try #require(file.model().time)
        #expect(time.text == "(900 second)")
        #expect(abs(try #require(time.days) - 900.0 / 86_400) < 1e-15)
        #expect(try file.model().unit(of: "x") == "(900 second)")
    }
}

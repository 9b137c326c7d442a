import Exchange
import Modeling
import Symbolics
import Testing

@Suite("Delayed values in files")
struct SBMLDelayTests {
    private static func past(of quantity: String, by delay: Double) -> String {
        """
        <apply><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/delay">delay</csymbol>
        \(quantity)<cn>\(delay)</cn></apply>
        """
    }

    private static let time =
        "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">time</csymbol>"

    /// A state `x` with this rate and this value at the start, and `y` by a rule.
    private func file(rate: String = "<cn>1</cn>", start: String? = nil, y: String) throws -> SBMLFile {
        let initial = start.map {
            "<listOfInitialAssignments><initialAssignment symbol=\"x\">\(SBMLFile.math($0))</initialAssignment></listOfInitialAssignments>"
        }
        return try SBMLFile(
            """
            <listOfParameters><parameter id="x" value="3" constant="false"/><parameter id="y" constant="false"/></listOfParameters>
            \(initial ?? "")<listOfRules><rateRule variable="x">\(SBMLFile.math(rate))</rateRule>
            <assignmentRule variable="y">\(SBMLFile.math(y))</assignmentRule></listOfRules>
            """)
    }

    /// What the only delay was worth at a time before the start.
    private func before(_ file: SBMLFile, at time: Double) throws -> Double {
        let model = try file.model().model()
        let past = try #require(model.delayedQuantities.first)
        return past.before.evaluate { $0 == .time ? time : .nan }
    }

    @Test("Before the start a quantity with a rate is what it is at the start")
    func state() throws {
        #expect(try before(file(y: Self.past(of: "<ci>x</ci>", by: 2)), at: -1.5) == 3)
    }

    @Test("Before the start initial assignments and rules hold with the time that it is")
    func assignments() throws {
        let double = "<apply><times/><cn>2</cn>\(Self.time)</apply>"
        #expect(try before(file(start: double, y: Self.past(of: "<ci>x</ci>", by: 2)), at: -1.5) == -3)
        let sum = "<apply><plus/><ci>x</ci>\(Self.time)</apply>"
        #expect(try before(file(y: Self.past(of: sum, by: 2)), at: -1.5) == 1.5)
    }

    @Test("Before the start nothing with a rate moves")
    func rateOf() throws {
        let rate = """
            <apply><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/rateOf">rateOf</csymbol><ci>x</ci></apply>
            """
        #expect(try before(file(y: Self.past(of: rate, by: 2)), at: -1.5) == 0)
    }

    @Test("The past of the past is further back")
    func nested() throws {
        let inner = Self.past(of: "<ci>x</ci>", by: 2)
        let double = "<apply><times/><cn>2</cn>\(Self.time)</apply>"
        let model = try file(start: double, y: Self.past(of: inner, by: 3)).model().model()
        #expect(model.delayedQuantities.count == 2)
        let outer = model.delayedQuantities[1]
        #expect(outer.before.evaluate { $0 == .time ? -1 : .nan } == 2 * (-1 - 2))
    }

    /// A state `x` that grows by itself, and `y` by an algebraic rule, which libSBML does not search for circles.
    private func file(algebraic rule: String) throws -> SBMLFile {
        try SBMLFile(
            """
            <listOfParameters><parameter id="x" value="4" constant="false"/><parameter id="y" value="2" constant="false"/>
            </listOfParameters><listOfRules><rateRule variable="x">\(SBMLFile.math("<ci>x</ci>"))</rateRule>
            <algebraicRule>\(SBMLFile.math(rule))</algebraicRule></listOfRules>
            """)
    }

    @Test("The rate of what is delayed is its delayed rate, which is zero before the start")
    func rateOfDelayed() throws {
        // y² = x two ago is kept by the rate of y.
        let square = "<apply><times/><ci>y</ci><ci>y</ci></apply>"
        let model = try file(algebraic: "<apply><minus/>\(square)\(Self.past(of: "<ci>x</ci>", by: 2))</apply>").model()
            .model()
        try #require(model.delayedQuantities.count == 2, "x and its rate")
        let slope = model.delayedQuantities[1]
        #expect(slope.quantity.evaluate { $0.name == "x" ? 5 : .nan } == 5)
        #expect(slope.before.constantValue == 0)
        let rate = try #require(model.states.first { $0.name == "y" }).rate
        #expect(rate.evaluate { $0.name == "y" ? 2 : $0 == slope.symbol ? 6 : .nan } == 1.5)
    }

    @Test("What looks back to itself without an end before the start is refused")
    func endless() throws {
        let own = "<apply><minus/><ci>y</ci>\(Self.past(of: "<ci>y</ci>", by: 1))</apply>"
        let rule = "<apply><minus/>\(own)<ci>x</ci></apply>"
        let error = #expect(throws: FileError.self) { try file(algebraic: rule).model().model() }
        #expect(error?.kind == .unsupported)
        #expect(error?.description.contains("looks back to itself") == true)
    }
}

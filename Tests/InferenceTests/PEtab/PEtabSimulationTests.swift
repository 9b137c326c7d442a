import Exchange
import Foundation
import Inference
import Testing

@Suite("Simulation of PEtab problems")
struct PEtabSimulationTests {
    private let parameters = "parameterId lowerBound upperBound nominalValue estimate\nk 0.01 10 0.5 1\nx0 0.1 10 2 1"
    private let measured = 0.9

    private func decay(_ columns: String, _ cells: String) throws -> PEtabSimulation {
        try PEtabFolder(
            version: 1, model: PEtabFolder.turnover,
            [
                "parameters": parameters, "conditions": "conditionId\nc",
                "observables": "observableId observableFormula noiseFormula \(columns)\ny 3*x 0.2 \(cells)",
                "measurements": "observableId simulationConditionId time measurement\ny c 4 \(measured)",
            ]
        ).simulation()
    }

    /// 3·x0·exp(-k·t).
    private let expected = 3 * 2 * exp(-0.5 * 4.0)

    @Test("A decay and the density of a measurement of it follow their closed forms, for every error")
    func likelihoods() throws {
        let root = (2 * Double.pi).squareRoot()
        func check(_ simulation: PEtabSimulation, _ residual: Double, _ logLikelihood: Double) {
            // Integration errs by about its relative tolerance, 1e-8, per step.
            #expect(abs(simulation.simulated[0] - expected) < 1e-6)
            #expect(abs(simulation.chiSquared - residual * residual) < 1e-4)
            #expect(abs(simulation.logLikelihood - logLikelihood) < 1e-4)
        }
        let straight = (expected - measured) / 0.2
        check(try decay("noiseDistribution", "normal"), straight, -0.5 * straight * straight - log(0.2 * root))
        check(try decay("noiseDistribution", "laplace"), straight, -abs(straight) - log(0.4))
        let natural = (log(expected) - log(measured)) / 0.2
        check(
            try decay("observableTransformation", "log"), natural, -0.5 * natural * natural - log(0.2 * root * measured)
        )
        let decadic = natural / log(10)
        check(
            try decay("observableTransformation", "log10"), decadic,
            -0.5 * decadic * decadic - log(0.2 * root * measured * log(10)))
        check(
            try decay("observableTransformation noiseDistribution", "log laplace"), natural,
            -abs(natural) - log(0.4 * measured))
    }

    @Test("Before time zero the model comes to rest, and what a condition leaves open has its own value again")
    func preequilibration() throws {
        let folder = try PEtabFolder(
            version: 1, model: PEtabFolder.turnover,
            [
                "parameters": "parameterId lowerBound upperBound nominalValue estimate\nx0 0.1 10 2 1",
                "conditions": "conditionId s k\nrest 3 0.25\ntreated NaN 0.5",
                "observables": "observableId observableFormula noiseFormula\ny x 1",
                "measurements": """
                observableId preequilibrationConditionId simulationConditionId time measurement
                y rest treated 0 1
                y rest treated 2 1
                y _ treated 2 1
                y _ rest inf 1
                """,
            ])
        let found = try folder.simulation().simulated
        // At rest s/k; then nothing is made, as the model has it.
        for (value, expected) in zip(found, [12, 12 * exp(-1.0), 2 * exp(-1.0), 12]) {
            #expect(abs(value - expected) < 1e-5)
        }
    }

    @Test(
        "Periods follow each other: what a condition sets is the model's value from its moment on, that moment included"
    )
    func periods() throws {
        let folder = try PEtabFolder(
            version: 2, model: PEtabFolder.turnover,
            [
                "parameters": "parameterId lowerBound upperBound nominalValue estimate\nx0 0.1 10 2 true",
                "conditions": "conditionId targetId targetValue\nbolus x x+2*x0\nfaster k 2*k",
                "experiments": "experimentId time conditionId\ne 1 _\ne 3 bolus\ne 3 faster",
                "observables": "observableId observableFormula noiseFormula\ny x 1",
                "measurements": "observableId experimentId time measurement\ny e 1 0\ny e 2 0\ny e 3 0\ny e 4 0",
            ])
        let before = 2 * exp(-0.5 * 2.0)
        let expected = [2, 2 * exp(-0.5), before + 4, (before + 4) * exp(-1.0)]
        for (value, expected) in zip(try folder.simulation().simulated, expected) {
            #expect(abs(value - expected) < 1e-6)
        }
    }

    /// A substance that nothing moves, once as a concentration and once as an amount, in a volume of 2.
    private let pools = """
        <listOfCompartments><compartment id="C" spatialDimensions="3" size="2" constant="true"/></listOfCompartments>
        <listOfSpecies>
          <species id="A" compartment="C" initialConcentration="3" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
          <species id="a" compartment="C" initialAmount="3" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"/>
          <species id="B" compartment="C" initialConcentration="1" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
        </listOfSpecies>
        """

    @Test("A compartment that is made larger keeps concentrations of one kind of species and amounts of the other")
    func compartments() throws {
        let folder = try PEtabFolder(
            version: 2, model: pools,
            [
                "parameters": "parameterId nominalValue estimate\nv 10 false",
                "conditions": "conditionId targetId targetValue\ngrown C v\ngrown B A+2*C",
                "experiments": "experimentId time conditionId\ne 0 _\ne 1 grown",
                "observables": "observableId observableFormula noiseFormula\nA_ A 1\na_ a 1\nB_ B 1\nn_ B*C 1",
                "measurements": "observableId experimentId time measurement\nA_ e 2 0\na_ e 2 0\nB_ e 2 0\nn_ e 2 0",
            ])
        // B is set from values before the change, as a concentration in the new volume: 3 + 2·2.
        for (value, expected) in zip(try folder.simulation().simulated, [3.0, 3, 7, 70]) {
            #expect(abs(value - expected) < 1e-9)
        }
    }

    @Test("What happens at the moment of a condition by the model's own events comes after it, and once")
    func events() throws {
        let doubling = """
            <listOfParameters><parameter id="x" value="1" constant="false"/></listOfParameters>
            <listOfEvents><event id="e" useValuesFromTriggerTime="false">
              <trigger initialValue="true" persistent="true">\(PEtabFolder.math("<apply><geq/><csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">time</csymbol><cn>5</cn></apply>"))</trigger>
              <listOfEventAssignments><eventAssignment variable="x">\(PEtabFolder.math("<apply><times/><ci>x</ci><cn>2</cn></apply>"))</eventAssignment></listOfEventAssignments>
            </event></listOfEvents>
            """
        let folder = try PEtabFolder(
            version: 2, model: doubling,
            [
                "parameters": "parameterId nominalValue estimate\nv 10 false",
                "conditions": "conditionId targetId targetValue\nraised x x+v\nlater x x+1",
                "experiments": "experimentId time conditionId\ne 0 _\ne 5 raised\ne 7 later",
                "observables": "observableId observableFormula noiseFormula\ny x 1",
                "measurements": "observableId experimentId time measurement\ny e 4 0\ny e 5 0\ny e 8 0",
            ])
        for (value, expected) in zip(try folder.simulation().simulated, [1.0, 22, 23]) {
            #expect(abs(value - expected) < 1e-9)
        }
    }

    @Test("Wrong input is told with file, row and column")
    func errors() throws {
        func message(_ changes: [String: String], version: Int = 1) throws -> String {
            var tables = [
                "parameters": parameters, "conditions": "conditionId\nc",
                "observables": "observableId observableFormula noiseFormula\ny x 1",
                "measurements": "observableId simulationConditionId time measurement\ny c 4 1",
            ]
            tables.merge(changes) { $1 }
            let folder = try PEtabFolder(version: version, model: PEtabFolder.turnover, tables)
            do { _ = try folder.simulation() } catch { return "\(error)".replacing(folder.url.path + "/", with: "") }
            return "none"
        }
        #expect(try message([:]) == "none")
        #expect(
            try message(["measurements": "observableId simulationConditionId time measurement\ny c 4 one"])
                == "measurements.tsv:2: measurement: 'one' is no number")
        #expect(
            try message(["observables": "observableId observableFormula noiseFormula\ny 2*(x 1"])
                == "observables.tsv:2: observableFormula: '2*(x' is no formula: expected ')' before the end")
        #expect(try message(["conditions": "conditionId z\nc 1"]) == "conditions.tsv:2: z: the model has no 'z'")
        #expect(
            try message(["measurements": "observableId simulationConditionId time\ny c 4"])
                == "measurements.tsv:1: the column 'measurement' is missing; columns are separated by tabs")
        #expect(
            try message([
                "parameters":
                    "parameterId parameterScale lowerBound upperBound nominalValue estimate\nk log10 0 1 0.5 1"
            ])
                == "parameters.tsv:2: lowerBound: 0.0 has no logarithm; the scale is log10")
        #expect(
            try message(["observables": "observableId observableFormula noiseFormula\ny x noiseParameter1_y"])
                == "measurements.tsv:2: noiseParameters: 0 values stand here; the observable has 1 placeholders")
        #expect(
            try message(["observables": "observableId observableFormula noiseFormula\ny x k-0.5"])
                == "measurements.tsv:2: y: the noise is 0.0; expected a number above 0")
    }
}

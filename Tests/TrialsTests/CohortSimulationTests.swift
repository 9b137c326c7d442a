import Exchange
import Modeling
import Physiology
import Populations
import Solving
import Symbolics
import Testing
import Trials

@Suite("Simulating a cohort")
struct CohortSimulationTests {
    static func scenario() throws -> Scenario {
        var scenario = try Examples.scenario("warming-placebo.yaml")
        scenario.reportInterval = Unit.daysPerYear
        return scenario
    }

    @Test("gives a woman the same numbers alone and among others")
    func sameWoman() throws {
        let simulation = try CohortSimulation(Cohort(Self.scenario(), count: 100, seed: 5))
        let together = try simulation.results(for: 8..<13)
        #expect(together.map(\.number) == [8, 9, 10, 11, 12])
        #expect(try simulation.results(for: 11..<12) == [together[3]])
        #expect(together.allSatisfy { $0.failure == nil && $0.values.allSatisfy(\.isFinite) })
        #expect(Set(together.map(\.values)).count == 5)
    }

    @Test("gives the woman of the scenario what simulating the scenario gives")
    func centre() throws {
        let scenario = try Self.scenario()
        let cohort = try Cohort(scenario, count: 1, seed: 1, outputs: ["density.totalHip", "serum.estradiol"])
        #expect(cohort.times == [0, 1, 2])
        let prepared = cohort.prepared
        let (trajectory, _) = try ScenarioSolver(prepared).trajectory(of: prepared.problem())
        let rows = prepared.rows(of: trajectory, columns: cohort.columns)
        let simulation = try Simulation(scenario)
        let expected = (0..<3).flatMap { row in
            ["density.totalHip", "serum.estradiol"].map { simulation[$0]?[row] ?? .nan }
        }
        #expect(rows == expected)
    }

    @Test("multiplies the parameters that the model has and passes over those of medicines not taken")
    func factors() throws {
        let prepared = try PreparedScenario(Self.scenario())
        let index = try #require(
            prepared.model.parameters.firstIndex { $0.name == "skeleton.totalHip.turnover" })
        let usual = try prepared.problem().parameters
        let changed = try prepared.problem(parameterFactors: [
            "skeleton.totalHip.turnover": 2, "pharmacology.estradiol.oral.asEstradiol": 3,
        ]).parameters
        var expected = usual
        expected[index] *= 2
        #expect(changed == expected)
    }

    @Test(
        "reports the woman of a batch who fails, and spares the others",
        arguments: [Resolution.multiscale, .full, .reference])
    func failure(_ resolution: Resolution) throws {
        let prepared = try PreparedScenario(Examples.scenario("cooper-patch-50.yaml"), closeLooks: false)
        let usual = try prepared.problem()
        let ill = try prepared.problem(parameterFactors: ["skeleton.totalHip.turnover": .nan])
        let women = (0..<ScenarioSolver.batch).map { $0 == 2 ? ill : usual }
        let results = try ScenarioSolver(prepared, resolution: resolution).trajectories(of: women)
        for (lane, result) in results.enumerated() {
            switch result {
            case .failure(let error):
                #expect(lane == 2 && error is SolverError, "\(error)")
            case .success(let trajectory):
                #expect(lane != 2)
                #expect(trajectory.outputs.allSatisfy { $0.allSatisfy(\.isFinite) })
            }
        }
        #expect(results.count == ScenarioSolver.batch)
    }

    @Test("refuses an output the model lacks, in one sentence")
    func unknownOutput() throws {
        let error = #expect(throws: CohortError.self) {
            try Cohort(Self.scenario(), count: 5, seed: 5, outputs: ["density.lumbarspine"])
        }
        #expect(
            error?.description == "--outputs: 'density.lumbarspine' is no output of the model; "
                + "expected names such as density.lumbarSpine, which 'osteon model list' shows.")
    }

    @Test("is told apart from a run with another dose, woman, horizon or times, and from no other")
    func fingerprint() throws {
        let scenario = try Examples.scenario("lees-estradiol-1.yaml")
        let usual = try PreparedScenario(scenario).fingerprint
        #expect(try PreparedScenario(scenario).fingerprint == usual)
        var renamed = scenario
        renamed.title = "Another title"
        renamed.source = "elsewhere.yaml"
        #expect(try PreparedScenario(renamed).fingerprint == usual)
        let changes: [(inout Scenario) -> Void] = [
            { $0.therapy[0].dose = Quantity(1.0000001, "mg") }, { $0.woman.weight = Quantity(70, "kg") },
            { $0.woman.age += 1 }, { $0.horizon -= 1 }, { $0.reportInterval = 7 },
            { $0.hypotheses = ["progesteroneOnOPG"] }, { $0.woman.density = [.radius: .tScore(-1)] },
            { $0.therapy = [] }, { $0.woman.menopause?.kind = .surgical },
        ]
        for (index, change) in changes.enumerated() {
            var other = scenario
            change(&other)
            #expect(try PreparedScenario(other).fingerprint != usual, "change \(index)")
        }
    }
}

import Exchange
import Modeling
import Physiology
import Populations
import Solving
import Symbolics
import Testing
import Trials

@Suite("The resolution of time")
struct ResolutionTests {
    /// Hormones of pulses and pituitary, which answer to a medicine within hours.
    private static let answering = ["serum.GH": 1e-2, "serum.LH": 3e-3, "serum.FSH": 3e-3]
    private static let nightly = ["outcome.sleep", "outcome.sedation"]
    /// Examples that `auto` solves in full.
    private static let inFull = [
        "denosumab-and-stop.yaml", "teriparatide.yaml", "cycle-resolved.yaml", "data-both.yaml",
        "data-teriparatide.yaml",
        "peterson-riggs-teriparatide.yaml",
    ]

    @Test(
        "multiscale and full resolution are within 0.1 % of baseline in density and 1 % in markers of the reference",
        arguments: Examples.names)
    func accuracy(_ name: String) throws {
        let scenario = try Examples.scenario(name)
        let reference = try Simulation(scenario, resolution: .reference)
        for resolution in [Resolution.multiscale, .full] {
            // What cannot be split, or whose split the check of `auto` refuses, is solved in full.
            if resolution == .multiscale, Self.inFull.contains(name) { continue }
            let run = try Simulation(scenario, resolution: resolution)
            #expect(run.resolution == resolution && run.fallback == nil)
            let check = ResolutionCheck(run, with: reference)
            #expect(check.passes, "\(check)")
            #expect(!check.density.output.isEmpty && !check.marker.output.isEmpty)
        }
    }

    @Test("multiscale gives serum levels, averaged and of medicines at the instant, within 0.1 % of full resolution")
    func levels() throws {
        var scenario = try Examples.scenario("pepi-cee-mpa-cyclic.yaml")
        scenario.horizon = Unit.daysPerYear
        for raw in [false, true] {
            let (a, b) = try (
                Simulation(scenario, resolution: .multiscale, raw: raw),
                Simulation(scenario, resolution: .full, raw: raw)
            )
            for output in a.model.outputs where output.name.hasPrefix("serum.") {
                let (mine, other) = try (#require(a[output.name]), #require(b[output.name]))
                let largest = other.map { abs($0) }.max() ?? 0
                for (x, y) in zip(mine, other) {
                    // At the instant, those that answer within hours swing about the average that they are given.
                    let allowed = raw ? Self.answering[output.name] ?? 1e-3 : 1e-3
                    #expect(abs(x - y) <= allowed * largest, "\(output.name), raw \(raw): \(x) against \(y)")
                }
            }
        }
    }

    @Test("the zoom into a day shows the hours of that day, whatever the resolution")
    func zoom() throws {
        let scenario = try Examples.scenario("lees-estradiol-2.yaml")
        let (a, b) = try (Simulation(scenario, resolution: .multiscale), Simulation(scenario, resolution: .full))
        let (day, other) = try (#require(a.zooms.first), #require(b.zooms.first))
        let (mine, theirs) = try (#require(day.values["serum.estradiol"]), #require(other.values["serum.estradiol"]))
        let (peak, trough) = (theirs.max() ?? 0, theirs.min() ?? 0)
        #expect(peak > 1.2 * trough, "a tablet of 2 mg shows within its day")
        for (x, y) in zip(mine, theirs) { #expect(abs(x - y) < 1e-3 * peak, "\(x) against \(y) pg/mL") }
    }

    @Test("auto is multiscale where its check passes, and says what it found")
    func auto() throws {
        let solver = try ScenarioSolver(PreparedScenario(Examples.scenario("pepi-cee.yaml")))
        #expect(solver.resolution == .multiscale && solver.fallback == nil)
        let check = try #require(solver.check)
        #expect(check.horizon == Unit.daysPerYear)
        #expect(check.density.difference < ResolutionCheck.densityLimit)
    }

    @Test(
        "a hypothesis that cells hear through gene products keeps hours apart from years",
        arguments: [
            Resolution.auto, .multiscale,
        ])
    func fallback(_ resolution: Resolution) throws {
        var scenario = try Examples.scenario("pepi-cee-progesterone.yaml")
        scenario.horizon = 60
        scenario.hypotheses = ["progesteroneOnOPG"]
        let run = try Simulation(scenario, resolution: resolution)
        #expect(run.resolution == .multiscale && run.fallback == nil)
    }

    @Test("where averaging over the day would cost too much, as with denosumab, auto solves in full and says why")
    func refused() throws {
        var scenario = try Examples.scenario("denosumab-and-stop.yaml")
        scenario.horizon = Unit.daysPerYear
        scenario.compare = []
        let run = try Simulation(scenario)
        #expect(run.resolution == .full)
        #expect(run.fallback?.contains("of full resolution") == true, "\(run.fallback ?? "")")
    }

    @Test(
        "a woman has the same bits in cohorts of any size, at both batched resolutions",
        arguments: [
            Resolution.multiscale, .full,
        ])
    func sameBits(_ resolution: Resolution) throws {
        var scenario = try Examples.scenario("pepi-cee-progesterone.yaml")
        (scenario.horizon, scenario.reportInterval) = (30, 30)
        let small = try CohortSimulation(Cohort(scenario, count: 3, seed: 7), resolution: resolution)
        let large = try CohortSimulation(Cohort(scenario, count: 900, seed: 7), resolution: resolution)
        let few = try small.results(for: 1..<4)
        let many = try large.results(for: 1..<17)
        #expect(few == Array(many.prefix(3)))
        #expect(try large.results(for: 9..<17) == Array(many.suffix(8)))
        #expect(Set(many.map(\.values)).count == 16, "sixteen women, no two alike")
    }

    @Test(
        "what nobody asks for is not integrated, and what is asked for stays the same",
        arguments: [Resolution.multiscale, .full])
    func wanted(_ resolution: Resolution) throws {
        var scenario = try Examples.scenario("pepi-cee-progesterone.yaml")
        (scenario.horizon, scenario.reportInterval) = (90, 30)
        let names = ["density.lumbarSpine", "marker.CTX"]
        let all = try CohortSimulation(Cohort(scenario, count: 8, seed: 5), resolution: resolution)
        let few = try CohortSimulation(Cohort(scenario, count: 8, seed: 5, outputs: names), resolution: resolution)
        let columns = few.cohort.columns
        let outputs = all.cohort.columns.count
        for (woman, same) in try zip(all.results(for: 1..<9), few.results(for: 1..<9)) {
            for time in all.cohort.times.indices {
                for (place, column) in columns.enumerated() {
                    let (x, y) = (woman.values[time * outputs + column], same.values[time * columns.count + place])
                    #expect(abs(x - y) < 2e-4 * abs(x), "woman \(woman.number), \(names[place]): \(x) against \(y)")
                }
            }
        }
        let equations = few.cohort.prepared.compiled.equations
        let behind = Set(equations.states(behind: columns).map { equations.states[$0].name })
        #expect(behind.contains("receptors.estrogen.deficit") && behind.contains("pharmacology.estrogens.estrone"))
        #expect(!behind.contains("outcomes.fracture.hip") && !behind.contains("outcomes.symptoms.missed"))
        let trajectory = try few.solver.trajectory(of: few.cohort.prepared.problem()).0
        #expect(try #require(trajectory["fracture.hip"]).allSatisfy(\.isNaN), "never zero")
    }

    @Test(
        "the untreated woman beside a treated one is the woman who takes nothing",
        arguments: ["pepi-cee-progesterone.yaml", "cooper-patch-50.yaml", "thyrotoxicosis.yaml"])
    func untreated(_ name: String) throws {
        var scenario = try Examples.scenario(name)
        (scenario.horizon, scenario.reportInterval, scenario.compare) = (2 * Unit.daysPerYear, Unit.daysPerYear, [])
        if scenario.therapy.isEmpty {
            scenario.therapy = [
                Treatment(
                    medicine: "estradiol", form: "oral", dose: Quantity(1, "mg"), every: 1, until: scenario.horizon)
            ]
        }
        var alone = scenario
        alone.therapy = []
        let run = try ScenarioComparison(scenario, besideUntreated: true, resolution: .multiscale)
        let beside = try #require(run.untreated)
        let expected = try Simulation(alone, resolution: .multiscale)
        #expect(beside.scenario.therapy.isEmpty)
        // What is reported at the instant; hormones beside a therapy are averages over its dosing periods.
        for output in expected.model.outputs
        where ["density.", "fracture.", "outcome."].contains(where: output.name.hasPrefix) {
            let (mine, other) = try (#require(beside[output.name]), #require(expected[output.name]))
            for (x, y) in zip(mine, other) where !Self.nightly.contains(output.name) {
                #expect(abs(x - y) <= 1e-4 * abs(y) + 1e-4, "\(output.name): \(x) against \(y)")
            }
        }
        let spine = "density.lumbarSpine"
        #expect(run.simulation[spine]?.last != beside[spine]?.last)
    }

    @Test("women of a batch who lose their ovaries at different times each lose them at theirs")
    func surgery() throws {
        let scenario = try Examples.scenario("surgical-menopause.yaml")
        let cohort = try Cohort(scenario, count: 8, seed: 3, outputs: ["density.lumbarSpine", "serum.estradiol"])
        let batch = try CohortSimulation(cohort, resolution: .multiscale).results(for: 1..<9)
        let single = try CohortSimulation(cohort, resolution: .reference).results(for: 1..<9)
        for (a, b) in zip(batch, single) {
            for (x, y) in zip(a.values, b.values) {
                #expect(abs(x - y) <= 1e-3 * abs(y), "woman \(a.number): \(x) against \(y)")
            }
        }
        #expect(Set(batch.map { $0.values[0] }).count == 8)
    }
}

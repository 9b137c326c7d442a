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
    private static let answering = Set(
        ["LH", "FSH", "GH", "IGF1", "SHBG", "freeTestosterone", "freeEstradiol", "inhibinB"].map { "serum.\($0)" })
    /// Examples that `auto` solves in full.
    private static let inFull = ["denosumab-and-stop.yaml", "teriparatide.yaml", "cycle-resolved.yaml"]

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

    @Test("multiscale gives serum levels, averaged and at the instant, within 0.1 % of full resolution")
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
                    // Hormones that answer to a medicine, as gonadotropins do, see its average over the day.
                    let allowed = Self.answering.contains(output.name) ? 1e-2 : 1e-3
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

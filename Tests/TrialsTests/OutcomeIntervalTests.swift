import Evidence
import Exchange
import Physiology
import Symbolics
import Testing
import Trials

@Suite("What is known of outcomes with and without therapy")
struct OutcomeIntervalTests {
    private func run(_ name: String) throws -> ScenarioComparison {
        try ScenarioComparison(Examples.scenario(name), besideUntreated: true)
    }

    @Test(
        "F5: the interval of a ratio of fractures holds the ratio, and widens with what is not known of density and turnover"
    )
    func fractures() throws {
        let run = try run("pepi-cee.yaml")
        let (intervals, untreated) = (try #require(run.intervals), try #require(run.untreated))
        for fracture in ["hip", "clinicalVertebral", "wrist", "majorOsteoporotic", "any"].map({ "fracture.\($0)" }) {
            let with = try #require(run.simulation.value(fracture, at: 3))
            let without = try #require(untreated.value(fracture, at: 3))
            let interval = try #require(intervals.ratio(of: fracture, at: 3))
            #expect(interval.contains(with / without) && with < without, "\(fracture): \(interval)")
            // No gradient nor turnover term in the literature reaches nothing, or turns estrogen into harm.
            #expect(interval.lowerBound > 0.2 && interval.upperBound < 1, "\(fracture): \(interval)")
            #expect(interval.upperBound - interval.lowerBound > 0.02, "\(fracture): \(interval)")
        }
        let hip = intervals.numbers(behind: "fracture.hip", at: 3)
        #expect(hip.contains("outcomes.fracture.hipGradient") && hip.contains("outcomes.fracture.turnoverEffect"))
        #expect(!hip.contains("outcomes.fracture.spineGradient"), "the spine says nothing of the hip")
        #expect(intervals.numbers(behind: "fracture.any", at: 3).contains("outcomes.fracture.spineGradient"))
    }

    @Test("F11: by route and progestogen other numbers decide: swallowed estrogens those of the liver, patches not")
    func routes() throws {
        let oral = try #require(try run("pepi-cee-mpa-continuous.yaml").intervals)
        let patch = try #require(try run("cooper-patch-50.yaml").intervals)
        let thrombosis = "outcome.venousThrombosis"
        let swallowed = oral.numbers(behind: thrombosis, at: 3)
        #expect(swallowed.contains("outcomes.harms.portalOnThrombosis"))
        #expect(swallowed.contains("outcomes.harms.progestinOnThrombosis"))
        #expect(!patch.numbers(behind: thrombosis, at: 1).contains("outcomes.harms.portalOnThrombosis"))
    }

    @Test("D11: what testosterone does to fracture was never tested, so its interval reaches no effect")
    func untested() throws {
        let run = try run("testosterone-cypionate-40mg.yaml")
        let (intervals, end) = (try #require(run.intervals), run.simulation.scenario.years)
        let interval = try #require(intervals.ratio(of: "fracture.hip", at: end))
        #expect(interval.upperBound > 0.985, "\(interval)")
        #expect(intervals.numbers(behind: "fracture.hip", at: end).contains("axes.androgens.actingShare"))
    }

    @Test("F11: an aromatase inhibitor after menopause shows its effect on breast cancer beside that on bone")
    func prevention() throws {
        let run = try run("anastrozole.yaml")
        let end = run.simulation.scenario.years
        let numbers = try #require(run.intervals).numbers(behind: "outcome.breastCancer", at: end)
        #expect(numbers.contains("outcomes.harms.lossOnBreast"), "\(numbers)")
    }

    @Test("F10: hyperplasia on sufficient progestogen has an interval well below that of estrogen alone")
    func hyperplasia() throws {
        func upper(_ name: String) throws -> Double {
            let intervals = try #require(try run(name).intervals)
            return try #require(intervals.difference(of: "outcome.endometrialHyperplasia", at: 3)).upperBound
        }
        // In points of per cent by three years: trials of sufficient progestogen found at most 1 % a year (O1773).
        #expect(try upper("pepi-cee-mpa-continuous.yaml") < 3)
        let cyclic = try #require(try run("pepi-cee-progesterone.yaml").intervals)
        let ratio = try #require(cyclic.ratio(of: "outcome.endometrialHyperplasia", at: 3))
        #expect(ratio.lowerBound >= 1, "estrogen with any progestogen does not protect beyond no estrogen: \(ratio)")
        #expect((30...100).contains(try upper("pepi-cee.yaml")), "no more than all women")
    }

    @Test("a row of CTX in urine is compared with CTX in urine, one in serum with serum")
    func assays() throws {
        let scenario = try Examples.scenario("warming-estradiol-1.yaml")
        let outputs = try EvidenceLibrary.bundled.observations(["O0221", "O0222"])
            .map { try ObservedResult($0, in: scenario).output }
        #expect(outputs == ["marker.CTX", "marker.urinaryCTX"])
    }

    @Test("an unknown row is told with the file, the line and the nearest row")
    func unknownRow() throws {
        let text = "woman: {age: 56 years}\nsimulate: {years: 1}\ncompare: [O0001, O9999]\n"
        let error = #expect(throws: FileError.self) { try ScenarioReader.forTrials.read(text: text, name: "a.yaml") }
        #expect(
            error?.description
                == "a.yaml:3: compare[2]: observations.csv has no row \"O9999\"; the nearest is O1999.")
    }
}

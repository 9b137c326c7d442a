import Exchange
import Testing

@Suite("Plans: goals, history and candidates as they are written")
struct PlanReadingTests {
    private func wishes(_ plan: String) throws -> PlanWishes {
        let text = "woman: {age: 56 years}\nsimulate: {years: 3}\nplan: \(plan)\n"
        return try ScenarioReader(catalogue: testCatalogue).read(text: text, name: "plan.yaml").wishes
    }

    @Test("points for goals and a history are read, and are empty where nothing is said")
    func reading() throws {
        let read = try wishes("{goals: {fractures: 2, hotFlushes: 0.5}, history: [venousThrombosis, stroke]}")
        #expect(read.goals == [.fractures: 2, .hotFlushes: 0.5])
        #expect(read.history == [.venousThrombosis, .stroke])
        #expect(try wishes("{}") == PlanWishes())
    }

    @Test(
        "what is wrong is told with its line and key",
        arguments: [
            ("{goals: {fracture: 2}}", "plan.yaml:3: plan.goals.fracture: there is no such key here"),
            ("{goals: {fractures: -1}}", "plan.yaml:3: plan.goals.fractures: '-1' will not do"),
            ("{history: [thrombosis]}", "plan.yaml:3: plan.history[1]: 'thrombosis' is not part of a history"),
        ])
    func wrong(plan: String, message: String) {
        let error = #expect(throws: FileError.self) { try wishes(plan) }
        #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    }

    @Test("candidates name regimens, whom they are for and what stands against them")
    func candidates() throws {
        let text = """
            goals: {density: 1}
            candidates:
              - {name: walking, lifestyle: true}
              - name: tablets
                stage: afterMenopause
                uterus: false
                against: [breastCancer]
                source: a label
                therapy: [{medicine: estradiol, form: oral, dose: 1 mg, every: 1 day}]
            """
        let read = try PlanCandidatesReader(catalogue: testCatalogue).read(
            text: text, name: "candidates.yaml", horizon: 730.5)
        #expect(read.goals == [.density: 1])
        #expect(read.candidates.map(\.name) == ["walking", "tablets"])
        #expect(read.candidates[0].isLifestyle && read.candidates[0].therapy.isEmpty)
        let tablets = read.candidates[1]
        #expect(tablets.uterus == false && tablets.stage == .afterMenopause && tablets.against == [.breastCancer])
        #expect(tablets.therapy.first?.until == 730.5)
        let twice = text.replacing("walking", with: "tablets")
        #expect(throws: FileError.self) {
            try PlanCandidatesReader(catalogue: testCatalogue).read(
                text: twice, name: "candidates.yaml", horizon: 730.5)
        }
    }

    @Test("a scenario that ends earlier keeps what is taken to its end until the new one")
    func ending() throws {
        let text = """
            woman: {age: 56 years}
            therapy:
              - {medicine: estradiol, form: oral, dose: 1 mg, every: 1 day}
              - {medicine: estradiol, form: oral, dose: 2 mg, every: 1 day, from: 2 years, allowOverlap: true}
            simulate: {years: 3}
            """
        let scenario = try ScenarioReader(catalogue: testCatalogue).read(text: text, name: "plan.yaml")
        let year = scenario.ending(at: 365.25)
        #expect(year.horizon == 365.25 && year.therapy.map(\.until) == [365.25])
        #expect(scenario.ending(at: 1461).therapy.map(\.until) == [1461, 1461])
    }
}

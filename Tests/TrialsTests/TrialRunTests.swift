import Exchange
import Foundation
import Physiology
import Populations
import Solving
import Symbolics
import Testing

@testable import Trials

@Suite("Running a trial")
struct TrialRunTests {
    @Test("enrols women who fit, in the order of screening, and fills arms evenly")
    func enrolment() throws {
        let trial = try TrialSamples.patch("eligibility: {age: 54 to 60 years, calcium: 600 to 1200 mg/day}")
        let run = try TrialRun(trial, seed: 3, resolution: .multiscale)
        let women = run.enrolment.women
        #expect(women.count == 32 && women.count { $0.arm == 0 } == 12)
        #expect(women.allSatisfy { trial.eligibility.admits(run.virtualWomen[$0.number].woman) })
        #expect(Set(women.map(\.number)).count == 32)
        #expect(run.enrolment.screened == women.map(\.number).max())
        // Nobody who fits was passed over.
        let fitting = (1...run.enrolment.screened).count { trial.eligibility.admits(run.virtualWomen[$0].woman) }
        #expect(fitting == 32)
        // Arms fill side by side, in proportion.
        let early = women.sorted { $0.number < $1.number }.prefix(16)
        #expect(abs(early.count { $0.arm == 0 } - 6) <= 1)
    }

    @Test("goes on screening for further replicates, and leaves the first as it was")
    func replicates() throws {
        let trial = try TrialSamples.patch()
        let one = try TrialRun(trial, resolution: .multiscale).enrolment.women
        let three = try TrialRun(trial, replicates: 3, resolution: .multiscale).enrolment.women
        #expect(three.count == 96 && Array(three.prefix(32)) == one)
        #expect(Set(three.map(\.number)).count == 96)
    }

    @Test("screens for density by looking at it")
    func density() throws {
        let trial = try TrialSamples.patch("eligibility: {density: {lumbarSpine: -1 to 3 T}}")
        let run = try TrialRun(trial, womenPerArm: 10, seed: 1, resolution: .multiscale)
        #expect(run.enrolment.screened > 20)
        let screening = try CohortSimulation(
            Cohort(
                Scenario(title: "", woman: trial.woman, horizon: 1, reportInterval: 1), count: 1, seed: 1,
                outputs: ["tScore.lumbarSpine"]), resolution: .multiscale)
        for woman in run.enrolment.women {
            let score = try #require(screening.results(for: woman.number..<woman.number + 1).first?.values.first)
            #expect(score >= -1 && score <= 3)
        }
    }

    @Test("says in one sentence that hardly anyone is eligible")
    func nobody() throws {
        let trial = try TrialSamples.patch("eligibility: {age: 19 to 20 years}")
        let error = #expect(throws: TrialError.self) { try TrialRun(trial, resolution: .multiscale) }
        #expect(error?.description.contains("eligibility: of 2") == true)
    }

    @Test("gives the same numbers whatever the threads, and others for another seed")
    func threads() async throws {
        let trial = try TrialSamples.patch("adherence: {stop: 30 %}")
        let one = try await TrialSamples.data(trial, threads: 1)
        let four = try await TrialSamples.data(trial, threads: 4)
        #expect(one.values == four.values && one.failures.isEmpty)
        let other = try await TrialSamples.data(trial, seed: 2)
        #expect(other.values != one.values)
    }

    @Test("gives who takes her medicine to the end what a cohort of the same seed gives her")
    func sameWoman() async throws {
        let trial = try TrialSamples.patch()
        let data = try await TrialSamples.data(trial)
        let run = data.run
        let place = try #require(data.women(ofArm: 1).first)
        let number = run.enrolment.women[place].number
        var scenario = trial.scenario(ofArm: 1)
        scenario.reportInterval = scenario.horizon
        let cohort = try CohortSimulation(
            Cohort(scenario, count: 1, seed: 1, outputs: ["density.lumbarSpine"]), resolution: .multiscale)
        let alone = try #require(cohort.results(for: number..<number + 1).first)
        // Other women share her batch, so steps differ by rounding of the solver's tolerance.
        #expect(abs(data.values[place][0] / alone.values[0] - 1) < 1e-3)
        #expect(abs(data.values[place][run.times.count - 1] / alone.values[1] - 1) < 1e-3)
    }

    @Test("women who stop a patch lose what it gave, and the share who stop is as asked for")
    func adherence() async throws {
        let endpoints = "  - {output: density.lumbarSpine, measure: percent change, at: 1 year}"
        let stay = try await TrialSamples.data(TrialSamples.patch(endpoints: endpoints), women: 200)
        let leave = try await TrialSamples.data(
            TrialSamples.patch("adherence: {stop: 40 %}", endpoints: endpoints), women: 200)
        #expect(stay.run.enrolment.women.allSatisfy { $0.stop == nil })
        let stopped = leave.run.enrolment.women.count { $0.stop != nil }
        // Of 400, three standard errors are 29.
        #expect(abs(stopped - 160) < 29, "\(stopped)")
        #expect(leave.run.enrolment.women.allSatisfy { ($0.stop ?? 1) > 0 && ($0.stop ?? 1) < Unit.daysPerYear })
        let last = stay.run.times.count - 1
        for woman in stay.women(ofArm: 1) {
            let (with, without) = (stay.values[woman][last], leave.values[woman][last])
            if let stop = leave.run.enrolment.women[woman].stop, stop < 300 {
                #expect(without < with, "stopped on day \(stop)")
            } else if leave.run.enrolment.women[woman].stop == nil {
                #expect(abs(without / with - 1) < 1e-3)
            }
        }
    }

    @Test("who is lost is not measured after she has stopped")
    func lost() async throws {
        let trial = try TrialSamples.patch("adherence: {stop: 40 %, afterStopping: lost}")
        let data = try await TrialSamples.data(trial, women: 40)
        let last = data.run.times.count - 1
        for woman in data.run.enrolment.women.indices {
            let isLost = data.run.enrolment.women[woman].stop != nil
            #expect(data.measured(woman, output: 0, time: last).isNaN == isLost)
            #expect(data.measured(woman, output: 0, time: 0).isFinite)
        }
        let finding = try #require(try TrialAnalysis(data).finding(0, "patch"))
        let stayed = data.women(ofArm: 1).count { data.run.enrolment.women[$0].stop == nil }
        #expect(finding.women == stayed)
    }

    @Test("a measurement is off by what its error says, each visit anew, and without error not at all")
    func measurement() async throws {
        let exact = try await TrialSamples.data(
            TrialSamples.patch("measurement: {density.lumbarSpine: 0 %}"), women: 300)
        let coarse = try await TrialSamples.data(
            TrialSamples.patch("measurement: {density.lumbarSpine: 5 %}"), women: 300)
        #expect(exact.values == coarse.values)
        var errors: [[Double]] = [[], []]
        for woman in exact.run.enrolment.women.indices {
            let truth = exact.values[woman][0]
            #expect(exact.measured(woman, output: 0, time: 0) == truth)
            for (index, time) in [0, exact.run.times.count - 1].enumerated() {
                errors[index].append(
                    100 * (coarse.measured(woman, output: 0, time: time) / coarse.values[woman][time] - 1))
            }
        }
        for sample in errors.map({ SampleMoments($0) }) {
            // Of 600 women: three standard errors of mean and standard deviation.
            #expect(abs(sample.mean) < 0.62 && abs(sample.deviation - 5) < 0.44, "\(sample)")
        }
        let product = SampleMoments(zip(errors[0], errors[1]).map { $0 * $1 })
        #expect(abs(product.mean) < 3.1, "errors of two visits are independent")
    }

    @Test("women who fail are named and are in no estimate")
    func failures() async throws {
        let run = try TrialRun(TrialSamples.patch(), resolution: .multiscale)
        var values = (0..<run.blocks.count).flatMap { run.results(ofBlock: $0).map(\.values) }
        let whole = try TrialAnalysis(TrialData(run, values: values, failures: []))
        values[0] = values[0].map { _ in .nan }
        let number = run.enrolment.women[0].number
        let data = TrialData(run, values: values, failures: [.init(woman: number, reason: "as asked")])
        let analysis = try TrialAnalysis(data)
        #expect(analysis.data.failures.map(\.woman) == [number])
        #expect(analysis.finding(0, "placebo")?.women == 11)
        #expect(analysis.finding(0, "placebo")?.estimate.value.isFinite == true)
        #expect(analysis.finding(0, "patch")?.estimate == whole.finding(0, "patch")?.estimate)
    }

    @Test("years from the final period are each woman's own")
    func finalPeriod() async throws {
        let trial = try TrialSamples.read(
            """
            woman: {age: 46 years, menopause: {age: 51 years, kind: natural}}
            years: 10
            visits: 6 months
            arms: [{name: all, women: 60}]
            endpoints:
              - {output: density.lumbarSpine, measure: percent change, since: final period, from: -1 years, at: 2 years}
              - {output: density.lumbarSpine, measure: percent change, from: 4 years, at: 7 years}
            measurement: {density.lumbarSpine: 0 %}
            """)
        let analysis = try await TrialSamples.analysis(trial)
        let own = try #require(analysis.finding(0, "all"))
        let shared = try #require(analysis.finding(1, "all"))
        // On the calendar the fast years of one woman meet the slow ones of another.
        #expect(own.estimate.value < shared.estimate.value - 0.5)
        #expect(own.women > 30 && own.women <= 60)
    }
}

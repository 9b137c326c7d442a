import Evidence
import Exchange
import Foundation
import Modeling
import Symbolics
import Testing
import Trials

/// The regimens of the trials that ship, and of small ones made here, arm against arm.
@Suite("Systems E: protocols and regimens")
struct TrialSystemTests {
    /// Women an arm: means of changes of density are known to 0.3 points, risks to a few per cent.
    private static let women = 64

    private let spine = "density.lumbarSpine"

    private func shipped(_ name: String, women: Int = Self.women) async throws -> TrialAnalysis {
        try await TrialSamples.analysis(TrialSamples.shipped(name), women: women)
    }

    /// Women early after menopause for two years, with arms `name: therapy` and the spine's change.
    private func ladder(_ arms: [(name: String, therapy: String)], years: Int = 2, age: Int = 56) async throws
        -> [String: Double]
    {
        let list = arms.map { "  - {name: \($0.name), women: 64, therapy: [\($0.therapy)]}" }.joined(separator: "\n")
        let trial = try TrialSamples.read(
            """
            woman: {age: \(age) years, menopause: {age: 51 years, kind: natural}}
            years: \(years)
            visits: 1 year
            arms:
            \(list)
            endpoints: [{output: density.lumbarSpine, measure: percent change, at: \(years) years}]
            measurement: {density.lumbarSpine: 0 %}
            """)
        let analysis = try await TrialSamples.analysis(trial, women: Self.women)
        let changes = arms.map { ($0.name, analysis.finding(0, $0.name)?.estimate.value ?? .nan) }
        print("spine in \(years) years:", changes.map { "\($0.0) \(($0.1 * 100).rounded() / 100) %" })
        return Dictionary(uniqueKeysWithValues: changes)
    }

    /// Whether an estimate lies in the published interval or within its tolerance, row by row.
    private func verdicts(_ finding: TrialAnalysis.Finding) -> [(row: String, isMet: Bool)] {
        finding.published.map { published in
            let value = finding.estimate.value
            print(
                "\(published.observation.id): simulated \(value), published \(published.value) \(published.interval.map { "\($0)" } ?? "")"
            )
            return (
                published.observation.id,
                published.interval?.contains(value) == true
                    || published.tolerance.map { abs(value - published.value) <= $0 } == true
            )
        }
    }

    @Test(
        "E1: conjugated estrogens alone change spine and hip as in PEPI, and lower hip and vertebral fractures as in WHI"
    )
    func estrogenAlone() async throws {
        let pepi = try await shipped("pepi")
        for endpoint in 0...1 {
            for (row, isMet) in verdicts(try #require(pepi.finding(endpoint, "CEE"))) { #expect(isMet, "\(row)") }
        }
        let whi = try await shipped("whi-cee", women: 512)
        for finding in whi.findings where !finding.published.isEmpty {
            let output = whi.data.run.trial.endpoints[finding.endpoint].output
            for (row, isMet) in verdicts(finding) {
                if ["fracture.hip", "fracture.clinicalVertebral"].contains(output) {
                    #expect(isMet, "\(row)")
                } else {
                    withKnownIssue(
                        "fractures that density explains little, of the wrist and elsewhere, fall too little"
                    ) {
                        #expect(isMet, "\(row)")
                    }
                }
            }
        }
    }

    @Test(
        "E2: conjugated estrogens with medroxyprogesterone every day lower hip, vertebral and all fractures as in WHI"
    )
    func continuous() async throws {
        let whi = try await shipped("whi-ep", women: 512)
        for finding in whi.findings where !finding.published.isEmpty {
            let endpoint = whi.data.run.trial.endpoints[finding.endpoint]
            guard endpoint.measure == .hazardRatio else { continue }
            #expect(finding.estimate.value < 0.95, "fewer fractures, and not by chance of the women drawn")
            for (row, isMet) in verdicts(finding)
            where finding.published.contains(where: { $0.observation.use == .calibrate }) {
                #expect(isMet, "\(row)")
            }
        }
    }

    @Test("E3: twelve days of progesterone a month leave the spine within a point of estrogens alone")
    func cyclic() async throws {
        let pepi = try await shipped("pepi", women: 128)
        let alone = try #require(pepi.finding(0, "CEE")).estimate.value
        let cyclic = try #require(pepi.finding(0, "CEE + cyclic progesterone")).estimate.value
        let synthetic = try #require(pepi.finding(0, "CEE + cyclic MPA")).estimate.value
        print("E3: \(alone), with progesterone \(cyclic), with medroxyprogesterone \(synthetic)")
        #expect(abs(cyclic - alone) < 1 && abs(synthetic - alone) < 1.5)
        #expect(cyclic > (try #require(pepi.finding(0, "placebo"))).estimate.value + 3)
    }

    @Test("E4: two weeks of progesterone in half a year run, and leave the gain of 0.25 mg of estradiol to it")
    func longCycle() async throws {
        let prestwood = try await shipped("prestwood")
        let scenario = prestwood.data.run.trial.scenario(ofArm: 1)
        #expect(scenario.therapy.contains { $0.days?.cycleLength == 182 && $0.days?.last == 14 })
        let gain = try #require(prestwood.finding(0, "estradiol 0.25"))
        #expect(gain.estimate.low > 0)
        for endpoint in prestwood.data.run.trial.endpoints.indices.prefix(4) {
            for (row, isMet) in verdicts(try #require(prestwood.finding(endpoint, "estradiol 0.25"))) {
                withKnownIssue("validation; shown, never tuned to", isIntermittent: true) { #expect(isMet, "\(row)") }
            }
        }
    }

    @Test("E5: progesterone alone after menopause changes the spine by less than 0.5 % a year against placebo")
    func progesteroneAlone() async throws {
        let change = try await ladder([
            ("placebo", ""),
            ("capsules", "{medicine: progesterone, form: oral micronized, dose: 300 mg, every: 1 day}"),
            ("cream", "{medicine: progesterone, form: cream, dose: 20 mg, every: 1 day}"),
        ])
        let placebo = try #require(change["placebo"])
        for name in ["capsules", "cream"] {
            #expect(abs(try #require(change[name]) - placebo) / 2 < 0.5, "\(name)")
        }
    }

    @Test(
        "E6: ten days of medroxyprogesterone a month in women who do not ovulate cost no spine; the gain of the trial is not met"
    )
    func disturbedCycles() async throws {
        let prior = try await shipped("prior1994")
        let treated = try #require(prior.finding(0, "cyclic MPA"))
        let placebo = try #require(prior.finding(0, "placebo"))
        print("E6: treated \(treated.estimate.value), placebo \(placebo.estimate.value)")
        #expect(treated.estimate.value > placebo.estimate.value - 0.5)
        withKnownIssue(
            "women who only do not ovulate keep their estradiol here, and so their bone; the trial's lost both"
        ) {
            #expect(placebo.estimate.value < -0.5)
            for (row, isMet) in verdicts(treated) + verdicts(placebo) { #expect(isMet, "\(row)") }
        }
    }

    @Test("E7: estradiol 1, 0.5 and 0.25 mg a day gain in that order, and all keep more than placebo")
    func tiers() async throws {
        func estradiol(_ dose: Double) -> String { "{medicine: estradiol, form: oral, dose: \(dose) mg, every: 1 day}" }
        let change = try await ladder([
            ("placebo", ""), ("quarter", estradiol(0.25)), ("half", estradiol(0.5)), ("one", estradiol(1)),
        ])
        let steps = try ["placebo", "quarter", "half", "one"].map { try #require(change[$0]) }
        for (less, more) in zip(steps, steps.dropFirst()) { #expect(more > less + 0.3) }
    }

    @Test("E8: testosterone within women's range, added to estradiol, changes the spine by less than 0.5 % a year")
    func testosterone() async throws {
        let patch = "{medicine: estradiol, form: patch, dose: 50 ug/day}"
        let change = try await ladder([
            ("estradiol", patch), ("both", "\(patch), {medicine: testosterone, form: patch, dose: 150 ug/day}"),
        ])
        #expect(abs(try #require(change["both"]) - (try #require(change["estradiol"]))) / 2 < 0.5)
    }

    @Test("E9: ibutamoren raises formation and resorption both, and leaves the spine within 1 % of placebo at a year")
    func secretagogue() async throws {
        let mk677 = try await shipped("mk677")
        let (resorption, formation) = (
            try #require(mk677.finding(2, "MK-677")), try #require(mk677.finding(1, "MK-677"))
        )
        let placebo = (try #require(mk677.finding(2, "placebo")), try #require(mk677.finding(1, "placebo")))
        #expect(
            resorption.estimate.value > placebo.0.estimate.value && formation.estimate.value > placebo.1.estimate.value)
        let change = try #require(mk677.finding(4, "MK-677")).estimate.value
        #expect(abs(change - (try #require(mk677.finding(4, "placebo"))).estimate.value) < 1)
        print("E9: NTX \(resorption.estimate.value) %, osteocalcin \(formation.estimate.value) %, spine \(change) %")
    }

    @Test("E13: after estrogens are stopped bone is lost, at the hip as after PEPI, at the spine faster than there")
    func withdrawal() async throws {
        let stopped = try await shipped("pepi-stop")
        for finding in stopped.findings where !finding.published.isEmpty {
            #expect(finding.estimate.high < 0)
            let isHip = stopped.data.run.trial.endpoints[finding.endpoint].output == "density.totalHip"
            for (row, isMet) in verdicts(finding) {
                if isHip {
                    #expect(isMet, "\(row)")
                } else {
                    withKnownIssue(
                        "the spine gives back its gain faster than these women's did, to the edge of the tolerance",
                        isIntermittent: true
                    ) { #expect(isMet, "\(row)") }
                }
            }
        }
    }

    @Test("E14: PEPI, WHI and Prestwood are done again, arm by arm and with every woman accounted for")
    func replicas() async throws {
        for name in ["pepi", "whi-ep", "prestwood"] {
            let trial = try TrialSamples.shipped(name)
            let analysis = try await TrialSamples.analysis(trial, women: 16)
            let women = analysis.data.run.enrolment.women
            #expect(women.count == 16 * trial.arms.count && analysis.data.failures.isEmpty)
            #expect(analysis.findings.count { !$0.published.isEmpty } > 0)
            // Randomised numbers are the published ones, and intervals are theirs.
            let published = try EvidenceLibrary.bundled.observations(
                trial.endpoints.flatMap { $0.published.map(\.row) })
            for (row, place) in zip(published, trial.endpoints.flatMap { $0.published.map(\.arm) }) {
                guard let size = row.armSize, name != "pepi" else { continue }
                #expect(size.contains(trial.arms[place].women), "\(row.id)")
            }
        }
    }
}

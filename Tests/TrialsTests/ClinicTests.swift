import Evidence
import Exchange
import Foundation
import Modeling
import Physiology
import Populations
import Symbolics
import Testing

@testable import Trials

import struct Symbolics.Unit

@Suite("Systems E: plans, doses and visits of one woman")
struct ClinicSystemTests {
    private func scenario(_ text: String) throws -> Scenario {
        try ScenarioReader.forModel.read(text: text, name: "test.yaml")
    }

    /// Five years through menopause, in which weight counts too.
    private func throughMenopause(_ therapy: String = "") throws -> Scenario {
        try scenario(
            """
            woman: {age: 50 years, menopause: {age: 51 years, kind: natural}}
            \(therapy)
            simulate: {years: 5, report: 1 year}
            """)
    }

    @Test("E10: nutrition, stress, inflammation, energy and weight each move density the published way")
    func factors() async throws {
        let factors = try await PlanFactors(throughMenopause()).factors
        func factor(_ beginning: String) throws -> PlanFactors.Factor {
            try #require(factors.first { $0.name.hasPrefix(beginning) }, "\(beginning) in \(factors.map(\.name))")
        }
        for name in ["500 mg more calcium", "20 ug of vitamin D", "15 kg heavier"] {
            let found = try factor(name)
            #expect(found.spine > 0.02 && found.hip > 0.02, "\(name): \(found)")
            #expect(found.fractures < 0, "\(name): \(found)")
        }
        for name in ["stress", "inflammation", "energy", "15 kg lighter"] {
            let found = try factor(name)
            #expect(found.spine < -0.1 && found.hip < -0.05, "\(name): \(found)")
        }
        for name in ["stress", "inflammation", "15 kg lighter"] { #expect(try factor(name).fractures > 0, "\(name)") }
        print("E10:", factors.map { "\($0.name) \(($0.spine * 100).rounded() / 100) %" })
    }

    @Test("E10: insulin resistance and smoking break bones at no lower density; smoking takes from swallowed estrogen's gain")
    func withoutDensity() async throws {
        let alone = try await PlanFactors(throughMenopause()).factors
        let insulin = try #require(alone.first { $0.name.hasPrefix("insulin") })
        #expect(insulin.spine >= 0 && insulin.fractures > 0, "\(insulin)")
        let smoking = try #require(alone.first { $0.name == "smoking" })
        #expect(abs(smoking.spine) < 0.05 && smoking.fractures > 1, "\(smoking)")
        let swallowed = try await PlanFactors(
            throughMenopause("therapy: [{medicine: estradiol, form: oral, dose: 1 mg, every: 1 day}]")).factors
        let onTablets = try #require(swallowed.first { $0.name == "smoking" })
        #expect(onTablets.spine < -0.3, "\(onTablets)")
    }

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func plan(_ scenario: Scenario) async throws -> PlanComparison {
        let file = Self.root.appendingPathComponent("Plans/candidates.yaml").path
        let candidates = try PlanCandidatesReader(catalogue: Medicines.catalogue).read(file: file, horizon: scenario.horizon)
        return try await PlanComparison(scenario, candidates: candidates)
    }

    @Test("E11: a woman with flushes early after menopause and one with osteoporosis and a clot get different best plans")
    func twoWomen() async throws {
        let early = try await plan(Examples.scenario("plan-early-menopause.yaml"))
        let late = try await plan(Examples.scenario("plan-osteoporosis.yaml"))
        func takesEstrogen(_ candidate: PlanCandidate) -> Bool {
            candidate.therapy.contains { ["estradiol", "conjugated estrogens"].contains($0.medicine) }
        }
        let best = (try #require(early.options.first), try #require(late.options.first))
        #expect(takesEstrogen(best.0.candidate))
        #expect(!takesEstrogen(best.1.candidate) && !best.1.candidate.therapy.isEmpty)
        // Her history stands against every estrogen and progesterone, and the reason is told.
        #expect(!late.options.contains { takesEstrogen($0.candidate) })
        #expect(late.excluded.contains { $0.reasons.contains { $0.contains("venous thrombosis") } })
        // Doing nothing is among what is ranked, and is nought by definition.
        let nothing = try #require(early.options.first { $0.candidate.name == PlanComparison.nothing })
        #expect(abs(nothing.score) < 1e-6)
        #expect(early.options.map(\.score) == early.options.map(\.score).sorted(by: >))
        print("E11: \(best.0.candidate.name); \(best.1.candidate.name)")
    }

    @Test("E11: other goals give the same woman another best plan, and harms are counted beside benefit")
    func goals() async throws {
        var woman = try Examples.scenario("plan-early-menopause.yaml")
        woman.wishes.goals = [.hotFlushes: 1]
        let flushes = try #require(try await plan(woman).options.first)
        woman.wishes.goals = [.fractures: 1, .breastCancer: 1, .venousThrombosis: 1]
        let bones = try #require(try await plan(woman).options.first)
        #expect(flushes.candidate.name != bones.candidate.name)
        let cancer = try #require(flushes.results[.breastCancer])
        #expect(cancer.gain < 0 && (cancer.interval?.contains(cancer.gain) ?? false), "\(cancer)")
    }

    private func question(_ medicine: String, _ form: String, _ unit: Unit, share: Double, doses: ClosedRange<Double>) throws
        -> DoseSearch.Question
    {
        let scenario = try scenario(
            """
            woman: {age: 56 years, menopause: {age: 51 years, kind: natural}}
            simulate: {years: 2}
            """)
        return DoseSearch.Question(
            scenario: scenario,
            treatment: Treatment(
                medicine: medicine, form: form, dose: Quantity(1, unit), every: 1, until: scenario.horizon, food: .fasted),
            output: "density.lumbarSpine", share: share, doses: doses)
    }

    @Test("E12: the search finds the dose of estradiol at which nine of ten women lose no spine in two years, and again the same")
    func lowestDose() async throws {
        let asked = try question("estradiol", "oral", "mg", share: 0.9, doses: 0.03...4)
        let search = try await DoseSearch(asked, women: 96, seed: 1, threads: 2)
        guard case .dose(let dose, let low, let high) = search.answer else {
            Issue.record("\(search.answer)")
            return
        }
        #expect(search.isMonotone)
        // At the answer the share is reached, and just below it is not.
        let at = try #require(search.tried.first { $0.dose == dose })
        #expect(at.kept.value >= 90)
        let below = try #require(search.tried.last { $0.dose < dose })
        #expect(below.kept.value < 90 && dose / below.dose <= DoseSearch.closeness + 1e-9)
        #expect(low <= dose && dose <= (high ?? .infinity) && low > 0)
        // What is sold: half a milligram is the least, a quarter was tried by Prestwood 2003.
        #expect(try #require(try MarketedDoses(medicine: "estradiol", form: "oral")).next(from: dose) == 0.5)
        let again = try await DoseSearch(asked, women: 96, seed: 1, threads: 1)
        #expect(again.tried.map(\.kept) == search.tried.map(\.kept))
        let fewer = try await DoseSearch(
            question("estradiol", "oral", "mg", share: 0.5, doses: 0.03...4), women: 96, seed: 1, threads: 2)
        guard case .dose(let half, _, _) = fewer.answer else {
            Issue.record("\(fewer.answer)")
            return
        }
        #expect(half < dose)
        print("E12: \(dose) mg (\(low) to \(high ?? .nan)), for half of them \(half) mg")
    }

    @Test("E12: no dose of progesterone alone keeps the spine of nine of ten women, and the search says so")
    func noDose() async throws {
        let search = try await DoseSearch(
            question("progesterone", "oral micronized", "mg", share: 0.9, doses: 50...400), women: 32, seed: 1, threads: 2)
        guard case .notReached = search.answer else {
            Issue.record("\(search.answer)")
            return
        }
        #expect(search.tried.allSatisfy { $0.kept.value < 90 })
    }

    @Test("E15: CTX at three months foretells the spine at two years, less so as it is measured; visits tell what error allows")
    func monitoring() async throws {
        let scenario = try Examples.scenario("arrenbrecht-patch-50.yaml")
        let monitoring = try await Monitoring(scenario, women: 200, seed: 1, threads: 2)
        let spine = try #require(monitoring.predictions.first { $0.site == "density.lumbarSpine" })
        #expect(spine.correlation.high < 0, "women whose CTX falls further gain more: \(spine.correlation)")
        #expect(spine.measuredCorrelation.high < 0 && spine.measuredCorrelation.value > spine.correlation.value)
        func told(_ output: String) -> Double? { monitoring.telling.first { $0.output == output }?.mean?.from }
        // A marker answers before a scan can, and the spine before the hip, which gains less and is measured less exactly.
        let (marker, scan) = (try #require(told("marker.CTX")), try #require(told("density.lumbarSpine")))
        #expect(marker < scan)
        #expect(told("density.totalHip").map { $0 > scan } ?? true)
        #expect(monitoring.visits.map(\.years) == [0, 0.25, 0.5, 1, 2])
        print("E15: r \(spine.correlation.value), measured \(spine.measuredCorrelation.value); told at \(marker) and \(scan) years")
    }

    @Test("a correlation has Fisher's interval: 0.5 in 28 pairs lies between 0.16 and 0.74")
    func correlation() {
        // Pairs with a correlation of one half exactly: x, and x/2 plus a part that is orthogonal to x.
        let x = (0..<28).map { Double($0) - 13.5 }
        let odd = x.map { $0 * $0 - 65.25 }
        let norm = { (values: [Double]) in values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let y = zip(x, odd).map { 0.5 * $0 / norm(x) + 0.75.squareRoot() * $1 / norm(odd) }
        let estimate = Estimate.correlation(x, y)
        #expect(abs(estimate.value - 0.5) < 1e-12)
        // atanh(0.5) = 0.5493; 1.96 / 5 = 0.392; tanh(0.1573) and tanh(0.9413).
        #expect(abs(estimate.low - 0.1560) < 1e-3 && abs(estimate.high - 0.7359) < 1e-3, "\(estimate)")
    }
}

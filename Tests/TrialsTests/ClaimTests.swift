import Evidence
import Exchange
import Foundation
import Physiology
import Symbolics
import Testing

import struct Symbolics.Unit

@testable import Trials

@Suite("Claims, tried")
struct ClaimTests {
    private static let year = Unit.daysPerYear

    /// A woman whose CTX falls as a straight line and whose hazard is constant.
    private static let curves = ClaimCurves(
        times: [0, 0.5, 1, 1.5, 2],
        women: [["CTX": [100, 90, 80, 70, 60], "P1NP": [100, 100, 100, 80, 60], "hip": [0, 1, 2, 3, 4]]])

    private static func value(
        _ kind: ClaimMeasurement.Kind, _ output: String, from: Double = 0, at: Double, passing: Double? = nil
    ) -> Double {
        curves.value(
            ClaimMeasurement(
                kind: kind, output: output, outputUnit: .one, setting: "", from: from * year, at: at * year,
                passing: passing),
            woman: 0)
    }

    @Test("each way to look at an output says what it is called")
    func measures() {
        #expect(Self.value(.level, "CTX", at: 1) == 80)
        #expect(Self.value(.change, "CTX", from: 0.5, at: 1) == -10)
        #expect(abs(Self.value(.percentChange, "CTX", from: 1, at: 2) + 25) < 1e-9)
        #expect(abs(Self.value(.percentPerYear, "CTX", at: 2) + 20) < 1e-9)
        #expect(Self.value(.mean, "CTX", from: 1, at: 2) == 70)
        #expect(Self.value(.highest, "CTX", from: 0.5, at: 2) == 90 && Self.value(.lowest, "CTX", at: 1) == 80)
        #expect(Self.value(.timeOfHighest, "hip", from: 0.5, at: 1.5) == 1)
        #expect(abs(Self.value(.halfTime, "CTX", at: 2) - 1) < 1e-9)
        #expect(abs(Self.value(.halfTime, "P1NP", at: 2) - 1.5) < 1e-9)
        #expect(abs(Self.value(.firstBelow, "CTX", at: 2, passing: 85) - 0.75) < 1e-9)
        #expect(Self.value(.firstAbove, "CTX", at: 2, passing: 110).isNaN)
        #expect(abs(Self.value(.hazard, "hip", at: 2) + log(0.96)) < 1e-12)
        // Neither a time nor an output that was not simulated has a value.
        #expect(Self.value(.level, "CTX", at: 0.7).isNaN && Self.value(.level, "NTX", at: 1).isNaN)
    }

    @Test("differences and ratios are those of each woman, shares and spreads those among them")
    func women() {
        func curves(_ ends: [Double]) -> ClaimCurves {
            ClaimCurves(times: [0, 1], women: ends.map { ["density": [1, $0]] })
        }
        let outcomes = ClaimOutcomes(curves: ["with": curves([1.1, 0.9, 1.3]), "without": curves([1, 1, 1])])
        func measured(_ setting: String) -> ClaimQuantity {
            .measured(
                ClaimMeasurement(
                    kind: .percentChange, output: "density", outputUnit: .one, setting: setting, at: Self.year))
        }
        #expect(abs(outcomes.value(.difference(measured("with"), measured("without"))) - 10) < 1e-9)
        #expect(abs(outcomes.value(.share(measured("with"), .above(0))) - 200 / 3) < 1e-9)
        #expect(abs(outcomes.value(.spread(measured("with"))) - 20) < 1e-9)
        #expect(outcomes.value(.ratio(measured("with"), measured("nowhere"))).isNaN)
    }

    /// A claim with a verdict of the literature, tried by what CTX of a woman at rest, which is 100 %, is expected to be.
    private static func verdict(
        _ check: String, _ criteria: [(expectation: String, evidence: String?)], shows: String? = nil,
        hypotheses: [String] = []
    ) async throws -> ClaimVerdict {
        let claims = try EvidenceLibrary.bundled.claims()
        let claim = try #require(claims.first { $0.literatureCheck.rawValue == check && $0.kind != .reference })
        func line(_ expectation: String, _ evidence: String?) -> String {
            let side = evidence.map { ", evidence: \($0)" } ?? ""
            return "      - {measure: level, output: marker.CTX, in: rest, expect: \(expectation)\(side)}\n"
        }
        let text = """
            settings: {rest: {woman: {age: 30 years}, simulate: {years: 0.1}}}
            claims:
              \(claim.id):
                hypotheses: [\(hypotheses.joined(separator: ", "))]
                claim:

            """ + criteria.map(line).joined() + (shows.map { "    shows:\n" + line($0, nil) } ?? "")
        let plan = try ClaimPlanReader.forModel(claims: claims).read(text: text, name: "plan.yaml")
        let results = try await ClaimRun(plan, claims: claims, only: [claim.id]).results(threads: 1)
        return try #require(results.first?.verdict)
    }

    @Test("what a claim of each verdict comes to where it holds and where it does not")
    func standings() async throws {
        let (yes, no) = ("above 50 %", "below 50 %")
        #expect(try await Self.verdict("supported", [(yes, nil)]).standing == .agrees)
        #expect(try await Self.verdict("supported", [(no, nil)]).standing == .disagrees)
        #expect(try await Self.verdict("supported", [(yes, nil)], shows: no).standing == .misses)
        #expect(try await Self.verdict("contradicted", [(no, nil)]).standing == .agrees)
        #expect(try await Self.verdict("contradicted", [(yes, nil)]).standing == .contradictedHolds)
        #expect(try await Self.verdict("unverifiable", [(no, nil)]).standing == .agrees)
        #expect(try await Self.verdict("unverifiable", [(yes, nil)]).standing == .unverifiableHolds)
        #expect(try await Self.verdict("unverifiable", [(yes, "for")]).standing == .agrees)
        let divided = try await Self.verdict("partly", [(yes, "for"), (no, "against")])
        #expect(divided.standing == .agrees && divided.simulator == .inPart)
        #expect(try await Self.verdict("partly", [(yes, "for"), (yes, "against")]).standing == .disagrees)
        // A hypothesis that is switched on has to do what it says.
        let idle = try await Self.verdict("unverifiable", [(no, nil)], hypotheses: ["progesteroneOnOPG"])
        #expect(idle.standing == .disagrees && idle.simulator == .doesNotHold)
    }

    @Test("a setting that cannot be simulated is told by the claims that need it, and ends nothing else")
    func failure() {
        let level = ClaimMeasurement(kind: .level, output: "marker.CTX", outputUnit: "%", setting: "rest", at: 30)
        let criterion = ClaimCriterion(series: [[.measured(level)]], expectation: .above(0), unit: "%")
        let finding = ClaimFinding(
            criterion: criterion, isExpected: false, found: [[.nan]], failure: "it failed", assumed: nil)
        #expect(!finding.holds && !finding.agrees)
    }

    @Test("every claim has exactly one place, and none but those about citations goes without a trial or a reason")
    func places() throws {
        let run = try ClaimRun.bundled()
        let tried = run.plan.attempts.map(\.claim)
        let untried = run.plan.omissions.map(\.claim)
        let references = run.claims.filter { $0.kind == .reference }.map(\.id)
        #expect((tried + untried + references).sorted() == run.claims.map(\.id).sorted())
        #expect(Set(tried + untried + references).count == run.claims.count)
        // What cannot be tried is mostly about teaching, trials and choices; the rest is tried.
        #expect(tried.count > 4 * untried.count)
        let used = Set(
            run.plan.attempts.flatMap { ($0.parts + $0.shows).flatMap { $0.series.joined().flatMap(\.measurements) } }
                .map(\.setting))
        #expect(
            used == Set(run.plan.settings.keys),
            "settings that nobody needs: \(Set(run.plan.settings.keys).subtracting(used))")
    }

    @Test("the status of a citation is that of the literature's verdict on it")
    func references() async throws {
        let results = try await ClaimRun.bundled(only: ["SC218", "SC220", "SC221", "SC222"]).results(threads: 1)
        let statuses = results.map {
            if case .reference(let status) = $0.place { status } else { nil } as ReferenceStatus?
        }
        #expect(statuses == [.wrong, .correct, .misquoted, .notFound])
    }

    @Test("a sample is spread over the claims and is the same each time")
    func sample() throws {
        let plan = try ClaimRun.bundled().plan
        let few = ClaimRun.sample(5, of: plan)
        #expect(few.count == 5 && few == ClaimRun.sample(5, of: plan))
        #expect(ClaimRun.sample(10_000, of: plan).count == plan.attempts.count)
    }

    /// All claims, tried: some 20 s of one core.
    private static let all = Task { try await ClaimRun.bundled().results(threads: 2) }

    @Test("no claim that the literature contradicts, or that nobody has shown, comes out as true")
    func nothingContradicted() async throws {
        for result in try await Self.all.value {
            guard let verdict = result.verdict else { continue }
            #expect(verdict.standing > .failed, "\(result.id) \(verdict.standing.rawValue): \(result.claim.claim)")
            // Not even in part.
            if result.claim.literatureCheck == .contradicted {
                #expect(verdict.simulator == .doesNotHold, "\(result.id): \(result.claim.claim)")
                #expect(verdict.standing == .agrees || verdict.standing == .misses, "\(result.id)")
            }
        }
    }

    @Test("hypotheses do nothing until they are switched on, and then what their claims say")
    func hypotheses() async throws {
        let withSwitch = try await Self.all.value.compactMap(\.verdict).filter { !$0.attempt.hypotheses.isEmpty }
        #expect(Set(withSwitch.flatMap(\.attempt.hypotheses)) == Set(WomanModel.hypotheses.map(\.name)))
        for verdict in withSwitch {
            for part in verdict.parts {
                #expect(part.holdsIfAssumed == true, "\(verdict.attempt.claim): \(part.assumed ?? [])")
                if !part.isExpected { #expect(!part.holdsSomewhere, "\(verdict.attempt.claim): \(part.found)") }
            }
        }
    }

    @Test("nine of ten verdicts on claims with strong or moderate evidence are those of the literature")
    func agreement() async throws {
        let graded = try await Self.all.value.filter { [.strong, .moderate].contains($0.claim.grade) }.compactMap(
            \.verdict)
        let agreeing = graded.count { $0.standing == .agrees || $0.standing == .misses }
        #expect(Double(agreeing) > 0.9 * Double(graded.count), "\(agreeing) of \(graded.count)")
    }
}

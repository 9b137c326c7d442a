import Exchange
import Symbolics
import Testing

import struct Symbolics.Unit

@Suite("Plans of how claims are tried")
struct ClaimPlanTests {
    private static let reader = ClaimPlanReader(
        scenarios: testReader,
        outputs: [
            "density.hip": "g/cm2", "marker.CTX": "%", "serum.estradiol": "pg/mL", "serum.estrone": "pg/mL",
            "serum.FSH": "IU/L",
        ],
        laboratory: ["receptors.alpha": .one, "lag": .days], populations: ["WHI"], claims: ["SC001", "SC002", "SC003"],
        divided: ["SC003"])

    private static let settings = """
        settings:
          rest: {woman: {age: 55 years, weight: 60 kg}, simulate: {years: 3, report: 1 week}}
          tablet: {like: rest, woman: {age: 60 years}, therapy: [{medicine: estradiol, form: oral, dose: 1 mg}]}
          blocked: {like: tablet, laboratory: {receptors.alpha: 0, lag: 2 weeks}, simulate: {years: 5}, raw: true}
          many: {like: rest, women: 200, population: WHI}

        """

    private static func plan(_ claims: String) throws -> ClaimPlan {
        try reader.read(text: settings + "claims:\n" + claims, name: "plan.yaml")
    }

    /// What is said of one criterion, without its place.
    private static func complaints(criterion: String) -> [String] {
        do {
            _ = try plan("  SC001:\n    claim:\n      - \(criterion)\n")
            return []
        } catch let error as FileError {
            return error.problems.map(\.message)
        } catch {
            return ["\(error)"]
        }
    }

    private static func criterion(_ text: String) throws -> ClaimCriterion {
        try #require(try plan("  SC001:\n    claim:\n      - \(text)\n").attempts.first?.parts.first)
    }

    @Test("a setting takes what it leaves out from the one it is like, key by key of woman and simulation")
    func inheritance() throws {
        let settings = try Self.plan(
            "  SC001: {claim: [{measure: level, output: serum.FSH, in: rest, expect: above 1 IU/L}]}"
        ).settings
        let (tablet, blocked) = (try #require(settings["tablet"]), try #require(settings["blocked"]))
        #expect(tablet.scenario.woman.age == 60 * Unit.daysPerYear)
        #expect(tablet.scenario.woman.weight.inBaseUnits == 60_000)
        #expect(
            tablet.scenario.therapy.map(\.medicine) == ["estradiol"]
                && settings["rest"]?.scenario.therapy.isEmpty == true)
        #expect(blocked.scenario.years == 5 && blocked.scenario.reportInterval == 7 && blocked.isRaw)
        #expect(
            blocked.scenario.therapy
                == tablet.scenario.therapy.map { treatment in
                    var longer = treatment
                    longer.until = 5 * Unit.daysPerYear
                    return longer
                })
        #expect(blocked.laboratory == ["receptors.alpha": 0, "lag": 14])
        #expect(settings["many"]?.women == 200 && settings["many"]?.population == "WHI")
    }

    @Test("a criterion compares outputs, settings and times, and hands down what it does not say again")
    func criteria() throws {
        let criterion = try Self.criterion(
            "{measure: percent change, output: [density.hip, marker.CTX], in: [tablet, rest], at: [1 year, 2 years], "
                + "less: {in: rest, at: 3 years}, expect: between -2 and 5 %}")
        #expect(criterion.series.count == 2 && criterion.series.allSatisfy { $0.count == 4 })
        #expect(criterion.expectation == .between(-2, 5) && criterion.unit == "%")
        guard case .difference(.measured(let own), .measured(let other)) = criterion.series[1][0] else {
            Issue.record("\(criterion.series[1][0])")
            return
        }
        #expect(own.output == "marker.CTX" && own.setting == "tablet" && own.at == Unit.daysPerYear)
        #expect(other.output == "marker.CTX" && other.setting == "rest" && other.at == 3 * Unit.daysPerYear)
        // Until the end, where no time is written.
        let whole = try Self.criterion("{measure: level, output: serum.FSH, in: blocked, expect: at least 0.002 IU/mL}")
        #expect(whole.series[0][0].measurements[0].at == 5 * Unit.daysPerYear)
        #expect(whole.expectation == .atLeast(2))
    }

    @Test("a number over another of its kind is pure, and a time is told in the unit in which it is written")
    func units() throws {
        let ratio = try Self.criterion(
            "{measure: level, output: serum.estrone, in: rest, over: {output: serum.estradiol}, expect: above 1}")
        #expect(ratio.unit == .one)
        let nested = try Self.criterion(
            "{measure: level, output: serum.estrone, in: rest, over: {output: serum.estradiol, over: {in: tablet}}, expect: above 1 pg/mL}"
        )
        #expect(nested.unit == "pg/mL")
        let time = try Self.criterion(
            "{measure: half-time, output: marker.CTX, in: rest, expect: between 1 and 3 months}")
        #expect(time.unit == .years && time.shownUnit == "months")
        if case .between(let low, let high) = time.expectation {
            #expect(abs(low * 12 - 1) < 1e-12 && abs(high * 12 - 3) < 1e-12)
        } else {
            Issue.record("\(time.expectation)")
        }
    }

    @Test(
        "what is wrong with a criterion is told in a sentence",
        arguments: [
            ("{measure: levl, output: serum.FSH, in: rest, expect: above 1 IU/L}", "did you mean 'level'?"),
            ("{measure: level, output: serum.FHS, in: rest, expect: above 1 IU/L}", "did you mean 'serum.FSH'?"),
            ("{measure: level, output: serum.FSH, in: tablets, expect: above 1 IU/L}", "did you mean 'tablet'?"),
            ("{measure: level, output: serum.FSH, in: rest, expect: above 1}", "is in a unit that does not fit"),
            ("{measure: level, output: serum.FSH, in: rest, expect: more than 1 IU/L}", "is no expectation"),
            (
                "{measure: level, output: serum.FSH, in: rest, expect: between 3 and 1 IU/L}",
                "expected the lower number first"
            ),
            (
                "{measure: level, output: serum.FSH, in: rest, at: 4 years, expect: above 1 IU/L}",
                "is after the end of 'rest'"
            ),
            (
                "{measure: change, output: serum.FSH, in: rest, from: 2 years, at: 1 year, expect: above 1 IU/L}",
                "expected 'from' before 'at'"
            ),
            ("{measure: first above, output: serum.FSH, in: rest, expect: above 1 year}", "needs a level to be passed"),
            (
                "{measure: level, output: serum.FSH, in: rest, passing: 3 IU/L, expect: above 1 IU/L}",
                "'passing' only belongs with"
            ),
            (
                "{measure: level, output: serum.FSH, in: rest, over: {output: density.hip}, expect: above 1}",
                "cannot be set over"
            ),
            (
                "{measure: level, output: [serum.FSH, density.hip], in: rest, expect: above 1 IU/L}",
                "expected a criterion each"
            ),
            (
                "{measure: level, output: serum.FSH, in: rest, share: above 40 IU/L, expect: above 1 %}",
                "expected a setting with 'women: 200'"
            ),
        ])
    func wrong(_ pair: (criterion: String, message: String)) {
        let found = Self.complaints(criterion: pair.criterion)
        #expect(found.contains { $0.contains(pair.message) }, "\(found)")
    }

    @Test("a claim has one place, and one that the literature supports in part says which part")
    func places() {
        let level = "{measure: level, output: serum.FSH, in: rest, expect: above 1 IU/L}"
        func message(_ text: String) -> String {
            do { return try "\(Self.plan(text).attempts.count) read" } catch { return "\(error)" }
        }
        #expect(
            message("  SC001: {claim: [\(level)]}\nuntried: {SC001: {because: opinion, words: A choice.}}").contains(
                "expected it in one place"))
        #expect(message("  SC003: {claim: [\(level)]}").contains("expected 'evidence: for' or 'evidence: against'"))
        #expect(message("  SC009: {claim: [\(level)]}").contains("there is no such key here"))
        #expect(message("  SC001: {claim: []}").contains("the list is empty"))
        #expect(
            message("  SC001: {claim: [\(level)], hypotheses: [progesteroneOnOGP]}").contains(
                "did you mean 'progesteroneOnOPG'?"))
        #expect(
            message("  SC001: {claim: [\(level)]}\nuntried: {SC002: {because: taste, words: A choice.}}").contains(
                "plan.yaml:"))
    }

    @Test("expectations hold at their limits as they are worded, and never of what is not a number")
    func expectations() {
        func isMet(_ expectation: ClaimExpectation, _ numbers: Double...) -> Bool {
            expectation.isMet(by: numbers, in: .one)
        }
        #expect(isMet(.atLeast(1), 1) && !isMet(.above(1), 1) && isMet(.above(1), 1.001))
        #expect(isMet(.atMost(1), 1) && !isMet(.below(1), 1) && isMet(.below(1), 0.999))
        #expect(isMet(.between(1, 2), 1, 2) && !isMet(.between(1, 2), 1, 2.1))
        #expect(isMet(.rising, 1, 2, 3) && !isMet(.rising, 1, 3, 3) && isMet(.falling, 3, 2) && !isMet(.falling, 2, 3))
        for expectation in [ClaimExpectation.above(0), .below(0), .between(0, 1), .rising, .falling] {
            #expect(!isMet(expectation, .nan) && !isMet(expectation))
        }
        // Two solutions of the same equations differ by their steps; that is no effect.
        #expect(!isMet(.above(1), 1 + 1e-6) && !isMet(.rising, 1, 1 + 1e-6))
        #expect(
            !ClaimExpectation.below(0).isMet(by: [-1e-4], in: "%")
                && ClaimExpectation.below(0).isMet(by: [-0.01], in: "%"))
    }
}

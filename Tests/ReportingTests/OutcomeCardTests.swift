import Exchange
import Foundation
import Physiology
import Testing
import Trials

@testable import Reporting

@Suite("The table of outcomes")
struct OutcomeCardTests {
    private static let examples = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Examples")

    private func run(_ name: String) throws -> ScenarioComparison {
        let scenario = try ScenarioReader.forModel.read(file: Self.examples.appendingPathComponent("\(name).yaml").path)
        return try ScenarioComparison(
            scenario, besideUntreated: true, extraTimes: RunSummary.endpointTimes(horizon: scenario.years))
    }

    @Test(
        "F5, F9 to F12: on hormones every outcome has an absolute and a relative effect with interval, and a source",
        arguments: ["pepi-cee-mpa-continuous", "pepi-cee-progesterone"])
    func complete(_ name: String) throws {
        let card = OutcomeCard(try run(name))
        #expect(card.rows.count == 10)
        #expect(card.levels.count >= 4, "flushes and three lipids")
        for row in card.rows + card.levels {
            guard case .change(let difference, let ratio) = row.effect else {
                Issue.record("\(row.label) has no effect")
                continue
            }
            #expect(difference.interval?.contains(difference.value) == true, "\(row.label)")
            if let ratio { #expect(ratio.interval?.contains(ratio.value) == true, "\(row.label)") }
            #expect((row.without ?? 0) == 0 || ratio != nil, "\(row.label)")
        }
        for row in card.rows { #expect(!row.source.isEmpty, "\(row.label)") }
        let sources = card.numbers.map(\.source)
        #expect(sources.contains { $0.contains("Marshall 1996") } && sources.contains { $0.contains("WHI") })
    }

    @Test("what the model knows no way to is not called unharmed: thrombosis under prednisolone is not modelled")
    func notModelled() throws {
        let card = OutcomeCard(try run("prednisolone-7.5"))
        let thrombosis = try #require(card.rows.first { $0.label == "Venous thrombosis" })
        guard case .notModelled = thrombosis.effect else {
            Issue.record("\(thrombosis)")
            return
        }
        #expect(thrombosis.ratioText == "no effect modelled")
        let hip = try #require(card.rows.first { $0.label == "Hip fracture" })
        guard case .change(let difference, _) = hip.effect else {
            Issue.record("\(hip)")
            return
        }
        #expect(difference.value > 0, "glucocorticoids cost bone and break it")
    }

    @Test("without therapy there is nothing to compare, and no column for it")
    func natural() throws {
        let card = OutcomeCard(try run("natural-menopause"))
        #expect(card.levels.isEmpty && card.rows.allSatisfy { $0.effect == nil && $0.without == nil })
        let table = card.table(width: 120)
        #expect(!table.contains("ratio") && !table.contains("difference"))
    }

    @Test("F5: beside fractures stands what trials would have one expect of a gain in density of 2 to 6 points")
    func surrogate() throws {
        // Bouxsein 2019: 28 and 66 % fewer vertebral fractures at gains of 2 and 6 points.
        #expect(abs(TrialLine.ratio(at: 2, [28, 66]) - 0.72) < 1e-9)
        #expect(abs(TrialLine.ratio(at: 6, [28, 66]) - 0.34) < 1e-9)
        #expect((0.45...0.55).contains(TrialLine.ratio(at: 4, [28, 66])))
        let check = try #require(try SurrogateCheck(run("pepi-cee")))
        let sentence = try check.sentence()
        for phrase in ["Bouxsein 2019", "vertebral", "hip", "r² 0.56", "Simulated by year 3"] {
            #expect(sentence.contains(phrase), "\(phrase): \(sentence)")
        }
        #expect(try SurrogateCheck(run("letrozole")) == nil, "it was drawn from medicines that build density")
    }

    @Test("regimens are told in words, not in the abbreviations of the evidence")
    func words() {
        #expect(
            PublishedRisks.words("CEE oral 0.625 mg qd; MPA oral 2.5 mg qd")
                == "conjugated estrogens oral 0.625 mg daily; medroxyprogesterone acetate oral 2.5 mg daily")
        #expect(PublishedRisks.words("estrogen; P4 micronised") == "estrogen; micronized progesterone")
    }
}

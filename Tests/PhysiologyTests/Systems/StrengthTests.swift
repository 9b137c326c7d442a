import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

@Suite("Systems F5 and F6: strength and fracture under medicines that uncouple turnover")
struct StrengthTests {
    private static let woman = Woman.aged(66, menopause: 50)

    @Test("F6: strength on denosumab follows the bone that is there: it rises, and dips by no more than 3 % before an injection")
    func steady() throws {
        let years = stride(from: 0.0, through: 5, by: 1.0 / 24).map { $0 }
        let strength = try Experiment(woman: Self.woman, therapy: [.denosumab(years: 5)]).observed(at: years)
            .series("outcome.strengthIndex")
        var highest = strength[0]
        for value in strength {
            highest = max(highest, value)
            // Density itself dips by 0.6 % before each injection, as resorption comes back.
            #expect(value > 0.97 * highest, "\(value) after \(highest)")
        }
        #expect(strength[strength.count - 1] > 1.1 * strength[0])
    }

    @Test("F6: prednisolone weakens bone over months, not within a week")
    func glucocorticoid() throws {
        let therapy = [Treatment.daily("prednisolone", 7.5, days: Unit.daysPerYear)]
        let strength = try Experiment(woman: Self.woman, therapy: therapy).observed(at: [0, 7 / Unit.daysPerYear, 0.5])
            .series("outcome.strengthIndex")
        #expect(strength[1] > 0.98 * strength[0], "\(strength)")
        #expect(strength[2] < 0.95 * strength[0], "\(strength)")
    }

    @Test("F5: formation that runs ahead of resorption lowers every fracture, however high both are")
    func anabolic() throws {
        let times = [0, 1.75]
        let treated = try Experiment(woman: Self.woman, therapy: [.teriparatide(20, every: 1, years: 1.75)])
            .observed(at: times)
        let untreated = try Experiment(woman: Self.woman).observed(at: times)
        func ratio(_ output: String) throws -> Double { try treated.series(output)[1] / untreated.series(output)[1] }
        for output in ["hip", "clinicalVertebral", "wrist", "majorOsteoporotic", "any"] {
            #expect(try ratio("fracture.\(output)") < 1, "\(output)")
        }
        let vertebral = try ratio("fracture.clinicalVertebral")
        #expect(vertebral < 0.75)
        // Neer 2001: vertebral 0.35 (0.22 to 0.55), others 0.47 (0.25 to 0.88), O0657 and O0658.
        withKnownIssue("CTX climbs for two years here, where in trials it is down again after one") {
            #expect((0.22...0.55).contains(vertebral))
        }
    }

    @Test("F5: turnover that is high in both directions, as in thyroid excess, raises fracture beyond density")
    func coupled() throws {
        var woman = Self.woman
        woman.conditions = [
            Condition(.thyrotoxicosis(TSH: Quantity(0.02, "mIU/L")), until: 2 * Unit.daysPerYear)
        ]
        func share(_ effect: Double) throws -> Double {
            try Experiment(woman: woman, changed: ["outcomes.fracture.turnoverEffect": effect]).observed(at: [2])
                .series("fracture.any")[0]
        }
        #expect(try share(0.08) > 1.03 * share(0))
    }
}

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
}

import Evidence
import Exchange
import Foundation
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

@Suite("Systems F11 and F12: harms by age, habit and hormone, and cholesterol")
struct HarmTests {
    private func run(_ woman: Woman, _ therapy: [Treatment] = [], years: [Double]) throws -> Trajectory {
        try Experiment(woman: woman, therapy: therapy).observed(at: years)
    }

    @Test("F12: LDL rises when estradiol is lost, by menopause, surgery or an agonist, and falls when it is given")
    func cholesterol() throws {
        func ldl(_ woman: Woman, _ therapy: [Treatment] = [], at year: Double = 0.4) throws -> Double {
            try run(woman, therapy, years: [year]).series("outcome.LDL")[0]
        }
        let (cycling, after) = (try ldl(.aged(40)), try ldl(.aged(56, menopause: 51)))
        // Melbourne: 0.25 mmol/L, about 8 %, through natural menopause (O2058); oophorectomy 18 % in one study, none in another.
        #expect((1.05...1.13).contains(after / cycling), "\(after / cycling)")
        let agonist = Treatment.given("leuprolide", "depot", Quantity(3.75, "mg"), every: 28, days: 167)
        #expect(try ldl(.aged(33), [agonist]) > 1.04 * cycling)
        for (dose, published) in [(1.0, -11.1), (2, -15.7)] {
            let treated = try ldl(.aged(54, menopause: 51), [.daily("estradiol", dose, days: 200)])
            // Bjarnason 2000 less placebo (O0202 to O0214), standard errors of 2 to 3 points.
            #expect(abs(100 * (treated / after - 1) - published) < 5, "\(dose) mg: \(treated)")
        }
    }

    @Test("F12: thyroid hormone lowers LDL in excess and raises it when lacking")
    func thyroid() throws {
        func ldl(_ kind: Condition.Kind?) throws -> Double {
            var woman = Woman.aged(55, menopause: 51)
            woman.conditions = kind.map { [Condition($0, until: Unit.daysPerYear)] } ?? []
            return try run(woman, years: [0.9]).series("outcome.LDL")[0]
        }
        let usual = try ldl(nil)
        // Kotwal 2020: 24 to 38 mg/dL in overt excess (O2057).
        #expect(try (24...38).contains(usual - ldl(.thyrotoxicosis(TSH: Quantity(0.02, "mIU/L")))))
        #expect(try ldl(.hypothyroidism(TSH: Quantity(12, "mIU/L"))) > 1.05 * usual)
    }
}

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

    @Test("F5: bone laid where none was resorbed covers cavities: teriparatide lowers every fracture, however high turnover is")
    func anabolic() throws {
        let times = [0, 1.75]
        let treated = try Experiment(woman: Self.woman, therapy: [.teriparatide(20, every: 1, years: 1.75)])
            .observed(at: times)
        let untreated = try Experiment(woman: Self.woman).observed(at: times)
        func ratio(_ output: String) throws -> Double { try treated.series(output)[1] / untreated.series(output)[1] }
        for output in ["hip", "clinicalVertebral", "wrist", "majorOsteoporotic", "nonvertebral", "any"] {
            #expect(try ratio("fracture.\(output)") < 1, "\(output)")
        }
        // Neer 2001: vertebral 0.35 (0.22 to 0.55), others 0.47 (0.25 to 0.88), O0657 and O0658.
        #expect(try (0.22...0.55).contains(ratio("fracture.clinicalVertebral")))
        #expect(try (0.25...0.88).contains(ratio("fracture.nonvertebral")))
    }

    @Test("F5: what bone modelling covers opens again within a year of the last teriparatide, while the density gained stays longer")
    func afterwards() throws {
        let times = [0, 1.5, 2.5, 3]
        let former = try Experiment(woman: Self.woman, therapy: [.teriparatide(20, every: 1, years: 1.5)]).observed(at: times)
        let never = try Experiment(woman: Self.woman).observed(at: times)
        func ratio(_ from: Int, _ until: Int) throws -> Double {
            func new(_ run: Trajectory) throws -> Double {
                let counted = try run.series("fracture.clinicalVertebral")
                return counted[until] - counted[from]
            }
            return try new(former) / new(never)
        }
        #expect(try ratio(2, 3) > 1.3 * ratio(0, 1), "fractures at the end against those under treatment")
        #expect(try former.series("density.lumbarSpine")[3] > never.series("density.lumbarSpine")[3])
    }

    @Test("F5: turnover that all but stops spares the spine, renewed fastest, more than other bones")
    func stopped() throws {
        let woman = Woman.aged(72, menopause: 51)
        let treated = try Experiment(woman: woman, therapy: [.denosumab(years: 3)]).observed(at: [0, 3])
        let untreated = try Experiment(woman: woman).observed(at: [0, 3])
        func ratio(_ output: String) throws -> Double { try treated.series(output)[1] / untreated.series(output)[1] }
        // FREEDOM: 0.32 (0.26 to 0.41), O1956.
        #expect(try (0.26...0.41).contains(ratio("fracture.clinicalVertebral")))
        let others = try ratio("fracture.nonvertebral")
        #expect(try ratio("fracture.clinicalVertebral") < 0.8 * others)
        // 0.80 (0.67 to 0.95), O1957.
        withKnownIssue("one effect of turnover for all bones, as estrogen's trials ask for, is too much for denosumab's") {
            #expect((0.67...0.95).contains(others))
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
        #expect(try share(4 * Unit.daysPerYear) > 1.03 * share(0))
    }
}

import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

@Suite("System F9: hot flushes")
struct FlushTests {
    /// Two years after her last period, when flushes are most.
    private static let woman = Woman.aged(53, menopause: 51)
    private static let output = "outcome.hotFlushes"

    /// Flushes after three months of a therapy, over those at its start.
    private func left(_ therapy: Treatment...) throws -> Double {
        let flushes = try Experiment(woman: Self.woman, therapy: therapy).observed(at: [0, 0.25]).series(Self.output)
        return flushes[1] / flushes[0]
    }

    private static func conjugated(_ dose: Double) -> Treatment { .daily("conjugated estrogens", dose, days: 100) }
    private static func medroxyprogesterone(_ dose: Double) -> Treatment {
        .daily("medroxyprogesterone acetate", dose, days: 100)
    }

    @Test("F9: no dose or route of estrogen stills every flush; 2 mg and a patch of 100 ug a day leave a fifth to a tenth")
    func ceiling() throws {
        let (tablet, patch) = (try left(.daily("estradiol", 2, days: 100)), try left(.patch(100, years: 0.3)))
        // Notelovitz 2000: 2 mg leaves 19 % of what placebo leaves (O1851, O1855).
        #expect((0.1...0.27).contains(tablet), "\(tablet)")
        #expect((0.1...0.27).contains(patch), "\(patch)")
    }

    @Test("F9: conjugated estrogens still flushes by dose, and less than trials found of 0.625 mg")
    func conjugated() throws {
        let doses = try [0.3, 0.45, 0.625].map { try left(Self.conjugated($0)) }
        #expect(doses[0] > doses[1] && doses[1] > doses[2], "\(doses)")
        // Standard doses leave 20 to 25 % where placebo leaves 60 to 65 (O1856, O1858).
        #expect(doses[2] < 0.55, "\(doses)")
        withKnownIssue("their equivalence to estradiol is that of bone, where 0.625 mg does as much as 0.5 mg of estradiol") {
            #expect(doses[2] < 0.42)
        }
    }

    @Test("F9: medroxyprogesterone beside low conjugated estrogens brings them near the customary dose with it")
    func combined() throws {
        let low = try left(Self.conjugated(0.3), Self.medroxyprogesterone(1.5))
        let customary = try left(Self.conjugated(0.625), Self.medroxyprogesterone(2.5))
        let alone = try left(Self.conjugated(0.3))
        // Women's HOPE: all combinations alike, doses without it not (O1863).
        #expect(low < 0.8 * alone, "\(low) against \(alone)")
        #expect(low < 1.6 * customary, "\(low) against \(customary)")
    }

    @Test("F9: medroxyprogesterone alone stills flushes: 20 mg as in the trial, the depot as much as conjugated estrogens")
    func progestin() throws {
        let tablets = try left(Self.medroxyprogesterone(20))
        // Schiff 1980: 26 % left, 74 % on placebo (O2045, O2046); with room for 27 women.
        #expect((0.2...0.55).contains(tablets), "\(tablets)")
        let depot = try left(.given("medroxyprogesterone acetate", "depot", Quantity(150, "mg"), every: 91, days: 100))
        // Lobo 1984: 31 and 39 % left, standard errors 8 (O2043, O2044).
        #expect((0.15...0.5).contains(depot), "\(depot)")
    }

    @Test("F9: 300 mg of progesterone by mouth still a third of the flushes, 20 mg of cream none")
    func progesterone() throws {
        let oral = try left(.progesterone(300, days: 100))
        // Hitchcock 2012: 4.3 (1.9 to 6.6) points of 12.6 on placebo (O1859 to O1861).
        #expect((0.48...0.85).contains(oral), "\(oral)")
        #expect(try left(.progesterone(100, days: 100)) > oral + 0.1)
        #expect(try left(.daily("progesterone", 20, days: 100, form: "cream")) > 0.97)
    }

    @Test("F9: a silenced ovary makes a young woman flush as a removed one does, and her cycles end it")
    func silenced() throws {
        let therapy = [
            Treatment.given("leuprolide", "depot", Quantity(3.75, "mg"), every: 28, days: 28 * 6 - 1)
        ]
        for age in [30.0, 47] {
            let seen = try Experiment(woman: .aged(age), therapy: therapy).observed(at: [0, 0.4, 1.2]).series(Self.output)
            // Nearly all women flush under agonists of GnRH (Wheeler 1993, PMID 8333471).
            #expect(seen[0] < 1 && seen[1] > 40 && seen[2] < 3, "at \(age): \(seen)")
        }
        let removed = try Experiment(woman: .aged(36.5, menopause: 36, .surgical)).observed(at: [0]).series(Self.output)
        #expect(removed[0] > 40, "\(removed)")
        let cycling = try Experiment(woman: .aged(30)).observed(at: [0]).series(Self.output)
        #expect(cycling[0] < 1e-6, "\(cycling)")
    }

    @Test("F9: flushes fade over years at a like pace with treatment and without, and do not come back under it")
    func fading() throws {
        let nasal = Treatment.given("estradiol", "intranasal", Quantity(300, "ug"), every: 1, days: 5 * Unit.daysPerYear)
        let times = [0.5, 1, 2, 3, 4, 5]
        let treated = try Experiment(woman: Self.woman, therapy: [nasal]).run(
            times.map { .average(from: $0 * Unit.daysPerYear - 7, to: $0 * Unit.daysPerYear) }).series(Self.output)
        #expect(zip(treated, treated.dropFirst()).allSatisfy { $0 > $1 }, "\(treated)")
    }
}

import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Too little energy")
struct EnergyTests {
    private func seen(_ availability: Double, at years: [Double]) throws -> Trajectory {
        var woman = Woman.aged(25)
        woman.conditions = [
            Condition(.energyDeficit(availability: Quantity(availability, "kcal/kg/day")), until: 3 * Unit.daysPerYear)
        ]
        return try Experiment(woman: woman).observed(at: years)
    }

    private let fifthDay = 5 / Unit.daysPerYear

    @Test("A8, A9: five days at 10 kcal/kg/day lower T3 by a fifth and IGF-1 by more than half; growth hormone rises")
    func days() throws {
        // Loucks 1994 (O2023, O2024): T3 -20 % and IGF-1 -58 % against 45 kcal/kg/day.
        let low = try seen(10, at: [0, fifthDay])
        let change = try ["serum.freeT3", "serum.IGF1", "serum.GH"].map { try low.change($0) }
        print("energy 10 kcal/kg/day, day 5: T3, IGF-1, growth hormone", change.map { $0.rounded(1) }, "%")
        #expect((-25 ... -12).contains(change[0]) && (-68 ... -45).contains(change[1]) && change[2] > 20)
    }

    @Test("A8: T3 falls between 25 and 19 kcal/kg/day, not above")
    func threshold() throws {
        let t3 = try [35.0, 30, 25, 19].map { try seen($0, at: [0, fifthDay]).change("serum.freeT3") }
        print("energy: free T3 at 35, 30, 25, 19 kcal/kg/day", t3.map { $0.rounded(2) }, "%")
        #expect(abs(t3[0]) < 0.5 && abs(t3[1]) < 0.5)
        #expect(t3[2] > -4 && t3[3] < t3[2] - 4)
    }

    @Test(
        "A1: at 30 kcal/kg/day luteal phases shorten, at 20 she does not ovulate, at 10 she lives with little estradiol"
    )
    func cycles() throws {
        // Luteal defects and anovulation appear between 35 and 25, amenorrhoea below (O2027 and the trials it is from).
        let levels = try [45.0, 30, 20, 10].map { availability in
            let year = try seen(availability, at: [0, 1])
            return (try year.series("serum.progesterone")[1], try year.series("serum.estradiol")[1])
        }
        print("energy: progesterone and estradiol at 45, 30, 20, 10 kcal/kg/day", levels)
        #expect(levels[0].0 > 3.5)
        #expect((0.5...2.9).contains(levels[1].0) && levels[1].1 > 70)
        #expect(levels[2].0 < 0.5 && (25...75).contains(levels[2].1))
        #expect((10...40).contains(levels[3].1))
    }

    @Test("C2: three days at 15 kcal/kg/day lower formation by a sixth, and resorption does not fall with IGF-1")
    func turnover() throws {
        // P1NP -17 % (O2031), CTX higher (O2032); at half a year the woman has also lost estradiol.
        let low = try seen(15, at: [0, 3 / Unit.daysPerYear, 0.5])
        let (formation, resorption) = (try low.change("marker.P1NP", to: 1), try low.change("marker.CTX", to: 1))
        print("energy 15 kcal/kg/day, day 3: P1NP \(formation.rounded(1)) %, CTX \(resorption.rounded(1)) %")
        #expect((-25 ... -10).contains(formation) && resorption > -1)
        #expect(try low.change("marker.CTX", to: 2) > 0, "only the direction is known")
    }

    @Test("A1: two years of amenorrhoea at 15 kcal/kg/day cost the spine several per cent, and cycles return with food")
    func bone() throws {
        let loss = try seen(15, at: [0, 2, 3])
        print("energy 15 kcal/kg/day: spine in two years \(try loss.change("density.lumbarSpine", to: 1).rounded(2)) %")
        #expect((-12 ... -1).contains(try loss.change("density.lumbarSpine", to: 1)))
        var woman = Woman.aged(25)
        woman.conditions = [Condition(.energyDeficit(availability: Quantity(15, "kcal/kg/day")), until: 365)]
        let fed = try Experiment(woman: woman).observed(at: [0, 0.9, 1.5])
        let progesterone = try fed.series("serum.progesterone")
        #expect(progesterone[1] < 0.5 && progesterone[2] > 0.95 * progesterone[0])
    }
}

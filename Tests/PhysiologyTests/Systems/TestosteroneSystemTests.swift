import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Systems D11, D12 and D13: testosterone and anastrozole as medicines")
struct TestosteroneSystemTests {
    private let year = Unit.daysPerYear

    private func mean(_ dose: Double) throws -> Double {
        try Regimen.weekly("", [.cypionate(dose, weeks: 26)]).profiles().profile(.testosterone).average
    }

    @Test("D11: 20 units of 200 mg/mL a week are 40 mg, far above women's levels, and the run says so")
    func syringe() throws {
        let scenario = try ScenarioReader.forModel.read(
            text: """
                title: Twenty units
                woman: {age: 56 years, menopause: {age: 51 years, kind: natural}}
                therapy:
                  - {medicine: testosterone cypionate, form: subcutaneous, dose: 20 units, concentration: 200 mg/mL, every: 1 week}
                simulate: {years: 1, report: 1 month}
                """, name: "twenty units")
        #expect(abs(try #require(scenario.therapy.first).dose.inBaseUnits / Quantity(40, "mg").inBaseUnits - 1) < 1e-12)
        let notices = Notices.notices(for: try Simulation(scenario))
        #expect(notices.count == 1 && notices.allSatisfy { $0.contains("supraphysiological") }, "\(notices)")
        #expect(notices.allSatisfy { $0.contains("No trial shows that testosterone alone builds women's bone") })
    }

    @Test("D11: no notice without testosterone, nor for a patch that keeps her within the female range")
    func noNotice() throws {
        let patch = Treatment(medicine: "testosterone", form: "patch", dose: Quantity(150, "ug/day"), until: year)
        for therapy in [[], [patch]] {
            let scenario = Scenario(
                title: "within range", woman: .aged(56, menopause: 51), therapy: therapy, horizon: year)
            #expect(Notices.notices(for: try Simulation(scenario)).isEmpty)
        }
    }

    @Test("D11: levels on 20 and 40 mg a week lie between the two published scales, and rise less than the dose")
    func levels() throws {
        let (twenty, forty) = (try mean(20), try mean(40))
        print("cypionate 20 and 40 mg a week: \(twenty.rounded(0)) and \(forty.rounded(0)) ng/dL")
        // Power law of women and line of men (pk.testosterone.sc.predicted).
        #expect((140...190).contains(twenty) && (240...315).contains(forty))
        #expect(forty < 1.9 * twenty)
    }

    @Test("D13: a pellet peaks early and is down to half in six weeks and to a tenth in five or six months")
    func pellet() throws {
        let pellet = Treatment(medicine: "testosterone", form: "pellet", dose: Quantity(100, "mg"), until: year)
        let days = [0.0, 2, 14, 30, 45, 90, 120, 150, 180]
        let levels = try Experiment(woman: .aged(56, menopause: 51), therapy: [pellet])
            .observed(at: days.map { $0 / year }).series("serum.testosterone")
        print("pellet of 100 mg: \(zip(days, levels).map { "\(Int($0)) d \($1.rounded(0))" })")
        let rise = levels.map { $0 - levels[0] }
        let top = try #require(rise.max())
        #expect(try #require(rise.firstIndex(of: top)) <= 2)
        #expect((0.4...0.6).contains(rise[4] / top))
        #expect((0.15...0.3).contains(rise[5] / top) && (0.05...0.15).contains(rise[7] / top))
    }

    @Test(
        "D12: two years of anastrozole cost the spine 1.5 to 3 % a year and the hip 1 to 2.5, several times her usual")
    func anastrozole() throws {
        let woman = Woman.aged(61, menopause: 50)
        let with = try Experiment(woman: woman, therapy: [.daily("anastrozole", 1, days: 2 * year)]).observed(at: [
            0, 2,
        ])
        let without = try Experiment(woman: woman).observed(at: [0, 2])
        for (site, range) in [("lumbarSpine", 1.5...3), ("totalHip", 1.0...2.5)] {
            let loss = -(try with.change("density.\(site)")) / 2
            print(
                "anastrozole, \(site): \(loss.rounded(2)) % a year, without \((-(try without.change("density.\(site)")) / 2).rounded(2))"
            )
            #expect(range.contains(loss))
            #expect(loss > -1.5 * (try without.change("density.\(site)")) / 2)
        }
        #expect(try with.change("marker.CTX") > 20 && with.change("marker.P1NP") > 0)
    }

    @Test("D12: testosterone does not make up for the bone that anastrozole costs")
    func testosteroneOnAnastrozole() throws {
        let woman = Woman.aged(61, menopause: 50)
        let inhibitor = Treatment.daily("anastrozole", 1, days: 2 * year)
        let spine = try Experiment(woman: woman, therapy: [inhibitor, .cypionate(20, weeks: 104)]).observed(at: [0, 2])
            .change("density.lumbarSpine")
        #expect(spine < -2)
    }

    @Test(
        "the liver meets swallowed estrogens in proportion to dose, conjugated ones 2 to 3 times as much per mg, patches not"
    )
    func hepaticExposure() throws {
        func exposure(_ therapy: [Treatment]) throws -> Double {
            let model = try WomanModel.model(for: therapy)
            let row = try #require(model.states.firstIndex { $0.name == "pharmacology.hepatic.estrogenExposure" })
            let seen = try Experiment(woman: .aged(56, menopause: 51), therapy: therapy)
                .run([.instant(59.5), .instant(59.75), .instant(60)])
            return seen.states.map { $0[row] }.reduce(0, +) / 3
        }
        let one = try exposure([.daily("estradiol", 1, days: 90)])
        #expect(abs(try exposure([.daily("estradiol", 2, days: 90)]) / one - 2) < 1e-3)
        #expect((2...3.5).contains(try exposure([.daily("conjugated estrogens", 1, days: 90)]) / one))
        #expect(try exposure([.patch(100, years: 1)]) == 0)
        // One milligram a day in moles.
        #expect(abs(one / (1e-3 / 272.38) - 1) < 0.1)
    }
}

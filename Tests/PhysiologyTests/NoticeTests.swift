import Exchange
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Notices: what a run says of itself")
struct NoticeTests {
    private func simulate(
        _ woman: Woman = .aged(62, menopause: 50), _ therapy: [Treatment] = [], years: Double = 0.5,
        hypotheses: [String] = [], ovary: OvaryResolution = .averaged
    ) throws -> Simulation {
        try Simulation(
            Scenario(
                title: "test", woman: woman, therapy: therapy, horizon: years * Unit.daysPerYear,
                reportInterval: Unit.daysPerYear / 12, ovary: ovary, hypotheses: hypotheses))
    }

    @Test(
        "a hypothesis runs without the medicine it is about, changes nothing then, and a sentence says so",
        arguments: WomanModel.hypotheses.map(\.name))
    func hypothesisWithoutMedicine(name: String) throws {
        let on = try simulate(hypotheses: [name])
        let notices = Notices.notices(for: on)
        guard name == "peptidesOnBone" else {
            // All others act on hormones of her own or have their place in every model.
            #expect(notices.isEmpty)
            return
        }
        #expect(notices.count == 1 && notices[0].contains("peptidesOnBone changes nothing"))
        #expect(try on["marker.P1NP"] == simulate()["marker.P1NP"])
    }

    @Test("a woman of 90 without a menopause has had it at the median age, and a sentence says so; one of 57 cycles on")
    func assumedMenopause() throws {
        let old = try simulate(.aged(90))
        #expect(try #require(old["serum.estradiol"]?[0]) < 10)
        #expect(Notices.notices(for: old).contains { $0.contains("52.5 years") })
        #expect(try simulate(.aged(90))["density.lumbarSpine"] == simulate(.aged(90, menopause: 52.54))["density.lumbarSpine"])
        let younger = try simulate(.aged(57))
        #expect(Notices.notices(for: younger).isEmpty)
        #expect(try #require(younger["serum.estradiol"]?[0]) > 20)
    }

    @Test("an inhibitor of aromatase in a cycling woman is named as unused, with leuprolide or after menopause not")
    func inhibitorInCycles() throws {
        let tablets = Treatment.daily("anastrozole", 1, days: 180)
        let depot = Treatment.given("leuprolide", "depot", Quantity(3.75, "mg"), every: 28, days: 180)
        func isNamed(_ woman: Woman, _ therapy: [Treatment]) throws -> Bool {
            Notices.notices(for: try simulate(woman, therapy)).contains { $0.contains("Anastrozole is not used") }
        }
        #expect(try isNamed(.aged(30), [tablets]))
        #expect(try !isNamed(.aged(30), [tablets, depot]))
        #expect(try !isNamed(.aged(62, menopause: 50), [tablets]))
    }

    @Test("doses beyond use and toxic vitamin D are named, usual ones are not")
    func beyondUse() throws {
        func notices(_ medicine: String, _ dose: Quantity) throws -> [String] {
            let treatment = Treatment(
                medicine: medicine, form: "oral", dose: dose, every: 1, until: 180, food: .fasted)
            return Notices.notices(for: try simulate(therapy: treatment))
        }
        #expect(try notices("levothyroxine", Quantity(1000, "ug")).contains { $0.contains("Levothyroxine 1000 ug a day") })
        #expect(try notices("prednisolone", Quantity(200, "mg")).contains { $0.contains("beyond use (60 mg)") })
        let toxic = try notices("cholecalciferol", Quantity(50_000, "IU"))
        #expect(toxic.contains { $0.contains("1250 ug") } && toxic.contains { $0.contains("Above about 375 nmol/L") })
        for (medicine, dose) in [
            ("levothyroxine", Quantity(100, "ug")), ("prednisolone", Quantity(7.5, "mg")),
            ("cholecalciferol", Quantity(800, "IU")),
        ] { #expect(try notices(medicine, dose).isEmpty, "\(medicine)") }
    }

    private func simulate(therapy: Treatment) throws -> Simulation { try simulate(.aged(62, menopause: 50), [therapy]) }

    @Test("a resolved ovary with cycles that do not ovulate, or around the final period, says where it parts from the other")
    func resolvedOvary() throws {
        var woman = Woman.aged(30)
        #expect(Notices.notices(for: try simulate(woman, ovary: .resolved)).isEmpty)
        woman.cycles = .anovulatory
        #expect(Notices.notices(for: try simulate(woman, ovary: .resolved)).contains { $0.contains("low drive") })
        #expect(Notices.notices(for: try simulate(woman)).isEmpty)
        let late = Woman.aged(50, menopause: 51)
        #expect(Notices.notices(for: try simulate(late, ovary: .resolved)).contains { $0.contains("more slowly") })
    }
}

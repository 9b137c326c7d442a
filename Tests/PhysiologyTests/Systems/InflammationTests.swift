import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Cytokines, insulin and bone")
struct InflammationTests {
    private let woman = Woman.aged(58, menopause: 51)

    @Test("A14: interleukin-6 is 36 % and TNF-alpha 17 % higher after menopause, with no excess of its own on bone")
    func menopause() throws {
        let cycling = try Experiment(woman: .aged(40, menopause: 51)).observed(at: [0])
        let later = try Experiment(woman: woman).observed(at: [0])
        for (output, published) in [("serum.IL6", 36.0), ("serum.TNFalpha", 17)] {
            let rise = try 100 * (later.series(output)[0] / cycling.series(output)[0] - 1)
            #expect(abs(rise - published) < 3, "\(output) \(rise)")
        }
        let gains = ["axes.inflammation.gainOnRANKL": 0.0, "axes.inflammation.gainOnApoptosis": 0]
        let times = [0.0, 1]
        let (with, without) = try (
            Experiment(woman: woman).observed(at: times), Experiment(woman: woman, changed: gains).observed(at: times)
        )
        let marker = "marker.CTX"
        #expect(try abs(with.change(marker) - without.change(marker)) < 1e-4)
    }

    @Test("A14: twice her cytokines raise CTX by at least 10 % and cost density")
    func excess() throws {
        let doubled = Experiment(woman: woman, controlled: ["axes.inflammation.factor": 2])
        let (seen, usual) = try (doubled.observed(at: [0.5, 1, 2]), Experiment(woman: woman).observed(at: [0.5, 1, 2]))
        let rise = try zip(seen.series("marker.CTX"), usual.series("marker.CTX")).map { 100 * ($0 / $1 - 1) }
        let spine = try zip(seen.series("density.lumbarSpine"), usual.series("density.lumbarSpine"))
            .map { 100 * ($0 / $1 - 1) }
        print("A14: CTX", rise.map { $0.rounded(1) }, "spine", spine.map { $0.rounded(2) }, "% at 0.5, 1 and 2 years")
        #expect(rise[1] >= 10 && rise[1] < 40)
        #expect(spine[2] < -0.2)
    }

    @Test("C5, A14: with TNF-alpha or interleukin-1 blocked CTX rises half as much when estrogen is withdrawn")
    func blockade() throws {
        // The trial's three weeks (O2028 to O2030): 43 ± 8 % after saline, 22 ± 5 and 26 ± 6 % with either blocked; and half
        // a year, by which cells have heard of the withdrawal.
        let patch = Treatment(
            medicine: "estradiol", form: "patch", dose: Quantity(100, "ug/day"), from: -730, until: 0)
        func rise(blockade: Double) throws -> [Double] {
            let seen = try Experiment(
                woman: woman, therapy: [patch], controlled: ["axes.inflammation.blockade": blockade]
            ).observed(at: [0, 21 / Unit.daysPerYear, 0.5])
            return try [1, 2].map { try seen.change("marker.CTX", to: $0) }
        }
        let (free, blocked) = (try rise(blockade: 0), try rise(blockade: 1))
        print("A14: CTX three weeks and half a year after withdrawal", free.map { $0.rounded(1) },
            "%, with cytokines blocked", blocked.map { $0.rounded(1) }, "%")
        #expect(free[1] > 30)
        // 21.7 ± 5.0 over 43.3 ± 8.0 is 0.50 ± 0.15.
        #expect((0.2...0.8).contains(blocked[0] / free[0]) && (0.35...0.65).contains(blocked[1] / free[1]))
        #expect((27...59).contains(free[0]), "43 % and two standard errors")
    }

    @Test("A13: insulin resistance leaves density as it is and weakens the material")
    func insulinResistance() throws {
        let resistant = Experiment(woman: woman, controlled: ["axes.metabolism.homaIR": 4])
        let (seen, usual) = try (resistant.observed(at: [0, 5]), Experiment(woman: woman).observed(at: [0, 5]))
        for site in sites {
            let output = "density.\(site.rawValue)"
            let difference = try 100 * (seen.series(output)[1] / usual.series(output)[1] - 1)
            // Resistance lowers IGF-1 by 5 % and with it the turnover of bone, which over five years moves density by
            // a fifth of a per cent either way: less than a scan can see, and no harm to density by insulin itself.
            let isTrabecular = site == .lumbarSpineTrabecular
            withKnownIssue("trabecular bone hears the lower IGF-1 more", isIntermittent: true) {
                #expect(difference > -0.3 && difference < 1, "\(output) \(difference) %")
            } when: { isTrabecular }
        }
        #expect(try seen.series("bone.material")[1] < 0.97)
        #expect(try usual.series("bone.material") == [1, 1])
        #expect(try seen.series("serum.insulin")[1] > 2 * usual.series("serum.insulin")[1])
    }

    @Test("A13: fasting insulin follows weight where no resistance is stated, and bone does not hear of it")
    func insulinByWeight() throws {
        func seen(_ weight: Double, _ kinds: [Condition.Kind] = []) throws -> Trajectory {
            var heavy = woman
            heavy.weight = Quantity(weight, "kg")
            heavy.conditions = kinds.map { Condition($0, until: 10 * Unit.daysPerYear) }
            return try Experiment(woman: heavy).observed(at: [0, 0.1])
        }
        // Normal weight, low overweight and obese at HOMA-IR of 1.1 to 1.6, 1.9 and 3.2 to 3.9 (O2069 to O2071).
        let homa = try [58.0, 72, 92].map { try seen($0).series("serum.insulin")[1] * 5 / 22.5 }
        print("HOMA-IR at 58, 72 and 92 kg:", homa.map { $0.rounded(2) })
        #expect((1...1.6).contains(homa[0]) && (1.4...2.2).contains(homa[1]) && (2.8...4.2).contains(homa[2]))
        #expect(try seen(92).series("bone.material")[1] == 1)
        let stated = try [58.0, 92].map { try seen($0, [.insulinResistance(homaIR: 4)]).series("serum.insulin")[1] }
        #expect(stated[0] == stated[1], "a stated resistance holds her weight")
    }

    @Test("A13: 30 mg of prednisolone raise fasting insulin, 7.5 mg do not")
    func insulinOnPrednisolone() throws {
        let rises = try [7.5, 30].map { dose in
            let seen = try Experiment(woman: woman, therapy: [.daily("prednisolone", dose, days: 20)])
                .run([.instant(0), .average(from: 14, to: 15)]).series("serum.insulin")
            return 6.945 * (seen[1] - seen[0])
        }
        print("insulin on 7.5 and 30 mg: +", rises.map { $0.rounded(1) }, "pmol/L")
        // 29 ± 15 pmol/L and none (O2072, O2073).
        #expect(abs(rises[0]) < 3 && (10...50).contains(rises[1]))
    }

    @Test("A13: menopause alone does not change insulin")
    func menopauseAndInsulin() throws {
        let seen = try Experiment(woman: .aged(45, menopause: 51)).observed(at: [0, 15]).series("serum.insulin")
        #expect(seen[0] == seen[1])
    }
}

import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Systems A7 and A15: cortisol and what it does to other axes")
struct AdrenalTests {
    private let spine = "density.lumbarSpine"
    private let months: [Double] = [0, 1, 3, 6, 12]

    private static func stressed(_ factor: Double, years: Double = 1, age: Double, menopause: Double? = nil) -> Woman {
        var woman = Woman.aged(age, menopause: menopause)
        woman.conditions = [Condition(.cortisolExcess(factor: factor), until: years * Unit.daysPerYear)]
        return woman
    }

    @Test(
        "A7: half again her cortisol for a year lowers P1NP first and costs the spine 0.5 to 1.5 % a year",
        arguments: [(40, nil), (55, 50)] as [(Double, Double?)])
    func chronicStress(_ age: Double, _ menopause: Double?) throws {
        let times = months.map { $0 / 12 }
        let seen = try Experiment(woman: Self.stressed(1.5, age: age, menopause: menopause)).observed(at: times)
        let calm = try Experiment(woman: .aged(age, menopause: menopause)).observed(at: times)
        let cost = try seen.change(spine) - calm.change(spine)
        let p1np = try months.indices.map { try seen.change("marker.P1NP", to: $0) }
        let cortisol = try seen.change("serum.cortisol")
        print(
            "cortisol \(cortisol.rounded(1)) % at \(Int(age)): spine \(cost.rounded(2)) % in a year;",
            "P1NP at months \(months):", p1np.map { $0.rounded(1) })
        #expect(abs(cortisol - 50) < 2)
        #expect(-1.5 < cost && cost < -0.5)
        // Formation has fallen by most of what it will before resorption or density tell.
        #expect(p1np[1] < -3 && p1np[1] < 0.4 * p1np[4])
        #expect(try seen.change("marker.CTX", to: 1) > -1)
        #expect(try seen.change(spine, to: 1) > -0.2)
    }

    @Test("A7: P1NP falls the deeper the more cortisol there is")
    func stressDoses() throws {
        let falls = try [1.2, 1.5, 2].map {
            try Experiment(woman: Self.stressed($0, age: 55, menopause: 50)).observed(at: [0, 0.25])
                .change("marker.P1NP")
        }
        #expect(falls[0] < 0 && falls[1] < falls[0] && falls[2] < falls[1], "\(falls)")
    }

    @Test("A7: under lasting stress cortisol rises at once by part and settles over weeks; ACTH returns to usual")
    func adaptation() throws {
        let days: [Double] = [0, 2, 30, 120, 364]
        let seen = try Experiment(woman: Self.stressed(1.5, age: 40)).run(days.map { .instant($0) })
        let (cortisol, acth) = (try seen.series("serum.cortisol"), try seen.series("serum.ACTH"))
        print("cortisol on days \(days):", cortisol.map { $0.rounded(2) }, "ACTH:", acth.map { $0.rounded(1) })
        #expect(cortisol[1] > 1.1 * cortisol[0] && cortisol[1] < 1.35 * cortisol[0])
        #expect(abs(cortisol[4] / cortisol[0] - 1.5) < 0.02)
        #expect(acth[1] > 1.1 * acth[0] && abs(acth[4] / acth[0] - 1) < 0.02)
    }

    @Test("A7: after release cortisol comes down through an undershoot, ACTH stays low for two months, then both rest")
    func release() throws {
        let seen = try Experiment(woman: Self.stressed(1.5, age: 40)).run(
            [0.0, 395, 425, 455, 1095].map { .instant($0) })
        let cortisol = try (0..<5).map { try seen.change("serum.cortisol", to: $0) }
        let acth = try (0..<5).map { try seen.change("serum.ACTH", to: $0) }
        print(
            "1, 2, 3 and 24 months after release, %: cortisol", cortisol.dropFirst().map { $0.rounded(1) },
            "ACTH", acth.dropFirst().map { $0.rounded(1) })
        #expect(cortisol[1] > 2 && cortisol[3] < -1 && cortisol[3] > -8)
        #expect(acth[1] < -10 && acth[2] < -5)
        #expect(abs(cortisol[4]) < 0.5 && abs(acth[4]) < 0.5)
    }

    @Test("A15: a step of cortisol lowers T3 and the drive of LH; release restores both")
    func crosstalk() throws {
        let model = try WomanModel.model(for: [])
        let seen = try Experiment(woman: Self.stressed(2, years: 0.5, age: 40)).observed(at: [0, 0.5, 2])
        let t3 = try seen.series("serum.freeT3")
        let drive = try (0..<3).map {
            try seen.quantity("receptors.glucocorticoid.genes.onGnRHDrive", at: $0, in: model)
        }
        print(
            "free T3 before, under stress, after:", t3.map { $0.rounded(2) }, "GnRH drive:",
            drive.map { $0.rounded(3) })
        #expect(drive[0] == 0 && drive[1] < -0.05 && abs(drive[2]) < 1e-3)
        #expect(t3[1] < 0.97 * t3[0] && abs(t3[2] / t3[0] - 1) < 1e-3)
    }

    @Test("a medicine's allopregnanolone leaves cortisol alone unless the hypothesis is on, and then takes under 10 %")
    func allopregnanolone() throws {
        let woman = Woman.aged(55, menopause: 50)
        func cortisol(_ hypotheses: [String]) throws -> Double {
            try Experiment(woman: woman, therapy: [.progesterone(300, days: 200)], hypotheses: hypotheses)
                .run([.instant(0), .average(from: 180, to: 187)]).change("serum.cortisol")
        }
        let (off, on) = (try cortisol([]), try cortisol(["allopregnanoloneOnCortisol"]))
        print("cortisol on 300 mg progesterone, hypothesis on: \(on.rounded(2)) %")
        #expect(abs(off) < 0.01)
        #expect(-10 < on && on < -0.5)
    }

    @Test("A7: on 20 mg of prednisolone ACTH and cortisol stay low for as long as it is taken; on 5 mg they do not vanish")
    func suppression() throws {
        func levels(_ dose: Double) throws -> (acth: [Double], cortisol: [Double]) {
            let times = [30.0, 180, 359]
            let seen = try Experiment(
                woman: .aged(55, menopause: 50), therapy: [.daily("prednisolone", dose, days: 360)]
            ).run([.instant(0)] + times.map { .average(from: $0, to: $0 + 1) })
            return try (
                (1...3).map { try seen.change("serum.ACTH", to: $0) },
                (1...3).map { try seen.change("serum.cortisol", to: $0) }
            )
        }
        let (low, high) = (try levels(5), try levels(20))
        print("A7: ACTH on 20 mg", high.acth.map { $0.rounded(0) }, "cortisol", high.cortisol.map { $0.rounded(0) },
            "on 5 mg", low.acth.map { $0.rounded(0) }, low.cortisol.map { $0.rounded(0) })
        #expect(high.acth.allSatisfy { $0 < -40 } && high.acth[2] <= high.acth[0] && high.cortisol[2] < -90)
        #expect(low.acth[2] > -30 && (-75 ... -25).contains(low.cortisol[2]))
    }

    @Test("A7: after a year of 20 mg ACTH is back and above usual months before cortisol is, and both end at rest")
    func recovery() throws {
        let months: [Double] = [1, 2, 3, 4, 6, 18]
        let seen = try Experiment(
            woman: .aged(55, menopause: 50), therapy: [.daily("prednisolone", 20, days: 365)]
        ).run([.instant(0)] + months.map { .instant(365 + 30.44 * $0) })
        let acth = try months.indices.map { try seen.change("serum.ACTH", to: $0 + 1) }
        let cortisol = try months.indices.map { try seen.change("serum.cortisol", to: $0 + 1) }
        print("A7: months after stopping \(months), %: ACTH", acth.map { $0.rounded(0) }, "cortisol", cortisol.map { $0.rounded(0) })
        // Graber 1965: both low at first, then ACTH above normal while the adrenal lags for months (O2065).
        #expect(cortisol[0] < -60 && acth[1] > 20 && cortisol[1] < -30)
        #expect(cortisol[3] > -20 && abs(acth[5]) < 3 && abs(cortisol[5]) < 3)
    }

    @Test("A7, A12: DHEA-S follows the adrenal down on prednisolone and takes androgens with it, but not estradiol")
    func adrenalAndrogens() throws {
        let seen = try Experiment(
            woman: .aged(55, menopause: 50), therapy: [.daily("prednisolone", 7.5, days: 360)]
        ).run([.instant(0), .average(from: 350, to: 359)])
        let untreated = try Experiment(woman: .aged(55, menopause: 50)).run([.instant(0), .average(from: 350, to: 359)])
        let falls = try ["DHEAS", "androstenedione", "testosterone", "estradiol"].map {
            try seen.change("serum.\($0)") - untreated.change("serum.\($0)")
        }
        print("A12: on 7.5 mg, %: DHEA-S, androstenedione, testosterone, estradiol", falls.map { $0.rounded(0) })
        #expect(falls[0] < -50 && falls[1] < -20 && falls[2] < -10)
        #expect(abs(falls[3]) < 1)
    }

    @Test("A7: lasting stress does not raise DHEA-S")
    func stressOnAndrogens() throws {
        let seen = try Experiment(woman: Self.stressed(1.5, age: 40)).observed(at: [0, 0.5])
        // Half a year of age takes 1.5 %.
        #expect(try abs(seen.change("serum.DHEAS")) < 2)
    }

    @Test("A7: at the moment cortisol runs from 2 after midnight to 15.5 ug/dL in the morning, ACTH ahead, about their means")
    func day() throws {
        func run(raw: Bool) throws -> Simulation {
            try Simulation(
                Scenario(title: "day", woman: .aged(40), therapy: [], horizon: 2, reportInterval: 0.25 / 24), raw: raw)
        }
        let (raw, mean) = (try run(raw: true), try run(raw: false))
        let (cortisol, acth) = (try #require(raw["serum.cortisol"]), try #require(raw["serum.ACTH"]))
        let hours = raw.times.map { ($0 * Unit.daysPerYear * 24).truncatingRemainder(dividingBy: 24) }
        let day = 96..<192
        let (highest, earliest) = (
            try #require(day.max { cortisol[$0] < cortisol[$1] }), try #require(day.max { acth[$0] < acth[$1] })
        )
        #expect(abs(cortisol[highest] - 15.5) < 0.1 && abs(hours[highest] - 8.53) < 0.3)
        #expect(abs(try #require(cortisol.min()) - 2) < 0.05)
        #expect((6.25...9.33).contains(hours[earliest]) && hours[earliest] < hours[highest])
        let average = day.map { cortisol[$0] }.reduce(0, +) / 96
        #expect(abs(average / (try #require(mean["serum.cortisol"]?[100])) - 1) < 5e-3)
        #expect(Set(try #require(mean["serum.cortisol"]).map { ($0 * 1000).rounded() }).count == 1)
    }
}

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
}

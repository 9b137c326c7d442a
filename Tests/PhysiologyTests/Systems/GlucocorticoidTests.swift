import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Systems B4, B14 and D21: glucocorticoids")
struct GlucocorticoidTests {
    private let spine = "density.lumbarSpine"
    private let woman = Woman.aged(55, menopause: 50)

    private func taking(_ dose: Double, days: Double = 365.25) -> Experiment {
        Experiment(woman: woman, therapy: dose > 0 ? [.daily("prednisolone", dose, days: days)] : [])
    }

    @Test("B4: medroxyprogesterone raises glucocorticoid activation; therapeutic progesterone changes it by under 5 %")
    func progestins() throws {
        func activation(_ therapy: [Treatment], _ hypotheses: [String] = []) throws -> Double {
            try Experiment(woman: woman, therapy: therapy, hypotheses: hypotheses)
                .run([.instant(0), .average(from: 28, to: 29)]).change("receptor.GR")
        }
        let progestin = try activation([.daily("medroxyprogesterone acetate", 10, days: 30)])
        let progesterone = try activation([.progesterone(300, days: 30)])
        let competing = try activation(
            [.progesterone(300, days: 30)], ["progesteroneAtGlucocorticoidReceptor"])
        print(
            "GR activation, %: MPA 10 mg \(progestin.rounded(2)), progesterone 300 mg \(progesterone.rounded(3)),",
            "where it may compete \(competing.rounded(3))")
        #expect(progestin > 0.5 && progestin < 15)
        #expect(abs(progesterone) < 5 && abs(competing) < 5 && competing < 0)
    }

    @Test("B14: prednisolone shortens the life of osteoblasts, the more the higher the dose, and costs osteocytes")
    func apoptosis() throws {
        let doses = [0.0, 2.5, 5, 7.5, 15]
        let lives = try doses.map { dose in
            let experiment = taking(dose)
            let seen = try experiment.observed(at: [0, 1])
            let death = try seen.quantity(
                "receptors.glucocorticoid.genes.onOsteoblastDeath", at: 1,
                in: WomanModel.model(for: experiment.therapy))
            return (life: 1 / (1 + death), count: try seen.series("bone.osteoblasts")[1],
                osteocytes: try seen.series("bone.osteocytes")[1])
        }
        print("prednisolone \(doses) mg: osteoblast life", lives.map { $0.life.rounded(3) },
            "count", lives.map { $0.count.rounded(3) })
        #expect(lives[0].life == 1)
        for (less, more) in zip(lives, lives.dropFirst()) {
            #expect(more.life < less.life - 0.01)
            #expect(more.count < less.count && more.osteocytes < less.osteocytes)
        }
    }

    @Test("D21: 7.5 mg of prednisolone for a year costs the spine 3 to 5 %, more than the hip")
    func yearOnPrednisolone() throws {
        let seen = try taking(7.5).observed(at: [0, 0.5, 1])
        let (half, year) = (try seen.change(spine, to: 1), try seen.change(spine))
        let hip = try seen.change("density.totalHip")
        print("7.5 mg: spine \(half.rounded(2)) % at 6 months, \(year.rounded(2)) % at 12; hip \(hip.rounded(2)) %")
        #expect(-5 < year && year < -3)
        #expect(hip < -0.5 && hip > year)
    }

    @Test("D21: formation falls first: P1NP and osteocalcin within two weeks, while CTX rises and then comes back")
    func formationFirst() throws {
        let days: [Double] = [0, 3, 14, 45, 365]
        let seen = try taking(7.5).run(days.map { .instant($0) })
        func course(_ marker: String) throws -> [Double] {
            try days.indices.map { try seen.change("marker.\(marker)", to: $0) }
        }
        let (p1np, osteocalcin, ctx) = (try course("P1NP"), try course("osteocalcin"), try course("CTX"))
        print("7.5 mg on days \(days), %: P1NP", p1np.map { $0.rounded(1) }, "CTX", ctx.map { $0.rounded(1) })
        #expect(p1np[1] < -5 && p1np[2] < -12 && osteocalcin[2] < -10)
        #expect(ctx[3] > 3 && ctx[4] < ctx[3] && ctx.allSatisfy { $0 > p1np[4] })
    }

    @Test("D21: density and P1NP fall the more the higher the dose")
    func doses() throws {
        let seen = try [2.5, 5, 7.5, 20].map { try taking($0).observed(at: [0, 1]) }
        for output in [spine, "marker.P1NP"] {
            let falls = try seen.map { try $0.change(output) }
            for (less, more) in zip(falls, falls.dropFirst()) { #expect(more < less - 0.3, "\(output) \(falls)") }
        }
    }

    @Test("D21: prednisolone quiets her own cortisol by dose; months after stopping cortisol and P1NP are back")
    func suppression() throws {
        let suppressed = try [5.0, 20].map {
            try taking($0).run([.instant(0), .average(from: 330, to: 340)]).change("serum.cortisol")
        }
        print("her own cortisol on 5 and 20 mg: \(suppressed.map { $0.rounded(0) }) %")
        #expect(suppressed[0] < -25 && suppressed[0] > -75 && suppressed[1] < suppressed[0] - 10)
        let off = try taking(7.5).observed(at: [0, 1, 1 + 14 / 365.25, 2.5])
        #expect(try off.change("serum.cortisol", to: 2) < -10)
        #expect(try abs(off.change("serum.cortisol", to: 3)) < 1)
        #expect(try abs(off.change("marker.P1NP", to: 3)) < 1)
    }

    @Test("D21: bone answers less and less above 20 mg, and no dose stops formation altogether")
    func saturation() throws {
        let model = try WomanModel.model(for: [.daily("prednisolone", 5, days: 1)])
        let products = try [5.0, 10, 20, 60, 200].map {
            try taking($0, days: 100).run([.instant(60)]).quantity("receptors.glucocorticoid.genes.product", at: 0, in: model)
        }
        let p1np = try taking(200).observed(at: [0, 1]).series("marker.P1NP")
        print("action of 5, 10, 20, 60 and 200 mg above usual", products.map { $0.rounded(2) }, "P1NP on 200 mg", p1np)
        #expect(zip(products, products.dropFirst()).allSatisfy { $0 < $1 })
        #expect(products[4] / products[3] < 1.3 && products[4] < 8.5)
        #expect(p1np[1] > 0.15 * p1np[0])
    }

    @Test("prednisolone's half-life is three to four hours and levels are proportional to dose")
    func kinetics() throws {
        func level(_ dose: Double) throws -> [Double] {
            let seen = try Experiment(woman: woman, therapy: [.once("prednisolone", dose)])
                .run([.instant(0.25), .instant(0.5)])
            let model = try WomanModel.model(for: [.once("prednisolone", dose)])
            return try (0..<2).map { try seen.states[$0][#require(
                model.states.firstIndex { $0.name == "pharmacology.prednisolone.body" })] }
        }
        let (small, large) = (try level(5), try level(15))
        let halfLife = 6 * 0.6931 / (Double(small[0] / small[1])).logarithm
        print("prednisolone half-life \(halfLife.rounded(2)) h")
        #expect((3...4).contains(halfLife))
        #expect(abs(large[0] / small[0] - 3) < 1e-3)
    }
}

extension Double {
    /// Natural logarithm by the model's own expressions.
    fileprivate var logarithm: Double { log(Expression(self, .one)).evaluate { _ in 0 } }
}

import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("System A8: thyroid hormones")
struct ThyroidTests {
    private let spine = "density.lumbarSpine"

    private static func woman(
        _ kind: Condition.Kind? = nil, years: Double = 10, age: Double = 60, menopause: Double? = 50
    ) -> Woman {
        var woman = Woman.aged(age, menopause: menopause)
        woman.conditions = kind.map { [Condition($0, until: years * Unit.daysPerYear)] } ?? []
        return woman
    }

    private static func levothyroxine(_ micrograms: Double, years: Double = 10) -> Treatment {
        .daily("levothyroxine", micrograms / 1000, days: years * Unit.daysPerYear)
    }

    @Test("A8: TSH settles where the condition says", arguments: [0.02, 0.05, 0.3, 4.5, 12, 60])
    func settles(TSH: Double) throws {
        let quantity = Quantity(TSH, "mIU/L")
        let kind = TSH < 1 ? Condition.Kind.thyrotoxicosis(TSH: quantity) : .hypothyroidism(TSH: quantity)
        let seen = try Experiment(woman: Self.woman(kind)).observed(at: [0, 1])
        #expect(abs(try seen.series("serum.TSH")[1] / TSH - 1) < 1e-3)
        let t4 = try seen.change("serum.freeT4")
        #expect(TSH < 1 ? t4 > 5 : t4 < -5)
    }

    @Test("A8: thyroid hormone excess raises CTX and BSAP together, shortens the life of osteoblasts and costs bone")
    func excess() throws {
        let kind = Condition.Kind.thyrotoxicosis(TSH: Quantity(0.05, "mIU/L"))
        let model = try WomanModel.model(for: [])
        let times: [Double] = [0, 0.25, 1, 2]
        let seen = try Experiment(woman: Self.woman(kind)).observed(at: times)
        let well = try Experiment(woman: Self.woman()).observed(at: times)
        let (ctx, bsap) = (try seen.change("marker.CTX", to: 2), try seen.change("marker.BSAP", to: 2))
        let cost = try seen.change(spine) - well.change(spine)
        print("TSH 0.05: CTX \(ctx.rounded(1)) %, BSAP \(bsap.rounded(1)) %, spine \(cost.rounded(2)) % in two years")
        #expect(ctx > 10 && bsap > 5)
        #expect(try seen.change("marker.CTX", to: 1) > 5 && seen.change("marker.BSAP", to: 1) > 0)
        #expect(try seen.quantity("receptors.thyroid.onOsteoblastDeath", at: 2, in: model) > 0.05)
        #expect(cost < -1 && cost > -6)
    }

    @Test("A8: too little thyroid hormone slows turnover and leaves density unharmed")
    func deficiency() throws {
        let kind = Condition.Kind.hypothyroidism(TSH: Quantity(10, "mIU/L"))
        let seen = try Experiment(woman: Self.woman(kind)).observed(at: [0, 1, 5])
        let well = try Experiment(woman: Self.woman()).observed(at: [0, 1, 5])
        #expect(try seen.change("marker.CTX", to: 1) < -5 && seen.change("marker.BSAP", to: 1) < -5)
        for site in [SkeletalSite.lumbarSpine, .totalHip] {
            let name = "density.\(site.rawValue)"
            let difference = try seen.change(name) - well.change(name)
            print("TSH 10 for five years: \(name) \(difference.rounded(2)) % against a well woman")
            // Turnover falls by a third. Where alendronate takes away two thirds of it, spine and hip stand 4 to 9 %
            // above placebo after three years and more; less turnover lost has to give less.
            #expect(difference > -0.2 && difference < 8)
        }
    }

    @Test("A8: after the excess ends hormones and turnover rest, and part of the loss comes back")
    func recovery() throws {
        let kind = Condition.Kind.thyrotoxicosis(TSH: Quantity(0.05, "mIU/L"))
        let times: [Double] = [0, 2, 4]
        let seen = try Experiment(woman: Self.woman(kind, years: 2, age: 35, menopause: nil)).observed(at: times)
        for name in ["serum.TSH", "serum.freeT4", "serum.freeT3", "marker.BSAP"] {
            #expect(abs(try seen.change(name)) < 1, "\(name)")
        }
        #expect(try seen.change(spine) > 0.5 * seen.change(spine, to: 1))
    }

    @Test("A8: 100 ug of levothyroxine restores a woman whose thyroid has failed")
    func replacement() throws {
        let kind = Condition.Kind.hypothyroidism(TSH: Quantity(100, "mIU/L"))
        let seen = try Experiment(woman: Self.woman(kind), therapy: [Self.levothyroxine(100)])
            .run([.instant(0), .average(from: 300, to: 301)])
        let (tsh, t4) = (try seen.series("serum.TSH"), try seen.series("serum.freeT4"))
        print("100 ug: TSH \(tsh[1].rounded(2)) mIU/L, free T4 \(t4[1].rounded(1)) pmol/L")
        #expect((0.8...3).contains(tsh[1]) && abs(t4[1] / t4[0] - 1) < 0.1)
    }

    @Test("A8: a suppressive dose brings TSH below 0.1 and costs the spine after menopause more than before")
    func suppression() throws {
        func cost(_ woman: Woman) throws -> (spine: Double, hip: Double, TSH: Double) {
            let on = try Experiment(woman: woman, therapy: [Self.levothyroxine(165)]).observed(at: [0, 8])
            let off = try Experiment(woman: woman).observed(at: [0, 8])
            func difference(_ name: String) throws -> Double { try on.series(name)[1] - off.series(name)[1] }
            return (try difference(spine), try difference("density.totalHip"), try on.series("serum.TSH")[1])
        }
        let (after, before) = (try cost(Self.woman()), try cost(Self.woman(age: 35, menopause: nil)))
        print("165 ug for eight years, g/cm2: after menopause \(after), before \(before)")
        #expect(after.TSH < 0.1)
        // Yoon 2019, O0631 and O0632: spine -0.041 (-0.057 to -0.026), hip -0.023 (-0.047 to 0).
        #expect(-0.057 < after.spine && after.spine < -0.026)
        #expect(-0.047 < after.hip && after.hip < 0)
        withKnownIssue("what is left of bone after menopause resists as much as estrogen protects before it") {
            #expect(abs(before.spine) < 0.9 * abs(after.spine))
        }
    }

    @Test("A8: receptors fill up, so that ten times the hormone does not raise CTX ten times as far; TSH reads the assay's floor")
    func saturation() throws {
        func seen(_ dose: Double) throws -> Trajectory {
            try Experiment(woman: Self.woman(), therapy: [Self.levothyroxine(dose, years: 1)]).observed(at: [0, 1])
        }
        let (suppressive, tenfold) = (try seen(165), try seen(1000))
        let rises = try [suppressive, tenfold].map { try $0.change("marker.CTX") }
        print("165 and 1000 ug: CTX", rises.map { $0.rounded(0) }, "% TSH", try tenfold.series("serum.TSH")[1])
        #expect(rises[0] > 10 && rises[1] > rises[0] && rises[1] < 500)
        #expect(try tenfold.series("serum.TSH")[1] == 0.005)
    }
}

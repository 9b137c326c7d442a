import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Calcium, PTH and vitamin D")
struct CalciumSystemTests {
    private func woman(_ age: Double = 60, vitaminD: Double = 60, calcium: Double = 800) -> Woman {
        var woman = Woman.aged(age, menopause: 51)
        woman.vitaminD = Quantity(vitaminD, "nmol/L")
        woman.calcium = Quantity(calcium, "mg/day")
        return woman
    }

    private let supplement = Treatment.daily("calcium", 700, days: 3 * Unit.daysPerYear)

    @Test("A11: from 20 to 75 nmol/L of 25-hydroxyvitamin D PTH falls along a smooth curve without a threshold")
    func vitaminDOnPTH() throws {
        let levels = stride(from: 20.0, through: 75, by: 5).map { $0 }
        let pth = try levels.map { try Experiment(woman: woman(vitaminD: $0)).observed(at: [0]).series("serum.PTH")[0] }
        print("PTH at 25-hydroxyvitamin D of \(levels): \(pth.map { ($0 * 10).rounded() / 10 })")
        let falls = zip(pth, pth.dropFirst()).map { $0 - $1 }
        #expect(falls.allSatisfy { $0 > 0 })
        // A threshold would show as a step that falls by far more than the one below it.
        for (lower, higher) in zip(falls, falls.dropFirst()) { #expect(higher < lower && higher > 0.5 * lower) }
        #expect((1.15...1.6).contains(pth[0] / pth[pth.count - 1]))
    }

    @Test("A11: vitamin D tablets raise 25-hydroxyvitamin D over months, and lower PTH")
    func tablets() throws {
        let dose = Treatment(
            medicine: "cholecalciferol", form: "oral", dose: Quantity(800, "IU"), every: 1, until: 2 * Unit.daysPerYear,
            food: .fasted)
        let seen = try Experiment(woman: woman(vitaminD: 30), therapy: [dose]).observed(at: [0, 0.1, 0.5, 1])
        let calcidiol = try seen.series("serum.calcidiol")
        print("25-hydroxyvitamin D on 20 ug a day: \(calcidiol), PTH \(try seen.series("serum.PTH"))")
        #expect((12...40).contains(calcidiol[3] - calcidiol[0]))
        #expect(calcidiol[1] - calcidiol[0] < 0.7 * (calcidiol[3] - calcidiol[0]))
        #expect((-25...(-3)).contains(try seen.change("serum.PTH")))
        #expect(try seen.change("marker.CTX") < 0)
    }

    @Test("A11: PTH rises by 4 to 5 % a decade, and age alone moves no bone cell through it")
    func ageing() throws {
        let seen = try Experiment(woman: woman(60)).observed(at: [0, 10])
        #expect((3...6.5).contains(try seen.change("serum.PTH")))
        let calcium = try seen.stateIndex("axes.calcium.balance.calcium")
        #expect(seen.states.allSatisfy { abs($0[calcium] - 1) < 1e-7 })
    }

    @Test(
        "A11, D20: the supplement of trials lowers PTH by 5 to 15 % and RANKL by the 8 % that trials were fitted with")
    func supplementOnRANKL() throws {
        let with = try Experiment(woman: woman(), therapy: [supplement]).observed(at: [0, 1])
        let without = try Experiment(woman: woman()).observed(at: [0, 1])
        let pth = 100 * (try with.series("serum.PTH")[1] / without.series("serum.PTH")[1] - 1)
        print("700 mg of calcium a day: PTH \(pth) %")
        #expect((-15...(-5)).contains(pth))
        // Beyond the 8 %, RANKL falls as fewer pre-osteoblasts are called up.
        let rankl = try with.change("bone.RANKL")
        #expect((-13...(-7)).contains(rankl), "\(rankl)")
        #expect((2.1...2.6).contains(try with.series("serum.calcium")[1]))
    }

    @Test("D20: with calcium and vitamin D a placebo arm loses less than without")
    func coTherapy() throws {
        let with = try Experiment(woman: woman(54), therapy: [supplement]).observed(at: [0, 3])
        let without = try Experiment(woman: woman(54)).observed(at: [0, 3])
        for (site, range) in [("lumbarSpine", 0.2...3.0), ("totalHip", 0.1...2)] {
            let spared = try with.change("density.\(site)") - without.change("density.\(site)")
            print("calcium spares \(spared) points at the \(site) in three years")
            #expect(range.contains(spared), "\(site)")
        }
    }

    @Test(
        "F4: a surge of resorption raises calcium slightly and lowers PTH, and calcium stays within 2.1 to 2.6 mmol/L")
    func surge() throws {
        let seen = try Experiment(woman: .aged(42, menopause: 42, .surgical)).observed(at: [0, 0.1, 0.25, 1])
        let (calcium, pth) = (try seen.series("serum.calcium"), try seen.series("serum.PTH"))
        print("after oophorectomy: calcium \(calcium), PTH \(pth)")
        #expect(calcium[2] > calcium[0] + 0.005 && calcium.allSatisfy { (2.1...2.6).contains($0) })
        #expect(try seen.change("serum.PTH", to: 2) < -3)
        #expect(pth[3] > pth[2], "PTH returns as formation catches up")
        // The fitted effect of estrogen already holds the answer of PTH, so bone must not hear it a second time.
        let heard = try seen.stateIndex("axes.calcium.balance.calcium")
        #expect(seen.states.allSatisfy { abs($0[heard] - 1) < 1e-7 })
    }

    @Test("A11: PTH lowers what the kidney keeps of phosphate; threefold PTH brings it to 0.8 mmol/L")
    func phosphate() throws {
        // 385 pmol/h are secreted at rest, so twice as much given adds two of hers; her own gland gives less for it.
        let seen = try Experiment(woman: woman(), controlled: ["axes.calcium.infusion": 1100]).observed(at: [0, 0.5])
        let (pth, phosphate) = (try seen.change("serum.PTH"), try seen.series("serum.phosphate"))
        print("PTH \(pth.rounded(0)) %: phosphate", phosphate.map { $0.rounded(2) })
        #expect(pth > 100)
        // 2.57 mg/dL, 0.83 mmol/L, in 424 patients with hyperparathyroidism (O2074).
        #expect((0.7...1).contains(phosphate[1]) && phosphate[1] < 0.9 * phosphate[0])
    }

    @Test("A11: more calcium in food brings more of it into urine")
    func urine() throws {
        let levels = try [400.0, 800, 1600].map {
            try Experiment(woman: woman(calcium: $0)).observed(at: [0]).series("urine.calcium")[0]
        }
        print("urinary calcium at 400, 800 and 1600 mg a day: \(levels.map { $0.rounded(2) }) mmol/d")
        #expect(levels[0] < levels[1] && levels[1] < levels[2])
        #expect((1...7.5).contains(levels[1]))
    }

    @Test("F4: when denosumab stops resorption, calcium falls and PTH rises")
    func hunger() throws {
        let seen = try Experiment(woman: woman(72), therapy: [.denosumab(years: 0.4)]).observed(at: [0, 0.08, 0.17])
        print("on denosumab: calcium \(try seen.series("serum.calcium")), PTH \(try seen.series("serum.PTH"))")
        #expect((-5...(-0.2)).contains(try seen.change("serum.calcium", to: 1)))
        #expect((2...60).contains(try seen.change("serum.PTH", to: 1)))
    }
}

extension Trajectory {
    /// Where a state stands in the samples' states.
    fileprivate func stateIndex(_ name: String) throws -> Int {
        let states = try WomanModel.model(for: []).states
        return try #require(states.firstIndex { $0.name == name })
    }
}

import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

/// A woman long past menopause, as in the trials of growth hormone and its secretagogues.
private let older = Woman.aged(68, menopause: 51)
private let week = 7 / Unit.daysPerYear

@Suite("Growth hormone, IGF-1 and the medicines that release them")
struct GrowthTests {
    private func injected(
        _ medicine: String, _ dose: Double, every days: Double = 1, for length: Double = 365
    ) -> Treatment {
        Treatment(
            medicine: medicine, form: "subcutaneous", dose: Quantity(dose, "ug"), every: days, until: length)
    }

    /// Change of an output over its own start, less that of the untreated woman, in % at times in years.
    private func effect(_ therapy: [Treatment], on output: String, at years: [Double]) throws -> [Double] {
        let treated = try Experiment(woman: older, therapy: therapy).observed(at: years).series(output)
        let untreated = try Experiment(woman: older).observed(at: years).series(output)
        return zip(treated, untreated).map { 100 * ($0 / $1 - 1) }
    }

    @Test("A9: IGF-1 about 60 % higher raises formation and resorption both, and leaves the spine within 1 % at a year")
    func turnover() throws {
        let therapy: [Treatment] = [.daily("ibutamoren", 25, days: 365)]
        let times = [0.25, 1.0]
        let igf1 = try effect(therapy, on: "serum.IGF1", at: times)
        #expect(igf1.allSatisfy { (55...70).contains($0) }, "\(igf1)")
        for marker in ["marker.CTX", "marker.P1NP"] {
            let rise = try effect(therapy, on: marker, at: times)
            #expect(rise.allSatisfy { $0 > 5 }, "\(marker) \(rise)")
        }
        let spine = try effect(therapy, on: "density.lumbarSpine", at: times)
        print("A9: IGF-1", igf1.map { $0.rounded(1) }, "spine", spine.map { $0.rounded(2) }, "%")
        #expect(spine[0] < 0, "faster turnover first opens space")
        #expect(abs(spine[1]) < 1, "\(spine)")
    }

    @Test("A9: estrogen lowers IGF-1 by a third when it is swallowed, not through the skin; growth hormone rises")
    func route() throws {
        // In the liver 20 ug of ethinylestradiol do what some 12 mg of estradiol do.
        let therapy: [Treatment] = [.daily("estradiol", 12, days: 90)]
        let (igf1, hormone) = try (
            effect(therapy, on: "serum.IGF1", at: [60 / Unit.daysPerYear])[0],
            effect(therapy, on: "serum.GH", at: [60 / Unit.daysPerYear])[0]
        )
        print("A9: swallowed estrogen: IGF-1 \(igf1.rounded(1)) %, growth hormone \(hormone.rounded(0)) %")
        #expect((-37 ... -29).contains(igf1), "published -33 %")
        #expect((200...300).contains(hormone), "published 3.5-fold")
        let patch = try effect([.patch(50, years: 1)], on: "serum.IGF1", at: [0.5])[0]
        #expect(abs(patch) < 0.1)
    }

    @Test("A9: growth hormone and IGF-1 fall with age, growth hormone with weight, and neither moves a bone cell")
    func norms() throws {
        let seen = try Experiment(woman: .aged(30, menopause: 51)).observed(at: [0, 20, 40])
        for output in ["serum.GH", "serum.IGF1"] {
            let levels = try seen.series(output)
            #expect(levels[0] > levels[1] && levels[1] > levels[2], "\(output) \(levels)")
        }
        let level = try seen.series("serum.IGF1")[2]
        #expect(abs(level - 103) < 3, "Japanese women of 70: 103 ng/mL")
        #expect(try seen.series("bone.IGF1").allSatisfy { abs($0 - 1) < 1e-9 })
        var heavy = older
        heavy.weight = Quantity(95, "kg")
        let (usual, lower) = try (
            Experiment(woman: older).observed(at: [0]).series("serum.GH")[0],
            Experiment(woman: heavy).observed(at: [0]).series("serum.GH")[0]
        )
        #expect(lower < 0.7 * usual)
    }

    @Test("B12: progesterone raises and estrogen lowers IGF-1 in bone only as a hypothesis, and never in serum")
    func local() throws {
        let progesterone = [Treatment.progesterone(300, days: 365)]
        func local(_ therapy: [Treatment], _ hypotheses: [String]) throws -> (bone: Double, serum: Double) {
            let seen = try Experiment(woman: older, therapy: therapy, hypotheses: hypotheses).observed(at: [0.5])
            return (try seen.series("bone.IGF1")[0], try seen.series("serum.IGF1")[0])
        }
        let untreated = try local([], [])
        let unbelieved = try local(progesterone, [])
        #expect(abs(unbelieved.bone / untreated.bone - 1) < 1e-6)
        let hypothesis = ["steroidsOnLocalIGF1"]
        let (none, given) = (try local([], hypothesis), try local(progesterone, hypothesis))
        let estrogen = try local([.patch(50, years: 1)], hypothesis)
        #expect(given.bone > 1.01 * none.bone)
        #expect(estrogen.bone < 0.95 * none.bone)
        for seen in [unbelieved, none, given, estrogen] { #expect(abs(seen.serum / untreated.serum - 1) < 1e-6) }
    }

    @Test("D14: sermorelin gives a pulse of growth hormone that is over in half a day, and no density")
    func sermorelin() throws {
        let therapy = [injected("sermorelin", 300)]
        let hours = [0, 1, 2, 12, 24].map { $0 / 24 / Unit.daysPerYear }
        let levels = try Experiment(woman: older, therapy: therapy).observed(at: hours).series("serum.GH")
        #expect(levels[1] > 4 * levels[0] && levels[3] < 1.5 * levels[0] && levels[4] < 1.1 * levels[0], "\(levels)")
        #expect(try effect(therapy, on: "density.lumbarSpine", at: [1])[0] < 0.5)
    }

    @Test("D15: CJC-1295 raises IGF-1 by 45 % at a week, ipamorelin growth hormone in a pulse, neither cortisol action")
    func longActing() throws {
        // 75 ug/kg, between the two doses of the trial.
        let lasting = [injected("CJC-1295", 75 * 68, every: 1000)]
        let rise = try effect(lasting, on: "serum.IGF1", at: [week])[0]
        #expect((35...55).contains(rise), "IGF-1 \(rise) %")
        let pulse = [injected("ipamorelin", 1000)]
        let levels = try Experiment(woman: older, therapy: pulse)
            .observed(at: [0, 1, 12].map { $0 / 24 / Unit.daysPerYear }).series("serum.GH")
        #expect(levels[1] > 3 * levels[0] && levels[2] < 1.2 * levels[0], "\(levels)")
        for therapy in [lasting, pulse] {
            #expect(try abs(effect(therapy, on: "receptor.GR", at: [week])[0]) < 1e-6)
        }
    }

    @Test("D16: tesamorelin raises IGF-1 by 81 % and turnover in both directions")
    func tesamorelin() throws {
        let therapy = [injected("tesamorelin", 2000)]
        let igf1 = try effect(therapy, on: "serum.IGF1", at: [0.5])[0]
        #expect((71...91).contains(igf1), "\(igf1)")
        for marker in ["marker.CTX", "marker.P1NP"] {
            #expect(try effect(therapy, on: marker, at: [0.25, 0.5]).allSatisfy { $0 > 5 }, "\(marker)")
        }
    }

    @Test("D17: the response to hexarelin fades by about half in 16 weeks and is back four weeks after the last dose")
    func hexarelin() throws {
        let dose = 1.5 * 68
        let daily = injected("hexarelin", dose, every: 0.5, for: 16 * 7 + 0.1)
        let last = Treatment(
            medicine: "hexarelin", form: "subcutaneous", dose: Quantity(dose, "ug"), every: 1, from: 20 * 7,
            until: 20 * 7 + 0.5)
        func area(after day: Double) throws -> Double {
            let seen = try Experiment(woman: older, therapy: [daily, last])
                .run([.instant(day), .average(from: day + 1e-4, to: day + 0.25)]).series("serum.GH")
            return seen[1] - seen[0]
        }
        let areas = try [0.0, 7, 28, 112, 140].map(area)
        let shares = areas.map { $0 / areas[0] }
        print("D17: response over the first", shares.map { $0.rounded(2) }, "published 1, 0.69, 0.64, 0.55, 1.02")
        for (share, published) in zip(shares, [1, 0.69, 0.64, 0.55, 1.02]) { #expect(abs(share - published) < 0.15) }
    }

    @Test("D18: ibutamoren 25 mg raises IGF-1 by 55 to 94 %, NTX by 10 to 17 % at two weeks and osteocalcin at four")
    func ibutamoren() throws {
        let therapy: [Treatment] = [.daily("ibutamoren", 25, days: 60)]
        let igf1 = try effect(therapy, on: "serum.IGF1", at: [4 * week])[0]
        let resorption = try effect(therapy, on: "marker.NTX", at: [2 * week])[0]
        let osteocalcin = try effect(therapy, on: "marker.osteocalcin", at: [4 * week])[0]
        print("D18: IGF-1", igf1.rounded(1), "NTX", resorption.rounded(1), "osteocalcin", osteocalcin.rounded(1), "%")
        #expect((55...94).contains(igf1))
        withKnownIssue("the gain that meets five rows of markers together gives a fifth in this woman") {
            #expect((10...17).contains(resorption))
        }
        #expect((3...13).contains(osteocalcin), "published +8 %")
    }

    @Test("D19: pentadeca arginate changes no output; the hypothesis that it builds bone has to be switched on")
    func pentadecaArginate() throws {
        let therapy = [injected("pentadeca arginate", 250)]
        let prepared = try PreparedScenario(
            Scenario(title: "peptide", woman: older, therapy: therapy, horizon: Unit.daysPerYear))
        let equations = prepared.compiled.equations.folding(prepared.switches)
        let behind = equations.states(behind: Array(equations.outputs.indices)).map { equations.states[$0].name }
        #expect(behind.contains("skeleton.osteoclasts.count"))
        #expect(!behind.contains { $0.hasPrefix("pharmacology.pentadecaArginate") }, "no output rests on a peptide in her body")
        // The same model with and without something in the syringe, exactly enough that only an effect could show.
        let exactly = Tolerances(relative: 1e-8, absoluteShare: 1e-12)
        let (treated, untreated) = try (
            Experiment(woman: older, therapy: therapy, tolerances: exactly).observed(at: [0.25]),
            Experiment(woman: older, therapy: [injected("pentadeca arginate", 0)], tolerances: exactly)
                .observed(at: [0.25])
        )
        for name in prepared.model.outputs.map(\.name) {
            let (with, without) = try (treated.series(name)[0], untreated.series(name)[0])
            // What cumulates from zero, in per cent of women, gathers the error of every step since.
            let least = name.hasPrefix("fracture.") || name.hasPrefix("outcome.") ? 1 : 1e-3
            #expect(abs(with - without) <= 1e-6 * max(abs(without), least), "\(name): \(with) against \(without)")
        }
        let believed = try Experiment(woman: older, therapy: therapy, hypotheses: ["peptidesOnBone"]).observed(at: [1])
        let usual = try Experiment(woman: older).observed(at: [1])
        let spine = "density.lumbarSpine"
        #expect(try believed.series(spine)[0] > 1.001 * usual.series(spine)[0])
    }
}

import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("A scenario becomes a simulation")
struct ScenarioTests {
    private func simulate(
        _ woman: Woman = .aged(55, menopause: 51), _ therapy: [Treatment] = [], days: Double, report: Double = 30.4375,
        extraTimes: [Double] = [], raw: Bool = false, hypotheses: [String] = []
    ) throws -> Simulation {
        try Simulation(
            Scenario(
                title: "test", woman: woman, therapy: therapy, horizon: days, reportInterval: report,
                hypotheses: hypotheses),
            extraTimes: extraTimes, raw: raw)
    }

    @Test("a T-score or a measured density is met exactly at time zero, and the course runs from there")
    func startingDensity() throws {
        var woman = Woman.aged(60, menopause: 51)
        woman.density = [
            .lumbarSpine: .tScore(-2.1), .femoralNeck: .measured(Quantity(0.72, "g/cm2")),
            .totalHip: .measured(Quantity(0.8, "g/cm2")), .lumbarSpineTrabecular: .measured(Quantity(95, "mg/cm3")),
        ]
        let measured = try simulate(woman, days: 365.25)
        let usual = try simulate(.aged(60, menopause: 51), days: 365.25)
        func start(_ output: String) throws -> Double { try #require(measured[output]?.first) }
        // Exact but for rounding of a product of a few doubles.
        #expect(abs(try start("tScore.lumbarSpine") + 2.1) < 1e-9)
        #expect(abs(try start("density.femoralNeck") - 0.72) < 1e-12)
        #expect(abs(try start("density.totalHip") - 0.8) < 1e-12)
        #expect(abs(try start("density.lumbarSpineTrabecular") - 95) < 1e-9)
        for site in sites {
            let name = "density.\(site.rawValue)"
            let mine = try #require(measured[name])
            let hers = try #require(usual[name])
            #expect(abs(try #require(mine.last) / mine[0] - (try #require(hers.last)) / hers[0]) < 1e-9, "\(name)")
        }
        #expect(measured["density.radius"] == usual["density.radius"])
    }

    @Test("on the last interval of a depot means become moments, so that its end is no jump of a marker")
    func endOfDepot() throws {
        let depot = Treatment(
            medicine: "denosumab", form: "subcutaneous", dose: Quantity(60, "mg"), every: Unit.daysPerYear / 2,
            until: Unit.daysPerYear)
        let end = 1.0
        let run = try simulate(
            .aged(65, menopause: 51), [depot], days: 2 * Unit.daysPerYear,
            extraTimes: [end - 1 / Unit.daysPerYear, end + 1 / Unit.daysPerYear])
        let (before, after) = (
            try #require(run.value("marker.CTX", at: end - 1 / Unit.daysPerYear)),
            try #require(run.value("marker.CTX", at: end + 1 / Unit.daysPerYear))
        )
        print("CTX a day before and a day after denosumab's last interval: \(before.rounded(1)), \(after.rounded(1)) %")
        // The rebound itself rises by some 8 % a day; from a mean of half a year it was a leap of several times.
        #expect(abs(after / before - 1) < 0.25)
    }

    @Test("short of calcium or vitamin D she loses more, with supplements less")
    func supply() throws {
        func loss(calcium: Double, vitaminD: Double, tablets: Double = 0) throws -> (loss: Double, start: Double) {
            var woman = Woman.aged(60, menopause: 51)
            woman.calcium = Quantity(calcium, "mg/day")
            woman.vitaminD = Quantity(vitaminD, "nmol/L")
            let therapy = tablets > 0 ? [Treatment.daily("calcium", tablets, days: 730.5)] : []
            let values = try #require(simulate(woman, therapy, days: 730.5)["density.totalHip"])
            return (100 * (1 - values[values.count - 1] / values[0]), values[0])
        }
        let usual = try loss(calcium: 800, vitaminD: 60)
        let lowCalcium = try loss(calcium: 300, vitaminD: 60)
        let lowVitaminD = try loss(calcium: 800, vitaminD: 20)
        let tablets = try loss(calcium: 800, vitaminD: 60, tablets: 700)
        let ever = try loss(calcium: 1500, vitaminD: 60)
        for (name, hip) in [
            ("usual", usual), ("calcium 300 mg", lowCalcium), ("vitamin D 20 nmol/L", lowVitaminD),
            ("tablets from now", tablets), ("1500 mg all along", ever),
        ] {
            print("hip at 60, \(name): \(hip.start.rounded(3)) g/cm2, loses \(hip.loss.rounded(2)) % in 2 years")
        }
        #expect(lowCalcium.loss > usual.loss && lowVitaminD.loss > usual.loss && ever.loss < usual.loss)
        #expect(lowCalcium.start < usual.start && lowVitaminD.start < usual.start && ever.start > usual.start)
        #expect(tablets.loss < usual.loss - 0.1)
        // Tablets still gain while remodelling space fills; a lifelong intake has nothing left to fill.
        #expect(tablets.loss < ever.loss)
    }

    @Test("the report starts at zero and ends at the horizon, whatever the interval", arguments: [30.4375, 91, 400])
    func reportTimes(interval: Double) throws {
        let simulation = try simulate(days: 365.25, report: interval, extraTimes: [0.3, 0.25])
        let reported = zip(simulation.times, simulation.isReported).filter(\.1).map(\.0)
        #expect(simulation.times.first == 0 && reported.first == 0)
        #expect(abs(try #require(reported.last) - 1) < 1e-12)
        #expect(simulation.times == simulation.times.sorted() && Set(simulation.times).count == simulation.times.count)
        #expect(simulation.value("density.lumbarSpine", at: 0.3) != nil)
        #expect(reported.count == Int((365.25 / interval - 1e-9).rounded(.up)) + 1)
        #expect(simulation["density.lumbarSpine"]?.count == simulation.times.count)
        #expect(simulation["density.moon"] == nil && simulation.value("density.lumbarSpine", at: 0.31) == nil)
    }

    @Test("a woman of 60 is the woman of 50, ten years later")
    func sameWoman() throws {
        let later = try Experiment(woman: .aged(50, menopause: 51)).observed(at: [10])
        let now = try Experiment(woman: .aged(60, menopause: 51)).observed(at: [0])
        for name in sites.map({ "density.\($0.rawValue)" }) + ["marker.CTX", "marker.P1NP", "serum.estradiol"] {
            // Two paths of solver steps at 1e-5 each.
            #expect(abs(try later.series(name)[0] / now.series(name)[0] - 1) < 2e-4, "\(name)")
        }
    }

    /// Mean by the trapezoidal rule over equally spaced values.
    private func mean(_ values: [Double]) -> Double {
        (values.reduce(0, +) - (values[0] + values[values.count - 1]) / 2) / Double(values.count - 1)
    }

    @Test("a reported level is the mean of the last day of doses, and raw is the level at the moment")
    func dailyAverage() throws {
        let days = 20.0
        let therapy: [Treatment] = [.daily("estradiol", 1, days: days)]
        let averaged = try simulate(.aged(55, menopause: 45), therapy, days: days, report: 5)
        let raw = try simulate(.aged(55, menopause: 45), therapy, days: days, report: 5, raw: true)
        let times = (0...1440).map { 19 + Double($0) / 1440 }
        let seen = try Experiment(therapy: therapy).run(times.map { .instant($0) })
        for hormone in ["serum.estradiol", "serum.estrone", "serum.estroneSulfate"] {
            let levels = try seen.series(hormone)
            let reported = try #require(averaged[hormone]?.last)
            // Minutes by the trapezoidal rule against the solver's own steps: both are good to a few parts in 10^4.
            #expect(abs(reported / mean(levels) - 1) < 1e-3, "\(hormone)")
            #expect(abs(try #require(raw[hormone]?.last) / (try #require(levels.last)) - 1) < 1e-3, "\(hormone)")
        }
        let (mean, trough) = (
            try #require(averaged["serum.estradiol"]?.last), try #require(raw["serum.estradiol"]?.last)
        )
        print("oral estradiol 1 mg: mean \(mean.rounded(1)), before the next dose \(trough.rounded(1)) pg/mL")
        #expect(trough < 0.9 * mean)
        #expect(averaged["density.lumbarSpine"]?.last == raw["density.lumbarSpine"]?.last)
    }

    @Test("with a cyclic medicine a reported level is the mean of the whole cycle")
    func cycleAverage() throws {
        let pattern = DayPattern(first: 1, last: 12, of: 28)
        let days = 56.0
        let therapy: [Treatment] = [
            .patch(50, years: 1),
            .daily("medroxyprogesterone acetate", 10, days: days, on: pattern),
        ]
        let averaged = try simulate(.aged(55, menopause: 45), therapy, days: days, report: 28)
        let times = (0...(28 * 96)).map { 28 + Double($0) / 96 }
        let seen = try Experiment(therapy: therapy).run(times.map { .instant($0) })
        for name in ["serum.medroxyprogesterone", "serum.estradiol", "receptor.PRB"] {
            let reported = try #require(averaged[name]?.last)
            // Quarter hours by the trapezoidal rule meet an absorption half-life of an hour.
            #expect(abs(reported / mean(try seen.series(name)) - 1) < 5e-3, "\(name)")
        }
        // Twelve days of twenty-eight give three sevenths of the daily mean.
        let daily = try Experiment(therapy: [.daily("medroxyprogesterone acetate", 10, days: 40)])
            .run([.average(from: 33, to: 34)]).series("serum.medroxyprogesterone")[0]
        let share = try #require(averaged["serum.medroxyprogesterone"]?.last) / daily
        #expect(abs(share - 12.0 / 28) < 0.01)
    }

    @Test("two moments a rounding error apart are no trouble: a patch that ends with the run, to the last digit or not")
    func nearlyTheSameMoment() throws {
        // 56 / 365.25 * 365.25 is 55.99999999999999.
        for end in [56.0, 56.0.nextDown, 56.0.nextUp, 55.999_999_999] {
            var patch = Treatment.patch(50, years: 1)
            patch.until = end
            let run = try simulate(.aged(55, menopause: 45), [patch], days: 56, report: 28)
            #expect(run["serum.estradiol"]?.last?.isFinite == true)
        }
    }

    @Test("a close look at one day and one cycle is kept for what oscillates")
    func zooms() throws {
        let pattern = DayPattern(first: 1, last: 12, of: 28)
        let therapy: [Treatment] = [
            .daily("estradiol", 1, days: 56),
            .daily("medroxyprogesterone acetate", 10, days: 56, on: pattern),
        ]
        let zooms = try simulate(.aged(55, menopause: 45), therapy, days: 56, report: 28).zooms
        #expect(zooms.map(\.kind) == [.day, .cycle])
        for zoom in zooms {
            #expect(zoom.times.first == 0 && zoom.times.last == (zoom.kind == .day ? 1 : 28))
            #expect(zoom.values["serum.estradiol"]?.count == zoom.times.count)
            #expect(zoom.values["density.lumbarSpine"] == nil)
            let levels = try #require(zoom.values["serum.estradiol"])
            #expect(try #require(levels.max()) > 1.5 * (try #require(levels.min())))
        }
        #expect(try simulate(days: 100).zooms.isEmpty)
    }

    @Test("A2: the close look at a cycle begins 14 days before the surge of LH, with luteal progesterone after it")
    func ownCycle() throws {
        let zoom = try #require(try cycle([]).zooms.first)
        #expect(zoom.kind == .ownCycle)
        let lh = try #require(zoom.values["serum.LH"])
        let surge = try #require(lh.indices.max { lh[$0] < lh[$1] })
        #expect(abs(zoom.times[surge] - 14) < 0.5 && lh[surge] > 20, "\(lh[surge]) IU/L on day \(zoom.times[surge])")
        #expect(abs((zoom.times.last ?? 0) - 28) < 0.5)
        // Luteal progesterone comes after ovulation and goes before the next bleed.
        let progesterone = try #require(zoom.values["serum.progesterone"])
        let peak = try #require(progesterone.indices.max { progesterone[$0] < progesterone[$1] })
        #expect((17...25).contains(zoom.times[peak]), "progesterone peaks on day \(zoom.times[peak])")
        #expect(progesterone[0] < 2 && progesterone[peak] > 5, "\(progesterone[0]) to \(progesterone[peak]) ng/mL")
    }

    @Test("A1, D6: under depot medroxyprogesterone a month shows neither a surge of LH nor luteal progesterone")
    func suppressedCycle() throws {
        let depot = Treatment.given(
            "medroxyprogesterone acetate", "depot", Quantity(150, "mg"), every: 91, days: 182)
        let zoom = try #require(try cycle([depot]).zooms.first { $0.kind == .ownCycle })
        #expect(try #require(zoom.values["serum.LH"]?.max()) < 20, "no surge of LH, IU/L")
        #expect(try #require(zoom.values["serum.progesterone"]?.max()) < 3, "no ovulation, ng/mL")
        #expect(abs((zoom.times.last ?? 0) - 28) < 0.5)
    }

    /// Half a year of a woman of 28 whose cycles are followed.
    private func cycle(_ therapy: [Treatment]) throws -> Simulation {
        try Simulation(
            Scenario(
                title: "cycles", woman: .aged(28), therapy: therapy, horizon: 182, reportInterval: 91, ovary: .resolved))
    }

    @Test("a heavier woman dilutes and clears more: lower levels of the same tablet")
    func weight() throws {
        func mean(_ kilograms: Double) throws -> Double {
            var woman = Woman.aged(55, menopause: 45)
            woman.weight = Quantity(kilograms, "kg")
            let own = try Experiment(woman: woman).observed(at: [0]).series("serum.estradiol")[0]
            return try Experiment(woman: woman, therapy: [.daily("estradiol", 1, days: 14)])
                .run([.average(from: 13, to: 14)]).series("serum.estradiol")[0] - own
        }
        // Clearance grows with weight to the power 0.75: 100 kg against 50 kg.
        let ratio = try mean(50) / mean(100)
        #expect(abs(ratio - 1.6818) < 0.02, "\(ratio)")
    }

    @Test("a hypothesis named in the scenario acts; unnamed, it does not")
    func hypothesis() throws {
        // After menopause she lacks the progesterone of her cycles, and with it OPG if the hypothesis holds.
        let woman = Woman.aged(60, menopause: 50)
        let on = try simulate(woman, days: 365.25, hypotheses: ["progesteroneOnOPG"])
        let off = try simulate(woman, days: 365.25)
        #expect(try #require(on["bone.OPG"]?.last) < 0.99 * (try #require(off["bone.OPG"]?.last)))
    }
}

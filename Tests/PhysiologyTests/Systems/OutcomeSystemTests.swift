import Exchange
import Modeling
import Solving
import Symbolics
import Testing

@testable import Physiology

@Suite("Systems F1 to F7: density, fracture and strength")
struct BoneOutcomeTests {
    @Test("F1: in an old woman the Z-score lies above the T-score, by what women of her age have lost")
    func scores() throws {
        let run = try Experiment(woman: .aged(75, menopause: 51)).observed(at: [0])
        for site in sites {
            let (t, z) = (try run.series("tScore.\(site.rawValue)")[0], try run.series("zScore.\(site.rawValue)")[0])
            #expect(z > t + 0.5, "\(site): T \(t), Z \(z)")
        }
        let young = try Experiment(woman: .aged(30)).observed(at: [0])
        #expect(try abs(young.series("zScore.lumbarSpine")[0]) < 0.01)
    }

    @Test(
        "F7: a T-score of -2.5 is osteoporosis, one below -1 osteopenia",
        arguments: [
            (-2.5, DensityStatus.osteoporosis), (-3.1, .osteoporosis), (-2.49, .osteopenia), (-1.01, .osteopenia),
            (-1, .normal), (0.4, .normal),
        ])
    func status(score: Double, status: DensityStatus) {
        #expect(DensityStatus(tScore: score) == status)
    }

    @Test(
        "F2: years without ovulation before 40 cost nothing unless the hypothesis is on, and then at most 1.2 % a year")
    func youth() throws {
        var woman = Woman.aged(30)
        func change(_ hypotheses: [String]) throws -> Double {
            try Experiment(woman: woman, hypotheses: hypotheses).observed(at: [0, 10]).change("density.lumbarSpine")
        }
        let ovulating = try change([])
        woman.cycles = .anovulatory
        let changes = try [[], ["progesteroneOnOsteoblasts"]].map { try change($0) - ovulating }
        // Cohorts of anovulatory women lose -0.86 % a year on average with half of the trials showing nothing (SC056).
        #expect(abs(changes[0]) < 0.1)
        #expect(changes[1] < changes[0] && changes[1] > -12)
    }

    @Test("F3: markers in laboratory units follow those in per cent, and estrogen lowers CTX before P1NP")
    func markers() throws {
        let run = try Experiment(therapy: [.patch(50, years: 1)]).observed(at: [0, 0.1, 1])
        for marker in TurnoverMarkers.names {
            let (level, share) = (try run.change("markerLevel.\(marker)"), try run.change("marker.\(marker)"))
            #expect(abs(level - share) < 1e-6, "\(marker)")
            #expect(level < -10, "\(marker) falls on estrogen")
        }
        #expect(try run.change("marker.CTX", to: 1) < 2 * run.change("marker.P1NP", to: 1))
        // Premenopausal reference intervals of Cho 2020 hold a woman at rest.
        let rest = try Experiment(woman: .aged(40)).observed(at: [0])
        #expect(try (0.101...0.632).contains(rest.series("markerLevel.CTX")[0]))
    }

    @Test("F5: conjugated estrogens with medroxyprogesterone cut fractures as in the Women's Health Initiative")
    func fractures() throws {
        let woman = Woman.aged(63, menopause: 50)
        let years = 5.6
        let days = years * Unit.daysPerYear
        let therapy = [
            Treatment.daily("conjugated estrogens", 0.625, days: days),
            .daily("medroxyprogesterone acetate", 2.5, days: days),
        ]
        let treated = try Experiment(woman: woman, therapy: therapy).observed(at: [0, years])
        let placebo = try Experiment(woman: woman).observed(at: [0, years])
        func ratio(_ output: String) throws -> Double { try treated.series(output)[1] / placebo.series(output)[1] }
        // O1686, O1689 and Cauley 2003: the published 95 % intervals.
        #expect(try (0.69...0.83).contains(ratio("fracture.any")))
        #expect(try (0.45...0.98).contains(ratio("fracture.hip")))
        #expect(try (0.44...0.98).contains(ratio("fracture.clinicalVertebral")))
        let density = try Experiment(
            woman: woman, therapy: therapy, changed: ["outcomes.fracture.turnoverEffect": 0]
        ).observed(at: [years])
        #expect(try density.series("fracture.any")[0] > treated.series("fracture.any")[1])
    }

    @Test("F5: nothing is counted before time zero, and fracture grows more likely with age")
    func counting() throws {
        let ages = [55.0, 65, 75]
        let runs = try ages.map { try Experiment(woman: .aged($0, menopause: 50)).observed(at: [0, 10]) }
        for output in ["hip", "clinicalVertebral", "wrist", "majorOsteoporotic", "nonvertebral", "any"].map({ "fracture.\($0)" }) {
            let values = try runs.map { try $0.series(output) }
            #expect(values.allSatisfy { $0[0] == 0 }, "\(output)")
            #expect(values[0][1] < values[1][1] && values[1][1] < values[2][1], "\(output) \(values)")
        }
        // US women of 75 years and all densities: about 7 % in ten years with death competing.
        #expect(try (2...10).contains(runs[2].series("fracture.hip")[1]))
    }

    @Test("F6: weaker material lowers strength and raises fracture at equal density")
    func material() throws {
        let woman = Woman.aged(65, menopause: 50)
        let usual = try Experiment(woman: woman).observed(at: [0.1, 5])
        let weak = try Experiment(woman: woman, changed: ["outcomes.strength.materialFactor": 0.95]).observed(at: [
            0.1, 5,
        ])
        // Equal but for the steps of the solver.
        #expect(try abs(weak.series("density.lumbarSpine")[1] / usual.series("density.lumbarSpine")[1] - 1) < 1e-6)
        #expect(try weak.series("outcome.strengthIndex")[1] < 0.96 * usual.series("outcome.strengthIndex")[1])
        // Adjusted fracture ratio of 1.1 to 1.2 in insulin resistance (SC177).
        #expect(try (1.1...1.2).contains(weak.series("fracture.any")[1] / usual.series("fracture.any")[1]))
    }
}

@Suite("Systems B5, B6, C9 and F8 to F12: brain, endometrium, lipids and harms")
struct OtherOutcomeTests {
    private static let woman = Woman.aged(56, menopause: 51)
    private static let conjugated = Treatment.daily("conjugated estrogens", 0.625, days: 3 * Unit.daysPerYear)
    private static let medroxyprogesterone = Treatment.daily(
        "medroxyprogesterone acetate", 2.5, days: 3 * Unit.daysPerYear)
    private static let cyclicProgesterone = Treatment.daily(
        "progesterone", 200, days: 3 * Unit.daysPerYear, form: "oral micronized", food: .fasted,
        on: DayPattern(first: 1, last: 12, of: 28))

    private func run(_ therapy: Treatment..., years: [Double], woman: Woman = OtherOutcomeTests.woman) throws
        -> Trajectory
    {
        try Experiment(woman: woman, therapy: therapy).observed(at: years)
    }

    @Test(
        "B5: 300 mg of progesterone by mouth potentiates GABA-A receptors and makes a tenth drowsy or dizzy, cream does not")
    func sedation() throws {
        let night = (0...24).map { (10 + Double($0) / 24) / Unit.daysPerYear }
        let oral = try run(.progesterone(300, days: 30), years: night)
        let cream = try run(.daily("progesterone", 20, days: 30, form: "cream"), years: night)
        for output in ["outcome.sedation", "receptor.GABAA"] {
            let (peak, other) = (try oral.series(output).max() ?? 0, try cream.series(output).max() ?? 1)
            #expect(other < peak / 4, "\(output): \(other) against \(peak)")
        }
        // Dizziness less that on placebo: 6 % on 200 mg, 20 % on 400 mg (pk.p4.dizziness_200, pk.p4.dizziness_400).
        for (dose, published) in [(200.0, 6.0), (300, 12), (400, 20)] {
            let share = try run(.progesterone(dose, days: 30), years: [10 / Unit.daysPerYear]).series("outcome.sedation")[0]
            #expect((0.6...1.6).contains(share / published), "\(dose) mg: \(share) %")
        }
        #expect(try cream.series("outcome.sedation").max() ?? 1 < 0.1)
    }

    @Test("F8: progesterone by mouth lengthens sleep modestly, within the interval of trials")
    func sleep() throws {
        let minutes = try run(.progesterone(300, days: 60), years: [0, 0.1]).series("outcome.sleep")
        #expect(minutes[0] == 0)
        // Nolan 2021 (O1868): 20.7 minutes, -0.2 to 41.6.
        #expect((5...41.6).contains(minutes[1]), "\(minutes[1])")
    }

    @Test("B6: with GABA receptors on osteoblasts switched on, progesterone moves the spine by less than 0.1 % a year")
    func gabaInBone() throws {
        let therapy = [Treatment.progesterone(600, days: Unit.daysPerYear)]
        let changes = try [[], ["gabaOnOsteoblasts"]].map {
            try Experiment(woman: Self.woman, therapy: therapy, hypotheses: $0).observed(at: [0, 1])
                .change("density.lumbarSpine")
        }
        #expect(changes[0] != changes[1] && abs(changes[1] - changes[0]) < 0.1)
    }

    @Test(
        "C9, F10: estrogen alone brings hyperplasia where there is a uterus; twelve days of progesterone a month prevent it"
    )
    func endometrium() throws {
        let output = "outcome.endometrialHyperplasia"
        let alone = try run(Self.conjugated, years: [0, 1]).series(output)
        #expect(alone[0] == 0)
        // Menopause Study Group: 20 % in a year (O1772).
        #expect((12...28).contains(alone[1]), "\(alone[1])")
        var operated = Self.woman
        operated.uterus = false
        #expect(try run(Self.conjugated, years: [1], woman: operated).series(output)[0] == 0)
        for progestogen in [Self.cyclicProgesterone, Self.medroxyprogesterone] {
            let share = try run(Self.conjugated, progestogen, years: [1]).series(output)[0]
            // At most 1 % a year on sufficient progestogen (O1773).
            #expect(share < 1, "\(progestogen.product): \(share)")
        }
    }

    @Test(
        "C9, F10: every day's progestogen at its lowest dose in use leaves at most 0.36 % hyperplasia a year",
        arguments: [
            ("progesterone", "oral micronized", 100.0), ("dydrogesterone", "oral", 5), ("norethisterone acetate", "oral", 0.5),
        ])
    func lowestDoses(medicine: String, form: String, dose: Double) throws {
        let days = 3 * Unit.daysPerYear
        let progestogen = Treatment.daily(medicine, dose, days: days, form: form)
        let share = try run(.daily("estradiol", 1, days: days), progestogen, years: [3])
            .series("outcome.endometrialHyperplasia")[0]
        // REPLENISH with progesterone: at most 0.36 % a year (O1788); the others are in use beside 1 mg as well.
        #expect(share < 3 * 0.36, "\(medicine): \(share) % in 3 years")
    }

    @Test("C9, F10: beside progesterone every day hyperplasia does not jump with the dose of estradiol")
    func noCliff() throws {
        let days = 3 * Unit.daysPerYear
        func share(_ estradiol: Double, _ progesterone: Double) throws -> Double {
            try run(.daily("estradiol", estradiol, days: days), .progesterone(progesterone, days: days), years: [3])
                .series("outcome.endometrialHyperplasia")[0]
        }
        let doses = try [1, 1.5, 2].map { try share($0, 100) }
        #expect(doses[0] <= doses[1] && doses[1] <= doses[2] && doses[2] < 2 * doses[0], "\(doses)")
        // No hyperplasia in ten women on estradiol with 200 to 300 mg (O2042); at most 1 % a year is what counts as protected.
        #expect(try share(2, 200) < 1)
        #expect(doses[2] < 3)
    }

    @Test("F11: thrombosis and stroke grow with age, by the decade as in WHI")
    func ages() throws {
        func risk(_ age: Double, _ output: String) throws -> Double {
            try run(years: [1], woman: .aged(age, menopause: 50)).series(output)[0]
        }
        // Cushman 2004: 7.46 over 4.28 from the seventh to the eighth decade, with room for its wide intervals.
        let thrombosis = try risk(75, "outcome.venousThrombosis") / risk(65, "outcome.venousThrombosis")
        #expect((1.5...2.2).contains(thrombosis), "\(thrombosis)")
        #expect(try risk(75, "outcome.stroke") > 1.5 * risk(65, "outcome.stroke"))
    }

    @Test("F9: estrogen stills hot flushes by dose, progesterone cream does not, and nothing in bone hears of them")
    func flushes() throws {
        func left(_ therapy: Treatment...) throws -> Double {
            let flushes = try Experiment(woman: Self.woman, therapy: therapy).observed(at: [0, 28 / Unit.daysPerYear])
                .series("outcome.hotFlushes")
            return flushes[1] / flushes[0]
        }
        let doses = try [0.25, 0.5, 1, 2].map { try left(.daily("estradiol", $0, days: 100)) }
        // Against placebo in Notelovitz 2000 (O1851 to O1855), at four weeks, when low doses are not at their full effect.
        for (dose, published) in zip(doses, [0.92, 0.65, 0.29, 0.19]) {
            #expect(abs(dose - published) < 0.2, "\(doses)")
        }
        #expect(try left(.daily("progesterone", 20, days: 100, form: "cream")) > 0.95)
        let model = try WomanModel.complete()
        let hearing =
            model.states.filter { !$0.name.hasPrefix("outcomes.") }.map(\.rate)
            + model.variables.filter { !$0.name.hasPrefix("outcomes.") }.map(\.definition)
        #expect(!hearing.contains { $0.symbols.contains { $0.name.hasPrefix("outcomes.symptoms") } })
    }

    @Test(
        "F11: swallowed estrogens raise venous thrombosis, patches do not, and a progestin adds to it and to breast cancer"
    )
    func harms() throws {
        let oral = try run(Self.conjugated, years: [1])
        let patch = try run(.patch(50, years: 1), years: [1])
        let combined = try run(Self.conjugated, Self.medroxyprogesterone, years: [1, 3])
        let thrombosis = "outcome.venousThrombosisRelative"
        #expect(try (1.1...2.8).contains(oral.series(thrombosis)[0]))
        #expect(try (0.89...1.16).contains(patch.series(thrombosis)[0]))
        #expect(try (1.92...2.31).contains(combined.series(thrombosis)[0]))
        #expect(
            try combined.series("outcome.breastCancerRelative")[1] > 1.1
                * oral.series("outcome.breastCancerRelative")[0])
        for harm in ["venousThrombosis", "stroke", "breastCancer"].map({ "outcome.\($0)" }) {
            for name in [harm, harm + "Relative"] {
                let (low, mid, high) = (
                    try combined.series(name + "Low")[1], try combined.series(name)[1],
                    try combined.series(name + "High")[1]
                )
                #expect(low < mid && mid < high, "\(name): \(low), \(mid), \(high)")
            }
        }
    }

    @Test("F12: HDL stays higher on conjugated estrogens with progesterone than with medroxyprogesterone acetate")
    func lipids() throws {
        let bare = try run(years: [0.5]).series("outcome.HDL")[0]
        let progesterone = try run(Self.conjugated, Self.cyclicProgesterone, years: [0.5]).series("outcome.HDL")[0]
        let progestin = try run(Self.conjugated, Self.medroxyprogesterone, years: [0.5]).series("outcome.HDL")[0]
        #expect(progesterone > progestin + 1)
        // PEPI: 2.4 to 2.8 mg/dL over placebo with medroxyprogesterone (O1843, O1844).
        #expect((1...5).contains(progestin - bare), "\(progestin - bare)")
    }
}

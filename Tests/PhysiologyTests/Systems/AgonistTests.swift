import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Depots that stop the ovary")
struct AgonistTests {
    private let woman = Woman.aged(33)

    private func leuprolide(injections: Int) -> Treatment {
        .given(
            "leuprolide", "depot", Quantity(3.75, "mg"), every: 28, days: 28 * Double(injections) - 1)
    }

    private func run(_ therapy: [Treatment], _ ovary: OvaryResolution, _ samples: [Sample]) throws -> Trajectory {
        var experiment = Experiment(woman: woman, therapy: therapy)
        experiment.ovary = ovary
        return try experiment.run(samples)
    }

    @Test(
        "A1: after 3.75 mg of leuprolide estradiol is under half of her mean at three weeks, under 20 pg/mL at four and eight",
        arguments: [OvaryResolution.averaged, .resolved])
    func onset(ovary: OvaryResolution) throws {
        // Weekly samples of Larmore 2000 (O2008 to O2011): 27 ± 19 % at three weeks, none at four to eight.
        let usual = try run([], ovary, [.instant(0), .average(from: 0, to: 84.5)]).series("serum.estradiol")[1]
        let days = [2.0, 21, 28, 56]
        let seen = try run([leuprolide(injections: 1)], ovary, days.map { .instant($0) })
        let (estradiol, lh) = (try seen.series("serum.estradiol"), try seen.series("serum.LH"))
        print(
            "A1: leuprolide, \(ovary): estradiol on \(days)", estradiol.map { $0.rounded(1) }, "of \(usual.rounded(1))")
        #expect(lh[0] > lh[1] && lh[1] < 3, "a flare, then none")
        #expect(estradiol[1] < 0.46 * usual, "27 % and one standard deviation")
        #expect(estradiol[2] < 20 && estradiol[3] < 25)
    }

    @Test(
        "A1: on monthly leuprolide estradiol is 3 to 15 pg/mL; within 80 days of the last injection she cycles again",
        arguments: [OvaryResolution.averaged, .resolved])
    func monthly(ovary: OvaryResolution) throws {
        let last = 140.0
        let seen = try run(
            [leuprolide(injections: 6)], ovary,
            stride(from: 56.0, through: 168, by: 14).map { .instant($0) }
                + [.average(from: last + 80, to: last + 80 + 84.5)])
        let levels = try seen.series("serum.estradiol")
        let progesterone = try seen.series("serum.progesterone")
        print("A1: monthly, \(ovary):", levels.map { $0.rounded(1) }, "progesterone after", progesterone.last ?? 0)
        #expect(levels.dropLast().allSatisfy { (3...15).contains($0) })
        // Her means in youth are 95 pg/mL and 3.6 ng/mL.
        #expect(levels[levels.count - 1] > 60)
        #expect(progesterone[progesterone.count - 1] > 1.5)
    }

    @Test(
        "D6: from the first injection of depot medroxyprogesterone she does not ovulate; estradiol is that of early cycles",
        arguments: [OvaryResolution.averaged, .resolved])
    func depotProgestin(ovary: OvaryResolution) throws {
        let depot = Treatment.given("medroxyprogesterone acetate", "depot", Quantity(150, "mg"), every: 91, days: 182)
        let seen = try run(
            [depot], ovary,
            [.instant(28), .average(from: 0, to: 91), .average(from: 21, to: 91), .average(from: 91, to: 182)])
        let (estradiol, progesterone) = (try seen.series("serum.estradiol"), try seen.series("serum.progesterone"))
        print("D6: estradiol on \(ovary): day 28, means of 0-91, 21-91, 91-182:", estradiol.map { $0.rounded(1) })
        // Some 50 pg/mL at first and 40 in users of years by early assays, 18.9 by later ones (O1522, O1526).
        #expect((15...50).contains(estradiol[0]) && (15...50).contains(estradiol[1]))
        #expect((15...30).contains(estradiol[3]))
        #expect(progesterone[2] < 0.4, "no luteal phase once the one she may be in is over")
    }

    @Test(
        "C8: half a year of leuprolide costs the spine 2 to 6 % by DXA, several times that by QCT, and add-back saves it"
    )
    func bone() throws {
        // DXA -3.2 to -6.1 % (O1963, O2018, O2021), QCT -5.9 to -14 % (O2013, O2016, O2017); kept with add-back (O2020).
        func change(_ addBack: [Treatment]) throws -> (dxa: Double, qct: Double, later: Double) {
            let seen = try Experiment(woman: woman, therapy: [leuprolide(injections: 6)] + addBack)
                .observed(at: [0, 0.5, 1])
            return (
                try seen.change("density.lumbarSpine", to: 1), try seen.change("density.lumbarSpineTrabecular", to: 1),
                try seen.change("density.lumbarSpineTrabecular", to: 2)
            )
        }
        let alone = try change([])
        let together = try change([
            .daily("norethisterone acetate", 5, days: 168), .daily("conjugated estrogens", 0.625, days: 168),
        ])
        print("C8: leuprolide alone \(alone), with norethisterone acetate and conjugated estrogens \(together)")
        #expect((-6 ... -2).contains(alone.dxa))
        #expect((1.5...4.5).contains(alone.qct / alone.dxa))
        #expect(alone.later > alone.qct, "some of it returns within half a year")
        #expect(together.dxa > alone.dxa / 3)
        withKnownIssue("beside the agonist conjugated estrogens leave part of estradiol's action on trabecular bone unmet") {
            #expect(together.qct > alone.qct / 3)
        }
    }
}

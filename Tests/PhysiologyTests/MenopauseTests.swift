import Exchange
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Menopause and cycles")
struct MenopauseTests {
    @Test("her estradiol falls from about 95 to about 5 pg/mL, half of it within half a year of the final period")
    func naturalMenopause() throws {
        // Years from the final period at 51, for a woman of 45 at time zero.
        let offsets = [-6.0, -3, -2, -1, 0, 1, 2, 5, 15]
        let seen = try Experiment(woman: .aged(45, menopause: 51)).observed(at: offsets.map { $0 + 6 })
        let estradiol = try seen.series("serum.estradiol")
        print("own estradiol at \(offsets) years from the final period:", estradiol.map { $0.rounded(1) }, "pg/mL")
        #expect((85...100).contains(estradiol[0]))
        #expect((3...8).contains(estradiol[7]) && (3...8).contains(estradiol[8]))
        #expect(zip(estradiol, estradiol.dropFirst()).allSatisfy { $0 >= $1 })
        // SWAN saw it begin to fall 2.03 years before and end 2.17 years after (O1470, O1472).
        let half = (estradiol[0] + estradiol[8]) / 2
        let around = try Experiment(woman: .aged(45, menopause: 51)).observed(at: [0, 5.5, 6.5]).series("serum.estradiol")
        #expect(around[1] > half && half > around[2])
        #expect(estradiol[2] > 0.75 * estradiol[0], "most of it is still there two years before")
    }

    @Test("the progesterone and estrone of cycles go with estradiol")
    func otherHormones() throws {
        let seen = try Experiment(woman: .aged(45, menopause: 51)).observed(at: [0, 12])
        let progesterone = try seen.series("serum.progesterone")
        let estrone = try seen.series("serum.estrone")
        #expect((2...6).contains(progesterone[0]) && progesterone[1] < 0.3)
        #expect((50...100).contains(estrone[0]) && (15...35).contains(estrone[1]))
        // After menopause estrone is the larger of the two.
        #expect(try estrone[1] > 2 * seen.series("serum.estradiol")[1])
    }

    @Test("removing both ovaries takes her hormones at once")
    func oophorectomy() throws {
        let day = 1 / Unit.daysPerYear
        let seen = try Experiment(woman: .aged(40, menopause: 42, .surgical)).observed(at: [2 - day, 2 + day, 3, 4])
        let estradiol = try seen.series("serum.estradiol")
        #expect(estradiol[0] > 90 && estradiol[1] < 8)
        #expect(try seen.series("serum.progesterone")[1] < 0.3)
        #expect(try seen.change("density.lumbarSpine", from: 0, to: 2) < -1.5)
    }

    @Test("surgery loses bone faster than the year of a natural final period")
    func surgicalAgainstNatural() throws {
        let surgical = try Experiment(woman: .aged(45, menopause: 45, .surgical)).observed(at: [0, 1])
        let natural = try Experiment(woman: .aged(45, menopause: 45)).observed(at: [0, 1])
        let all = try Experiment(woman: .aged(40, menopause: 45)).observed(at: [4, 5])
        #expect(try surgical.series("marker.CTX")[1] >= natural.series("marker.CTX")[1] * 0.95)
        #expect(try surgical.change("density.lumbarSpine") < all.change("density.lumbarSpine"))
    }

    @Test("cycles without ovulation make hardly any progesterone, short luteal phases about half; estradiol stays")
    func cycles() throws {
        func levels(_ cycles: Cycles) throws -> (progesterone: Double, estradiol: Double) {
            var woman = Woman.aged(35)
            woman.cycles = cycles
            let seen = try Experiment(woman: woman).observed(at: [0])
            return (try seen.series("serum.progesterone")[0], try seen.series("serum.estradiol")[0])
        }
        let (full, short, none) = (try levels(.ovulatory), try levels(.shortLuteal), try levels(.anovulatory))
        #expect(none.progesterone < 0.3 && none.progesterone < short.progesterone)
        #expect((0.4...0.6).contains(short.progesterone / full.progesterone))
        #expect(full.estradiol == short.estradiol && full.estradiol == none.estradiol)
    }

    @Test("an earlier menopause leaves less bone at 65")
    func earlyMenopause() throws {
        let ages = [42.0, 47, 52, 57]
        let density = try ages.map {
            try Experiment(woman: .aged(65, menopause: $0)).observed(at: [0]).series("density.lumbarSpine")[0]
        }
        print("spine at 65 after menopause at \(ages):", density.map { $0.rounded(3) }, "g/cm2")
        #expect(zip(density, density.dropFirst()).allSatisfy { $0 < $1 })
    }
}

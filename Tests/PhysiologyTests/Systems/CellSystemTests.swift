import Exchange
import Modeling
import Physiology
import Solving
import Symbolics
import Testing

@Suite("Systems C: cells and tissue")
struct CellSystemTests {
    private let cycling = Woman.aged(35)

    @Test("C1: more RANKL raises osteoclasts and with them CTX within two weeks")
    func osteoclastsAndCTX() throws {
        let seen = try Experiment(woman: cycling, changed: ["skeleton.rankl.productionFactor": 1.3])
            .observed(at: [0, 14 / Unit.daysPerYear])
        #expect(try seen.change("bone.osteoclasts") > 3)
        #expect(try seen.change("marker.CTX") > 3)
    }

    @Test("C2: P1NP follows the osteoblasts, weeks after the osteoclasts")
    func formationLags() throws {
        let weeks = Array(stride(from: 0.0, through: 104, by: 1))
        let seen = try Experiment(woman: cycling, changed: ["skeleton.rankl.productionFactor": 1.3])
            .observed(at: weeks.map { $0 * 7 / Unit.daysPerYear })
        func halfWay(_ output: String) throws -> Double {
            let values = try seen.series(output)
            let top = try #require(values.max())
            let index = try #require(values.firstIndex { $0 > (values[0] + top) / 2 })
            return weeks[index]
        }
        let (osteoclasts, osteoblasts, p1np) = (
            try halfWay("bone.osteoclasts"), try halfWay("bone.osteoblasts"), try halfWay("marker.P1NP")
        )
        print("C2: half of the rise after \(osteoclasts), \(osteoblasts), \(p1np) weeks (osteoclasts, osteoblasts, P1NP)")
        #expect(osteoblasts >= osteoclasts + 3)
        #expect(abs(p1np - osteoblasts) <= 3)
    }

    @Test("C3: without estrogen receptors in osteocytes sclerostin rises and P1NP falls")
    func osteocytesWithoutReceptors() throws {
        let seen = try Experiment(woman: cycling, changed: ["receptors.estrogenInCells.osteocytesReceptors": 0])
            .observed(at: [0, 0.5])
        print("C3: sclerostin \(try seen.change("bone.sclerostin").rounded(1)) %, P1NP \(try seen.change("marker.P1NP").rounded(1)) %")
        #expect(try seen.change("bone.sclerostin") > 5)
        #expect(try seen.change("marker.P1NP") < 0)
    }

    @Test("C4: of all cells, lining cells answer most with RANKL when their estrogen receptors are lost")
    func liningCells() throws {
        func rise(_ cell: String) throws -> Double {
            try Experiment(woman: cycling, changed: ["receptors.estrogenInCells.\(cell)Receptors": 0])
                .observed(at: [0, 0.02]).change("bone.RANKL")
        }
        let lining = try rise("liningCells")
        for cell in ["osteoblasts", "osteocytes", "lymphocytes", "osteoclasts"] {
            let other = try rise(cell)
            print("C4: RANKL \(lining.rounded(2)) % by lining cells, \(other.rounded(2)) % by \(cell)")
            #expect(lining > other, "\(cell)")
        }
    }

    @Test("C5: without lymphocytes the loss of estrogen raises RANKL less, but still raises it")
    func lymphocytes() throws {
        func rise(lymphocytes: Double) throws -> Double {
            let lost = try Experiment(
                woman: .aged(35, menopause: 35, .surgical), changed: ["skeleton.rankl.lymphocytes": lymphocytes]
            ).observed(at: [0, 0.5]).series("bone.RANKL")[1]
            let kept = try Experiment(woman: cycling, changed: ["skeleton.rankl.lymphocytes": lymphocytes])
                .observed(at: [0, 0.5]).series("bone.RANKL")[1]
            return lost - kept
        }
        let (with, without) = (try rise(lymphocytes: 1), try rise(lymphocytes: 0))
        print("C5: RANKL rises by \(with.rounded(3)) with lymphocytes, by \(without.rounded(3)) without")
        #expect(without < with && without > 0)
    }

    @Test("C6: a higher activation frequency alone dips density, and the dip comes back")
    func activationAlone() throws {
        var experiment = Experiment(woman: cycling, changed: ["skeleton.osteoclasts.supplyFactor": 1.3])
        let during = try experiment.observed(at: [0, 0.25, 0.5])
        #expect(try during.change("bone.remodellingSpace") > 5)
        #expect(try during.change("density.lumbarSpine", to: 2) < 0)
        // The woman after it: she rests again, so density returns to within a quarter of the dip in three years.
        experiment.changedBack = 0.5
        let after = try experiment.observed(at: [0, 0.5, 3.5])
        let (dip, left) = (try after.change("density.lumbarSpine", to: 1), try after.change("density.lumbarSpine", to: 2))
        print("C6: spine \(dip.rounded(2)) % after half a year of more remodelling, \(left.rounded(2)) % three years later")
        #expect(dip < -0.1)
        #expect(abs(left) < 0.25 * abs(dip))
    }

    @Test("C7: when no new bone is formed mineral lasts for weeks, and when bone is formed mineral lags behind it")
    func mineralLags() throws {
        let blocked = try Experiment(woman: cycling, changed: ["skeleton.osteoblasts.activityFactor": 0])
            .observed(at: [0, 28 / Unit.daysPerYear])
        #expect(try blocked.change("density.lumbarSpine") > -2.5)
        let model = try WomanModel.model(for: [])
        let mineral = try #require(model.states.firstIndex { $0.name == "skeleton.lumbarSpine.mineral" })
        let volume = try #require(model.states.firstIndex { $0.name == "skeleton.lumbarSpine.volume" })
        let more = try Experiment(woman: cycling, changed: ["skeleton.osteoblasts.activityFactor": 2])
            .observed(at: [0, 0.5])
        #expect(more.states[1][volume] > 1.02 * more.states[0][volume])
        #expect(more.states[1][mineral] < more.states[0][mineral])
    }

    @Test("C8: after menopause the spine loses faster than the radius")
    func compartments() throws {
        let seen = try Experiment(woman: .aged(50, menopause: 51)).observed(at: [0, 4])
        #expect(try seen.change("density.lumbarSpine") < seen.change("density.radius") - 1)
    }
}

import Exchange
import Foundation
import Inference
import Modeling
import Physiology
import Solving
import Testing

@Suite("Sensitivity over whole ranges")
struct GlobalSensitivityTests {
    /// Ishigami T, Homma T, 1990, with the usual a = 7 and b = 0.1, on the cube from −π to π.
    private func ishigami(_ point: [Double]) -> Double {
        let x = point.map { .pi * (2 * $0 - 1) }
        return sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])
    }

    /// The g function of Saltelli and Sobol, 1995; the larger its coefficient, the less a factor does.
    private static let coefficients = [0.0, 1, 4.5, 9, 99]

    private func gFunction(_ point: [Double]) -> Double {
        zip(point, Self.coefficients).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }

    @Test("shares of the Ishigami function are those of its closed form, the third factor acting only with the first")
    func ishigamiShares() throws {
        let design = SobolDesign(factors: 3, samples: 8192, seed: 1)
        let shares = try #require(design.shares(design.points.map(ishigami)))
        let (a, b) = (7.0, 0.1)
        let first = 0.5 * pow(1 + b * pow(.pi, 4) / 5, 2)
        let both = b * b * pow(.pi, 8) * 8 / 225
        let variance = first + a * a / 8 + both
        let expected = [
            (first / variance, (first + both) / variance), (a * a / 8 / variance, a * a / 8 / variance),
            (0, both / variance),
        ]
        for (share, (alone, total)) in zip(shares, expected) {
            // About four standard errors of eight thousand samples.
            #expect(abs(share.first.value - alone) < 0.04, "\(share) \(alone)")
            #expect(abs(share.total.value - total) < 0.03, "\(share) \(total)")
            #expect(share.first.low < share.first.value && share.first.value < share.first.high)
        }
    }

    @Test("intervals of shares hold the truth of the g function about as often as they say")
    func gShares() throws {
        let partial = Self.coefficients.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let variance = partial.reduce(1) { $0 * (1 + $1) } - 1
        var (held, all) = (0, 0)
        for seed in UInt64(1)...8 {
            let design = SobolDesign(factors: 5, samples: 1024, seed: seed)
            let shares = try #require(design.shares(design.points.map(gFunction)))
            for (share, own) in zip(shares, partial) {
                let total = own * (variance + 1) / (1 + own) / variance
                for (index, truth) in [(share.first, own / variance), (share.total, total)] {
                    all += 1
                    if index.low <= truth && truth <= index.high { held += 1 }
                }
            }
        }
        // Of eighty intervals of 95 %, fewer than 66 would hold one time in a million.
        #expect(all == 80 && held >= 66, "\(held) of \(all)")
    }

    @Test("elementary effects of a plane are its slopes, with nothing between places")
    func plane() {
        let design = MorrisDesign(factors: 3, trajectories: 6, seed: 1)
        let effects = design.effects(design.points.map { 2 * $0[0] - 5 * $0[1] })
        for (effect, slope) in zip(effects, [2.0, -5, 0]) {
            #expect(abs(effect.mean - slope) < 1e-12 && abs(effect.meanAbsolute - abs(slope)) < 1e-12)
            #expect(effect.deviation < 1e-12 && effect.count == 6)
        }
        #expect(MorrisDesign.strongest([effects], count: 2) == [0, 1])
    }

    @Test("factors that bend or act together show it by the spread of their effects, and keep their order")
    func bending() {
        let design = MorrisDesign(factors: 5, trajectories: 200, seed: 1)
        let effects = design.effects(design.points.map(gFunction))
        let sizes = effects.map(\.meanAbsolute)
        #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 > $1 }, "\(sizes)")
        #expect(effects[0].deviation > 0.5 * effects[0].meanAbsolute)
        #expect(design.points.allSatisfy { $0.allSatisfy { (0...1).contains($0) } })
    }

    @Test("what cannot be computed is left out, and an output that never moves has no shares")
    func gaps() throws {
        let design = SobolDesign(factors: 3, samples: 512, seed: 2)
        var values = design.points.map(ishigami)
        values[7] = .nan
        #expect(try #require(design.shares(values)).allSatisfy { $0.total.value.isFinite })
        #expect(design.shares(values.map { _ in 3 }) == nil)
        let morris = MorrisDesign(factors: 2, trajectories: 3, seed: 1)
        var effects = morris.points.map { $0[0] + $0[1] }
        effects[0] = .nan
        #expect(morris.effects(effects).map(\.count).reduce(0, +) == 5, "one effect of six needs the missing value")
    }

    @Test("the same seed gives the same points, another seed others")
    func seeds() {
        #expect(SobolDesign(factors: 2, samples: 4, seed: 5).points == SobolDesign(factors: 2, samples: 4, seed: 5).points)
        #expect(SobolDesign(factors: 2, samples: 4, seed: 5).points != SobolDesign(factors: 2, samples: 4, seed: 6).points)
        #expect(
            MorrisDesign(factors: 9, trajectories: 4, seed: 5).points != MorrisDesign(factors: 9, trajectories: 4, seed: 6).points)
    }

    @Test("a sweep runs the scenario with parameters at their places within ranges, and tells what did not run")
    func sweep() async throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Examples/cooper-patch-50.yaml")
        let scenario = try ScenarioReader.forModel.read(file: file.path)
        let parameters = try WomanModel.model(for: scenario.therapy).parameters
        let share = try #require(parameters.first { $0.name == "skeleton.osteoclasts.dyingShare" })
        let range = try #require(ParameterRange(share, unstatedFactor: nil))
        #expect(range.isStated && abs(range.value(at: 0.5) - (range.range.lowerBound * range.range.upperBound).squareRoot()) < 1e-9)
        let own = log(share.value / range.range.lowerBound) / log(range.range.upperBound / range.range.lowerBound)
        let sweep = try ParameterSweep(scenario, outputs: ["density.lumbarSpine", "serum.estradiol"], ranges: [range])
        let values = try await sweep.values(at: [[own], [0], [1]])
        let run = try Simulation(scenario, resolution: .multiscale)
        let end = scenario.years
        let (last, first) = (
            try #require(run.value("density.lumbarSpine", at: end)), try #require(run.value("density.lumbarSpine", at: 0))
        )
        // Eight lanes share their steps.
        #expect(abs(values[0][0] - 100 * (last / first - 1)) < 0.01, "the change in %")
        #expect(abs(values[1][0] - (try #require(run.value("serum.estradiol", at: end)))) < 0.01, "pg/mL")
        #expect(abs(values[0][2] - values[0][1]) > 0.1, "the share of precursors that die matters for the spine")
    }
}

import Exchange
import Foundation
import Physiology
import Solving
import Testing
import Trials

@Suite("Bands of the fit")
struct ParameterBandTests {
    private func scenario() throws -> Scenario { try Examples.scenario("cooper-patch-50.yaml") }

    @Test("where members do not differ the band is the simulation, and where nothing is shared there is none")
    func degenerate() throws {
        let scenario = try scenario()
        let band = try ParameterBand(
            scenario, members: Array(repeating: ["skeleton.lumbarSpine.turnover": 1], count: 3))
        let run = try Simulation(scenario, resolution: .multiscale)
        let end = scenario.years
        let value = try #require(run.value("density.lumbarSpine", at: end))
        let found = try #require(band.value(of: "density.lumbarSpine", at: end))
        // Eight lanes share their steps, so the last digits differ from one alone.
        #expect(abs(found.lowerBound / value - 1) < 1e-4 && abs(found.upperBound / value - 1) < 1e-4)
        #expect(band.value(of: "serum.estradiol", at: end) == nil, "levels were not what parameters were fitted to")
        #expect(band.members == 3 && band.failed == 0)
    }

    @Test("a band is as wide as what the parameter that differs does, and holds changes from time zero of each member")
    func width() throws {
        let scenario = try scenario()
        let name = "skeleton.lumbarSpine.turnover"
        let members = stride(from: 0.8, through: 1.2, by: 0.04).map { [name: $0] }
        let band = try ParameterBand(scenario, members: members)
        let end = scenario.years
        let ends = try [0.82, 1.18].map { factor -> Double in
            let prepared = try PreparedScenario(scenario)
            let run = try Simulation.variants(
                ScenarioSolver(prepared, resolution: .multiscale), [.init(parameterFactors: [name: factor])])[0]
            let (last, first) = (run.value("density.lumbarSpine", at: end), run.value("density.lumbarSpine", at: 0))
            return try #require(last) / #require(first)
        }
        let ratio = try #require(band.ratio(of: "density.lumbarSpine", at: end))
        #expect(
            abs(ratio.lowerBound - ends.min()!) < 3e-4 && abs(ratio.upperBound - ends.max()!) < 3e-4, "\(ratio) \(ends)"
        )
        let hip = try #require(band.ratio(of: "density.totalHip", at: end))
        #expect(
            hip.upperBound - hip.lowerBound < 0.05 * (ratio.upperBound - ratio.lowerBound), "another site hardly moves")
        #expect(try #require(band.ratio(of: "density.lumbarSpine", at: 0)) == 1...1)
    }

    @Test("the ensemble that ships has members about the fitted values, which go together")
    func shipped() throws {
        let members = FittedEnsemble.members
        #expect((64...200).contains(members.count))
        let names = try #require(members.first).keys.sorted()
        #expect(names.allSatisfy { FittedParameters.table[$0] != nil }, "each is a fitted parameter")
        for name in names {
            let sorted = members.compactMap { $0[name] }.sorted()
            #expect(sorted.count == members.count && sorted[0] > 0)
            #expect((sorted.quantile(0.05)...sorted.quantile(0.95)).contains(1), "\(name) lies in its own ensemble")
        }
    }

    @Test("quantiles lie between neighbours", arguments: [(0.0, 1.0), (0.5, 2.5), (1.0, 4.0), (0.25, 1.75)])
    func quantiles(probability: Double, expected: Double) {
        #expect([1.0, 2, 3, 4].quantile(probability) == expected)
    }
}

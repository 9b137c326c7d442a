import Exchange
import Foundation
import Populations
import Testing

@testable import Trials

@Suite("How many women a trial needs")
struct TrialPowerTests {
    private static let endpoints = """
          - {output: density.lumbarSpine, measure: percent change, at: 1 year}
          - {output: density.lumbarSpine, measure: losers, losing: 1 %, at: 1 year}
          - {output: fracture.any, measure: hazard ratio, against: placebo, at: 1 year}
        """

    private func values(_ place: Int) async throws -> (EndpointValues, TrialData) {
        let trial = try TrialSamples.patch("measurement: {density.lumbarSpine: 5 %}", endpoints: Self.endpoints)
        let data = try await TrialSamples.data(trial, women: 400)
        return (EndpointValues(data, trial.endpoints[place]), data)
    }

    @Test("power in closed form is how often women drawn again are found to differ")
    func resampled() async throws {
        let (values, data) = try await values(0)
        let power = TrialPower(values, arms: (1, 0), level: 0.05)
        let arms = [1, 0].map { arm in
            data.women(ofArm: arm).map { woman in
                100
                    * (data.measured(woman, output: 0, time: data.run.times.count - 1)
                        / data.measured(woman, output: 0, time: 0) - 1)
            }
        }
        let size = try #require(power.size(reaching: 0.8))
        var generator = CounterBasedGenerator(seed: 1, woman: 1, purpose: "resampling")
        let trials = 2_000
        let found = (0..<trials).count { _ in
            let samples = arms.map { women in
                SampleMoments((0..<size).map { _ in women[Int(generator.uniform() * Double(women.count))] })
            }
            let estimate = Estimate.difference(samples[0], samples[1], sizes: (size, size))
            return estimate.low > 0 || estimate.high < 0
        }
        let share = Double(found) / Double(trials)
        // Three standard errors of 2,000 trials are 0.03, and these women are a sample themselves.
        #expect(abs(share - power.power(size: size)) < 0.04, "\(size) women: \(share), \(power.power(size: size))")
    }

    @Test("the number reached is the smallest, and more women find more")
    func smallest() async throws {
        for place in 0..<3 {
            let power = TrialPower(try await values(place).0, arms: (1, 0), level: 0.05)
            let size = try #require(power.size(reaching: 0.8))
            #expect(power.power(size: size) >= 0.8)
            if size > 2 { #expect(!(power.power(size: size - 1) >= 0.8)) }
            #expect(power.power(size: 4 * size) > power.power(size: size))
            let stricter = TrialPower(try await values(place).0, arms: (1, 0), level: 0.01)
            #expect(stricter.power(size: size) < power.power(size: size))
        }
    }

    @Test("the events of a hazard ratio are those of Schoenfeld's formula")
    func events() async throws {
        let (values, _) = try await values(2)
        let power = TrialPower(values, arms: (1, 0), level: 0.05)
        let size = Double(try #require(power.size(reaching: 0.9)))
        let risks = [1, 0].map { values.sample(ofArm: $0).mean / 100 }
        // With small risks alike: 4 (z + z)^2 / (log HR)^2 events in all.
        let z = NormalDistribution.quantile(0.975) + NormalDistribution.quantile(0.9)
        let expected = 4 * z * z / pow(log(power.effect), 2)
        let events = size * (risks[0] + risks[1])
        #expect(abs(events / expected - 1) < 0.05, "\(events) \(expected)")
    }

    @Test("nothing is promised where arms do not differ")
    func none() async throws {
        let (values, _) = try await values(0)
        let power = TrialPower(values, arms: (0, 0), level: 0.05)
        #expect(abs(power.power(size: 100) - 0.05) < 1e-6)
        #expect(power.size(reaching: 0.8) == nil)
    }
}

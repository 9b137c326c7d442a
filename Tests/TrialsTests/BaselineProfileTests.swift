import Exchange
import Populations
import Solving
import Symbolics
import Testing
import Trials

@Suite("Systems G9: who a woman is at the start decides what she gains")
struct BaselineProfileTests {
    /// Spine gained in three years on conjugated estrogens less what is lost without, in %, of women like those of PEPI.
    private static let gains = Result { () throws -> [(woman: VirtualWoman, gain: Double)] in
        let women = try VirtualWomen(seed: 1, like: .named("PEPI"))
        let days = 3 * Unit.daysPerYear
        let numbers = 1..<961
        func change(_ therapy: [Treatment]) throws -> [Double] {
            let scenario = Scenario(
                title: "arm", woman: women.centre, therapy: therapy, horizon: days, reportInterval: days)
            let cohort = try Cohort(scenario, women: women, count: numbers.count, outputs: ["density.lumbarSpine"])
            return try CohortSimulation(cohort).results(for: numbers).map { 100 * ($0.values[1] / $0.values[0] - 1) }
        }
        let estrogen = Treatment(
            medicine: "conjugated estrogens", form: "oral", dose: Quantity(0.625, "mg"), every: 1, until: days)
        return zip(numbers, zip(try change([estrogen]), try change([]))).map { (women[$0], $1.0 - $1.1) }
    }

    /// Mean gain of the lower half less that of the upper half, by a measure of the woman.
    private func difference(_ measure: (VirtualWoman) -> Double) throws -> Double {
        let sorted = try Self.gains.get().sorted { measure($0.woman) < measure($1.woman) }.map(\.gain)
        func mean(_ values: some Collection<Double>) -> Double { values.reduce(0, +) / Double(values.count) }
        return mean(sorted.prefix(sorted.count / 2)) - mean(sorted.suffix(sorted.count / 2))
    }

    @Test("G9: women of low density gain more from estrogen, since fast turnover has cost them bone before")
    func lowDensity() throws {
        let spine = try difference { woman in
            guard case .measured(let density)? = woman.woman.density[.lumbarSpine] else { return .nan }
            return density.value
        }
        #expect(spine > 0, "\(spine)")
    }

    @Test("G9: every woman gains, those of fast turnover the most")
    func turnover() throws {
        let gains = try Self.gains.get()
        #expect(gains.filter { $0.gain > 0 }.count > gains.count * 9 / 10)
        let fast = try difference { woman in woman.factors.first { $0.variation == "boneTurnover" }?.value ?? .nan }
        #expect(fast < -0.5, "\(fast)")
    }

    @Test("G9: older women gain more from estrogen than younger ones of the same trial")
    func age() throws {
        let younger = try difference { $0.woman.age }
        #expect(younger < -0.1, "\(younger)")
    }
}

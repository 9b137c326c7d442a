import Testing

@testable import Populations

@Suite("The counter-based generator")
struct CounterBasedGeneratorTests {
    // Philox4x32 with ten rounds from the kat_vectors of Random123, Salmon 2011.
    @Test(
        "gives the published answers",
        arguments: [
            (
                SIMD4<UInt32>(repeating: 0), SIMD2<UInt32>(repeating: 0),
                SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
            ),
            (
                SIMD4<UInt32>(repeating: .max), SIMD2<UInt32>(repeating: .max),
                SIMD4<UInt32>(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
            ),
            (
                SIMD4<UInt32>(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
                SIMD2<UInt32>(0xa409_3822, 0x299f_31d0),
                SIMD4<UInt32>(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
            ),
        ])
    func knownAnswers(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, answer: SIMD4<UInt32>) {
        #expect(CounterBasedGenerator.block(counter: counter, key: key) == answer)
    }

    private func numbers(_ seed: UInt64, _ woman: UInt32, _ purpose: String) -> [UInt64] {
        var generator = CounterBasedGenerator(seed: seed, woman: woman, purpose: purpose)
        return (0..<4).map { _ in generator.next() }
    }

    @Test("depends on seed, woman and purpose, and on nothing else")
    func streams() {
        let one = numbers(1, 4711, "weight")
        #expect(one == numbers(1, 4711, "weight"))
        // Four different numbers: two blocks of two, so the counter moves.
        #expect(Set(one).count == 4)
        let others = [
            numbers(2, 4711, "weight"), numbers(1 << 32 | 1, 4711, "weight"), numbers(1, 4712, "weight"),
            numbers(1, 4711, "vitaminD"), numbers(1, 4711, ""),
        ]
        for other in others { #expect(Set(one).isDisjoint(with: other)) }
    }

    @Test("gives uniform numbers strictly between zero and one")
    func uniform() {
        var generator = CounterBasedGenerator(seed: 7, woman: 1, purpose: "test")
        let numbers = (0..<100_000).map { _ in generator.uniform() }
        #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
        let mean = numbers.reduce(0, +) / 100_000
        // Standard error of the mean: sqrt(1/12) / sqrt(100,000) = 0.0009; four of them.
        #expect(abs(mean - 0.5) < 0.0037)
        // The ends of the 52 bits, as the doc comment says.
        #expect((Double(UInt64.max >> 12) + 0.5) * 0x1p-52 < 1)
    }

    @Test("gives standard normal numbers")
    func normal() {
        var generator = CounterBasedGenerator(seed: 7, woman: 1, purpose: "test")
        let numbers = (0..<100_000).map { _ in generator.normal() }
        let mean = numbers.reduce(0, +) / 100_000
        let variance = numbers.map { $0 * $0 }.reduce(0, +) / 100_000
        // Standard errors: 1/sqrt(n) = 0.0032 of the mean and sqrt(2/n) = 0.0045 of the variance; four of each.
        #expect(abs(mean) < 0.0127)
        #expect(abs(variance - 1) < 0.018)
    }

    // Points from the three pieces of the approximation; the first, third and last are printed in Wichura 1988.
    @Test(
        "inverts the normal distribution to the last digits",
        arguments: [
            (0.25, -0.674489750196081743), (0.975, 1.95996398454005424), (0.001, -3.09023230616781355),
            (1e-10, -6.36134090240405621), (1e-20, -9.26234008979840758),
        ])
    func quantile(probability: Double, expected: Double) {
        #expect(abs(NormalDistribution.quantile(probability) / expected - 1) < 1e-15)
    }
}

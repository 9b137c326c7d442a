import Modeling

/// Random bits as a function of a seed, a woman and a purpose, not of what was drawn before.
///
/// Philox4x32-10: Salmon JK, Moraes MA, Dror RO, Shaw DE. Parallel random numbers: as easy as 1, 2, 3. SC'11,
/// doi 10.1145/2063384.2063405. The seed is the key; block, woman and the hash of the purpose are the counter, so
/// that every woman has a stream of 2^32 blocks for every purpose, and a new purpose leaves the others as they were.
public struct CounterBasedGenerator: RandomNumberGenerator, Sendable {
    private let key: SIMD2<UInt32>
    private var counter: SIMD4<UInt32>
    private var spare: UInt64?

    /// - Parameters:
    ///   - woman: her number.
    ///   - purpose: what the numbers are for, for example `weight`.
    public init(seed: UInt64, woman: UInt32, purpose: String) {
        let hash = StableHash(purpose).value
        key = [UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)]
        counter = [0, woman, UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32)]
    }

    public mutating func next() -> UInt64 {
        if let number = spare {
            spare = nil
            return number
        }
        let block = Self.block(counter: counter, key: key)
        counter[0] &+= 1
        spare = UInt64(block[3]) << 32 | UInt64(block[2])
        return UInt64(block[1]) << 32 | UInt64(block[0])
    }

    /// A number between zero and one, neither included: the midpoint of one of 2^52 equal intervals.
    public mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

    /// A standard normal number, from one uniform number by the inverse of the distribution function.
    public mutating func normal() -> Double { NormalDistribution.quantile(uniform()) }

    /// The 128 bits that belong to a counter under a key.
    static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var counter = counter
        var key = key
        for _ in 0..<rounds {
            let left = UInt64(multipliers[0]) * UInt64(counter[0])
            let right = UInt64(multipliers[1]) * UInt64(counter[2])
            counter = [
                UInt32(truncatingIfNeeded: right >> 32) ^ counter[1] ^ key[0], UInt32(truncatingIfNeeded: right),
                UInt32(truncatingIfNeeded: left >> 32) ^ counter[3] ^ key[1], UInt32(truncatingIfNeeded: left),
            ]
            key &+= keyIncrements
        }
        return counter
    }

    private static let rounds = 10
    private static let multipliers: SIMD2<UInt32> = [0xD251_1F53, 0xCD9E_8D57]
    /// The golden ratio and the square root of three, less one, as fractions of 2^32.
    private static let keyIncrements: SIMD2<UInt32> = [0x9E37_79B9, 0xBB67_AE85]
}

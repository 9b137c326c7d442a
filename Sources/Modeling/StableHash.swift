/// A 64-bit hash that is the same on every machine and in every run, unlike Swift's own, which is salted.
///
/// FNV-1a of Fowler, Noll and Vo, over the bytes in the order they are added. It tells settings apart; it is no
/// protection against someone who wants two to look alike.
public struct StableHash: Hashable, Sendable {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    public init() {}

    /// The hash of a text alone.
    public init(_ text: String) { add(text) }

    /// Sixteen hexadecimal digits.
    public var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Adds a text and an end mark, so that `ab`, `c` differs from `a`, `bc`.
    public mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte: byte) }
        add(byte: 0xff)
    }

    /// Adds the 64 bits of a number.
    public mutating func add(_ number: Double) {
        for shift in stride(from: 0, to: 64, by: 8) {
            add(byte: UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
        }
    }

    private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* Self.prime }
}

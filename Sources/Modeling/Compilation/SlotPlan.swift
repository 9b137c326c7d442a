/// Gives values their places in a workspace, so that a temporary's place serves again once nothing reads it: the
/// workspace of a long program then stays within the nearest cache.
struct SlotPlan {
    private var slots: [Int32]
    private var lastUse: [Int]
    private var isKept: [Bool]
    private var free: [Int32] = []
    private(set) var count = 0

    private static let unplaced: Int32 = -1

    init(valueCount: Int) {
        slots = Array(repeating: Self.unplaced, count: valueCount)
        lastUse = Array(repeating: -1, count: valueCount)
        isKept = Array(repeating: false, count: valueCount)
    }

    /// A place that is never given to another value.
    @discardableResult
    mutating func keep(_ value: Int32) -> Int32 {
        isKept[Int(value)] = true
        return place(value, at: Int32(count))
    }

    /// A place until the value's last use.
    mutating func borrow(_ value: Int32) -> Int32 { place(value, at: free.popLast() ?? Int32(count)) }

    private mutating func place(_ value: Int32, at slot: Int32) -> Int32 {
        slots[Int(value)] = slot
        count = max(count, Int(slot) + 1)
        return slot
    }

    /// Where a value stands; an operand that an instruction does not have may stand nowhere and reads place zero.
    func slot(_ value: Int32) -> Int32 { max(slots[Int(value)], 0) }

    /// Learns which instruction reads which values, and which are read after the last one.
    mutating func noteUses(_ operands: [ArraySlice<Int32>], forEver results: [Int32]) {
        for (position, values) in operands.enumerated() {
            for value in values { lastUse[Int(value)] = position }
        }
        for value in results { lastUse[Int(value)] = .max }
    }

    /// Frees the places of values that the instruction at `position` was the last to read.
    mutating func release(_ values: ArraySlice<Int32>, after position: Int) {
        for value in Set(values) where lastUse[Int(value)] == position && !isKept[Int(value)] {
            free.append(slots[Int(value)])
        }
    }
}

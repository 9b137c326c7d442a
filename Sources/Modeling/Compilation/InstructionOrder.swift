/// Puts instructions of one kind beside each other, as far as what they read allows, so that an interpreter decides
/// what to do once a run and not once an instruction.
///
/// Only the next thousand instructions are looked at. Fewer make runs short, and a step of the whole model then takes
/// nearly twice as long; more no longer lengthen them, and spread temporaries over a larger workspace.
struct InstructionOrder {
    /// What one instruction does and which earlier ones it reads.
    struct Entry {
        let operation: Program.Operation
        /// Positions, in the given order, of the instructions it reads.
        let needs: [Int]
    }

    private static let window = 1000

    /// The positions of `entries` in the new order.
    static func grouped(_ entries: [Entry]) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(entries.count)
        var isDone = Array(repeating: false, count: entries.count)
        var window = Array(entries.indices.prefix(Self.window))
        var next = window.count
        while !window.isEmpty {
            var ready = Array(repeating: 0, count: Program.Operation.allCases.count)
            for position in window where entries[position].needs.allSatisfy({ isDone[$0] }) {
                ready[Int(entries[position].operation.rawValue)] += 1
            }
            // The kind with most instructions that can run now; the first instruction always can.
            let chosen = ready.indices.max { ready[$0] < ready[$1] } ?? 0
            window.removeAll { position in
                guard entries[position].operation.rawValue == UInt8(chosen),
                    entries[position].needs.allSatisfy({ isDone[$0] })
                else { return false }
                isDone[position] = true
                order.append(position)
                return true
            }
            while window.count < Self.window, next < entries.count {
                window.append(next)
                next += 1
            }
        }
        return order
    }
}

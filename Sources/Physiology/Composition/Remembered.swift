import Synchronization

/// What was found before, by what was asked; who was not asked for longest is forgotten first.
///
/// A class because those who ask share what is kept; it may be shared between threads.
package final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Memory {
        var values: [Key: (value: Value, lastAsked: UInt64)] = [:]
        var asked: UInt64 = 0
    }

    private let memory = Mutex(Memory())
    private let capacity: Int

    package init(capacity: Int) { self.capacity = capacity }

    package subscript(key: Key) -> Value? {
        get {
            memory.withLock { memory in
                memory.asked += 1
                memory.values[key]?.lastAsked = memory.asked
                return memory.values[key]?.value
            }
        }
        set {
            memory.withLock { memory in
                guard let newValue else {
                    memory.values[key] = nil
                    return
                }
                if memory.values[key] == nil, memory.values.count >= capacity,
                    let oldest = memory.values.min(by: { $0.value.lastAsked < $1.value.lastAsked })
                {
                    memory.values[oldest.key] = nil
                }
                memory.asked += 1
                memory.values[key] = (newValue, memory.asked)
            }
        }
    }
}

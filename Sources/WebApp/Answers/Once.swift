/// Something that takes a while and is made when it is first asked for, once.
///
/// An actor because all requests wait for the same.
actor Once<Value: Sendable> {
    private let make: @Sendable () async throws -> Value
    private var task: Task<Value, any Error>?

    init(_ make: @escaping @Sendable () async throws -> Value) { self.make = make }

    /// - Throws: what making it throws; the next who asks tries again.
    var value: Value {
        get async throws {
            let mine = task ?? Task { [make] in try await make() }
            task = mine
            do {
                return try await mine.value
            } catch {
                task = nil
                throw error
            }
        }
    }
}

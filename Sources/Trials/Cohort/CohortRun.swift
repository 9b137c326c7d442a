/// Works through the women of a cohort in chunks, several at once, and hands the chunks on in order.
///
/// Memory stays flat: a chunk is begun only while fewer than `lookAhead` chunks are begun and not handed on, so one
/// slow chunk holds the others up instead of letting finished ones pile up. Chunks begin at fixed numbers, so that a
/// run that is continued makes the same ones as a run without interruption.
public struct CohortRun: Sendable {
    /// How many women there are; their numbers begin with one.
    public let women: Int
    /// How many women a chunk has; the last may have fewer.
    public let chunkSize: Int
    /// How many chunks are made at once.
    public let threads: Int
    /// How many chunks may be begun and not yet handed on.
    public let lookAhead: Int

    /// - Parameter lookAhead: twice the threads by default.
    public init(women: Int, chunkSize: Int = 16, threads: Int, lookAhead: Int? = nil) {
        precondition(women >= 0 && chunkSize > 0 && threads > 0)
        self.women = women
        self.chunkSize = chunkSize
        self.threads = threads
        self.lookAhead = max(1, lookAhead ?? 2 * threads)
    }

    /// Makes all chunks after the women already done.
    ///
    /// - Parameters:
    ///   - done: how many women need not be made again: none, or whole chunks of them.
    ///   - make: makes the chunk of women with these numbers; called from several threads at once.
    ///   - deliver: takes the chunks in order, one at a time.
    /// - Throws: `CancellationError` if the task was cancelled, and whatever `make` or `deliver` throw. Every chunk
    ///   before the one at fault has then been handed on.
    public func run<Chunk: Sendable>(
        after done: Int = 0, isolation: isolated (any Actor)? = #isolation,
        make: @escaping @Sendable (Range<Int>) throws -> Chunk, deliver: (Chunk) throws -> Void
    ) async throws {
        precondition(done == women || done % chunkSize == 0, "only whole chunks count as done")
        let chunks = (women + chunkSize - 1) / chunkSize
        var delivered = (done + chunkSize - 1) / chunkSize
        var begun = delivered
        var running = 0
        var waiting: [Int: Result<Chunk, any Error>] = [:]
        try await withThrowingTaskGroup(of: (Int, Result<Chunk, any Error>).self) { group in
            defer { group.cancelAll() }
            while delivered < chunks {
                while running < threads, begun < min(chunks, delivered + lookAhead), !Task.isCancelled {
                    let index = begun
                    let numbers = range(of: index)
                    group.addTask { (index, Result { try make(numbers) }) }
                    begun += 1
                    running += 1
                }
                guard let (index, result) = try await group.next() else { throw CancellationError() }
                running -= 1
                waiting[index] = result
                while let result = waiting.removeValue(forKey: delivered) {
                    try deliver(result.get())
                    delivered += 1
                }
            }
        }
    }

    private func range(of chunk: Int) -> Range<Int> {
        let first = 1 + chunk * chunkSize
        return first..<min(first + chunkSize, women + 1)
    }
}

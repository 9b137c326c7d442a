import HTTPTypes
import Hummingbird

/// Does work for requests: so much at once, the rest in the order in which it came, nothing for longer than is allowed.
///
/// Work ends early when whoever asked for it goes away.
actor Workbench {
    private let workers: Int
    private let queue: Int
    private let threads = WorkThreads()
    private var working = 0
    private var waiting: [(number: UInt64, turn: CheckedContinuation<Void, any Error>)] = []
    private var lastNumber: UInt64 = 0

    /// What is done and what waits at this moment.
    var load: (working: Int, waiting: Int) { (working, waiting.count) }

    /// - Parameters:
    ///   - workers: what is done at once.
    ///   - queue: what waits at most; the next is refused.
    init(workers: Int, queue: Int) {
        self.workers = workers
        self.queue = queue
    }

    /// Does the work on a thread of its own when its turn comes.
    ///
    /// - Throws: ``Refusal`` where too much waits already or the time is over, `CancellationError` if the task was
    ///   cancelled, or what the work throws.
    nonisolated func run<Result: Sendable>(
        within limit: Duration, _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await enter()
        do {
            let result = try await timed(limit, work)
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private nonisolated func timed<Result: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            defer { group.cancelAll() }
            group.addTask(executorPreference: threads) { try work() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw Refusal(
                    .serviceUnavailable,
                    "this takes longer than \(limit.components.seconds) s, the most that is allowed; "
                        + "expected fewer years or rows", retryAfter: 60)
            }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    // MARK: Turns

    private func enter() async throws {
        try Task.checkCancellation()
        if working < workers {
            working += 1
            return
        }
        guard waiting.count < queue else {
            throw Refusal(.serviceUnavailable, "too much is simulated at once; try again in a second", retryAfter: 1)
        }
        lastNumber += 1
        let number = lastNumber
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (turn: CheckedContinuation<Void, any Error>) in
                if Task.isCancelled {
                    turn.resume(throwing: CancellationError())
                } else {
                    waiting.append((number, turn))
                }
            }
        } onCancel: {
            Task { await self.giveUp(number) }
        }
    }

    private func giveUp(_ number: UInt64) {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: place).turn.resume(throwing: CancellationError())
    }

    /// Hands the place on to who waits longest.
    private func leave() {
        if waiting.isEmpty { working -= 1 } else { waiting.removeFirst().turn.resume() }
    }
}

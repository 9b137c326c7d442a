import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import WebApp

/// Work done for requests: how much at once, in which order, for how long.
struct WorkbenchTests {
    /// A class because tasks share it.
    private final class Tally: Sendable {
        let now = Mutex(0)
        let most = Mutex(0)
    }

    /// Waits until the bench is as it is said, however busy the machine is; half a minute at most.
    private func wait(for bench: Workbench, until isReached: (_ working: Int, _ waiting: Int) -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while true {
            let load = await bench.load
            if isReached(load.working, load.waiting) { return }
            try #require(ContinuousClock.now < end, "\(load) after half a minute")
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    @Test("never more is done at once than there are workers")
    func workers() async throws {
        let bench = Workbench(workers: 2, queue: 100)
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await bench.run(within: .seconds(300)) {
                        let now = tally.now.withLock {
                            $0 += 1
                            return $0
                        }
                        tally.most.withLock { $0 = max($0, now) }
                        // The first waits for company, which a busy machine may be slow to send.
                        let end = ContinuousClock.now + .seconds(60)
                        while tally.most.withLock({ $0 }) < 2, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.002) }
                        Thread.sleep(forTimeInterval: 0.01)
                        tally.now.withLock { $0 -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(tally.most.withLock { $0 } == 2)
    }

    @Test("who finds the queue full is told to come again, and who waits is served")
    func fullQueue() async throws {
        let bench = Workbench(workers: 1, queue: 1)
        let gate = DispatchSemaphore(value: 0)
        let first = Task { try await bench.run(within: .seconds(30)) { gate.wait() } }
        try await wait(for: bench) { working, _ in working == 1 }
        let second = Task { try await bench.run(within: .seconds(30)) { 2 } }
        try await wait(for: bench) { _, waiting in waiting == 1 }
        await #expect {
            try await bench.run(within: .seconds(30)) { 3 }
        } throws: { ($0 as? Refusal)?.status == .serviceUnavailable && ($0 as? Refusal)?.retryAfter != nil }
        gate.signal()
        try await first.value
        #expect(try await second.value == 2)
    }

    @Test("who goes away gives the place in the queue free, and the work under way hears of it")
    func leaving() async throws {
        let bench = Workbench(workers: 1, queue: 1)
        let heard = Tally()
        let first = Task {
            try await bench.run(within: .seconds(30)) {
                while !Task.isCancelled { Thread.sleep(forTimeInterval: 0.005) }
                heard.now.withLock { $0 = 1 }
            }
        }
        try await wait(for: bench) { working, _ in working == 1 }
        let second = Task { try await bench.run(within: .seconds(30)) {} }
        try await wait(for: bench) { _, waiting in waiting == 1 }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        first.cancel()
        _ = await first.result
        #expect(heard.now.withLock { $0 } == 1)
        #expect(try await bench.run(within: .seconds(30)) { 4 } == 4)
    }

    @Test("work that takes longer than is allowed is stopped with a sentence")
    func timeIsUp() async throws {
        let bench = Workbench(workers: 1, queue: 1)
        await #expect {
            try await bench.run(within: .milliseconds(50)) {
                while !Task.isCancelled { Thread.sleep(forTimeInterval: 0.005) }
                throw CancellationError()
            }
        } throws: { ($0 as? Refusal)?.status == .serviceUnavailable }
    }
}

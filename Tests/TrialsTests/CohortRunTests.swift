import Foundation
import Synchronization
import Testing
import Trials

@Suite("Working through a cohort")
struct CohortRunTests {
    /// What happened to chunks, seen from several threads.
    private final class Log: Sendable {
        struct Counts {
            var pending = 0
            var mostPending = 0
            var made: [Int] = []
        }

        let counts = Mutex(Counts())

        func begin(_ first: Int) {
            counts.withLock {
                $0.pending += 1
                $0.mostPending = max($0.mostPending, $0.pending)
                $0.made.append(first)
            }
        }

        func deliver() { counts.withLock { $0.pending -= 1 } }
    }

    @Test("hands chunks on in order, whichever is ready first", arguments: [1, 2, 5])
    func order(threads: Int) async throws {
        var numbers: [Int] = []
        try await CohortRun(women: 103, chunkSize: 10, threads: threads).run(
            make: { range in
                // Early chunks take longest.
                usleep(UInt32(max(0, 60 - range.lowerBound)) * 50)
                return Array(range)
            }, deliver: { numbers += $0 })
        #expect(numbers == Array(1...103))
    }

    @Test("never has more chunks begun and not handed on than the bound, even if the first is slow")
    func flatMemory() async throws {
        let log = Log()
        try await CohortRun(women: 2000, chunkSize: 10, threads: 2, lookAhead: 4).run(
            make: { range in
                log.begin(range.lowerBound)
                if range.lowerBound == 1 {
                    // Waits until the others have come as far as they may, and then for any that go further.
                    for _ in 0..<60_000 where log.counts.withLock({ $0.pending }) < 4 { usleep(1000) }
                    usleep(50_000)
                }
                return range.lowerBound
            }, deliver: { _ in log.deliver() })
        let counts = log.counts.withLock { $0 }
        #expect(counts.made.count == 200 && counts.pending == 0)
        #expect(counts.mostPending <= 4)
    }

    @Test("goes on after whole chunks with the same chunks as a run without interruption")
    func resumes() async throws {
        var chunks: [Range<Int>] = []
        try await CohortRun(women: 25, chunkSize: 10, threads: 2).run(
            after: 10, make: { $0 }, deliver: { chunks.append($0) })
        #expect(chunks == [11..<21, 21..<26])
        try await CohortRun(women: 25, chunkSize: 10, threads: 2).run(
            after: 25, make: { $0 }, deliver: { chunks.append($0) })
        #expect(chunks.count == 2)
    }

    private struct Fault: Error {}

    @Test("hands on all before a chunk that fails, and then throws")
    func fails() async throws {
        var delivered: [Int] = []
        await #expect(throws: Fault.self) {
            try await CohortRun(women: 100, chunkSize: 10, threads: 3).run(
                make: { range in
                    if range.lowerBound == 41 { throw Fault() }
                    usleep(2000)
                    return range.lowerBound
                }, deliver: { delivered.append($0) })
        }
        #expect(delivered == [1, 11, 21, 31])
    }

    @Test("stops when its task is cancelled, with nothing left out before where it stopped")
    func cancelled() async throws {
        let log = Log()
        let task = Task {
            var delivered: [Int] = []
            do {
                try await CohortRun(women: 10_000, chunkSize: 1, threads: 2).run(
                    make: { range in
                        try Task.checkCancellation()
                        log.begin(range.lowerBound)
                        usleep(1000)
                        return range.lowerBound
                    }, deliver: { delivered.append($0) })
            } catch is CancellationError { return delivered }
            return []
        }
        while log.counts.withLock({ $0.made.count }) < 20 { await Task.yield() }
        task.cancel()
        let delivered = try await task.value
        #expect(!delivered.isEmpty && delivered.count < 10_000)
        #expect(delivered == Array(1...max(1, delivered.count)))
    }
}

@Suite("Running moments")
struct RunningMomentsTests {
    @Test("are those of all numbers together, also far from zero")
    func moments() {
        var moments = RunningMoments(quantities: 1)
        for value in [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16] { moments.add([value]) }
        #expect(moments.mean(0) == 1e9 + 10)
        // Variance 90/3 = 30, which a sum of squares of 1e18 would lose.
        #expect(moments.standardDeviation(0) == 30.0.squareRoot())
    }

    @Test("leave out what is no number, and say of how many women they are")
    func missing() {
        var moments = RunningMoments(quantities: 3)
        for row in [[1, .nan, .nan], [3, 5, .infinity]] { moments.add(row) }
        #expect((0..<3).map(moments.count) == [2, 1, 0])
        #expect(moments.mean(0) == 2 && moments.mean(1) == 5 && moments.mean(2).isNaN)
        #expect(moments.standardDeviation(0) == 2.0.squareRoot() && moments.standardDeviation(1).isNaN)
    }

    @Test("read back from JSON to the same 64 bits")
    func exact() throws {
        var moments = RunningMoments(quantities: 200)
        // Bits of all kinds; what is not finite is not counted.
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5 { moments.add((0..<200).map { _ in .random(in: -1e3...1e3, using: &generator) / 3 }) }
        moments.add((0..<200).map { Double($0) * 1e-300 })
        let read = try JSONDecoder().decode(RunningMoments.self, from: JSONEncoder().encode(moments))
        #expect(read == moments)
    }
}

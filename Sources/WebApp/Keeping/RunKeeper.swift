import Evidence
import Exchange
import Foundation
import HTTPTypes
import Physiology
import Reporting
import ServiceLifecycle
import Solving
import Synchronization
import Trials

/// Works on long runs one after another, and goes on with those that were interrupted.
actor RunKeeper: Service {
    private let store: Store
    nonisolated let folder: DataFolder
    private let threads: Int
    private let executor = WorkThreads()
    private var current: (id: String, task: Task<String, any Error>)?
    private let wake: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    /// Women or settings done, of so many, of the run that is worked on.
    private let progress = Mutex<[String: (done: Int, total: Int)]>([:])

    /// - Parameter threads: on which women are simulated at once.
    init(_ store: Store, _ folder: DataFolder, threads: Int) {
        self.store = store
        self.folder = folder
        self.threads = threads
        (wake, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// How far a run is that is worked on; nil for others.
    nonisolated func reached(_ id: String) -> (done: Int, total: Int)? { progress.withLock { $0[id] } }

    /// Tells that there may be something to do.
    nonisolated func look() { waker.yield() }

    /// Stops a run; one that is over stays as it is.
    func cancel(_ id: String) async throws {
        try await store.change(id) { $0.state = .cancelled }
        if current?.id == id { current?.task.cancel() }
    }

    /// Stops all runs.
    func cancelAll() async throws {
        for run in try await store.openRuns() { try await cancel(run.id) }
    }

    // MARK: Working

    func run() async throws {
        look()
        await cancelWhenGracefulShutdown {
            for await _ in self.wake {
                while !Task.isCancelled, let next = try? await self.store.openRuns().first { await self.work(on: next) }
            }
        }
    }

    private func work(on run: KeptRun) async {
        try? await store.change(run.id) { $0.state = .running }
        let task = Task(executorPreference: executor) { try await self.result(of: run) }
        current = (run.id, task)
        // It may have been stopped between being taken up and being known here.
        if (try? await store.run(run.id))??.state.isOver == true { task.cancel() }
        let journal = Task { await self.noteProgress(of: run.id) }
        let outcome = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        journal.cancel()
        current = nil
        let last = reached(run.id)
        progress.withLock { $0[run.id] = nil }
        do {
            let result = try outcome.get()
            try await store.change(run.id) { run in
                run.state = .finished
                run.result = result
                (run.done, run.total) = last ?? (run.done, run.total)
            }
        } catch {
            // Who ends the program wants the run to go on later; who cancelled it has said so already.
            let isStopped = error is CancellationError || error is Interruption
            let sentence = "\(error)"
            try? await store.change(run.id) { run in
                run.state = isStopped ? .queued : .failed
                if !isStopped { run.sentence = sentence }
                (run.done, run.total) = last ?? (run.done, run.total)
            }
        }
    }

    /// Writes down how far a run is, so that it can be told after a kill.
    private func noteProgress(of id: String) async {
        while (try? await Task.sleep(for: .seconds(1))) != nil {
            guard let reached = reached(id) else { continue }
            try? await store.change(id) { ($0.done, $0.total) = reached }
        }
    }

    private nonisolated func note(_ id: String, done: Int, of total: Int) {
        progress.withLock { $0[id] = (done, total) }
    }

    // MARK: Runs

    /// What comes of a run, as JSON.
    private nonisolated func result(of run: KeptRun) async throws -> String {
        switch run.kind {
        case .trial: try await trial(run)
        case .scoreboard: try await scoreboard(run)
        case .claims: try await claims(run)
        }
    }

    private nonisolated func trial(_ kept: KeptRun) async throws -> String {
        let name = kept.trial ?? ""
        let trial = try TrialReader.forModel().read(file: TrialFiles().path(name))
        let perArm = kept.number.map { max(1, $0 / trial.arms.count) }
        let seed = UInt64(kept.seed ?? 1)
        let run = try TrialRun(trial, womenPerArm: perArm, seed: seed, resolution: .multiscale)
        let total = run.enrolment.women.count
        note(kept.id, done: 0, of: total)
        let command =
            "osteon trial run \(name)" + (perArm.map { " --women \($0)" } ?? "")
            + " --seed \(seed) --resolution multiscale"
        let writer = try TrialFolder(path: folder.folder(ofRun: kept.id).path, run: run, command: command)
        _ = try await writer.write(threads: threads, progress: { self.note(kept.id, done: $0, of: total) })
        return try String(contentsOf: writer.url.appendingPathComponent("summary.json"), encoding: .utf8)
    }

    private nonisolated func scoreboard(_ kept: KeptRun) async throws -> String {
        let run = ScoreboardRun(try ScoreboardPlan(ScoreboardFiles()))
        note(kept.id, done: 0, of: run.womenCount)
        let board = try await run.scoreboard(threads: threads) { self.note(kept.id, done: $0, of: run.womenCount) }
        return try String(decoding: Answer.encoded(ScoreboardFindings(board)), as: UTF8.self)
    }

    private nonisolated func claims(_ kept: KeptRun) async throws -> String {
        let run = try ClaimRun.bundled()
        note(kept.id, done: 0, of: run.settingCount)
        let results = try await run.results(threads: threads) { self.note(kept.id, done: $0, of: run.settingCount) }
        return try String(decoding: Answer.encoded(ClaimFindings(results)), as: UTF8.self)
    }
}

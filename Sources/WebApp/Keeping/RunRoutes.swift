import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Symbolics
import Trials

/// Long runs: asked for, looked at, stopped.
struct RunRoutes {
    let store: Store
    let keeper: RunKeeper
    let limits: ServerLimits

    static let mostWomen = 100_000

    private struct TrialEntry: Encodable {
        let id: String
        let title: String
        let source: String?
        let years: Double
        let arms: [String]
        /// As were randomised.
        let women: Int
    }

    func add(to router: Router<some RequestContext>) throws {
        let files = TrialFiles()
        let names = files.names
        let reader = try TrialReader.forModel()
        let trials = try Answer.encoded(
            try names.map { name in
                let trial = try reader.read(file: files.path(name))
                return TrialEntry(
                    id: name, title: trial.title, source: trial.source, years: trial.years,
                    arms: trial.arms.map(\.name),
                    women: trial.arms.map(\.women).reduce(0, +))
            })
        router.get("/api/trials") { _, _ in Answer.json(bytes: trials) }
        router.get("/api/runs") { _, _ in
            try Answer.json(try await store.runs().map { try withProgress($0).sent(withResult: false) })
        }
        router.post("/api/runs") { request, _ in
            let run = try await read(request, trials: names)
            guard try await store.add(run, waitingAtMost: limits.runs) else {
                throw Refusal(.tooManyRequests, "\(limits.runs) runs wait already; cancel one or wait", retryAfter: 60)
            }
            keeper.look()
            var response = try Answer.json(run.sent(withResult: false), status: .accepted)
            response.headers[.location] = "/api/runs/\(run.id)"
            return response
        }
        router.get("/api/runs/:id") { _, context in
            try Answer.json(withProgress(try await run(context)).sent(withResult: true))
        }
        router.delete("/api/runs/:id") { _, context in
            let known = try await run(context)
            guard known.state.isOver else {
                try await keeper.cancel(known.id)
                return try Answer.json(try await run(context).sent(withResult: false))
            }
            try await remove(known.id)
            return Answer.empty
        }
    }

    /// Takes a run that is over away, with what it wrote.
    private func remove(_ id: String) async throws {
        try await store.removeRun(id)
        try? FileManager.default.removeItem(at: keeper.folder.folder(ofRun: id))
    }

    private func run(_ context: some RequestContext) async throws -> KeptRun {
        let id = context.parameters.get("id") ?? ""
        guard let run = try await store.run(id) else { throw Refusal(.notFound, "there is no run '\(id.prefix(60))'") }
        return run
    }

    /// With how far it is now, which is written down only now and then.
    private func withProgress(_ run: KeptRun) -> KeptRun {
        guard !run.state.isOver, let reached = keeper.reached(run.id) else { return run }
        var run = run
        (run.done, run.total) = reached
        return run
    }

    private func read(_ request: Request, trials: [String]) async throws -> KeptRun {
        let object = try await RequestObject(request, keys: ["kind", "trial", "number", "seed"], limit: limits.body)
        let kinds = KeptRun.Kind.allCases.map(\.rawValue)
        let text = try object.text("kind", expecting: "one of: \(kinds.joined(separator: ", "))")
        guard let kind = KeptRun.Kind(rawValue: text) else {
            throw Refusal(
                .unprocessableContent,
                "kind: '\(text.prefix(60))' is not done here; expected one of: \(kinds.joined(separator: ", "))",
                key: "kind")
        }
        let now = Store.now()
        var run = KeptRun(
            id: Store.newID(), kind: kind, state: .queued, done: 0, total: 0, created: now, changed: now)
        guard kind == .trial else {
            for key in ["trial", "number", "seed"] where object.has(key) {
                throw Refusal(.unprocessableContent, "\(key): this key only belongs with the kind 'trial'", key: key)
            }
            return run
        }
        let name = try object.text("trial", expecting: "the name of a trial; /api/trials lists them all")
        guard trials.contains(name) else {
            let near = nearestNames(to: name, among: trials, atMost: 1).first.map { "did you mean '\($0)'?" }
            throw Refusal(
                .unprocessableContent,
                "trial: there is no trial '\(name.prefix(60))'; \(near ?? "/api/trials lists them all")", key: "trial")
        }
        run.trial = name
        if object.has("number") { run.number = try object.whole("number", or: 1, in: 1...Self.mostWomen) }
        run.seed = try object.whole("seed", or: 1, in: 0...Int(Int32.max))
        return run
    }
}

import Foundation
import GRDB
import Physiology
import Testing

@testable import WebApp

/// What is kept is kept, whatever happens to the server.
struct KeepingTests {
    @Test("every woman whose keeping was acknowledged is there after a kill during writes")
    func killDuringWrites() async throws {
        let server = try ServerProcess()
        // As many writers as there may be tabs; the kill comes while all of them write.
        let acknowledged = await withTaskGroup(of: [String].self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var mine: [String] = []
                    for number in 0..<200 {
                        let body = #"{"title": "\#(writer)-\#(number)", "woman": {"age": "52 years"}}"#
                        guard let answer = try? server.ask("POST", "/api/women", body: body), answer.status == 201,
                            let id = (try? answer.object())?["id"] as? String
                        else { break }
                        mine.append(id)
                    }
                    return mine
                }
            }
            try? await Task.sleep(for: .seconds(2))
            server.kill()
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(acknowledged.count > 10, "too few writes to mean anything")
        let again = try ServerProcess(in: server.folder)
        let kept = Set(try again.ask("GET", "/api/women").list().compactMap { $0["id"] as? String })
        #expect(Set(acknowledged).isSubset(of: kept))
        // The one under way may or may not have made it.
        #expect(kept.count <= acknowledged.count + 4)
    }

    @Test("nobody but the owner may look into the data folder or its files")
    func permissions() throws {
        let server = try ServerProcess()
        _ = try server.ask("POST", "/api/women", body: #"{"woman": {"age": "52 years"}}"#)
        func mode(_ path: String) throws -> Int {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
        }
        #expect(try mode(server.data.path) == 0o700)
        for name in try FileManager.default.contentsOfDirectory(atPath: server.data.path) {
            let path = server.data.appendingPathComponent(name).path
            #expect(try mode(path) & 0o077 == 0, "\(name)")
        }
    }

    @Test("a second server on one data folder says so and does not start")
    func twoServers() throws {
        let server = try ServerProcess()
        #expect {
            try ServerProcess(in: server.folder)
        } throws: { "\($0)".contains("already works on") }
        _ = server.interrupt()
    }

    @Test("a long trial that was killed goes on where it was, with the same result as one that was not")
    func trialSurvivesKill() async throws {
        let order = #"{"kind": "trial", "trial": "ultra", "number": 400, "seed": 3}"#
        let server = try ServerProcess()
        let id = try #require(try server.ask("POST", "/api/runs", body: order).object()["id"] as? String)
        _ = try await wait(server, id) { ($0["done"] as? Int ?? 0) >= 64 }
        server.kill()
        let again = try ServerProcess(in: server.folder)
        let finished = try await wait(again, id) { $0["state"] as? String == "finished" }
        #expect(finished["done"] as? Int == finished["total"] as? Int)
        let other = try #require(try again.ask("POST", "/api/runs", body: order).object()["id"] as? String)
        let whole = try await wait(again, other) { $0["state"] as? String == "finished" }
        let findings = try [finished, whole].map { run in
            let findings = try #require((run["result"] as? [String: Any])?["findings"] as? [Any])
            return try JSONSerialization.data(withJSONObject: findings, options: .sortedKeys)
        }
        #expect(findings[0] == findings[1])
    }

    @Test(
        "a study of several women is kept with each regimen's own, and one of a woman who is not in it is refused"
    )
    func severalWomen() throws {
        let server = try ServerProcess()
        func keep(_ study: String) throws -> ServerProcess.Answer {
            try server.ask(
                "POST", "/api/scenarios",
                body: #"{"scenario": {"woman": {"age": "52 years"}, "simulate": {"years": 2}}, "study": \#(study)}"#)
        }
        let women = #""women": [{"age": "52 years"}, {"age": "70 years"}], "years": 2"#
        let kept = try keep(
            #"{\#(women), "arms": [{"title": "a", "items": []}, {"woman": 1, "items": [{"kind": "x"}]}]}"#)
        #expect(kept.status == 201)
        let study = try #require(try server.ask("GET", "/api/scenarios").list().first?["study"] as? [String: Any])
        #expect((study["women"] as? [[String: String]])?.map { $0["age"] } == ["52 years", "70 years"])
        #expect((study["arms"] as? [[String: Any]])?.last?["woman"] as? Int == 1)
        for (wrong, expected) in [
            (#"{\#(women), "arms": [{"woman": 2, "items": []}]}"#, "one of the 2 women"),
            (#"{\#(women), "arms": [{"woman": 0.5, "items": []}]}"#, "one of the 2 women"),
            (#"{\#(women), "arms": [{"items": 1}]}"#, "medicines and conditions"),
            (#"{\#(women), "arms": []}"#, "1 to 4 regimens"),
            (#"{"women": [], "years": 2, "arms": []}"#, "1 to 4 women"),
            (#"{"women": [{}], "years": 0, "arms": [{"items": []}]}"#, "above zero"), ("1", "1 to 4 women"),
        ] {
            let answer = try keep(wrong)
            #expect(answer.status == 422 && answer.sentence.contains(expected), "\(wrong): \(answer.sentence)")
        }
    }

    @Test("a study that was kept before there could be several women has the one it had")
    func oldStudy() async throws {
        let folder = TemporaryFolder()
        let data = try DataFolder(folder.url)
        let old = #"{"woman":{"age":"61 years"},"years":5,"arms":[{"title":"Old","items":[]}]}"#
        do {
            let database = try DatabaseQueue(path: data.database().path)
            try Store.migrations.migrate(database, upTo: "items and runs")
            try await database.write { database in
                for (id, study) in [("with", old), ("without", nil), ("foreign", "not JSON")] {
                    try database.execute(
                        sql: "INSERT INTO item VALUES (?, 'scenario', 'Kept', '{}', ?, '2026-01-01', '2026-01-01')",
                        arguments: [id, study])
                }
            }
            try database.close()
        }
        let store = try Store(data, limit: 10)
        func study(_ id: String) async throws -> String? { try await store.item(.scenario, id)?.study }
        #expect(
            try await study("with") == #"{"arms":[{"items":[],"title":"Old"}],"women":[{"age":"61 years"}],"years":5}"#)
        #expect(try await study("without") == nil)
        #expect(try await study("foreign") == "not JSON")
    }

    @Test("what a run of all claims found stands in the ledger after a restart")
    func findings() async throws {
        let folder = TemporaryFolder()
        let found =
            #"{"findings": {"SC001": {"misfits": 0, "simulator": "holds", "standing": "agrees"}}, "#
            + #""model": "\#(WomanModel.version)"}"#
        func keep() async throws {
            let store = try Store(DataFolder(folder.url), limit: 10)
            let run = KeptRun(
                id: "a", kind: .claims, state: .finished, done: 1, total: 1, result: found, created: Store.now(),
                changed: Store.now())
            #expect(try await store.add(run, waitingAtMost: 1))
        }
        try await keep()
        let server = try ServerProcess(in: folder)
        let answer = try server.ask("GET", "/api/claims").object()
        #expect(answer["simulated"] is String)
        let claims = try #require(answer["claims"] as? [[String: Any]])
        #expect(claims.contains { $0["id"] as? String == "SC001" && $0["simulator"] as? String == "holds" })
    }

    @Test("a run can be cancelled, and deleted with all it wrote")
    func cancelling() async throws {
        let server = try ServerProcess()
        let order = #"{"kind": "trial", "trial": "pepi", "number": 60000}"#
        let id = try #require(try server.ask("POST", "/api/runs", body: order).object()["id"] as? String)
        _ = try await wait(server, id) { $0["state"] as? String == "running" && ($0["done"] as? Int ?? 0) > 0 }
        #expect(try server.ask("DELETE", "/api/runs/\(id)").object()["state"] as? String == "cancelled")
        // The next one gets its turn, so the cancelled one has stopped.
        let next = try #require(
            try server.ask("POST", "/api/runs", body: #"{"kind": "trial", "trial": "ultra", "number": 20}"#).object()[
                "id"] as? String)
        _ = try await wait(server, next) { $0["state"] as? String == "finished" }
        #expect(try server.ask("DELETE", "/api/runs/\(id)").status == 204)
        #expect(try server.ask("GET", "/api/runs/\(id)").status == 404)
        #expect(try server.ask("DELETE", "/api/data").status == 204)
        #expect(try server.ask("GET", "/api/runs").list().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: server.data.appendingPathComponent("runs").path))
    }

    /// Waits until a run is so, for ten minutes at most, because other tests share the machine.
    private func wait(
        _ server: ServerProcess, _ id: String, until isSo: ([String: Any]) -> Bool
    ) async throws -> [String: Any] {
        for _ in 0..<3000 {
            let run = try server.ask("GET", "/api/runs/\(id)").object()
            if isSo(run) { return run }
            try #require(run["state"] as? String != "failed", "\(run["sentence"] ?? "")")
            // Without giving up the thread: other tests may keep it for minutes, in which a run that was to be seen
            // ends.
            usleep(200_000)
        }
        throw ServerProcess.NotStarted(description: "run \(id) did not get there")
    }
}

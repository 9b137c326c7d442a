import Foundation
import Testing

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

    @Test("a run can be cancelled, and deleted with all it wrote")
    func cancelling() async throws {
        let server = try ServerProcess()
        let order = #"{"kind": "trial", "trial": "pepi", "number": 60000}"#
        let id = try #require(try server.ask("POST", "/api/runs", body: order).object()["id"] as? String)
        _ = try await wait(server, id) { $0["state"] as? String == "running" && ($0["done"] as? Int ?? 0) > 0 }
        #expect(try server.ask("DELETE", "/api/runs/\(id)").object()["state"] as? String == "cancelled")
        // The next one gets its turn, so the cancelled one has stopped.
        let next = try #require(
            try server.ask("POST", "/api/runs", body: #"{"kind": "trial", "trial": "ultra", "number": 20}"#).object()["id"] as? String)
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
            // Without giving up the thread: other tests may keep it for minutes, in which a run that was to be seen ends.
            usleep(200_000)
        }
        throw ServerProcess.NotStarted(description: "run \(id) did not get there")
    }
}

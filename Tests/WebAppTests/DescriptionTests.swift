import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import WebApp

/// The description of the programming interface, held against a running server.
struct DescriptionTests {
    /// A virtual environment with schemathesis, kept in the build folder; nil, with the reason, where it cannot be
    /// made.
    private static let schemathesis: (program: URL?, reason: String) = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let program = root.appendingPathComponent(".build/schemathesis/bin/schemathesis")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.currentDirectoryURL = root
        process.arguments = [
            "-c", ". Scripts/python.sh; python_environment .build/schemathesis Scripts/schemathesis/requirements.txt",
        ]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return (nil, "there is no bash") }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return (nil, "it could not be installed") }
        return (program, "")
    }()

    @Test("the description has every route of the programming interface, and no other")
    func complete() throws {
        let folder = TemporaryFolder()
        let server = try WebServer(ServerSettings(data: folder.url))
        let served = try server.router().routes.filter { $0.path.description.hasPrefix("/api/") }.map { route in
            "\(route.method) " + route.path.description.replacing(/:(\w+)/) { "{\($0.1)}" }
        }
        let described = server.description.operations.map { "\($0.method) \($0.path)" }
        #expect(Set(served).symmetricDifference(described).isEmpty, "\(Set(served).symmetricDifference(described))")
    }

    @Test(
        "whatever is sent, the server never fails, and answers as its description says",
        .enabled(if: schemathesis.program != nil, "schemathesis is not to be had: \(schemathesis.reason)"),
        .timeLimit(.minutes(15)))
    func conformance() throws {
        let program = try #require(Self.schemathesis.program)
        let server = try ServerProcess()
        // What takes long is made once before the clock of each request runs.
        for path in ["map", "matrix", "references", "scoreboard"] { _ = try server.ask("GET", "/api/\(path)") }
        let process = Process()
        process.executableURL = program
        process.currentDirectoryURL = server.data
        process.arguments = [
            "run", "\(server.url.absoluteString)api/openapi.json", "--phases", "examples,coverage,fuzzing",
            "--max-examples", "10",
            "--seed", "1", "--request-timeout", "100", "--no-color", "--exclude-checks", "positive_data_acceptance",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said.suffix(6000))")
    }
}

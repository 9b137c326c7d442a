import Foundation

/// A folder that goes with the last who uses it.
///
/// A class because its end removes the folder.
final class TemporaryFolder: Sendable {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("osteon-serve-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: url) }
}

/// `osteon serve` as a process of its own, on a free port and a data folder of its own.
///
/// A class because it ends its process.
final class ServerProcess: Sendable {
    let url: URL
    let folder: TemporaryFolder
    let token: String?
    private let process: Process

    struct NotStarted: Error, CustomStringConvertible {
        let description: String
    }

    /// Where the programs of this build stand.
    static var program: URL {
        let test = URL(fileURLWithPath: CommandLine.arguments[0])
        let folders = [Bundle.main.bundleURL, test.deletingLastPathComponent()] + Bundle.allBundles.map(\.bundleURL)
        return folders.map { $0.appendingPathComponent("osteon") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? URL(fileURLWithPath: "osteon")
    }

    var data: URL { folder.url }

    /// Starts it and waits until it answers.
    ///
    /// - Parameter folder: where it keeps its data; one of its own if left out.
    /// - Throws: ``NotStarted`` with what it said instead.
    init(_ arguments: [String] = [], in folder: TemporaryFolder = TemporaryFolder()) throws {
        self.folder = folder
        process = Process()
        process.executableURL = Self.program
        process.arguments = ["serve", "--port", "0", "--data", folder.url.path] + arguments
        let (output, problems) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = problems
        try process.run()
        var said = Data()
        while !said.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty {
                let complaint = problems.fileHandleForReading.readDataToEndOfFile()
                throw NotStarted(description: String(decoding: complaint, as: UTF8.self))
            }
            said += more
        }
        guard let match = String(decoding: said, as: UTF8.self).firstMatch(of: /http:\/\/\S+/),
            let address = URL(string: String(match.0)), let root = URL(string: "/", relativeTo: address)?.absoluteURL
        else { throw NotStarted(description: String(decoding: said, as: UTF8.self)) }
        url = root
        token = address.query.map { String($0.dropFirst("token=".count)) }
    }

    /// Ends it as nothing can be prepared for.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it as Ctrl-C does.
    ///
    /// - Returns: its exit code.
    func interrupt() -> Int32 {
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    struct Answer {
        let status: Int
        let body: Data
        let headers: [String: String]

        func object() throws -> [String: Any] { try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:] }
        func list() throws -> [[String: Any]] { try JSONSerialization.jsonObject(with: body) as? [[String: Any]] ?? [] }
        /// The one sentence of a refusal.
        var sentence: String { ((try? object())?["error"] as? [String: Any])?["sentence"] as? String ?? "" }
    }

    /// Asks with curl, which sends any header.
    func ask(
        _ method: String, _ path: String, body: String? = nil, headers: [String: String] = [:], url: URL? = nil
    ) throws -> Answer {
        let curl = Process()
        curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let target = (url ?? self.url).absoluteString.dropLast() + path
        var arguments = ["curl", "-s", "-i", "-m", "120", "-X", method, String(target), "-H", "Expect:"]
        var all = headers
        if body != nil, all["Content-Type"] == nil { all["Content-Type"] = "application/json" }
        for (name, value) in all { arguments += ["-H", "\(name): \(value)"] }
        if body != nil { arguments += ["--data-binary", "@-"] }
        curl.arguments = arguments
        let (input, output) = (Pipe(), Pipe())
        curl.standardInput = input
        curl.standardOutput = output
        try curl.run()
        if let body { try? input.fileHandleForWriting.write(contentsOf: Data(body.utf8)) }
        try? input.fileHandleForWriting.close()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        curl.waitUntilExit()
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else {
            return Answer(status: 0, body: Data(), headers: [:])
        }
        let lines = String(decoding: answer[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let pairs = lines.dropFirst().compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 ? (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces)) : nil
        }
        return Answer(status: status, body: answer[end.upperBound...], headers: Dictionary(pairs) { first, _ in first })
    }
}

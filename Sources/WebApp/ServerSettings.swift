import Foundation

/// Where the local web application listens, where its files stand and how much it takes on.
public struct ServerSettings: Sendable {
    /// Zero for any that is free.
    public var port: Int
    /// Another address than this machine's own; then every request must carry ``token``.
    public var address: String?
    public var token: String?
    /// The page's files.
    public var page: URL
    /// The texts of the question pages.
    public var questions: URL
    /// The chart library's files, from the package that brought them.
    public var library: URL
    /// Where women, scenarios and runs are kept.
    public var data: URL
    public var limits: ServerLimits

    /// - Parameters:
    ///   - environment: `OSTEON_PAGE` and `OSTEON_QUESTIONS` name folders to read instead of the program's own, which
    ///     is how the page is worked on; `XDG_DATA_HOME` says where a user's data stand.
    public init(
        port: Int = ServerSettings.usualPort, address: String? = nil, token: String? = nil, data: URL? = nil,
        limits: ServerLimits = ServerLimits(), environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.port = port
        self.address = address
        self.token = token
        self.limits = limits
        func folder(_ variable: String, _ name: String) -> URL {
            environment[variable].map { URL(fileURLWithPath: $0, isDirectory: true) }
                ?? Bundle.module.bundleURL.appendingPathComponent(name, isDirectory: true)
        }
        page = folder("OSTEON_PAGE", "Page")
        questions = folder("OSTEON_QUESTIONS", "Questions")
        library = URL(fileURLWithPath: Self.chartLibrary, isDirectory: true)
        self.data = data ?? Self.userData(environment)
    }

    public static let usualPort = 8377
    /// D3, as Debian's package node-d3 has it.
    private static let chartLibrary = "/usr/share/nodejs/d3/dist"

    /// The XDG base directory specification's place for a program's data of one user.
    private static func userData(_ environment: [String: String]) -> URL {
        let base =
            environment["XDG_DATA_HOME"].flatMap {
                $0.hasPrefix("/") ? URL(fileURLWithPath: $0, isDirectory: true) : nil
            }
            ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/share", isDirectory: true)
        return base.appendingPathComponent("osteon", isDirectory: true)
    }
}

/// How much one server takes on, so that no request can take it down.
public struct ServerLimits: Sendable {
    /// Of a request's body, in bytes.
    public var body = 262_144
    /// For which a simulation may run.
    public var simulationTime: Duration = .seconds(60)
    /// Simulations at once.
    public var workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    /// Simulations that wait for a worker.
    public var queue = 128
    /// Long runs that wait for their turn; one is worked on.
    public var runs = 16
    /// Scenarios, women or runs kept.
    public var kept = 1_000

    public init() {}
}

extension ServerSettings {
    /// A token that nobody guesses.
    public static func newToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let part = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - part.count) + part
        }.joined()
    }

    /// Whether the package with the chart library is there.
    public var hasChartLibrary: Bool {
        FileManager.default.fileExists(atPath: library.appendingPathComponent("d3.min.js").path)
    }
}

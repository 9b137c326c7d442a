import ArgumentParser
import Foundation
import WebApp

/// `osteon serve`: the local web application.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open the local web application: compose, see, understand and keep.",
        discussion: """
            Only this machine can reach it unless --allow-remote is given. Nothing leaves the machine. Ctrl-C stops it; \
            long runs go on where they were when it is started again.
            """)

    @Option(help: "The port to listen at; 0 for any that is free.")
    var port = ServerSettings.usualPort

    @Flag(help: "Also open the page in the browser.")
    var open = false

    @Option(help: "Another address of this machine to listen at; needs --allow-remote.")
    var address: String?

    @Flag(help: "Let other machines in who show the token that is printed. The connection is not encrypted.")
    var allowRemote = false

    @Option(help: "Folder to keep women, scenarios and runs in.")
    var data: String?

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port: \(port) is no port; expected 0 to 65535.") }
        if let address, !allowRemote, !Self.isLoopback(address) {
            throw ValidationError(
                "--address: others could reach \(address); add --allow-remote if that is meant, or leave both out.")
        }
    }

    func run() async throws {
        // What is written from here on is its owner's alone.
        umask(0o077)
        let address = address ?? (allowRemote ? "0.0.0.0" : nil)
        let settings = ServerSettings(
            port: port, address: address, token: allowRemote ? ServerSettings.newToken() : nil,
            data: data.map { URL(fileURLWithPath: $0, isDirectory: true) })
        if !settings.hasChartLibrary {
            note("the chart library is missing, so the page has no charts; start with ./osteon serve, which installs node-d3.")
        }
        let opens = open
        do {
            let server = try WebServer(settings)
            try await server.run { url in
                print("Osteon listens at \(url.absoluteString) (Ctrl-C stops it)")
                fflush(nil)
                if opens { Self.show(url) }
            }
        } catch {
            throw fail(Self.sentence(error, port: port))
        }
    }

    private static func isLoopback(_ address: String) -> Bool {
        address == "::1" || address == "localhost" || address.hasPrefix("127.")
    }

    private static func sentence(_ error: any Error, port: Int) -> String {
        let text = "\(error)"
        return text.contains("errno: 98")
            ? "port \(port) is taken; choose another with --port, or 0 for any that is free." : text
    }

    private static func show(_ url: URL) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", url.absoluteString]
        process.standardError = FileHandle.nullDevice
        try? process.run()
    }
}

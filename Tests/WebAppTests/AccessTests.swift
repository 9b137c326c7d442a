import Foundation
import Testing

/// Who may reach the server, and what it tells browsers.
struct AccessTests {
    @Test("the server answers at both addresses of this machine and nowhere else")
    func loopback() throws {
        let server = try ServerProcess()
        #expect(try server.ask("GET", "/api/version").status == 200)
        let port = try #require(server.url.port)
        if let other = URL(string: "http://[::1]:\(port)/"),
            FileManager.default.fileExists(atPath: "/proc/net/if_inet6")
        {
            #expect(try server.ask("GET", "/api/version", url: other).status == 200)
        }
        let listening = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8).split(separator: "\n")
        let mine = listening.filter { $0.contains(String(format: ":%04X 00000000:0000 0A", port)) }
        // 127.0.0.1 as the kernel writes it.
        #expect(!mine.isEmpty && mine.allSatisfy { $0.contains("0100007F:") })
    }

    @Test("a name that someone else makes point here, and a page of another site, are turned away")
    func strangers() throws {
        let server = try ServerProcess()
        let rebound = try server.ask("GET", "/api/version", headers: ["Host": "evil.example:80"])
        #expect(rebound.status == 421)
        let foreign = try server.ask(
            "POST", "/api/women", body: #"{"woman": {"age": "52 years"}}"#, headers: ["Origin": "http://evil.example"])
        #expect(foreign.status == 403)
        let form = try server.ask(
            "POST", "/api/women", body: #"{"woman": {"age": "52 years"}}"#, headers: ["Content-Type": "text/plain"])
        #expect(form.status == 415)
        #expect(try server.ask("GET", "/api/women").list().isEmpty)
    }

    @Test("the page may load scripts, styles and data from this server alone")
    func policy() throws {
        let server = try ServerProcess()
        for path in ["/", "/api/version", "/api/nothing"] {
            let policy = try #require(try server.ask("GET", path).headers["content-security-policy"])
            #expect(policy.contains("default-src 'self'") && policy.contains("script-src 'self'"))
            #expect(!policy.contains("unsafe") && !policy.contains("http"))
        }
        let library = try server.ask("GET", "/library/d3.min.js")
        #expect(library.status == 200 || FileManager.default.fileExists(atPath: "/usr/share/nodejs/d3") == false)
        #expect(try server.ask("GET", "/page/../ServerSettings.swift").status == 404)
        #expect(try server.ask("GET", "/api/map/a..b").status == 404)
        let wrong = try server.ask("PATCH", "/api/claims")
        #expect(wrong.status == 405 && wrong.headers["allow"] == "GET")
        #expect(try server.ask("GET", "/library/../../../../../etc/passwd").status != 200)
    }

    @Test("another address needs the flag, and then the token that was printed")
    func remote() throws {
        #expect(throws: ServerProcess.NotStarted.self) { try ServerProcess(["--address", "0.0.0.0"]) }
        let server = try ServerProcess(["--address", "127.0.0.2", "--allow-remote"])
        let token = try #require(server.token)
        #expect(token.count == 64)
        #expect(try server.ask("GET", "/api/version").status == 401)
        #expect(try server.ask("GET", "/").status == 401)
        #expect(try server.ask("GET", "/?token=\(token.dropLast())\(token.hasSuffix("0") ? "1" : "0")").status == 401)
        #expect(try server.ask("GET", "/api/version", headers: ["Authorization": "Bearer \(token)"]).status == 200)
        let entry = try server.ask("GET", "/?token=\(token)")
        #expect(entry.status == 303)
        #expect(entry.headers["location"] == "/")
        let cookie = try #require(entry.headers["set-cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        let pair = try #require(cookie.split(separator: ";").first)
        #expect(try server.ask("GET", "/api/version", headers: ["Cookie": String(pair)]).status == 200)
    }

    @Test("Ctrl-C ends it within seconds, also while a browser keeps its connection")
    func stopping() throws {
        let server = try ServerProcess()
        #expect(try server.ask("GET", "/api/version").status == 200)
        let start = ContinuousClock.now
        #expect(server.interrupt() == 0)
        #expect(ContinuousClock.now - start < .seconds(10))
    }
}

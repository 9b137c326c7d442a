import Foundation
import HTTPTypes
import Hummingbird

/// Lets in who may come in, and tells browsers what a page of this server may do.
///
/// A page of another site must not reach a server on the reader's own machine: neither by a name that it makes point
/// here (the host is looked at), nor by sending forms (the origin is looked at).
struct Gatekeeper<Context: RequestContext>: RouterMiddleware {
    /// What every request must carry where the server is open to other machines; nil where it is not.
    let token: String?
    /// Methods of the programming interface by address, with names in braces.
    let methods: [String: [String]]

    private static var cookie: String { "osteon-token" }
    private static var ownHosts: Set<String> { ["127.0.0.1", "localhost", "[::1]"] }

    private static var policy: String {
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            if let entry = try admit(request) { response = entry } else { response = try await next(request, context) }
        } catch let refusal as Refusal {
            response = try refusal.response(from: request, context: context)
        } catch let error as HTTPError {
            response = try refusal(error, request).response(from: request, context: context)
            if let allowed = allowed(request.uri.path), response.status == .methodNotAllowed {
                response.headers[.allow] = allowed.joined(separator: ", ")
            }
        } catch is CancellationError {
            response = try Refusal(.serviceUnavailable, "stopped before it was done", retryAfter: 1)
                .response(from: request, context: context)
        } catch {
            response = try Refusal(.internalServerError, "\(error)").response(from: request, context: context)
        }
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.fixed { response.headers[name] = value }
        return response
    }

    private static var fixed: [(HTTPField.Name, String)] {
        [
            ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    /// What the framework says of a request in the form of all refusals.
    private func refusal(_ error: HTTPError, _ request: Request) -> Refusal {
        let path = request.uri.path.prefix(100)
        // Whoever looks for files refuses an address that leads upwards; there is nothing there either.
        let leadsUpwards = error.status == .badRequest && path.contains("..")
        guard error.status == .notFound || leadsUpwards else {
            return Refusal(error.status, error.body ?? error.status.reasonPhrase)
        }
        return allowed(request.uri.path)?.contains(request.method.rawValue) == false
            ? Refusal(.methodNotAllowed, "'\(path)' has no method \(request.method)")
            : Refusal(.notFound, "there is nothing at '\(path)'")
    }

    /// The methods an address has; nil where there is nothing.
    private func allowed(_ path: String) -> [String]? {
        let parts = path.split(separator: "/")
        return methods.first { template, _ in
            let wanted = template.split(separator: "/")
            return wanted.count == parts.count && zip(wanted, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }?.value
    }

    /// - Returns: an answer of its own for who just showed the token; nil for everybody else who may come in.
    /// - Throws: ``Refusal`` for who may not.
    private func admit(_ request: Request) throws -> Response? {
        let host = request.head.authority ?? request.headers[.init("Host")!] ?? ""
        if token == nil, !Self.ownHosts.contains(Self.withoutPort(host)) {
            throw Refusal(
                .misdirectedRequest, "the request is for another host; expected 127.0.0.1, localhost or [::1]")
        }
        if let origin = request.headers[.origin], origin != "http://\(host)" {
            throw Refusal(.forbidden, "the request comes from a page of another site")
        }
        guard let token else { return nil }
        if request.uri.path == "/", let shown = request.uri.queryParameters.get("token") {
            guard Self.isSame(shown, token) else { throw Self.unknown }
            let cookie = "\(Self.cookie)=\(token); HttpOnly; SameSite=Strict; Path=/"
            // The token leaves the address bar, where it would be copied along.
            return Response(status: .seeOther, headers: [.location: "/", .setCookie: cookie])
        }
        let bearer = request.headers[.authorization].flatMap {
            $0.hasPrefix("Bearer ") ? String($0.dropFirst("Bearer ".count)) : nil
        }
        guard let shown = bearer ?? request.cookies[Self.cookie]?.value, Self.isSame(shown, token) else {
            throw Self.unknown
        }
        return nil
    }

    private static var unknown: Refusal {
        Refusal(.unauthorized, "the token is missing or wrong; open the address that 'osteon serve' printed")
    }

    private static func withoutPort(_ host: String) -> String {
        host.hasPrefix("[")
            ? host.prefix { $0 != "]" } + "]"
            : String(host.prefix { $0 != ":" }).lowercased()
    }

    /// Whether two texts are the same, in a time that does not tell where they part.
    private static func isSame(_ shown: String, _ token: String) -> Bool {
        let (a, b) = (Array(shown.utf8), Array(token.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

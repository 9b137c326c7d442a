import Foundation

/// A client that speaks JSON.
struct Asking {
    let server: ServerProcess

    func get(_ path: String) throws -> (status: Int, json: Any) {
        let answer = try server.ask("GET", path)
        return (answer.status, try JSONSerialization.jsonObject(with: answer.body, options: .fragmentsAllowed))
    }

    func post(_ path: String, _ body: String) throws -> (status: Int, json: [String: Any]) {
        let answer = try server.ask("POST", path, body: body)
        return (answer.status, try answer.object())
    }
}

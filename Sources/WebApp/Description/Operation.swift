import Hummingbird

/// One thing the programming interface does, as its description tells it.
struct Operation {
    /// Where a value is given in the address.
    struct Parameter {
        enum Place: String { case path, query }

        let name: String
        let place: Place
        let schema: Schema
    }

    let method: HTTPRequest.Method
    /// With names in braces.
    let path: String
    let summary: String
    var parameters: [Parameter] = []
    /// Of the body it takes; nil for none.
    var takes: Schema?
    /// Of what it answers where all is well; nil for an empty body.
    var gives: Schema?
    /// Where all is well, and what each status means.
    var statuses: [Int] = [200]
    /// Besides those that every operation may answer with.
    var refusals: [Int] = []
}

extension Operation {
    private static let meanings = [
        200: "Here it is.", 201: "It is kept now.", 202: "It will be done.", 204: "Done; nothing to tell.",
        400: "The body is not JSON.", 404: "There is none.", 409: "There is no room for more.",
        413: "The body is too long.", 415: "The body is not said to be JSON.",
        422: "Something in it is wrong; the sentence says what.",
        429: "Too many runs wait.", 503: "Too much is simulated at once, or it takes too long; try again later.",
    ]

    /// Statuses that each operation of its kind may answer with.
    private var allRefusals: [Int] {
        let ofBody = takes == nil ? [] : [400, 413, 415, 422]
        let ofQuery = parameters.contains { $0.place == .query } ? [422] : []
        let ofPath = parameters.contains { $0.place == .path } ? [404] : []
        return Set(ofBody + ofQuery + ofPath + refusals).sorted()
    }

    var json: JSONValue {
        var responses: [String: JSONValue] = [:]
        for status in statuses {
            var response: [String: JSONValue] = ["description": .text(Self.meanings[status] ?? "")]
            if status != 204, let gives { response["content"] = Self.content(gives) }
            responses["\(status)"] = .object(response)
        }
        for status in allRefusals {
            responses["\(status)"] = .object([
                "description": .text(Self.meanings[status] ?? ""), "content": Self.content(.reference("Refusal")),
            ])
        }
        var fields: [String: JSONValue] = ["summary": .text(summary), "responses": .object(responses)]
        if !parameters.isEmpty {
            fields["parameters"] = .list(
                parameters.map { parameter in
                    .object([
                        "name": .text(parameter.name), "in": .text(parameter.place.rawValue),
                        "required": .flag(parameter.place == .path), "schema": parameter.schema.json,
                    ])
                })
        }
        if let takes { fields["requestBody"] = .object(["required": .flag(true), "content": Self.content(takes)]) }
        return .object(fields)
    }

    private static func content(_ schema: Schema) -> JSONValue {
        .object(["application/json": .object(["schema": schema.json])])
    }
}

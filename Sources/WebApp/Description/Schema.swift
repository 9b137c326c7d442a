/// A JSON schema as OpenAPI 3.1 has it.
struct Schema {
    let json: JSONValue

    private init(_ fields: [String: JSONValue]) { json = .object(fields) }

    static let text = Schema(["type": .text("string")])
    static let number = Schema(["type": .text("number")])
    static let whole = Schema(["type": .text("integer")])
    static let flag = Schema(["type": .text("boolean")])
    /// An object whose keys are described elsewhere, as those of a scenario file.
    static let open = Schema(["type": .text("object")])

    static func reference(_ name: String) -> Schema { Schema(["$ref": .text("#/components/schemas/\(name)")]) }

    static func list(_ items: Schema, atLeast least: Int? = nil, atMost most: Int? = nil) -> Schema {
        var fields: [String: JSONValue] = ["type": .text("array"), "items": items.json]
        fields["minItems"] = least.map { .number(Double($0)) }
        fields["maxItems"] = most.map { .number(Double($0)) }
        return Schema(fields)
    }

    static func words(_ words: [String]) -> Schema {
        Schema(["type": .text("string"), "enum": .list(words.map(JSONValue.text))])
    }

    static func whole(_ range: ClosedRange<Int>) -> Schema {
        Schema([
            "type": .text("integer"), "minimum": .number(Double(range.lowerBound)),
            "maximum": .number(Double(range.upperBound)),
        ])
    }

    static func text(_ lengths: ClosedRange<Int>) -> Schema {
        Schema([
            "type": .text("string"), "minLength": .number(Double(lengths.lowerBound)),
            "maxLength": .number(Double(lengths.upperBound)),
        ])
    }

    static func either(_ schemas: [Schema]) -> Schema { Schema(["anyOf": .list(schemas.map(\.json))]) }

    /// The same, or null.
    var orNull: Schema { .either([self, Schema(["type": .text("null")])]) }

    /// - Parameters:
    ///   - optional: keys that may be missing.
    ///   - isClosed: whether other keys are wrong.
    static func object(
        _ properties: KeyValuePairs<String, Schema>, optional: [String] = [], isClosed: Bool = false
    ) -> Schema {
        var fields: [String: JSONValue] = [
            "type": .text("object"),
            "properties": .object(Dictionary(uniqueKeysWithValues: properties.map { ($0.key, $0.value.json) })),
            "required": .list(properties.map(\.key).filter { !optional.contains($0) }.map(JSONValue.text)),
        ]
        if isClosed { fields["additionalProperties"] = .flag(false) }
        return Schema(fields)
    }

    func described(_ text: String, example: JSONValue? = nil) -> Schema {
        guard case .object(var fields) = json else { return self }
        fields["description"] = .text(text)
        fields["examples"] = example.map { .list([$0]) }
        return Schema(fields)
    }
}

import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The JSON object a request carries, read key by key; what is wrong is told in one sentence.
struct RequestObject {
    private let fields: [String: Any]

    /// Reads a request's body.
    ///
    /// - Throws: ``Refusal`` if it is too long, no JSON or no object, or has a key besides those that are known.
    init(_ request: Request, keys: [String], limit: Int) async throws {
        try self.init(try await Self.bytes(of: request, limit: limit), keys: keys)
    }

    init(_ data: Data, keys: [String]) throws {
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: data)
        } catch {
            throw Refusal(.badRequest, "the body is not JSON; expected an object with the keys \(Self.list(keys))")
        }
        guard let fields = object as? [String: Any] else {
            throw Refusal(.unprocessableContent, "the body is no object; expected one with the keys \(Self.list(keys))")
        }
        for name in fields.keys.sorted() where !keys.contains(name) {
            let near = nearestNames(to: name, among: keys, atMost: 1).first.map { "did you mean '\($0)'?" }
            throw Refusal(
                .unprocessableContent,
                "\(name): this key is not known here; \(near ?? "expected one of: \(keys.joined(separator: ", "))")",
                key: name)
        }
        self.fields = fields
    }

    /// - Throws: ``Refusal`` if the body is longer than the limit or not said to be JSON.
    static func bytes(of request: Request, limit: Int) async throws -> Data {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        // Forms of other sites cannot send this type without asking first.
        guard type.trimmingCharacters(in: .whitespaces) == "application/json" else {
            throw Refusal(
                .unsupportedMediaType, "the body is of another type; expected 'Content-Type: application/json'")
        }
        do {
            return Data(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Refusal(.contentTooLarge, "the body is too long; expected at most \(limit / 1024) kB")
        }
    }

    private static func list(_ keys: [String]) -> String { keys.map { "'\($0)'" }.joined(separator: ", ") }

    func has(_ key: String) -> Bool { fields[key] != nil }

    func text(_ key: String, expecting expected: String) throws -> String {
        guard let text = fields[key] as? String else {
            throw Refusal(.unprocessableContent, "\(key): expected \(expected)", key: key)
        }
        return text
    }

    /// A text, or the default where the key is left out.
    func text(_ key: String, or usual: String, expecting expected: String) throws -> String {
        has(key) ? try text(key, expecting: expected) : usual
    }

    func flag(_ key: String, or usual: Bool) throws -> Bool {
        guard has(key) else { return usual }
        // JSONSerialization bridges numbers to booleans, but the two print differently.
        guard let flag = fields[key] as? Bool, Self.isBoolean(fields[key]) else {
            throw Refusal(.unprocessableContent, "\(key): expected true or false", key: key)
        }
        return flag
    }

    func whole(_ key: String, or usual: Int, in range: ClosedRange<Int>) throws -> Int {
        guard has(key) else { return usual }
        guard let number = fields[key] as? NSNumber, !Self.isBoolean(number),
            let whole = Int(exactly: number.doubleValue),
            range.contains(whole)
        else {
            throw Refusal(
                .unprocessableContent,
                "\(key): expected a whole number from \(range.lowerBound) to \(range.upperBound)", key: key)
        }
        return whole
    }

    /// A list of texts, each of them one that is known; all of them where the key is left out.
    func names(_ key: String, among known: [String], atMost count: Int) throws -> [String]? {
        guard has(key) else { return nil }
        guard let names = fields[key] as? [Any], names.count <= count, let texts = names as? [String] else {
            throw Refusal(.unprocessableContent, "\(key): expected a list of at most \(count) names", key: key)
        }
        let all = Set(known)
        for name in texts where !all.contains(name) {
            let near = nearestNames(to: name, among: known, atMost: 1).first.map { "did you mean '\($0)'?" }
            throw Refusal(
                .unprocessableContent,
                "\(key): there is no '\(name.prefix(60))'; \(near ?? "/api/\(key) lists them all")",
                key: key)
        }
        return texts
    }

    /// A value, whatever it is; nil where the key is left out.
    func value(_ key: String) -> Any? { has(key) ? fields[key] : nil }

    /// A value as JSON text, whatever it is.
    func json(_ key: String) throws -> Data? {
        guard has(key), let value = fields[key] else { return nil }
        return try Self.text(of: value)
    }

    // MARK: Scenarios

    private static let expectedScenario = "a scenario, with the keys of the scenario file or as its text"

    /// - Throws: ``Refusal`` with everything that is wrong with it.
    func scenario(_ key: String) throws -> Scenario {
        guard has(key), let value = fields[key] else {
            throw Refusal(.unprocessableContent, "\(key) is missing; expected \(Self.expectedScenario)", key: key)
        }
        return try ScenarioText(value, key: key).scenario()
    }

    /// - Throws: ``Refusal`` with everything that is wrong with the first that is.
    func scenarios(_ key: String, atMost count: Int) throws -> [Scenario] {
        guard let values = fields[key] as? [Any], (1...count).contains(values.count) else {
            throw Refusal(.unprocessableContent, "\(key): expected a list of 1 to \(count) scenarios", key: key)
        }
        return try values.enumerated().map { try ScenarioText($1, key: key, place: $0 + 1).scenario() }
    }

    static func text(of value: Any) throws -> Data {
        // YAML reads every JSON text but for slashes that are escaped.
        try JSONSerialization.data(
            withJSONObject: value, options: [.fragmentsAllowed, .withoutEscapingSlashes, .sortedKeys])
    }

    private static func isBoolean(_ value: Any?) -> Bool {
        guard let number = value as? NSNumber else { return value is Bool }
        return String(cString: number.objCType) == "c" || value is Bool && number.objCType.pointee == 99
    }
}

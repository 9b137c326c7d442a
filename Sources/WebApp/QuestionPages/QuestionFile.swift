import Exchange
import Foundation
import Trials
import Yams

/// A question as its file has it: texts at three levels with places for numbers, and the scenarios these come from.
struct QuestionFile: Sendable {
    struct Statement: Sendable {
        /// By level: `fundamentals`, `intermediate`, `academic`.
        let texts: [String: String]
        let claims: [String]
        let references: [String]
    }

    struct Example: Sendable {
        let name: String
        let object: JSONValue
        let scenario: Scenario
    }

    static let levels = ["fundamentals", "intermediate", "academic"]
    private static let kinds = ["how", "why", "what"]

    let id: String
    let title: String
    let kind: String
    let examples: [Example]
    let shows: [String]
    let statements: [Statement]

    /// - Throws: ``QuestionError`` with what is wrong with it.
    init(_ text: String, id: String, examples files: ExampleFiles) throws(QuestionError) {
        func no(_ message: String) -> QuestionError { QuestionError("\(id).yaml: \(message)") }
        let contents: JSONValue?
        do { contents = try Yams.load(yaml: text).flatMap(JSONValue.init) } catch { throw no("not YAML: \(error)") }
        guard let contents, let title = contents["title"]?.text else {
            throw no("title is missing; expected a question")
        }
        guard let kind = contents["kind"]?.text, Self.kinds.contains(kind) else {
            throw no("kind: expected one of: \(Self.kinds.joined(separator: ", "))")
        }
        self.id = id
        self.title = title
        self.kind = kind
        shows = contents["shows", default: .null].list.compactMap(\.text)
        var examples: [Example] = []
        for entry in contents["scenarios", default: .null].list { examples.append(try Self.example(entry, files, no)) }
        self.examples = examples
        var statements: [Statement] = []
        for (place, entry) in contents["statements", default: .null].list.enumerated() {
            var texts: [String: String] = [:]
            for level in Self.levels {
                guard let text = entry[level]?.text else { throw no("statement \(place + 1) has no level '\(level)'") }
                texts[level] = text.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            statements.append(
                Statement(
                    texts: texts, claims: entry["claims", default: .null].list.compactMap(\.text),
                    references: entry["references", default: .null].list.compactMap(\.text)))
        }
        self.statements = statements
        guard !statements.isEmpty else { throw no("statements are missing; expected a list") }
    }

    private static func example(
        _ entry: JSONValue, _ files: ExampleFiles, _ no: (String) -> QuestionError
    ) throws(QuestionError) -> Example {
        if let name = entry.text {
            guard let object = files.object(name), let scenario = files.scenario(name) else {
                throw no("scenarios: there is no example '\(name)'")
            }
            return Example(name: name, object: object, scenario: scenario)
        }
        guard case .object(var fields) = entry, let name = fields.removeValue(forKey: "name")?.text else {
            throw no("scenarios: expected names of examples, or scenarios with a 'name'")
        }
        let object = JSONValue.object(fields)
        do {
            let text = String(decoding: try Answer.encoded(object), as: UTF8.self)
            let scenario = try ScenarioReader.forTrials.read(text: text, name: name)
            return Example(name: name, object: object, scenario: scenario)
        } catch {
            throw no("scenario '\(name)': \(error)")
        }
    }
}

/// What is wrong with the file of a question, in one sentence.
struct QuestionError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

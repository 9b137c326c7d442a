import Foundation
import HTTPTypes
import Hummingbird

/// What a request for a list asks of its entries.
struct Filters {
    private let values: [String: String]

    /// - Throws: ``Refusal`` for one that is not known.
    init(_ request: Request, _ names: [String]) throws {
        var values: [String: String] = [:]
        for (name, value) in request.uri.queryParameters {
            guard names.contains(String(name)) else {
                throw Refusal(
                    .unprocessableContent,
                    "\(name.prefix(60)): this filter is not known here; expected one of: "
                        + names.joined(separator: ", "),
                    key: String(name.prefix(60)))
            }
            values[String(name)] = String(value)
        }
        // One left empty is one not used.
        self.values = values.filter { !$0.value.isEmpty }
    }

    subscript(name: String) -> String? { values[name] }

    /// - Throws: ``Refusal`` for a word that is not among those there are.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String, of type: Word.Type) throws -> Word? {
        guard let text = values[name] else { return nil }
        guard let word = Word(rawValue: text) else {
            let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal(
                .unprocessableContent, "\(name): '\(text.prefix(60))' is none of them; expected one of: \(all)",
                key: name)
        }
        return word
    }

    /// - Throws: ``Refusal`` for what is neither true nor false.
    func flag(_ name: String) throws -> Bool? {
        guard let text = values[name] else { return nil }
        guard let flag = Bool(text) else {
            throw Refusal(
                .unprocessableContent, "\(name): '\(text.prefix(60))' is neither; expected true or false", key: name)
        }
        return flag
    }

    /// - Throws: ``Refusal`` for what is no whole number in the range.
    func whole(_ name: String, or usual: Int, in range: ClosedRange<Int>) throws -> Int {
        guard let text = values[name] else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw Refusal(
                .unprocessableContent,
                "\(name): '\(text.prefix(60))' does not do; expected a whole number from \(range.lowerBound) to "
                    + "\(range.upperBound)",
                key: name)
        }
        return number
    }

    /// Whether the words asked for are all in some of the texts.
    func matches(_ texts: [String]) -> Bool {
        guard let wanted = values["text"] else { return true }
        let all = texts.joined(separator: " ").lowercased()
        return wanted.lowercased().split(separator: " ").allSatisfy { all.contains($0) }
    }
}

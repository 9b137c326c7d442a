import Foundation
import GRDB

/// A scenario or a woman that someone keeps.
struct KeptItem: Codable, FetchableRecord, PersistableRecord, Sendable {
    enum Kind: String, Codable, CaseIterable, Sendable { case scenario, woman }

    static let databaseTableName = "item"

    var id: String
    var kind: Kind
    var title: String
    /// JSON with the keys of the scenario file.
    var content: String
    /// The study that the page keeps beside it, as JSON; nil for none.
    var study: String?
    /// ISO 8601.
    var created: String
    var changed: String
}

extension KeptItem {
    /// As it is sent: the content under the name of its kind.
    func sent() throws -> JSONValue {
        func value(_ text: String) throws -> JSONValue {
            try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        }
        var fields: [String: JSONValue] = [
            "id": .text(id), "title": .text(title), "created": .text(created), "changed": .text(changed),
            kind.rawValue: try value(content),
        ]
        if let study { fields["study"] = try value(study) }
        return .object(fields)
    }
}

import Foundation
import GRDB

/// A long run: what was asked for, how far it is, and what came of it.
struct KeptRun: Codable, FetchableRecord, PersistableRecord, Sendable {
    enum Kind: String, Codable, CaseIterable, Sendable {
        /// A trial that comes with the program.
        case trial
        /// Every row of the evidence beside what is simulated for it.
        case scoreboard
        /// Every claim tried.
        case claims
    }

    enum State: String, Codable, CaseIterable, Sendable {
        case queued, running, finished, cancelled, failed

        var isOver: Bool { self == .finished || self == .cancelled || self == .failed }
    }

    static let databaseTableName = "run"

    /// Those that wait or are under way.
    static var open: QueryInterfaceRequest<KeptRun> {
        filter([State.queued, .running].map(\.rawValue).contains(Column("state")))
    }

    var id: String
    var kind: Kind
    /// Of a trial.
    var trial: String?
    /// Women per arm of a trial.
    var number: Int?
    var seed: Int?
    var state: State
    /// Women or settings simulated, of so many; zero until that is known.
    var done: Int
    var total: Int
    /// JSON; nil until it is finished.
    var result: String?
    /// Why it failed, in one sentence.
    var sentence: String?
    /// ISO 8601.
    var created: String
    var changed: String
}

extension KeptRun {
    /// As it is sent; a result only where it is asked for.
    func sent(withResult: Bool) throws -> JSONValue {
        var fields: [String: JSONValue] = [
            "id": .text(id), "kind": .text(kind.rawValue), "state": .text(state.rawValue),
            "done": .number(Double(done)),
            "total": .number(Double(total)), "created": .text(created), "changed": .text(changed),
        ]
        fields["trial"] = trial.map(JSONValue.text)
        fields["number"] = number.map { .number(Double($0)) }
        fields["seed"] = seed.map { .number(Double($0)) }
        fields["sentence"] = sentence.map(JSONValue.text)
        if withResult, let result {
            fields["result"] = try JSONDecoder().decode(JSONValue.self, from: Data(result.utf8))
        }
        return .object(fields)
    }
}

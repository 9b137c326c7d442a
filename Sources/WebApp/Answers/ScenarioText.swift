import Exchange
import Foundation
import HTTPTypes
import Trials

/// A scenario as a request carries it: an object with the keys of the scenario file, or the text of one.
struct ScenarioText {
    let text: String
    /// Whether it was written by someone, so that its lines mean something to her.
    private let hasLines: Bool
    private let place: Int?

    /// - Parameter place: which of several it is, counted from one.
    /// - Throws: ``Refusal`` if it is neither.
    init(_ value: Any, key: String, place: Int? = nil) throws {
        self.place = place
        if let text = value as? String {
            self.text = text
            hasLines = true
        } else if value is [String: Any] {
            text = String(decoding: try RequestObject.text(of: value), as: UTF8.self)
            hasLines = false
        } else {
            let name = place.map { "\(key)[\($0)]" } ?? key
            throw Refusal(
                .unprocessableContent, "\(name): expected a scenario, an object or the text of a file", key: name)
        }
    }

    /// - Throws: ``Refusal`` with everything that is wrong with it.
    func scenario() throws -> Scenario {
        do {
            var scenario = try ScenarioReader.forTrials.read(text: text, name: "scenario")
            // Files of this machine are nothing that a request may name.
            scenario.comparator = nil
            scenario.source = nil
            return scenario
        } catch {
            throw Refusal(error, scenario: place, hasLines: hasLines)
        }
    }
}

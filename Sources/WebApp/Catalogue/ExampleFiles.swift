import Exchange
import Foundation
import Trials
import Yams

/// The scenarios that come with the program, by name.
struct ExampleFiles: Sendable {
    private let folder: URL?

    init(executable: URL? = Bundle.main.executableURL) {
        folder = ShippedFolder.find("Examples", executable: executable) { !ShippedFolder.files(in: $0).isEmpty }
    }

    /// All names, in order.
    var names: [String] { folder.map { ShippedFolder.files(in: $0).map { String($0.dropLast(".yaml".count)) } } ?? [] }

    /// The text of one; nil if there is none of that name.
    func text(_ name: String) -> String? {
        guard names.contains(name), let folder else { return nil }
        return try? String(contentsOf: folder.appendingPathComponent("\(name).yaml"), encoding: .utf8)
    }

    /// One, with the rows of the evidence it is set beside; nil if there is none of that name or it is wrong.
    func scenario(_ name: String) -> Scenario? {
        text(name).flatMap { try? ScenarioReader.forTrials.read(text: $0, name: name) }
    }

    /// One with the keys of its file; nil if there is none of that name.
    func object(_ name: String) -> JSONValue? {
        text(name).flatMap { try? Yams.load(yaml: $0) }.flatMap(JSONValue.init)
    }
}

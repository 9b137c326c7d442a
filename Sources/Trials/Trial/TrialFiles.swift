import Exchange
import Foundation

/// The trial files that come with the program, found by their names.
public struct TrialFiles: Sendable {
    /// The folder they stand in; nil if there is none.
    public let folder: URL?

    private static let folderName = "Trials"

    /// Looks in the working folder, then in those above the program itself.
    public init(executable: URL? = Bundle.main.executableURL) {
        folder = ShippedFolder.find(Self.folderName, executable: executable) { !Self.names(in: $0).isEmpty }
    }

    /// Looks in one folder only.
    public init(folder: URL) { self.folder = folder }

    /// All names, in order.
    public var names: [String] { folder.map(Self.names) ?? [] }

    private static func names(in folder: URL) -> [String] {
        ShippedFolder.files(in: folder).map { String($0.dropLast(".yaml".count)) }.sorted()
    }

    /// The path of a trial file: of one that comes with the program, by its name, else what was written.
    ///
    /// - Throws: ``TrialError`` if it is neither a name nor a file.
    public func path(_ text: String) throws(TrialError) -> String {
        if let folder, names.contains(text) { return folder.appendingPathComponent("\(text).yaml").path }
        if text.contains("/") || text.hasSuffix(".yaml") || FileManager.default.fileExists(atPath: text) { return text }
        let near = nearestNames(to: text, among: names, atMost: 1).first.map { "did you mean '\($0)'? " } ?? ""
        throw TrialError(
            description: "'\(text)' is neither a trial that comes with the program nor a file; \(near)"
                + (names.isEmpty
                    ? "expected the path of a trial file." : "expected one of: \(names.joined(separator: ", "))."))
    }
}

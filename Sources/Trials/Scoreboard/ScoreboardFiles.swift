import Evidence
import Exchange
import Foundation
import Physiology

/// The folders from which published rows get the simulations they are set beside.
public struct ScoreboardFiles: Sendable {
    /// The folder that holds `Examples`, `Trials` and `Validation`.
    public let root: URL

    static let settings = "Validation"
    static let examples = "Examples"
    static let trials = "Trials"

    /// Looks in the working folder, then in those above the program itself.
    ///
    /// - Throws: ``ScoreboardError`` if there is no folder of settings.
    public init(executable: URL? = Bundle.main.executableURL) throws {
        var candidates = [URL(fileURLWithPath: FileManager.default.currentDirectoryPath)]
        var above = executable?.resolvingSymlinksInPath()
        while let folder = above, folder.path != "/" {
            above = folder.deletingLastPathComponent()
            above.map { candidates.append($0) }
        }
        guard let root = candidates.first(where: { !Self.names(in: $0, Self.settings).isEmpty }) else {
            throw ScoreboardError("there is no folder 'Validation' with settings here or above the program; expected one.")
        }
        self.root = root
    }

    /// Looks in one folder only.
    public init(root: URL) { self.root = root }

    /// Paths of the files of a folder, in the order of their names.
    func paths(in folder: String) -> [String] {
        Self.names(in: root, folder).map { root.appendingPathComponent(folder).appendingPathComponent($0).path }
    }

    private static func names(in root: URL, _ folder: String) -> [String] {
        let path = root.appendingPathComponent(folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
            .filter { $0.hasSuffix(".yaml") }.sorted()
    }

    /// The settings of all files.
    ///
    /// - Throws: `ScenarioError` with what is wrong in the first file that is.
    public func validationFiles() throws -> [ValidationFile] {
        let reader = ValidationReader.forModel
        return try paths(in: Self.settings).map { try reader.read(file: $0) }
    }
}

extension ValidationReader {
    /// Reads settings with this model's medicines and hypotheses, and knows the rows of the bundled evidence.
    public static var forModel: ValidationReader { ValidationReader(scenarios: .forTrials) }
}

/// What is wrong with a scoreboard that was asked for, in one sentence.
public struct ScoreboardError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

import Evidence
import Exchange
import Foundation
import Physiology
import Populations

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
        let settings = ShippedFolder.find(Self.settings, executable: executable) {
            !ShippedFolder.files(in: $0).isEmpty
        }
        guard let settings else {
            throw ScoreboardError(
                "there is no folder 'Validation' with settings here or above the program; expected one.")
        }
        root = settings.deletingLastPathComponent()
    }

    /// Looks in one folder only.
    public init(root: URL) { self.root = root }

    /// Paths of the files of a folder, in the order of their names.
    func paths(in folder: String) -> [String] {
        let folder = root.appendingPathComponent(folder)
        return ShippedFolder.files(in: folder).map { folder.appendingPathComponent($0).path }
    }

    /// The settings of all files.
    ///
    /// - Throws: `FileError` with what is wrong in the first file that is.
    public func validationFiles() throws -> [ValidationFile] {
        let reader = ValidationReader.forModel
        return try paths(in: Self.settings).map { try reader.read(file: $0) }
    }
}

extension ValidationReader {
    /// Reads settings with this model's medicines and hypotheses, and knows the rows and populations of the bundled evidence.
    public static var forModel: ValidationReader {
        ValidationReader(scenarios: .forTrials) { name in
            do {
                _ = try Baseline.named(name)
                return nil
            } catch {
                return "\(error)"
            }
        }
    }
}

/// What is wrong with a scoreboard that was asked for, in one sentence.
public struct ScoreboardError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

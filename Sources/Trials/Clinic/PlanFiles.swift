import Foundation

/// The file of candidates that comes with the program.
public enum PlanFiles {
    /// Its path.
    ///
    /// - Throws: ``TrialError`` if it is not there.
    public static func candidates(executable: URL? = Bundle.main.executableURL) throws(TrialError) -> String {
        let file = "candidates.yaml"
        let folder = ShippedFolder.find("Plans", executable: executable) {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent(file).path)
        }
        guard let folder else {
            throw TrialError(description: "Plans/\(file) is not to be found; expected a file of candidates with --candidates.")
        }
        return folder.appendingPathComponent(file).path
    }
}

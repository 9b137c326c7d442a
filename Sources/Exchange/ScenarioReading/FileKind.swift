import Foundation

/// A kind of file that is read here, for messages about files that are something else.
struct FileKind {
    /// `scenario`.
    let noun: String
    /// All keys at the top of such a file.
    let keys: [String]
    /// Those that nearly every such file has, in words.
    let mainKeys: String

    static let scenario = FileKind(
        noun: "scenario", keys: ScenarioReader.keys, mainKeys: "title, woman, therapy and simulate")
    static let trial = FileKind(
        noun: "trial", keys: TrialReader.keys, mainKeys: "title, woman, years, arms and endpoints")

    static let plan = FileKind(
        noun: "plan", keys: CalibrationPlanReader.keys, mainKeys: "scenarios, fitted and held")

    static let settings = FileKind(
        noun: "settings", keys: ValidationReader.keys, mainKeys: "settings or notExpressible")

    static let claims = FileKind(
        noun: "file of claims", keys: ClaimPlanReader.keys, mainKeys: "settings, claims and untried")

    static let candidates = FileKind(
        noun: "file of candidates", keys: PlanCandidatesReader.keys, mainKeys: "goals and candidates")

    /// The text of a file.
    ///
    /// - Throws: `FileError` if there is none, or it cannot be read.
    func contents(of path: String) throws(FileError) -> String {
        func failure(_ message: String) -> FileError {
            FileError(file: path, message)
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw failure("there is no such file; expected a \(noun) file")
        }
        if isFolder.boolValue { throw failure("this is a folder; expected a \(noun) file") }
        // A file handle also reads what comes through a pipe.
        guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.readToEnd() ?? Data() else {
            throw failure("this file cannot be read; expected one that you are allowed to read")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw failure("this is not UTF-8 text; expected a \(noun) file in YAML or JSON")
        }
        return text
    }
}

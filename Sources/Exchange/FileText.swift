import Foundation

/// The text of a file that a user named.
///
/// - Parameter kind: what the file should be, with its article: `a scenario`.
/// - Throws: `ScenarioError`, if there is none that can be read.
func fileText(at path: String, kind: String) throws(ScenarioError) -> String {
    func failure(_ message: String) -> ScenarioError {
        ScenarioError(problems: [.init(file: path, line: nil, key: nil, message: message)])
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw failure("there is no such file; expected \(kind) file")
    }
    if isFolder.boolValue { throw failure("this is a folder; expected \(kind) file") }
    // A file handle also reads what comes through a pipe.
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.readToEnd() ?? Data() else {
        throw failure("this file cannot be read; expected one that you are allowed to read")
    }
    guard let text = String(data: data, encoding: .utf8) else {
        throw failure("this is not UTF-8 text; expected \(kind) file in YAML or JSON")
    }
    return text
}

import ArgumentParser
import Foundation
import Reporting

/// Prints one sentence to standard error and gives the exit code, that for wrong input if left out.
func fail(_ sentence: String, code: ExitCode = ExitCode(2)) -> ExitCode {
    note(sentence)
    return code
}

/// Prints one sentence to standard error that is no failure.
func note(_ sentence: String) { FileHandle.standardError.write(Data("osteon: \(sentence)\n".utf8)) }

/// Runs a step and turns its error into a sentence and exit code 2.
func orFail<Result>(_ step: () throws -> Result) throws -> Result {
    do { return try step() } catch let code as ExitCode { throw code } catch { throw fail("\(error)") }
}

/// Writes one page of documentation and says so.
///
/// - Throws: `ExitCode` after a sentence if it cannot be written.
func writePage(_ contents: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try orFail {
        try OutputFolder(path: url.deletingLastPathComponent().path)
            .write([.init(name: url.lastPathComponent, contents: contents)])
    }
    print("Written to \(path)")
}

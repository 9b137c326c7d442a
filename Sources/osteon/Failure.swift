import ArgumentParser
import Foundation

/// Prints one sentence to standard error and gives the exit code for wrong input.
func fail(_ sentence: String) -> ExitCode {
    FileHandle.standardError.write(Data("osteon: \(sentence)\n".utf8))
    return ExitCode(2)
}

/// Prints one sentence to standard error that is no failure.
func note(_ sentence: String) { FileHandle.standardError.write(Data("osteon: \(sentence)\n".utf8)) }

/// Runs a step and turns its error into a sentence and exit code 2.
func orFail<Result>(_ step: () throws -> Result) throws -> Result {
    do { return try step() } catch let code as ExitCode { throw code } catch { throw fail("\(error)") }
}

import ArgumentParser
import Dispatch
import Foundation
import Reporting

/// Work that ends in an orderly way when the user, or the system, asks the program to stop.
enum Interruptible {
    /// Does the work, showing how it goes on; what stops it or goes wrong ends in one sentence.
    ///
    /// - Parameter sentence: what is said of a stop, unless the work itself tells how to go on (``Interruption``).
    /// - Throws: `ExitCode` after the sentence.
    static func run<Result: Sendable>(
        stopped sentence: String, _ work: @escaping @Sendable (ProgressPrinter) async throws -> Result
    ) async throws -> Result {
        do {
            return try await cancellable {
                let printer = ProgressPrinter()
                defer { printer.end() }
                return try await work(printer)
            }
        } catch let code as ExitCode {
            throw code
        } catch let stopped as Interruption {
            throw fail("\(stopped)", code: ExitCode(130))
        } catch is CancellationError {
            throw fail(sentence, code: ExitCode(130))
        } catch {
            throw fail("\(error)")
        }
    }

    /// The same for work on many women, showing how many are done.
    static func run<Result: Sendable>(
        women: Int, stopped sentence: String,
        _ work: @escaping @Sendable (_ progress: (Int) -> Void) async throws -> Result
    ) async throws -> Result {
        try await run(stopped: sentence) { printer in
            printer.progress = CohortProgress(women: women)
            return try await work(printer.show)
        }
    }

    /// Does the work; the first SIGINT or SIGTERM cancels its task, a second one kills the program as usual.
    private static func cancellable<Result: Sendable>(
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                task.cancel()
            }
            source.resume()
            return (number, source)
        }
        defer {
            for (number, source) in sources {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        return try await task.value
    }
}

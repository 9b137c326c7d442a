import Dispatch
import Foundation
import Reporting

/// Work that ends in an orderly way when the user, or the system, asks the program to stop.
enum Interruptible {
    /// Does the work; the first SIGINT or SIGTERM cancels its task, a second one kills the program as usual.
    static func run<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
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

    /// Does work on many women, showing how many are done.
    static func run<Result: Sendable>(
        women: Int, _ work: @escaping @Sendable (_ progress: (Int) -> Void) async throws -> Result
    ) async throws -> Result {
        try await run {
            let printer = ProgressPrinter(CohortProgress(women: women))
            defer { printer.end() }
            return try await work(printer.show)
        }
    }
}

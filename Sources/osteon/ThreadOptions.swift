import ArgumentParser
import Foundation

/// How many threads work; the same option for every command that simulates or draws many women.
struct ThreadOptions: ParsableArguments {
    @Option(help: "How many groups of women to work on at once; as many as the machine has cores if left out.")
    var threads: Int?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads: \(threads) is out of range; expected 1 to 1024.")
        }
    }

    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}

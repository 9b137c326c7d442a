import Foundation
import Reporting

/// Shows progress on standard error: one line that is rewritten on a terminal, a new line now and then elsewhere.
///
/// A class because it remembers what it showed while others hold it.
final class ProgressPrinter {
    /// Words for a number of women; nil for work that has words of its own.
    var progress: CohortProgress?
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    private var shown = 0

    /// Shows how many women are done, unless something was shown a moment ago.
    func show(done: Int) {
        if let line = progress?.line(done: done, seconds: (ContinuousClock.now - start) / .seconds(1)) { show(line) }
    }

    /// Shows a line, unless something was shown a moment ago.
    func show(_ line: String) {
        let now = ContinuousClock.now
        let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(10)
        if let last, now - last < pause { return }
        // Elsewhere the first line comes after the first pause: a short run says nothing.
        let isFirst = last == nil
        last = now
        if isTerminal {
            let blanks = String(repeating: " ", count: max(0, shown - line.count))
            write("\r\(line)\(blanks)")
            shown = line.count
        } else if !isFirst {
            write("\(line)\n")
        }
    }

    /// Clears the line.
    func end() {
        if shown > 0 { write("\r\(String(repeating: " ", count: shown))\r") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

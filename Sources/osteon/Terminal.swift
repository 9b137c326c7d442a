import Foundation

/// Where output goes.
enum Terminal {
    private static let usualWidth = 110
    private static let narrowest = 40

    /// Characters in a line: as the environment says, else of the terminal if there is one, else 110.
    static var width: Int {
        var size = winsize()
        let isTerminal = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
        return max(narrowest, told ?? (isTerminal ? Int(size.ws_col) : usualWidth))
    }
}

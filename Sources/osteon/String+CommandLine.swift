import Foundation

extension String {
    /// The names of a list written with commas, without the spaces around them.
    var commaSeparated: [String] { split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }

    /// As a shell takes it for one word.
    var quotedForShell: String { contains(/[^A-Za-z0-9_.,\/+=-]/) ? "'\(self)'" : self }
}

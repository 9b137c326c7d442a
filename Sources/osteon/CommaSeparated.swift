import Foundation

extension String {
    /// The names of a list written with commas, without the spaces around them.
    var commaSeparated: [String] { split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
}

/// A table of the documentation's pages.
enum MarkdownTable {
    /// Lines with their breaks; cells in one line each, and with their bars escaped.
    static func text(_ head: [String], _ rows: [[String]]) -> String {
        func line(_ cells: [String]) -> String {
            let escaped = cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
            return "| \(escaped.joined(separator: " | ")) |\n"
        }
        return line(head) + line(head.map { _ in "---" }) + rows.map(line).joined()
    }
}

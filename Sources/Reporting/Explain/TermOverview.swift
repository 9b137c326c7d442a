import Physiology

/// The words that can be explained, as far as a reader begins with them.
struct TermOverview {
    let index: TermIndex

    func text(width: Int) -> String {
        let groups = [
            ("Terms of the field", index.terms), ("Medicines", index.medicines),
            ("Hypotheses, which are off", index.hypotheses.map(\.name)),
        ]
        let lines = groups.flatMap { title, words in [title] + columns(words, width: width) + [""] }
        return (lines + ["Parts, quantities and outputs are words too: 'osteon model list' shows them."])
            .joined(separator: "\n") + "\n"
    }

    /// Words in alphabetical order, down one column after the other.
    private func columns(_ words: [String], width: Int) -> [String] {
        let words = words.sorted { $0.lowercased() < $1.lowercased() }
        let cell = (words.map(\.count).max() ?? 0) + 2
        let count = max(1, (width - 2) / cell)
        let rows = (words.count + count - 1) / count
        return (0..<rows).map { row in
            let line = stride(from: row, to: words.count, by: rows).map { place in
                words[place] + String(repeating: " ", count: cell - words[place].count)
            }
            return "  " + line.joined().reversed().drop { $0 == " " }.reversed()
        }
    }
}

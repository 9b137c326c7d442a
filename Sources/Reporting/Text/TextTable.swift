/// A table for the terminal: aligned columns, a unit row where there are units, and as many blocks as the terminal's
/// width asks for.
///
/// ```swift
/// TextTable(columns: [.init("time", unit: "months"), .init("lumbar spine", unit: "%")],
///           rows: [["12", "+2.1"], ["36", "+4.9"]]).rendered(width: 80)
/// ```
public struct TextTable: Sendable {
    /// Heading and habits of one column.
    public struct Column: Sendable {
        public enum Alignment: Sendable {
            case left, right
        }

        public var title: String
        /// Printed beneath the title; empty for none.
        public var unit: String
        public var alignment: Alignment
        /// Whether long text may be broken over lines when the terminal is narrow.
        public var wraps: Bool

        public init(_ title: String, unit: String = "", alignment: Alignment = .right, wraps: Bool = false) {
            self.title = title
            self.unit = unit
            self.alignment = alignment
            self.wraps = wraps
        }
    }

    /// The narrowest a wrapping column is made.
    private static let narrowestWrap = 18
    private static let gap = "  "

    public var columns: [Column]
    /// Cells, row by row; a short row is filled with empty cells.
    public var rows: [[String]]
    /// How many leading columns are repeated in each block of a narrow table.
    public var keyColumns: Int

    public init(columns: [Column], rows: [[String]], keyColumns: Int = 1) {
        self.columns = columns
        self.rows = rows
        self.keyColumns = keyColumns
    }

    /// The table in lines no wider than the terminal, as far as single columns allow; ends with a line break.
    ///
    /// Wrapping columns shrink first; then the table is split into blocks that repeat the key columns.
    public func rendered(width: Int = 100) -> String {
        var widths = columns.indices.map(naturalWidth)
        for index in columns.indices where columns[index].wraps {
            let excess = total(Array(columns.indices), widths) - width
            if excess > 0 {
                let narrowest = min(widths[index], max(Self.narrowestWrap, longestWord(index)))
                widths[index] = max(narrowest, widths[index] - excess)
            }
        }
        return blocks(widths, width).map { block($0, widths) }.joined(separator: "\n")
    }

    private func blocks(_ widths: [Int], _ width: Int) -> [[Int]] {
        let keys = Array(columns.indices.prefix(keyColumns))
        var blocks: [[Int]] = []
        var current = keys
        for index in columns.indices.dropFirst(keyColumns) {
            if current.count > keys.count, total(current + [index], widths) > width {
                blocks.append(current)
                current = keys
            }
            current.append(index)
        }
        blocks.append(current)
        return blocks
    }

    private func block(_ indices: [Int], _ widths: [Int]) -> String {
        var lines = lines(indices.map { columns[$0].title }, indices, widths)
        if indices.contains(where: { !columns[$0].unit.isEmpty }) {
            lines += self.lines(indices.map { columns[$0].unit }, indices, widths)
        }
        lines.append(indices.map { String(repeating: "─", count: widths[$0]) }.joined(separator: Self.gap))
        for row in rows.indices {
            lines += self.lines(indices.map { cell(row, $0) }, indices, widths)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One row of cells as one or more lines.
    private func lines(_ cells: [String], _ indices: [Int], _ widths: [Int]) -> [String] {
        let parts = zip(cells, indices).map { cell, index in
            columns[index].wraps ? TextWrap.lines(cell, width: widths[index]) : [cell]
        }
        let height = parts.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let padded = zip(parts, indices).map { part, index in
                pad(line < part.count ? part[line] : "", to: widths[index], columns[index].alignment)
            }
            let text = padded.joined(separator: Self.gap)
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func pad(_ text: String, to width: Int, _ alignment: Column.Alignment) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return alignment == .left ? text + space : space + text
    }

    private func cell(_ row: Int, _ column: Int) -> String {
        column < rows[row].count ? rows[row][column] : ""
    }

    private func naturalWidth(_ column: Int) -> Int {
        let cells = rows.indices.map { cell($0, column).count }
        return max(columns[column].title.count, columns[column].unit.count, cells.max() ?? 0)
    }

    private func longestWord(_ column: Int) -> Int {
        let words = rows.indices.flatMap { cell($0, column).split(separator: " ").map(\.count) }
        return words.filter { $0 <= 2 * Self.narrowestWrap }.max() ?? 0
    }

    private func total(_ indices: [Int], _ widths: [Int]) -> Int {
        indices.map { widths[$0] }.reduce(0, +) + Self.gap.count * max(0, indices.count - 1)
    }
}

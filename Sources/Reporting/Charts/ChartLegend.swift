/// A legend beneath a small chart: labels in rows that fit the width.
struct ChartLegend {
    struct Entry: Equatable {
        var index: Int
        var label: String
        var x: Double
        var row: Int
    }

    static let rowHeight = 19.0
    static let swatch = 22.0

    let entries: [Entry]
    let rows: Int

    var height: Double { rows == 0 ? 0 : Double(rows) * Self.rowHeight + 4 }

    init(labels: [String], width: Double, fontSize: Double) {
        var entries: [Entry] = []
        var x = 4.0
        var row = 0
        for (index, label) in labels.enumerated() {
            let text = TextMetrics.fitted(label, fontSize, room: width - Self.swatch - 16)
            let room = Self.swatch + 6 + TextMetrics.width(text, fontSize) + 14
            if x > 4, x + room > width {
                x = 4
                row += 1
            }
            entries.append(Entry(index: index, label: text, x: x, row: row))
            x += room
        }
        self.entries = entries
        rows = labels.isEmpty ? 0 : row + 1
    }
}

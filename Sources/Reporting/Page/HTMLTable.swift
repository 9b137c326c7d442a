/// A table of the page.
struct HTMLTable {
    struct Column {
        var title: String
        /// Beneath the title; empty for none.
        var unit = ""
        /// Class of its cells: `number`, `medium`, `long`, `source` or nothing.
        var style = ""
    }

    /// A cell: text, or a node where text is not enough.
    enum Cell {
        case text(String)
        /// A main line and a softer one beneath.
        case lines(String, String)
        case node(Node)
    }

    var columns: [Column]
    var rows: [[Cell]]

    /// From so many columns on, a row becomes a list of its cells on a phone.
    private static let wide = 4

    /// The table in a box that shows where it scrolls sideways; the first cell of each row is its heading.
    func node() -> Node {
        let isWide = columns.count >= Self.wide
        let heading = columns.map { column -> Node in
            var content: [Node] = [.text(column.title)]
            if !column.unit.isEmpty { content.append(.element("span", ["class": "unit"], column.unit)) }
            return cell("th", [("scope", "col")], column, content)
        }
        let body = rows.map { row -> Node in
            .element(
                "tr", [:],
                zip(row, columns).enumerated().map { index, pair in
                    let content: [Node] =
                        switch pair.0 {
                        case .text(let text): [.text(text)]
                        case .lines(let main, let soft): [.text(main), .element("span", ["class": "unit"], soft)]
                        case .node(let node): [node]
                        }
                    return index == 0
                        ? cell("th", [("scope", "row")], pair.1, content)
                        : cell("td", isWide ? [("data-label", label(pair.1))] : [], pair.1, content)
                })
        }
        return .element(
            "div", ["class": "scroll", "tabindex": "0"],
            [
                .element(
                    "table", isWide ? ["class": "wide-table"] : [:],
                    [
                        .element("thead", [:], [.element("tr", [:], heading)]), .element("tbody", [:], body),
                    ])
            ])
    }

    /// What stands before a cell where the headings are hidden.
    private func label(_ column: Column) -> String {
        column.unit.isEmpty ? column.title : "\(column.title), \(column.unit)"
    }

    private func cell(_ name: String, _ attributes: [(String, String)], _ column: Column, _ content: [Node]) -> Node {
        .element(name, attributes + (column.style.isEmpty ? [] : [("class", column.style)]), content)
    }
}

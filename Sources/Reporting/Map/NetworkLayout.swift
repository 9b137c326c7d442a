import Foundation
import Modeling

/// Where the boxes of a network stand and how Graphviz leads its arrows, in points from the upper left corner.
struct NetworkLayout {
    struct Point {
        var x: Double
        var y: Double
    }

    struct Box {
        var center: Point
        var width: Double
        var height: Double
    }

    private(set) var size = Point(x: 0, y: 0)
    private(set) var boxes: [String: Box] = [:]
    private(set) var groups: [ComponentGroup: Box] = [:]
    /// The curve of each arrow, in the network's order: a start, then three points for each cubic piece, then the tip.
    private(set) var curves: [[Point]] = []

    /// - Throws: `OutputError` in a sentence when Graphviz is missing or fails.
    init(_ network: Network, label: (String) -> [String]) throws {
        place(NetworkColumns(network), label)
        let answer = try Self.graphviz(graph(network))
        let graph = try JSONDecoder().decode(Graph.self, from: answer)
        // Graphviz may move the whole; the first box tells by how much.
        guard let first = graph.objects?.first, let there = first.pos.map(Self.numbers), there.count == 2,
            let here = boxes[first.name]?.center
        else { throw OutputError(description: "Graphviz gave no layout.") }
        let shift = Point(x: here.x - there[0], y: here.y + there[1])
        // Arrows come back in another order, so each carries its number.
        let numbered = Dictionary(
            (graph.edges ?? []).map { ($0.id ?? "", Self.curve($0.pos ?? "", shift)) }, uniquingKeysWith: { $1 })
        curves = network.arrows.indices.map { numbered["\($0)"] ?? [] }
        guard curves.allSatisfy({ $0.count >= 4 }) else {
            throw OutputError(description: "Graphviz drew no way for some arrows.")
        }
    }

    // MARK: Boxes

    /// Puts stacks side by side, each column as tall as the tallest.
    private mutating func place(_ columns: NetworkColumns, _ label: (String) -> [String]) {
        func height(_ part: String) -> Double { Double(label(part).count) * Self.lineHeight + 10 }
        func height(_ column: [NetworkColumns.Stack]) -> Double {
            column.map { stack in
                Self.head + Self.margin + stack.parts.map { height($0) + Self.gap }.reduce(0, +) - Self.gap
            }.reduce(0, +) + Double(column.count - 1) * Self.apart
        }
        let tallest = columns.columns.map { height($0) }.max() ?? 0
        var left = 0.0
        for column in columns.columns {
            let parts = column.flatMap(\.parts)
            let width = parts.map { Double(label($0).map(\.count).max() ?? 1) * Self.characterWidth + 18 }.max() ?? 0
            // What a column is shorter by goes between its boxes.
            let slack = min(Self.widestGap - Self.gap, (tallest - height(column)) / Double(max(1, parts.count - column.count)))
            var top = (tallest - height(column) - slack * Double(parts.count - column.count)) / 2
            for stack in column {
                let start = top
                top += Self.head
                for part in stack.parts {
                    boxes[part] = Box(
                        center: Point(x: left + Self.margin + width / 2, y: top + height(part) / 2), width: width,
                        height: height(part))
                    top += height(part) + Self.gap + slack
                }
                top += Self.margin - Self.gap - slack
                frame(stack.group, left: left, top: start, right: left + width + 2 * Self.margin, bottom: top)
                top += Self.apart
            }
            left += width + 2 * Self.margin + Self.between
        }
        size = Point(x: left - Self.between, y: tallest)
    }

    /// Widens a group's frame to hold one more of its stacks.
    private mutating func frame(_ group: ComponentGroup, left: Double, top: Double, right: Double, bottom: Double) {
        var (left, top, right, bottom) = (left, top, right, bottom)
        if let known = groups[group] {
            left = min(left, known.center.x - known.width / 2)
            right = max(right, known.center.x + known.width / 2)
            top = min(top, known.center.y - known.height / 2)
            bottom = max(bottom, known.center.y + known.height / 2)
        }
        groups[group] = Box(
            center: Point(x: (left + right) / 2, y: (top + bottom) / 2), width: right - left, height: bottom - top)
    }

    static let lineHeight = 15.0
    /// Width of an average character of the labels' font.
    static let characterWidth = 7.4
    /// Within a frame, above its boxes, between two of them as close and as far as they stand.
    private static let margin = 10.0
    private static let head = 28.0
    private static let gap = 10.0
    private static let widestGap = 34.0
    /// Between two frames of a column, and between two columns.
    private static let apart = 16.0
    private static let between = 74.0

    // MARK: What is asked

    private static let pointsPerInch = 72.0

    /// Boxes where they stand; Graphviz only leads the arrows round them.
    private func graph(_ network: Network) -> String {
        var lines = [
            "digraph osteon {", "graph [splines=true, esep=\"+4\"]", "node [shape=box, fixedsize=true]", "edge [arrowsize=0.5]",
        ]
        for component in network.components {
            guard let box = boxes[component.path] else { continue }
            lines.append(
                "\"\(component.path)\" [width=\(box.width / Self.pointsPerInch), height=\(box.height / Self.pointsPerInch), "
                    + "pos=\"\(box.center.x),\(-box.center.y)!\"]")
        }
        for (index, arrow) in network.arrows.enumerated() {
            lines.append("\"\(arrow.source)\" -> \"\(arrow.target)\" [id=\"\(index)\"]")
        }
        return (lines + ["}"]).joined(separator: "\n")
    }

    // MARK: What is answered

    private struct Graph: Decodable {
        struct Object: Decodable {
            let name: String
            let pos: String?
        }

        struct Edge: Decodable {
            let id: String?
            let pos: String?
        }

        let objects: [Object]?
        let edges: [Edge]?
    }

    private static func numbers(_ text: String) -> [Double] { text.split(separator: ",").compactMap { Double($0) } }

    /// Reads `e,x,y x,y x,y …`, whose first pair is the tip.
    private static func curve(_ text: String, _ shift: Point) -> [Point] {
        var tip: Point?
        var points: [Point] = []
        for part in text.split(separator: " ") {
            let pair = numbers(part.hasPrefix("e,") ? String(part.dropFirst(2)) : String(part))
            guard pair.count == 2 else { continue }
            let point = Point(x: pair[0] + shift.x, y: shift.y - pair[1])
            if part.hasPrefix("e,") { tip = point } else { points.append(point) }
        }
        return points + (tip.map { [$0] } ?? [])
    }

    private static func graphviz(_ graph: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["neato", "-n2", "-Tjson"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(graph.utf8))
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw OutputError(
                description: "the map is laid out by Graphviz, whose 'neato' is missing or failed; "
                    + "install the package graphviz.")
        }
        return answer
    }
}

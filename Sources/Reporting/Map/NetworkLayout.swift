import Foundation
import Modeling

/// Where Graphviz puts the boxes and arrows of a network, in points from the upper left corner.
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
        let answer = try Self.dot(Self.graph(network, label))
        let graph = try JSONDecoder().decode(Graph.self, from: answer)
        let bounds = Self.numbers(graph.bb)
        guard bounds.count == 4 else { throw OutputError(description: "Graphviz gave no layout.") }
        let top = bounds[3]
        size = Point(x: bounds[2], y: top)
        for object in graph.objects ?? [] {
            if let text = object.bb, let group = ComponentGroup(rawValue: String(object.name.dropFirst("cluster_".count))) {
                let b = Self.numbers(text)
                guard b.count == 4 else { continue }
                groups[group] = Box(
                    center: Point(x: (b[0] + b[2]) / 2, y: top - (b[1] + b[3]) / 2), width: b[2] - b[0],
                    height: b[3] - b[1])
            } else if let text = object.pos, let width = object.width.flatMap(Double.init),
                let height = object.height.flatMap(Double.init)
            {
                let p = Self.numbers(text)
                guard p.count == 2 else { continue }
                boxes[object.name] = Box(
                    center: Point(x: p[0], y: top - p[1]), width: width * Self.pointsPerInch,
                    height: height * Self.pointsPerInch)
            }
        }
        // Arrows come back in another order, so each carries its number.
        let numbered = Dictionary(
            (graph.edges ?? []).map { ($0.id ?? "", Self.curve($0.pos ?? "", top: top)) }, uniquingKeysWith: { $1 })
        curves = network.arrows.indices.map { numbered["\($0)"] ?? [] }
        guard boxes.count == network.components.count, curves.allSatisfy({ $0.count >= 4 }) else {
            throw OutputError(description: "Graphviz gave no place to some parts.")
        }
    }

    // MARK: What is asked

    private static let pointsPerInch = 72.0
    static let lineHeight = 15.0
    /// Width of an average character of the labels' font.
    static let characterWidth = 7.2

    private static func graph(_ network: Network, _ label: (String) -> [String]) -> String {
        var lines = [
            "digraph osteon {",
            "graph [rankdir=LR, nodesep=0.16, ranksep=0.75, splines=true, newrank=true, mclimit=4, remincross=true]",
            "node [shape=box, fixedsize=true]",
        ]
        for group in ComponentGroup.allCases {
            let members = network.components.filter { ComponentGroup(path: $0.path) == group }
            guard !members.isEmpty else { continue }
            lines.append("subgraph cluster_\(group.rawValue) { margin=14; label=\"\(group.title)\"; fontsize=16;")
            for component in members {
                let text = label(component.path)
                let width = Double(text.map(\.count).max() ?? 1) * characterWidth + 20
                let height = Double(text.count) * lineHeight + 12
                lines.append(
                    "\"\(component.path)\" [width=\(width / pointsPerInch), height=\(height / pointsPerInch)]")
            }
            lines.append("}")
        }
        for (index, arrow) in network.arrows.enumerated() {
            let step = ComponentGroup(path: arrow.target).rank - ComponentGroup(path: arrow.source).rank
            // Arrows back up the order must not turn it round.
            let pull = step < 0 ? "constraint=false" : "weight=\(step == 0 ? 3 : 1)"
            lines.append("\"\(arrow.source)\" -> \"\(arrow.target)\" [id=\"\(index)\", \(pull)]")
        }
        return (lines + ["}"]).joined(separator: "\n")
    }

    // MARK: What is answered

    private struct Graph: Decodable {
        struct Object: Decodable {
            let name: String
            let bb: String?
            let pos: String?
            let width: String?
            let height: String?
        }

        struct Edge: Decodable {
            let id: String?
            let pos: String?
        }

        let bb: String
        let objects: [Object]?
        let edges: [Edge]?
    }

    private static func numbers(_ text: String) -> [Double] { text.split(separator: ",").compactMap { Double($0) } }

    /// Reads `e,x,y x,y x,y …`, whose first pair is the tip.
    private static func curve(_ text: String, top: Double) -> [Point] {
        var tip: Point?
        var points: [Point] = []
        for part in text.split(separator: " ") {
            let pair = numbers(part.hasPrefix("e,") ? String(part.dropFirst(2)) : String(part))
            guard pair.count == 2 else { continue }
            let point = Point(x: pair[0], y: top - pair[1])
            if part.hasPrefix("e,") { tip = point } else { points.append(point) }
        }
        return points + (tip.map { [$0] } ?? [])
    }

    private static func dot(_ graph: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["dot", "-Tjson"]
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
                description: "the map is laid out by Graphviz, whose 'dot' is missing or failed; "
                    + "install the package graphviz.")
        }
        return answer
    }
}

import Modeling

/// Draws boxes, arrows, title and legend.
struct MapDrawing {
    let model: Model
    let network: Network
    let layout: NetworkLayout
    let subtitle: String

    private static let margin = 28.0
    private static let header = 120.0
    private static let narrowest = 900.0

    private var width: Double { max(Self.narrowest, layout.size.x + 2 * Self.margin) }
    private var height: Double { layout.size.y + Self.header + Self.margin }
    private var title: String { "\(model.name): how the parts of the model act on each other" }

    var node: Node {
        let f = ChartPath.coordinate
        return .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "width": f(width), "height": f(height),
                "viewBox": "0 0 \(f(width)) \(f(height))", "role": "graphics-document document",
                "aria-labelledby": "map-title map-description", "lang": "en",
            ],
            [
                .element("title", ["id": "map-title"], title),
                .element(
                    "desc", ["id": "map-description"],
                    "\(network.components.count) parts and \(network.arrows.count) arrows. \(subtitle)"),
                .element("style", [:], [.styleSheet(MapStyle.sheet(network))]),
                .element("defs", [:], ComponentGroup.allCases.map(arrowhead)),
                .element("rect", ["class": "paper", "width": "100%", "height": "100%"]),
            ] + head
                + [
                    .element(
                        "g", ["transform": "translate(\(f((width - layout.size.x) / 2)) \(f(Self.header)))"],
                        frames + [.element("g", [:], arrows), .element("g", [:], boxes)])
                ])
    }

    // MARK: Title and legend

    private var head: [Node] {
        let f = ChartPath.coordinate
        let groups = ComponentGroup.allCases.filter { group in
            network.components.contains { ComponentGroup(path: $0.path) == group }
        }
        var x = Self.margin
        let legend = groups.map { group -> Node in
            let place = x
            x += 44 + Double(group.title.count) * NetworkLayout.characterWidth
            return .element(
                "g", ["class": "c\(group.colour)"],
                [
                    .element(
                        "rect", ["class": "box", "x": f(place), "y": "78", "width": "14", "height": "14", "rx": "3"]),
                    .element("text", ["x": f(place + 20), "y": "90"], group.title),
                ])
        }
        return [
            .element("text", ["class": "title", "x": f(Self.margin), "y": "34"], title),
            .element("text", ["class": "soft", "x": f(Self.margin), "y": "58"], subtitle),
        ] + legend + [
            .element(
                "text", ["class": "soft", "x": f(Self.margin), "y": "112"],
                "An arrow: a quantity of one part enters the equations of another. Point at a part or an arrow, or press Tab.")
        ]
    }

    private func arrowhead(_ group: ComponentGroup) -> Node {
        .element(
            "marker",
            [
                "id": "tip-\(group.rawValue)", "viewBox": "0 0 8 8", "refX": "7", "refY": "4", "markerWidth": "7",
                "markerHeight": "7", "markerUnits": "userSpaceOnUse", "orient": "auto", "class": "c\(group.colour)",
            ], [.element("path", ["class": "tip", "d": "M0 0.8L8 4L0 7.2Z"])])
    }

    // MARK: Boxes and arrows

    private var frames: [Node] {
        let f = ChartPath.coordinate
        return ComponentGroup.allCases.flatMap { group -> [Node] in
            guard let box = layout.groups[group] else { return [] }
            let (left, top) = (box.center.x - box.width / 2, box.center.y - box.height / 2)
            return [
                .element(
                    "rect",
                    [
                        "class": "frame c\(group.colour)", "x": f(left), "y": f(top), "width": f(box.width),
                        "height": f(box.height), "rx": "10",
                    ]),
                .element("text", ["class": "group c\(group.colour)", "x": f(left + 12), "y": f(top + 20)], group.title),
            ]
        }
    }

    private var arrows: [Node] {
        zip(network.arrows, layout.curves).map { arrow, curve in
            let group = ComponentGroup(path: arrow.source)
            let words = "\(name(arrow.source)) → \(name(arrow.target)):\n"
                + arrow.quantities.map { "\(model.meaning(of: $0)) (\($0))" }.joined(separator: "\n")
            let path = Self.path(curve)
            return .element(
                "g", ["class": "arrow c\(group.colour) from-\(index(arrow.source)) to-\(index(arrow.target))"],
                [
                    .element("title", [:], words), .element("path", ["class": "reach", "d": path]),
                    .element("path", ["class": "line", "d": path, "marker-end": "url(#tip-\(group.rawValue))"]),
                ])
        }
    }

    private static func path(_ points: [NetworkLayout.Point]) -> String {
        let f = ChartPath.coordinate
        func text(_ point: NetworkLayout.Point) -> String { "\(f(point.x)) \(f(point.y))" }
        guard let first = points.first, let tip = points.last else { return "" }
        return "M\(text(first))C" + points.dropFirst().dropLast().map(text).joined(separator: " ") + "L\(text(tip))"
    }

    private var boxes: [Node] {
        let f = ChartPath.coordinate
        return network.components.compactMap { component in
            guard let box = layout.boxes[component.path] else { return nil }
            let lines = ModelMap.lines(component.path)
            let first = box.center.y - Double(lines.count - 1) * NetworkLayout.lineHeight / 2 + 4.5
            let words = description(of: component)
            return .element(
                "g",
                [
                    "id": "part-\(index(component.path))", "class": "part c\(ComponentGroup(path: component.path).colour)",
                    "tabindex": "0", "role": "graphics-symbol", "aria-label": words,
                ],
                [
                    .element("title", [:], words),
                    .element(
                        "rect",
                        [
                            "class": "box", "x": f(box.center.x - box.width / 2),
                            "y": f(box.center.y - box.height / 2), "width": f(box.width), "height": f(box.height),
                            "rx": "6",
                        ]),
                ]
                    + lines.enumerated().map { row, line in
                        .element(
                            "text",
                            [
                                "class": "label", "x": f(box.center.x),
                                "y": f(first + Double(row) * NetworkLayout.lineHeight),
                            ], line)
                    })
        }
    }

    private func description(of component: Model.ComponentSummary) -> String {
        let from = network.arrows.filter { $0.target == component.path }.map { name($0.source) }
        let to = network.arrows.filter { $0.source == component.path }.map { name($0.target) }
        return "\(component.path): \(component.summary)"
            + (from.isEmpty ? "" : "\nTakes from: \(from.joined(separator: ", ")).")
            + (to.isEmpty ? "" : "\nGives to: \(to.joined(separator: ", ")).")
    }

    private func name(_ path: String) -> String { ComponentTitle.of(path) }

    private func index(_ path: String) -> Int { network.components.firstIndex { $0.path == path } ?? 0 }
}

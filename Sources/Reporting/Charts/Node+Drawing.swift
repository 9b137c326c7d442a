extension Node {
    /// A straight line of a drawing.
    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> Node {
        .element("path", ["class": style, "d": "M\(format(x1)) \(format(y1))L\(format(x2)) \(format(y2))"])
    }

    /// A word or number in a drawing.
    ///
    /// - Parameters:
    ///   - size: of the letters; that of the drawing if left out.
    ///   - tooltip: told when it is pointed at, where that is more than the content.
    static func label(
        _ content: String, _ x: Double, _ y: Double, _ style: String, anchor: String = "start", size: Double? = nil,
        tooltip: String? = nil
    ) -> Node {
        var attributes = [("class", style), ("x", format(x)), ("y", format(y)), ("text-anchor", anchor)]
        if let size { attributes.append(("font-size", format(size))) }
        var children: [Node] = [.text(content)]
        if let tooltip, tooltip != content { children.append(.element("title", [:], tooltip)) }
        return .element("text", attributes, children)
    }

    private static func format(_ value: Double) -> String { ChartPath.coordinate(value) }
}

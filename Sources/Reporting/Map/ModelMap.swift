import Modeling

/// The network of a model's components as a picture: boxes by folder, arrows for what each takes from the others.
public enum ModelMap {
    /// An SVG that opens by itself: light and dark by the reader's setting, readable by keyboard and screen reader,
    /// without scripts.
    ///
    /// - Parameter subtitle: whose model it is, such as which medicines are in it.
    /// - Throws: `OutputError` in a sentence when Graphviz, which leads the arrows round the boxes, is missing.
    public static func svg(_ model: Model, subtitle: String) throws -> String {
        let network = Network(model)
        let layout = try NetworkLayout(network, label: lines)
        let drawing = MapDrawing(model: model, network: network, layout: layout, subtitle: subtitle)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing.node.rendered() + "\n"
    }

    /// What stands in a component's box.
    static func lines(_ path: String) -> [String] {
        let title = ComponentTitle.of(path)
        let text = title.prefix(1).uppercased() + title.dropFirst()
        return TextWrap.lines(text, width: 19)
    }
}

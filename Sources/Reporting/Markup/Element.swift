import Exchange

/// A node of the page. Text and attributes are escaped when rendered and every element is closed, so the output is both
/// HTML 5 and well-formed XML, and nothing a scenario contains can become markup.
indirect enum Node: Sendable {
    case element(String, [(String, String)], [Node])
    case text(String)
    /// Content of `style`, which HTML does not unescape; must hold neither `<` nor `&`.
    case styleSheet(String)

    static func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Node] = [])
        -> Node
    {
        .element(name, Array(attributes).map { ($0.key, $0.value) }, children)
    }

    static func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String) -> Node {
        element(name, attributes, [.text(text)])
    }

    /// The markup of the node and all below it.
    func rendered() -> String {
        var output = ""
        render(into: &output)
        return output
    }

    private func render(into output: inout String) {
        switch self {
        case .text(let text):
            output += text.escapedForXML
        case .styleSheet(let text):
            output += text
        case .element(let name, let attributes, let children):
            output += "<\(name)"
            for (key, value) in attributes {
                output += " \(key)=\"\(value.escapedForXML)\""
            }
            // Other empty elements need an end tag: HTML reads `<td/>` as an opening tag.
            if Markup.voidElements.contains(name) {
                output += "/>"
                return
            }
            output += ">"
            for child in children { child.render(into: &output) }
            output += "</\(name)>"
            if Markup.blockElements.contains(name) { output += "\n" }
        }
    }
}

/// What HTML asks of text.
enum Markup {
    static let voidElements: Set<String> = ["meta", "br", "hr"]
    /// Followed by a line break, so that the file can be read and compared.
    static let blockElements: Set<String> = [
        "head", "title", "meta", "style", "header", "section", "h1", "h2", "h3", "p", "ul", "li", "figure", "svg", "g",
        "table", "tr", "details", "footer", "main", "body", "div",
    ]
}

/// What all pages have in common.
enum HTMLPage {
    /// The text of a page: HTML 5 that is also well-formed XML, UTF-8, without scripts or requests.
    static func text(title: String, model: String, header: [Node], main: [Node]) -> String {
        let head = Node.element(
            "head", [:],
            [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("title", [:], title),
                .element("style", [:], [.styleSheet(ReportStyle.sheet)]),
            ])
        let body = Node.element(
            "body", [:],
            [
                .element("header", [:], header), .element("main", [:], main),
                .element("footer", [:], [.element("p", [:], "Made by Osteon, model \(model).")]),
            ])
        return "<!DOCTYPE html>\n"
            + Node.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"], [head, body]).rendered()
            + "\n"
    }

    /// A section with its heading, or nothing when it would be empty.
    static func section(_ title: String, _ content: [Node]) -> [Node] {
        content.isEmpty ? [] : [.element("section", [:], [.element("h2", [:], title)] + content)]
    }

    static func caption(_ text: String) -> Node { .element("p", ["class": "caption"], text) }

    static func list(_ items: [String]) -> Node {
        .element("ul", [:], items.map { .element("li", [:], $0) })
    }
}

/// The frame of every page: self-contained, opens offline, light and dark, readable on a phone.
struct HTMLPage {
    let title: String
    let header: Node
    let main: [Node]
    /// Version of the model.
    let model: String

    /// HTML 5 that is also well-formed XML, UTF-8, without scripts or requests.
    var text: String {
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
                header, .element("main", [:], main),
                .element("footer", [:], [.element("p", [:], "Made by Osteon, model \(model).")]),
            ])
        return "<!DOCTYPE html>\n"
            + Node.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"], [head, body]).rendered()
            + "\n"
    }
}

/// An element of an XML document with all that is in it.
struct XMLTree: Sendable {
    /// Without a prefix.
    let name: String
    /// The address of its namespace; empty for none.
    let space: String
    /// Names as they are written, with a prefix where they have one; declarations of namespaces are not among them.
    var attributes: [(name: String, value: String)]
    var children: [XMLTree]
    /// What stands between its tags besides elements.
    var text: String
    /// Where it begins, counted from one.
    let line: Int
    /// The namespaces that prefixes stand for in its attributes.
    let prefixes: [String: String]

    init(
        _ name: String, in space: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "",
        prefixes: [String: String] = [:], line: Int = 0, _ children: [XMLTree] = []
    ) {
        self.init(
            name, in: space, Array(attributes).map { (name: $0.key, value: $0.value) }, text: text, prefixes: prefixes,
            line: line, children)
    }

    init(
        _ name: String, in space: String, _ attributes: [(name: String, value: String)], text: String = "",
        prefixes: [String: String] = [:], line: Int = 0, _ children: [XMLTree] = []
    ) {
        self.name = name
        self.space = space
        self.attributes = attributes
        self.children = children
        self.text = text
        self.line = line
        self.prefixes = prefixes
    }

    /// The value of an attribute; nil where it is not given.
    subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// The first element in it of a name.
    func first(_ name: String) -> XMLTree? { children.first { $0.name == name } }

    /// The elements of the list of a name, none where there is no such list.
    func list(_ name: String) -> [XMLTree] { first(name)?.children ?? [] }

    // MARK: Writing

    /// The whole document, as text in UTF-8.
    var document: String {
        var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        render(into: &output, indent: "", outer: "")
        return output
    }

    /// The element alone, without attributes of other namespaces, whose prefixes mean nothing outside its document.
    var fragment: String {
        var output = ""
        withoutForeignAttributes.render(into: &output, indent: "", outer: "")
        return output
    }

    private var withoutForeignAttributes: XMLTree {
        var copy = self
        copy.attributes.removeAll { $0.name.contains(":") }
        copy.children = children.map(\.withoutForeignAttributes)
        return copy
    }

    private func render(into output: inout String, indent: String, outer: String) {
        output += "\(indent)<\(name)"
        if space != outer { output += " xmlns=\"\(space.escapedForXML)\"" }
        for (prefix, space) in prefixes.sorted(by: { $0.key < $1.key }) {
            output += " xmlns:\(prefix)=\"\(space.escapedForXML)\""
        }
        for (name, value) in attributes { output += " \(name)=\"\(value.escapedForXML)\"" }
        if children.isEmpty, text.isEmpty {
            output += "/>\n"
            return
        }
        output += ">" + text.escapedForXML
        if !children.isEmpty {
            output += "\n"
            for child in children { child.render(into: &output, indent: indent + "  ", outer: space) }
            output += indent
        }
        output += "</\(name)>\n"
    }
}

/// Breaks text at spaces.
enum TextWrap {
    /// Lines of at most so many characters; a longer word is cut. Empty text gives one empty line.
    static func lines(_ text: String, width: Int) -> [String] {
        let width = max(1, width)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var rest = word[...]
            if !line.isEmpty, line.count + 1 + rest.count > width {
                lines.append(line)
                line = ""
            }
            while rest.count > width {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            line += line.isEmpty ? String(rest) : " " + rest
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// A title with a line beneath it, no longer than the page is wide.
    static func heading(_ title: String, width: Int = .max) -> [String] {
        [title, String(repeating: "─", count: min(width, title.count))]
    }
}

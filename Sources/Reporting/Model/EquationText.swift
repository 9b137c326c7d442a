/// Breaks equations over lines where a reader would: before the loosest operators first.
enum EquationText {
    private static let step = "  "

    /// `left = right`, continued under the right side, in lines of at most so many characters where there is a
    /// place to break.
    static func lines(_ left: String, _ right: String, width: Int, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let start = "\(margin)\(left) = "
        let isLong = start.count > width / 3
        let hanging = isLong ? margin + step + step : String(repeating: " ", count: start.count)
        guard isLong, start.count + right.count > width else {
            let parts = layout(Array(right), width: width - hanging.count)
            return parts.enumerated().map { $0 == 0 ? start + $1 : hanging + $1 }
        }
        return ["\(margin)\(left) ="] + layout(Array(right), width: width - hanging.count).map { hanging + $0 }
    }

    /// Splits at the loosest operators and fills lines; a part too long for one is split in the same way, further in.
    private static func layout(_ text: [Character], width: Int) -> [String] {
        let places = breaks(text)
        guard text.count > width, let loosest = places.map(\.depth).min() else { return [String(text)] }
        let cuts = [0] + places.filter { $0.depth == loosest }.map(\.position) + [text.count]
        var lines: [String] = []
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            let whole = trimmed(text[start..<end])
            let part = whole.count <= width ? [String(whole)] : layout(whole, width: width - step.count)
            let gap = start > 0 && text[start - 1] == " " ? " " : ""
            if let last = lines.last, last.count + gap.count + part[0].count <= width {
                lines[lines.count - 1] = last + gap + part[0]
            } else {
                lines.append(part[0])
            }
            lines += part.dropFirst().map { step + $0 }
        }
        return lines
    }

    /// Places before an operator or after a comma, with how tightly they bind.
    private static func breaks(_ text: [Character]) -> [(position: Int, depth: Int)] {
        var level = 0
        var places: [(Int, Int)] = []
        for index in text.indices.dropFirst() {
            switch text[index - 1] {
            case "(": level += 1
            case ")": level -= 1
            default: break
            }
            if text[index - 1] == " ", !isOperator(before: index, in: text) {
                places.append((index, 2 * level))
            } else if text[index] == "·" || (text[index] == "/" && index + 1 < text.count && text[index + 1] == "(") {
                places.append((index, 2 * level + 1))
            }
        }
        return places
    }

    /// Whether the space before a position follows an operator, which belongs at the start of a line.
    private static func isOperator(before index: Int, in text: [Character]) -> Bool {
        index >= 2 && "+-<≤".contains(text[index - 2]) && (index == 2 || text[index - 3] == " ")
    }

    private static func trimmed(_ text: ArraySlice<Character>) -> [Character] {
        var slice = text
        while slice.last == " " { slice.removeLast() }
        return Array(slice)
    }
}

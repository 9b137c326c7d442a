/// The names people most probably meant, nearest first; none if none is near.
public func nearestNames(to text: String, among names: [String], atMost count: Int) -> [String] {
    let written = Array(text.lowercased())
    return names.map { (name: $0, edits: edits(from: written, to: Array($0.lowercased()))) }
        .filter { $0.edits <= max(1, written.count / 3) }
        .enumerated().sorted { ($0.element.edits, $0.offset) < ($1.element.edits, $1.offset) }
        .prefix(count).map(\.element.name)
}

/// The name people most probably meant, or nil if none is near.
func nearest(to text: String, among names: [String]) -> String? {
    nearestNames(to: text, among: names, atMost: 1).first
}

/// How a wrong name is put right: the nearest one, and if that does not settle it, all of them.
func correction(of text: String, among names: [String], listAlways: Bool = false) -> String {
    if names.isEmpty { return "it knows none" }
    let near = nearest(to: text, among: names).map { "did you mean '\($0)'?" }
    guard let near, !listAlways else {
        return [near, "expected one of: \(names.joined(separator: ", "))"].compactMap(\.self).joined(separator: " ")
    }
    return near
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment distance).
private func edits(from a: [Character], to b: [Character]) -> Int {
    // A name far longer than any known one is near none of them; this also bounds the work.
    guard !a.isEmpty, !b.isEmpty, abs(a.count - b.count) <= b.count else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i]
        for j in 1...b.count {
            var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                best = min(best, beforeLast[j - 2] + 1)
            }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}

/// What has been found wrong with one file so far.
///
/// A class because every part of the file being read adds to the one list.
final class Problems {
    let file: String
    private var found: [FileError.Problem] = []

    init(file: String) {
        self.file = file
    }

    var count: Int { found.count }

    func report(line: Int?, key: String?, _ message: String) {
        found.append(.init(file: file, line: line, place: key, message))
    }

    /// The value, if nothing was reported while it was read.
    ///
    /// - Throws: All that was reported, in the order of the file.
    func check<Value>(_ value: Value?) throws(FileError) -> Value {
        if let value, found.isEmpty { return value }
        let ordered = found.enumerated().sorted { a, b in
            (a.element.line ?? 0, a.offset) < (b.element.line ?? 0, b.offset)
        }
        throw FileError(ordered.map(\.element))
    }
}

/// Text from the file in quotation marks, on one line and cut where it is long.
func quoted(_ text: String) -> String {
    let line = text.prefix(60).map { $0.isNewline ? " " : String($0) }.joined()
    return "'\(line)\(text.count > 60 ? "…" : "")'"
}

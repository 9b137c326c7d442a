/// Finds the identifier a user probably meant.
package enum NearestIdentifier {
    /// The candidate with the fewest edits; among equals the one whose number is closest, then the first.
    package static func of(_ identifier: String, among candidates: [String]) -> String? {
        let wanted = number(in: identifier)
        return candidates.min { left, right in
            rank(left, identifier, wanted) < rank(right, identifier, wanted)
        }
    }

    private static func rank(_ candidate: String, _ identifier: String, _ wanted: Int?) -> (Int, Int) {
        let gap = wanted.flatMap { wanted in number(in: candidate).map { abs($0 - wanted) } } ?? .max
        return (editDistance(Array(candidate.lowercased().utf8), Array(identifier.lowercased().utf8)), gap)
    }

    private static func number(in identifier: String) -> Int? {
        let digits = identifier.filter(\.isASCII).filter(\.isNumber)
        // Longer digit strings are no identifier of ours, and subtraction must not overflow.
        return digits.count < 10 ? Int(digits) : nil
    }

    /// Levenshtein distance, one row of the table at a time.
    private static func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var previous = Array(0...second.count)
        for (row, byte) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                let substitution = previous[column] + (byte == other ? 0 : 1)
                current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[second.count]
    }
}

/// How the lanes of a row are read, and how many there are.
package struct LaneShape: Hashable, Sendable {
    package enum Reading: Sendable {
        /// Every lane is a woman.
        case women
        /// Lane 0 is one woman's value, the others its derivatives.
        case derivatives
    }

    package let reading: Reading
    /// Lanes that mean something.
    package let used: Int
    /// Lanes of a row, a multiple of eight.
    package let width: Int

    /// Women who are integrated together, one instruction stream for all.
    package static let batch = 8
    private static let block = 8

    package static let women = LaneShape(reading: .women, used: batch, width: batch)

    /// One woman with derivatives to `count` quantities.
    package static func derivatives(_ count: Int) -> LaneShape {
        let lanes = count + 1
        return LaneShape(reading: .derivatives, used: lanes, width: (lanes + block - 1) / block * block)
    }

    var blocks: Int { width / Self.block }

    /// The lanes that carry values, whose errors and tests count.
    var valueLanes: Range<Int> { 0..<(reading == .women ? used : 1) }
}

/// Numbers for every lane: row after row.
package struct LaneRows: Sendable {
    package let shape: LaneShape
    package let count: Int
    package var values: [Double]

    package init(_ count: Int, _ shape: LaneShape) {
        self.shape = shape
        self.count = count
        values = Array(repeating: 0, count: count * shape.width)
    }

    package subscript(row: Int, lane: Int) -> Double {
        get { values[row * shape.width + lane] }
        set { values[row * shape.width + lane] = newValue }
    }

    /// Some rows, in the given order.
    func rows(_ indices: [Int]) -> LaneRows {
        var result = LaneRows(indices.count, shape)
        for (row, index) in indices.enumerated() {
            for lane in 0..<shape.width { result[row, lane] = self[index, lane] }
        }
        return result
    }

    /// Puts the rows of another one at the given places.
    mutating func set(_ indices: [Int], from rows: LaneRows) {
        for (row, index) in indices.enumerated() {
            for lane in 0..<shape.width { self[index, lane] = rows[row, lane] }
        }
    }

    /// These rows at their places among more, the others not a number.
    func spread(over count: Int, at places: [Int]) -> LaneRows {
        guard places.count < count else { return self }
        var all = LaneRows(count, shape)
        all.values = all.values.map { _ in .nan }
        all.set(places, from: self)
        return all
    }

    /// Adds another one of the same shape, times a number.
    mutating func add(_ rows: LaneRows, times weight: Double) {
        values.withUnsafeMutableBufferPointer { mine in
            rows.values.withUnsafeBufferPointer { other in
                for place in mine.indices { mine[place] += weight * other[place] }
            }
        }
    }

    /// Multiplies each row by its factor.
    mutating func scale(by factors: [Double]) {
        for (row, factor) in factors.enumerated() {
            for lane in 0..<shape.width { self[row, lane] *= factor }
        }
    }

    /// The same number for every woman, without derivatives.
    package mutating func set(row: Int, to value: Double) {
        let start = row * shape.width
        for lane in 0..<shape.width { values[start + lane] = lane == 0 || shape.reading == .women ? value : 0 }
    }
}

import Evidence

/// Rows of `parameters.csv` by name, read once for many numbers.
struct EvidenceRows {
    private let rows: [String: ParameterRecord]

    init(_ evidence: EvidenceLibrary, _ names: [String]) throws {
        rows = Dictionary(
            zip(names, try evidence.parameters(names)).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of a row.
    ///
    /// - Throws: `SpreadError` if the row holds none.
    func value(_ name: String) throws -> Double {
        guard let value = row(name).value else {
            throw SpreadError(description: "parameters.csv, row \(name): expected a number as value.")
        }
        return value
    }

    /// A share, whether the row states it as proportion or in per cent.
    func share(_ name: String) throws -> Double {
        let value = try value(name)
        return row(name).unit == "percent" ? value / 100 : value
    }

    /// The standard deviation beside the number of a row.
    func deviation(_ name: String) throws -> Double {
        guard row(name).dispersion.kind == .standardDeviation, let value = row(name).dispersion.low else {
            throw SpreadError(
                description: "parameters.csv, row \(name): expected a standard deviation beside the value.")
        }
        return value
    }

    // Every row asked for is there, or reading would have failed.
    private func row(_ name: String) -> ParameterRecord { rows[name]! }
}

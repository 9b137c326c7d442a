import Modeling
import Symbolics
import Trials

/// The rows of `women.csv`: one a woman and reported time, with her number, the time and the outputs.
struct CohortCSV: Sendable {
    let header: String
    /// `,time,` of each reported time, which every woman repeats.
    private let times: [[UInt8]]
    private let columnCount: Int

    init(_ cohort: Cohort) {
        header = CSVWriter.line(
            ["woman", "time [years]"] + cohort.outputs.map { "\($0.name) [\($0.unit.csvSymbol)]" })
        times = cohort.times.map { [UInt8](",\($0)".utf8) }
        columnCount = cohort.columns.count
    }

    /// The rows of some women.
    func rows(_ women: [SimulatedWoman]) -> [UInt8] {
        var bytes: [UInt8] = []
        // Most numbers have 17 digits, a point and perhaps an exponent.
        bytes.reserveCapacity(women.count * times.count * (columnCount * 20 + 24))
        for woman in women {
            precondition(woman.values.count == times.count * columnCount)
            var index = 0
            for time in times {
                bytes.append(number: woman.number)
                bytes.append(contentsOf: time)
                for _ in 0..<columnCount {
                    bytes.append(UInt8(ascii: ","))
                    bytes.append(number: woman.values[index])
                    index += 1
                }
                bytes.append(UInt8(ascii: "\n"))
            }
        }
        return bytes
    }
}

extension Unit {
    /// As it stands in the header of a file; `1` for a pure number.
    var csvSymbol: String { symbol.isEmpty ? "1" : symbol }
}

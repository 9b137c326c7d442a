import Exchange
import Foundation
import Modeling
import Symbolics
import Trials

/// The tables of a trial: `women.csv`, a row a woman and time; `results.csv`; `replicates.csv`.
enum TrialCSV {
    /// How many fields stand before the outputs in `women.csv`.
    private static let leading = 5

    static func header(_ run: TrialRun) -> String {
        let outputs = run.outputs.map { "\($0.name) [\($0.unit.csvSymbol)]" }
        let measured = measuredOutputs(run).map {
            "\(run.outputs[$0].name) measured [\(run.outputs[$0].unit.csvSymbol)]"
        }
        return CSVWriter.line(
            ["woman", "arm", "replicate", "stopped [years]", "time [years]"] + outputs + measured)
    }

    /// Places of the outputs that are measured with an error.
    private static func measuredOutputs(_ run: TrialRun) -> [Int] {
        run.outputs.indices.filter { run.errors.variations[run.outputs[$0].name] != nil }
    }

    /// The rows of some women, from a place in the enrolment on.
    static func rows(_ women: [SimulatedWoman], from first: Int, of run: TrialRun) -> [UInt8] {
        let measured = measuredOutputs(run)
        let width = run.outputs.count
        var bytes: [UInt8] = []
        for (offset, woman) in women.enumerated() {
            let enrolled = run.enrolment.women[first + offset]
            let arm = CSVWriter.field(run.trial.arms[enrolled.arm].name)
            let stop = enrolled.stop.map { "\($0 / Unit.daysPerYear)" } ?? ""
            let start = [UInt8]("\(woman.number),\(arm),\(enrolled.replicate),\(stop),".utf8)
            for (row, time) in run.times.enumerated() {
                bytes.append(contentsOf: start)
                bytes.append(number: time)
                for output in 0..<width {
                    bytes.append(UInt8(ascii: ","))
                    bytes.append(number: woman.values[row * width + output])
                }
                for output in measured {
                    bytes.append(UInt8(ascii: ","))
                    bytes.append(
                        number: run.measured(
                            woman.values[row * width + output], output: output, of: woman.number, at: time))
                }
                bytes.append(UInt8(ascii: "\n"))
            }
        }
        return bytes
    }

    /// The women of a table that is complete, as they were simulated.
    ///
    /// - Throws: ``OutputError`` if it cannot be read or is not what was written.
    static func read(_ table: URL, of run: TrialRun) throws(OutputError) -> [[Double]] {
        func failure(_ what: String) -> OutputError {
            OutputError(description: "\(table.path) \(what); remove the folder to begin anew.")
        }
        guard let data = try? Data(contentsOf: table) else { throw failure("cannot be read") }
        let times = run.times.count
        let width = run.outputs.count
        var values: [[Double]] = []
        values.reserveCapacity(run.enrolment.women.count)
        var current: [Double] = []
        var isHeader = true
        for line in data.split(separator: UInt8(ascii: "\n")) {
            if isHeader {
                isHeader = false
                continue
            }
            // Names of arms may hold commas, in quotation marks; what follows them does not.
            let measured = run.outputs.count + measuredOutputs(run).count
            let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            guard fields.count >= leading + measured else { throw failure("is not complete") }
            for field in fields.suffix(measured).prefix(width) {
                guard let number = Double(String(decoding: field, as: UTF8.self)) else {
                    throw failure("holds '\(String(decoding: field, as: UTF8.self))' where a number belongs")
                }
                current.append(number)
            }
            if current.count == times * width {
                values.append(current)
                current.removeAll(keepingCapacity: true)
            }
        }
        guard values.count == run.enrolment.women.count, current.isEmpty else { throw failure("is not complete") }
        return values
    }

    /// Estimates and published results, a row each pair.
    static func results(_ document: TrialDocument) -> String {
        let header = [
            "endpoint", "output", "measure", "from [years]", "at [years]", "against", "arm", "women simulated",
            "women of the trial", "unit", "estimate", "low", "high", "SD", "published", "published low",
            "published high", "published SD", "row", "use", "verdict",
        ]
        func number(_ value: Double?) -> String { value.map { $0.isFinite ? "\($0)" : "" } ?? "" }
        let lines = document.rows.flatMap { row -> [[String]] in
            let (endpoint, finding) = (row.endpoint, row.finding)
            let own = [
                "\(finding.endpoint + 1)", endpoint.output, endpoint.measure.rawValue,
                number(endpoint.from / Unit.daysPerYear), number(endpoint.at / Unit.daysPerYear),
                endpoint.against.map { document.trial.arms[$0].name } ?? "", row.arm.name, "\(finding.women)",
                "\(row.arm.women)", endpoint.unit(of: row.output), number(finding.estimate.value),
                number(finding.estimate.low), number(finding.estimate.high), number(finding.deviation),
            ]
            if row.comparisons.isEmpty { return [own + Array(repeating: "", count: 7)] }
            return zip(row.comparisons, finding.published).map { comparison, published in
                own + [
                    number(comparison.observed), number(comparison.interval?.lowerBound),
                    number(comparison.interval?.upperBound), number(published.deviation), comparison.observation,
                    comparison.use.rawValue, comparison.verdict.rawValue,
                ]
            }
        }
        return CSVWriter.text(header: header, rows: lines)
    }

    /// The estimate of each replicate.
    static func replicates(_ document: TrialDocument) -> String {
        let lines = document.rows.flatMap { row in
            row.finding.replicates.enumerated().map { index, value in
                ["\(row.finding.endpoint + 1)", row.endpoint.output, row.endpoint.measure.rawValue, row.arm.name]
                    + ["\(index + 1)", "\(value)"]
            }
        }
        return CSVWriter.text(
            header: ["endpoint", "output", "measure", "arm", "replicate", "estimate"], rows: lines)
    }
}
